using System.Globalization;
using System.Text;
using System.Text.Json;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Testing.Kustomize;

/// <summary>The documents of rendered YAML as values, with members in the order of their names: how they are laid out does not matter.</summary>
public static class RenderedDocuments
{
    /// <summary>The first difference between two streams of documents in one sentence; null when they are equal, order included.</summary>
    public static string? Difference(string expected, string actual)
    {
        var (left, right) = (Read(expected), Read(actual));
        for (var i = 0; i < Math.Min(left.Count, right.Count); i++)
        {
            if (left[i] == right[i])
                continue;
            var (one, other) = (left[i].Split('\n'), right[i].Split('\n'));
            var at = 0;
            while (at < one.Length && at < other.Length && one[at] == other[at])
                at++;
            return $"document {i} ({Title(one)}): expected {Line(one, at)}, got {Line(other, at)} ({Title(other)})";
        }

        if (left.Count == right.Count)
            return null;
        var surplus = (left.Count > right.Count ? left : right)[Math.Min(left.Count, right.Count)].Split('\n');
        return $"{left.Count} documents expected, {right.Count} rendered; the first without a partner is {Title(surplus)}";
    }

    /// <summary>Each document as lines <c>pointer = value</c>, sorted by pointer; empty documents left out.</summary>
    public static IReadOnlyList<string> Read(string text)
    {
        var documents = new List<string>();
        foreach (var document in YamlReader.Read(SourceText.From(new SourceId("rendered.yaml"), text)).Documents)
        {
            if (!document.Errors.IsEmpty)
                documents.Add("broken: " + document.Errors[0].Message);
            else if (document.Root is { IsNull: false } root)
                documents.Add(Describe(root));
        }

        return documents;
    }

    private static string Describe(YamlNode root)
    {
        var lines = new List<string>();
        Describe(root, new StringBuilder(), lines);
        return string.Join('\n', lines);
    }

    private static void Describe(YamlNode node, StringBuilder pointer, List<string> lines)
    {
        var length = pointer.Length;
        switch (node)
        {
            case YamlMapping { Entries.IsEmpty: false } mapping:
                foreach (var entry in mapping.Entries.OrderBy(entry => entry.Name, StringComparer.Ordinal))
                {
                    pointer.Append('/').Append(entry.Name);
                    Describe(entry.Value, pointer, lines);
                    pointer.Length = length;
                }

                break;
            case YamlSequence { Items.IsEmpty: false } sequence:
                for (var i = 0; i < sequence.Items.Length; i++)
                {
                    pointer.Append('/').Append(i);
                    Describe(sequence.Items[i], pointer, lines);
                    pointer.Length = length;
                }

                break;
            default:
                lines.Add($"{pointer} = {Value(node)}");
                break;
        }
    }

    private static string Value(YamlNode node)
    {
        if (node is not YamlScalar scalar)
            return node is YamlMapping ? "{}" : "[]";
        var value = scalar.Resolve();
        return value.Kind switch
        {
            ScalarKind.Null => "null",
            ScalarKind.Boolean => value.Boolean ? "true" : "false",
            ScalarKind.Integer => value.Integer.ToString(CultureInfo.InvariantCulture),
            ScalarKind.Float => "float " + value.Text,
            _ => JsonSerializer.Serialize(value.Text),
        };
    }

    private static string Line(string[] lines, int at) => at < lines.Length ? lines[at] : "nothing more";

    private static string Title(string[] lines)
    {
        string? Of(string pointer) => lines.FirstOrDefault(line => line.StartsWith(pointer + " = ", StringComparison.Ordinal))?[(pointer.Length + 3)..].Trim('"');
        return $"{Of("/kind")}/{Of("/metadata/name")}";
    }
}
