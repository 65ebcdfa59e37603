using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NetLint.Analysis.Diagnostics;
using NetLint.Repository;

namespace NetLint.Analysis.Configuration;

/// <summary>
/// Writes the JSON Schema of the configuration file, with which editors complete and explain its keys. It is of draft 7, the newest that the
/// YAML extensions of editors handle in full.
/// </summary>
public static class ConfigurationSchema
{
    private static readonly JsonWriterOptions Format = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema as JSON text that ends in a line break.</summary>
    /// <param name="known">The cases that settings may name.</param>
    public static string Write(IEnumerable<DiagnosticDescriptor> known)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Format))
            WriteRoot(json, new RuleNames(known));
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void WriteRoot(Utf8JsonWriter json, RuleNames names)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
        json.WriteString("title", "NetLint configuration");
        json.WriteString("description", "The file .netlint.yaml in the root of a repository.");
        WriteObject(json, ConfigurationKey.All);
        json.WriteStartObject("definitions");
        WriteSetting(json);
        WriteRules(json, names);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteObject(Utf8JsonWriter json, ImmutableArray<ConfigurationKey> keys)
    {
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        var required = keys.Where(key => key.IsRequired).Select(key => key.Name).ToArray();
        if (required.Length > 0)
            WriteTexts(json, "required", required);
        json.WriteStartObject("properties");
        foreach (var key in keys)
        {
            json.WriteStartObject(key.Name);
            WriteValue(json, key);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, ConfigurationKey key)
    {
        if (key.Shape == ConfigurationShape.Rules)
        {
            // Draft 7 ignores what stands beside a reference, so the reference stands in a list of its own.
            json.WriteString("description", key.Description);
            json.WriteStartArray("allOf");
            WriteReference(json, "rules");
            json.WriteEndArray();
            return;
        }

        json.WriteString("description", key.Description);
        switch (key.Shape)
        {
            case ConfigurationShape.Version:
                WriteTexts(json, "type", ["string", "number"]);
                json.WriteString("pattern", @"^v?1\.0*[1-9][0-9]{0,3}(\.[0-9]{1,4})?([-+].+)?$");
                json.WriteNumber("exclusiveMinimum", 1);
                json.WriteNumber("exclusiveMaximum", 2);
                WriteTexts(json, "examples", ["1.34"]);
                break;
            case ConfigurationShape.PortRange:
                json.WriteString("type", "string");
                json.WriteString("pattern", "^[0-9]+-[0-9]+$");
                WriteTexts(json, "examples", ["30000-32767"]);
                break;
            case ConfigurationShape.Text:
                json.WriteString("type", "string");
                json.WriteString("pattern", @"\S");
                break;
            case ConfigurationShape.Kind:
                json.WriteString("type", "string");
                WriteTexts(json, "enum", ExternalResource.Kinds);
                break;
            case ConfigurationShape.Choice:
                json.WriteString("type", "string");
                WriteTexts(json, "enum", key.Choices);
                break;
            case ConfigurationShape.NamespaceName:
                json.WriteString("type", "string");
                json.WriteString("pattern", "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$");
                break;
            case ConfigurationShape.Directory:
                WriteDirectory(json);
                break;
            case ConfigurationShape.Directories:
                json.WriteString("type", "array");
                json.WriteNumber("minItems", 1);
                json.WriteStartObject("items");
                WriteDirectory(json);
                json.WriteEndObject();
                break;
            case ConfigurationShape.Addresses:
                json.WriteString("type", "array");
                json.WriteStartObject("items");
                json.WriteString("type", "string");
                json.WriteString("pattern", "[/:]");
                json.WriteEndObject();
                break;
            case ConfigurationShape.Object:
                WriteObject(json, key.Fields);
                break;
            case ConfigurationShape.Flag:
                json.WriteString("type", "boolean");
                break;
            case ConfigurationShape.Globs:
                json.WriteString("type", "array");
                if (key.IsRequired)
                    json.WriteNumber("minItems", 1);
                json.WriteStartObject("items");
                json.WriteString("type", "string");
                json.WriteString("pattern", @"^[^\[\]{}]*[^\[\]{}\s][^\[\]{}]*$");
                json.WriteEndObject();
                break;
            default:
                json.WriteString("type", "array");
                json.WriteStartObject("items");
                WriteObject(json, key.Fields);
                json.WriteEndObject();
                break;
        }
    }

    private static void WriteDirectory(Utf8JsonWriter json)
    {
        json.WriteString("type", "string");
        json.WriteString("pattern", @"^(?!/)(?!(.*/)?\.\.(/|$))[^\[\]{}\\]*[^\[\]{}\\\s][^\[\]{}\\]*$");
    }

    private static void WriteSetting(Utf8JsonWriter json)
    {
        json.WriteStartObject("setting");
        json.WriteString("description", string.Join(" ", ConfigurationKey.Settings.Select(setting => $"{setting.Word}: {setting.Description}")));
        WriteTexts(json, "enum", ConfigurationKey.Settings.Select(setting => setting.Word));
        json.WriteEndObject();
    }

    private static void WriteRules(Utf8JsonWriter json, RuleNames names)
    {
        json.WriteStartObject("rules");
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        WriteName(json, RuleNames.Everything, "Every rule.");
        foreach (var category in RuleNames.Categories)
            WriteName(json, category, $"Every rule of the category {category}.");
        foreach (var name in names.Ids.Concat(names.Cases).Concat(names.Slugs))
            WriteName(json, name, names.TitleOf(name) ?? name);
        json.WriteEndObject();
        json.WriteStartObject("patternProperties");
        json.WriteStartObject($"^({string.Join('|', names.Prefixes)})$");
        json.WriteString("$ref", "#/definitions/setting");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteName(Utf8JsonWriter json, string name, string description)
    {
        json.WriteStartObject(name);
        json.WriteString("description", description);
        json.WriteStartArray("allOf");
        WriteReference(json, "setting");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteReference(Utf8JsonWriter json, string definition)
    {
        json.WriteStartObject();
        json.WriteString("$ref", $"#/definitions/{definition}");
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
