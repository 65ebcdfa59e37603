using System.Security.Cryptography;
using System.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Generators;

/// <summary>The hash of an object's content that is added to its name.</summary>
internal static class NameHash
{
    private const int Length = 10;

    /// <summary>The hash of a ConfigMap or a Secret.</summary>
    /// <exception cref="RenderException">The object is of another kind, whose hash only plugins ask for, or holds what kustomize cannot print.</exception>
    public static string Of(YamlMapping root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return (root["kind"] as YamlScalar)?.Value switch
        {
            "ConfigMap" => Encode(Object(root, [("binaryData", IsOptional: true), ("data", false), ("kind", false), ("name", false)])),
            "Secret" => Encode(Object(root, [("data", IsOptional: false), ("kind", false), ("name", false), ("stringData", true), ("type", false)])),
            var kind => throw new RenderException(new RenderProblem(RenderProblemKind.Unsupported, $"an object of kind '{kind}' gets no hash", root.Origin)),
        };
    }

    /// <summary>The fields that count, in the order of their names. The name never counts: kustomize looks for it under a key that no object has.</summary>
    private static string Object(YamlMapping root, ReadOnlySpan<(string Field, bool IsOptional)> fields)
    {
        var json = new StringBuilder("{");
        foreach (var (field, isOptional) in fields)
        {
            var node = field == "name" ? null : root[field];
            if (isOptional && node is null or YamlScalar)
                continue;
            if (json.Length > 1)
                json.Append(',');
            json.Append('"').Append(field).Append("\":");
            Value(node, json);
        }

        return json.Append('}').ToString();
    }

    private static void Value(YamlNode? node, StringBuilder json)
    {
        switch (node)
        {
            case YamlMapping:
                GoJson.WriteNode(node, json);
                break;
            case YamlSequence:
                json.Append("null");
                break;
            default:
                GoJson.WriteString(node is YamlScalar { IsNull: false } scalar ? scalar.Value : "", json);
                break;
        }
    }

    /// <summary>The first digits of the hash, without vowels and what looks like them, so that no word comes out.</summary>
    private static string Encode(string json)
    {
        var hex = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
        return string.Create(Length, hex, (span, digits) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = digits[i] switch
                {
                    '0' => 'g',
                    '1' => 'h',
                    '3' => 'k',
                    'a' => 'm',
                    'e' => 't',
                    var c => c,
                };
            }
        });
    }
}
