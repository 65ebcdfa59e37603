using System.Collections.Immutable;
using System.Globalization;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;
using NetLint.Kubernetes.Resources;
using NetLint.Syntax.Yaml;

namespace NetLint.Rules.Manifests;

/// <summary>NL0004: a value that must be a string is a boolean or a number under kubectl's YAML rules.</summary>
public sealed class StringRequired : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        Id: "NL0004",
        Slug: "string-required",
        Title: "Boolean or number where only a string is taken",
        MessageFormat: "{0} '{1}' takes a string, but '{2}' reaches the API server as the {3}",
        Category: DiagnosticCategory.Validity,
        DefaultSeverity: DiagnosticSeverity.Error);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.RegisterResourceAction<Resource>(Analyze);

    private static void Analyze(ResourceAnalysisContext<Resource> context)
    {
        var resource = context.Resource;
        // Without an apiVersion it is no object of a cluster; of what is left of a broken document nothing is sure to have its meaning.
        if (!resource.ApiVersion.IsPresent || resource.IsPartial)
            return;
        if (resource.Node["metadata"] is YamlMapping metadata)
        {
            CheckMap(context, metadata["labels"], "The label");
            // kustomize writes these annotations anew, in quotes.
            if (!context.Model.IsRewritten(resource))
                CheckMap(context, metadata["annotations"], "The annotation");
        }

        // The fields of a custom resource have the types that its definition gives them.
        if (!BuiltInKinds.Has(resource.Group))
            return;
        switch (resource)
        {
            case ConfigMap or Secret:
                CheckMap(context, resource.Node["data"], $"The entry of the {resource.Kind}");
                CheckMap(context, resource.Node["stringData"], "The entry of the Secret");
                break;
            case Service or { Kind: "ReplicationController" } when resource.Node["spec"] is YamlMapping spec:
                CheckMap(context, spec["selector"], "The selector label");
                WalkChildren(context, spec);
                break;
            default:
                if (resource.Node["spec"] is { } other)
                    Walk(context, other);
                break;
        }
    }

    private static void Walk(ResourceAnalysisContext<Resource> context, YamlNode node)
    {
        if (node is YamlMapping mapping)
        {
            foreach (var entry in mapping.Entries)
            {
                switch (entry.Name)
                {
                    case "metadata" when entry.Value is YamlMapping metadata:
                        CheckMap(context, metadata["labels"], "The label");
                        CheckMap(context, metadata["annotations"], "The annotation");
                        break;
                    case "matchLabels":
                        CheckMap(context, entry.Value, "The selector label");
                        break;
                    case "nodeSelector":
                        CheckMap(context, entry.Value, "The node selector label");
                        break;
                    case "matchExpressions":
                        CheckExpressions(context, entry.Value);
                        break;
                    case "env":
                        CheckEnvironment(context, entry.Value);
                        break;
                }
            }
        }

        WalkChildren(context, node);
    }

    /// <summary>What an alias stands for is written elsewhere, and is met there.</summary>
    private static void WalkChildren(ResourceAnalysisContext<Resource> context, YamlNode node)
    {
        var children = node switch
        {
            YamlMapping mapping => mapping.Written.Select(entry => entry.Value),
            YamlSequence sequence => sequence.Items,
            _ => [],
        };
        foreach (var child in children)
        {
            if (child is not YamlScalar && node.Span.Contains(child.Span))
                Walk(context, child);
        }
    }

    private static void CheckMap(ResourceAnalysisContext<Resource> context, YamlNode? node, string what)
    {
        foreach (var entry in (node as YamlMapping)?.Entries ?? [])
            Check(context, entry.Value, what, entry.Name ?? "");
    }

    private static void CheckExpressions(ResourceAnalysisContext<Resource> context, YamlNode node)
    {
        foreach (var item in (node as YamlSequence)?.Items.OfType<YamlMapping>() ?? [])
        {
            var key = (item["key"] as YamlScalar)?.Value ?? "";
            foreach (var value in (item["values"] as YamlSequence)?.Items ?? [])
                Check(context, value, "The selector label", key);
        }
    }

    private static void CheckEnvironment(ResourceAnalysisContext<Resource> context, YamlNode node)
    {
        foreach (var item in (node as YamlSequence)?.Items.OfType<YamlMapping>() ?? [])
        {
            if (item["value"] is { } value)
                Check(context, value, "The environment variable", (item["name"] as YamlScalar)?.Value ?? "");
        }
    }

    private static void Check(ResourceAnalysisContext<Resource> context, YamlNode node, string what, string key)
    {
        if (node is not YamlScalar scalar || scalar.Resolve() is not { IsBooleanOrNumber: true } value)
            return;
        context.Report(Rule, node.Origin, [what, key, scalar.Value, Received(value)]);
    }

    private static string Received(ScalarValue value) => value.Kind switch
    {
        ScalarKind.Boolean => value.Boolean ? "boolean true" : "boolean false",
        ScalarKind.Integer => "number " + value.Integer.ToString(CultureInfo.InvariantCulture),
        _ => double.TryParse(value.Text.Replace("_", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? "number " + number.ToString("R", CultureInfo.InvariantCulture)
            : "number " + value.Text,
    };
}
