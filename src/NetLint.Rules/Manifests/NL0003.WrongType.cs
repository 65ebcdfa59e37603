using System.Collections.Immutable;
using System.Globalization;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;
using NetLint.Kubernetes.Knowledge;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;
using NetLint.Syntax.Yaml;

namespace NetLint.Rules.Manifests;

/// <summary>NL0003: a field of a networking kind, or of the networking part of a pod, has a value of the wrong type.</summary>
public sealed class WrongType : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        Id: "NL0003",
        Slug: "wrong-type",
        Title: "Field has a value of the wrong type",
        MessageFormat: "The field '{0}' takes {1}, not {2}{3}",
        Category: DiagnosticCategory.Validity,
        DefaultSeverity: DiagnosticSeverity.Error);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.RegisterResourceAction<Resource>(Analyze);

    private static void Analyze(ResourceAnalysisContext<Resource> context)
    {
        var resource = context.Resource;
        // Of what is left of a document that does not parse, nothing is sure to have its meaning.
        if (resource.IsPartial || resource.ApiVersion.Value is not { } apiVersion)
            return;
        if (NetworkingSchemas.TryGet(apiVersion, resource.Kind, out var schema))
            Check(context, resource.Node, schema, "");
        // Custom resources with pod templates have schemas of their own.
        if (resource is not Workload workload || !BuiltInKinds.Has(resource.Group))
            return;
        Check(context, resource.Node, NetworkingSchemas.MetadataOnly, "");
        foreach (var template in workload.PodTemplates)
        {
            if (template.Node is { } node && !ReferenceEquals(node, resource.Node))
                Check(context, node, NetworkingSchemas.PodTemplate, "");
            else if (template.Node?["spec"] is { } spec)
                Check(context, spec, NetworkingSchemas.PodTemplate["spec"]!, "spec");
        }
    }

    private static void Check(ResourceAnalysisContext<Resource> context, YamlNode node, FieldType type, string field)
    {
        // A null is received as if the field were not there.
        if (node.IsNull)
            return;
        switch (type.Shape, node)
        {
            case (FieldShape.Object, YamlMapping mapping):
                foreach (var entry in mapping.Entries)
                {
                    if (entry.Name is { } name && type[name] is { } known)
                        Check(context, entry.Value, known, name);
                }

                break;
            case (FieldShape.Map, YamlMapping map):
                foreach (var entry in map.Entries)
                    Check(context, entry.Value, type.Element!, entry.Name ?? "");
                break;
            case (FieldShape.List, YamlSequence list):
                foreach (var item in list.Items)
                    CheckItem(context, item, type.Element!, field);
                break;
            default:
                CheckValue(context, node, type.Shape, field);
                break;
        }
    }

    private static void CheckItem(ResourceAnalysisContext<Resource> context, YamlNode item, FieldType type, string field)
    {
        if (item.IsNull && type.Shape == FieldShape.Object)
            context.Report(Rule, item.Origin, [field, "a list of objects", "null as an item", ""]);
        else
            Check(context, item, type, field);
    }

    private static void CheckValue(ResourceAnalysisContext<Resource> context, YamlNode node, FieldShape shape, string field)
    {
        if (IsTaken(node, shape) || IsTemplated(node) || (shape == FieldShape.Integer && IsPlaceholder(node, field)))
            return;
        context.Report(Rule, node.Origin, [field, Describe(shape), Describe(node), Advice(node, shape)]);
    }

    private static bool IsTaken(YamlNode node, FieldShape shape)
    {
        if (shape == FieldShape.Anything)
            return true;
        if (node is not YamlScalar scalar)
            return false;
        var value = scalar.Resolve();
        return shape switch
        {
            FieldShape.Text => value.Kind == ScalarKind.String,
            // A boolean or number is NL0004's.
            FieldShape.FreeText => true,
            FieldShape.Integer => value.Kind == ScalarKind.Integer || (value.Kind == ScalarKind.Float && IsWhole(value.Text)),
            FieldShape.Boolean => value.Kind == ScalarKind.Boolean,
            FieldShape.IntegerOrText => value.Kind is ScalarKind.Integer or ScalarKind.String || (value.Kind == ScalarKind.Float && IsWhole(value.Text)),
            _ => false,
        };
    }

    /// <summary>JSON knows one type of numbers: 80.0 and 8e1 reach the API server as 80.</summary>
    private static bool IsWhole(string text) =>
        double.TryParse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsInteger(number);

    /// <summary>A value that a tool fills in may have any type then; <c>{{ … }}</c> without quotes reads as a map in a map.</summary>
    private static bool IsTemplated(YamlNode node) =>
        node is YamlScalar scalar ? Substitution.IsUnresolved(scalar.Value) : node.Source.Content.AsSpan(node.Span.Start, node.Span.Length).StartsWith("{{", StringComparison.Ordinal);

    /// <summary>A number that a person fills in, as guides write it: <c>containerPort: PORT</c>, <c>port: HTTP_PORT</c>.</summary>
    private static bool IsPlaceholder(YamlNode node, string field) =>
        node is YamlScalar { Value: [>= 'A' and <= 'Z', ..] word }
        && word.All(c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_')
        && (word.Contains('_', StringComparison.Ordinal) || field.EndsWith(word, StringComparison.OrdinalIgnoreCase));

    private static string Describe(FieldShape shape) => shape switch
    {
        FieldShape.Text or FieldShape.FreeText => "a string",
        FieldShape.Integer => "an integer",
        FieldShape.Boolean => "a boolean",
        FieldShape.IntegerOrText => "an integer or a string",
        FieldShape.List => "a list",
        FieldShape.Map => "a map",
        _ => "an object",
    };

    private static string Describe(YamlNode node)
    {
        if (node is not YamlScalar scalar)
            return node is YamlSequence ? "a list" : "a map";
        var value = scalar.Resolve();
        return value.Kind switch
        {
            ScalarKind.Boolean => $"the boolean '{scalar.Value}'",
            ScalarKind.Integer or ScalarKind.Float => $"the number '{scalar.Value}'",
            _ => $"the string '{scalar.Value}'",
        };
    }

    private static string Advice(YamlNode node, FieldShape shape)
    {
        if (node is not YamlScalar scalar)
            return "";
        var unquoted = ScalarValue.Resolve(scalar.Value, ScalarStyle.Plain, tag: null);
        return shape switch
        {
            FieldShape.Integer when scalar.Style != ScalarStyle.Plain && unquoted.Kind == ScalarKind.Integer => "; without quotes it is one",
            FieldShape.Boolean when scalar.Style != ScalarStyle.Plain && unquoted.Kind == ScalarKind.Boolean => "; without quotes it is one",
            FieldShape.Text => "; put it in quotes",
            _ => "",
        };
    }
}
