#!/usr/bin/env node
// Validates SARIF files: node tests/sarif/validate.mjs FILE...
// Prints one line for each error or warning and exits with 1 when there is any. The multitool's own exit code says
// nothing (it is 0 for invalid files, and for files that are no JSON at all), so its report is read.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const files = process.argv.slice(2);

function fail(message) {
  console.error(message);
  process.exit(2);
}

function multitool() {
  if (!existsSync(join(here, 'node_modules', '@microsoft', 'sarif-multitool'))) {
    const install = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: here, encoding: 'utf8', shell: process.platform === 'win32' });
    if (install.status !== 0) fail(`'npm ci' in tests/sarif failed: ${install.error ?? install.stderr}`);
  }

  const path = createRequire(import.meta.url)(`@microsoft/sarif-multitool-${process.platform}`);
  // The package sets this bit in an install script, which a careful npm does not run.
  if (process.platform !== 'win32') chmodSync(path, 0o755);
  return path;
}

if (files.length === 0) fail('usage: node tests/sarif/validate.mjs FILE...');
for (const file of files) if (!existsSync(file)) fail(`'${file}' does not exist`);

const tool = multitool();
const folder = mkdtempSync(join(tmpdir(), 'netlint-sarif-'));
const reportPath = join(folder, 'report.sarif');
const run = spawnSync(
  tool,
  ['validate', '--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning', '-o', reportPath, '--log', 'ForceOverwrite', '--quiet', 'true',
    // Files over 10 MB would be left out, and a report without results looks like success.
    '--max-file-size-in-kb', '1000000', '--timeout-in-seconds', '600', ...files],
  { encoding: 'utf8', maxBuffer: 1 << 28 });
if (run.error || !existsSync(reportPath)) fail(`the multitool wrote no report: ${run.error ?? run.stdout + run.stderr}`);
const report = JSON.parse(readFileSync(reportPath, 'utf8'));
rmSync(folder, { recursive: true });

const problems = [];
for (const { tool, invocations = [], results = [] } of report.runs) {
  const rules = new Map((tool.driver.rules ?? []).map(rule => [rule.id, rule.messageStrings ?? {}]));
  for (const invocation of invocations) {
    for (const { level = 'warning', message } of [...(invocation.toolExecutionNotifications ?? []), ...(invocation.toolConfigurationNotifications ?? [])])
      if (level !== 'note' && level !== 'none') problems.push(`${level}: ${message.text}`);
  }
  for (const { ruleId, level = 'warning', locations = [], message } of results) {
    const place = locations[0]?.physicalLocation;
    const where = `${place?.artifactLocation?.uri ?? '?'}:${place?.region?.startLine ?? '?'}`;
    const format = message.text ?? rules.get(ruleId)?.[message.id]?.text ?? message.id;
    const text = format.replace(/\{(\d+)\}/g, (hole, index) => message.arguments?.[index] ?? hole);
    problems.push(`${where}: ${level} ${ruleId}: ${text}`);
  }
}

for (const problem of problems) console.log(problem);
console.log(`${files.length} file(s), ${problems.length} problem(s)`);
process.exit(problems.length === 0 ? 0 : 1);
