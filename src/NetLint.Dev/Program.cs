using System.CommandLine;
using NetLint.Dev;

var check = new Option<bool>("--check") { Description = "Change nothing; exit 1 when something is stale." };
var docs = new Command("docs", "Bring the generated parts of rules/ up to date.") { check };
docs.SetAction(parsed => RepositoryFiles.WriteDocuments(parsed.GetValue(check)));

var id = new Argument<string>("id") { Description = "The id, such as NL1009." };
var slug = new Argument<string>("slug") { Description = "The name in kebab case, such as port-name-required." };
var resource = new Option<string>("--resource") { Description = "The resource type the rule looks at.", DefaultValueFactory = _ => "Service" };
var newRule = new Command("new-rule", "Write the rule, test and page of a new rule.") { id, slug, resource };
newRule.SetAction(parsed => RepositoryFiles.WriteRule(parsed.GetRequiredValue(id), parsed.GetRequiredValue(slug), parsed.GetRequiredValue(resource)));

var from = new Option<FileInfo>("--from") { Description = "An OpenAPI 2 document in JSON.", Required = true };
var table = new Option<string>("--class") { Description = "The class that holds the table: KubernetesSchema or KustomizeSchema.", Required = true };
var schema = new Command("schema", "Write a table of built-in schemas from an OpenAPI document.") { from, table };
schema.SetAction(parsed => SchemaSource.Write(parsed.GetRequiredValue(from), parsed.GetRequiredValue(table)));

return new RootCommand("Tools for those who work on NetLint itself.") { docs, newRule, schema }.Parse(args).Invoke();
