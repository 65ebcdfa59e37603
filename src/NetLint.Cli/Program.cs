using NetLint.Cli;
using NetLint.Cli.Commands;

return ProcessHost.Run(host => NetLintCommand.Run(args, host));
