using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Tests;

/// <summary>Reads and prints YAML trees for tests.</summary>
internal static class Yaml
{
    public static YamlMapping Mapping(string text, string path = "test.yaml") =>
        (YamlMapping)YamlReader.Read(SourceText.From(new SourceId(path), text)).Documents.Single().Root!;

    /// <summary>The tree as one line of JSON the way kubectl sends it.</summary>
    public static string Json(YamlNode? node) => node switch
    {
        null => "absent",
        YamlMapping mapping => "{" + string.Join(",", mapping.Entries.Select(entry => $"{entry.Name}:{Json(entry.Value)}")) + "}",
        YamlSequence sequence => "[" + string.Join(",", sequence.Items.Select(Json)) + "]",
        YamlScalar scalar => scalar.Resolve() switch
        {
            { Kind: ScalarKind.Null } => "null",
            { Kind: ScalarKind.String } value => "\"" + value.Text + "\"",
            var value => value.ToJsonName(),
        },
        _ => throw new InvalidOperationException("There is no other kind of node."),
    };
}
