using System.Globalization;
using System.Text;
using NetLint.Repository.Kustomize.Output;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Generators;

/// <summary>JSON as Go's encoder writes it: keys sorted by bytes, what means something to HTML escaped.</summary>
internal static class GoJson
{
    /// <summary>Writes a string.</summary>
    public static void WriteString(string text, StringBuilder json)
    {
        json.Append('"');
        foreach (var c in text)
        {
            switch (c)
            {
                case '"' or '\\':
                    json.Append('\\').Append(c);
                    break;
                case '\n':
                    json.Append("\\n");
                    break;
                case '\r':
                    json.Append("\\r");
                    break;
                case '\t':
                    json.Append("\\t");
                    break;
                case '\b':
                    json.Append("\\b");
                    break;
                case '\f':
                    json.Append("\\f");
                    break;
                case < ' ' or '<' or '>' or '&' or '\u2028' or '\u2029':
                    json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                default:
                    json.Append(c);
                    break;
            }
        }

        json.Append('"');
    }

    /// <summary>Writes a tree; its depth is bounded by the reader.</summary>
    /// <exception cref="RenderException">The tree holds what JSON cannot.</exception>
    public static void WriteNode(YamlNode node, StringBuilder json)
    {
        switch (node)
        {
            case YamlMapping mapping:
                WriteMapping(mapping, json);
                break;
            case YamlSequence sequence:
                var separator = '[';
                foreach (var item in sequence.Items)
                {
                    json.Append(separator);
                    WriteNode(item, json);
                    separator = ',';
                }

                json.Append(sequence.Items.IsEmpty ? "[]" : "]");
                break;
            case YamlScalar scalar:
                WriteScalar(KustomizeScalar.Of(scalar), json);
                break;
        }
    }

    private static void WriteMapping(YamlMapping mapping, StringBuilder json)
    {
        var members = KustomizeMember.SortedOf(mapping, isRoot: false);
        Array.Sort(members, (left, right) => Utf8Order.Instance.Compare(left.Name, right.Name));
        json.Append('{');
        for (var i = 0; i < members.Length; i++)
        {
            if (i > 0)
                json.Append(',');
            WriteString(members[i].Name, json);
            json.Append(':');
            WriteNode(members[i].Value, json);
        }

        json.Append('}');
    }

    private static void WriteScalar(KustomizeScalar value, StringBuilder json)
    {
        switch (value.Kind)
        {
            case ScalarKind.String:
                WriteString(value.Text, json);
                break;
            case ScalarKind.Integer or ScalarKind.Float:
                // The JSON is read once more on the way, and every number becomes a double.
                json.Append(GoNumber.ToJson(double.Parse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture)));
                break;
            default:
                json.Append(value.Text);
                break;
        }
    }
}
