using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;
using NetLint.Kubernetes.Knowledge;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Rules.NetworkPolicies;

/// <summary>
/// NL3004: a namespaceSelector asks for a label that the namespace it means does not carry. Labels of namespaces are set by
/// administrators, so only a name under the wrong key and a near miss of a declared Namespace are certain enough.
/// </summary>
public sealed class NamespaceSelectorMatchesNothing : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor NameKey = new(
        Id: "NL3004",
        Slug: "namespace-selector-matches-nothing",
        Title: "Namespace is selected by its name under a key it does not carry",
        MessageFormat: "Namespace '{0}' has no label '{1}'; its name is the value of the label 'kubernetes.io/metadata.name'",
        Category: DiagnosticCategory.Correctness,
        DefaultSeverity: DiagnosticSeverity.Warning)
    {
        Case = "name-key",
    };

    private static readonly DiagnosticDescriptor Near = NameKey with
    {
        Case = "near-miss",
        Title = "Namespace selector nearly matches the label of a declared Namespace",
        MessageFormat = "No Namespace has the label '{0}: {1}'; Namespace '{2}' has '{3}: {4}'",
    };

    /// <summary>The namespaces every cluster has. Their labels are the API server's.</summary>
    private static readonly string[] BuiltIn = ["kube-system", "kube-public", "kube-node-lease"];

    /// <summary>Among more namespaces no near miss is sought: each label would be compared with each.</summary>
    private const int MaxNamespaces = 300;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [NameKey, Near];

    /// <inheritdoc/>
    public override ImmutableArray<string> Reads => [ModelKinds.Namespace];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.RegisterResourceAction<NetworkPolicy>(Analyze);

    private static void Analyze(ResourceAnalysisContext<NetworkPolicy> context)
    {
        var spec = context.Resource.Spec;
        foreach (var peer in spec.Ingress.Concat(spec.Egress).SelectMany(rule => rule.Peers))
        {
            var selector = LabelSelector.FromObject(peer.NamespaceSelector.Value);
            if (selector.IsRefused || selector.IsUnresolved)
                continue;
            foreach (var requirement in selector.Requirements.Where(requirement => requirement.IsEquality))
                Check(context, requirement);
        }
    }

    private static void Check(ResourceAnalysisContext<NetworkPolicy> context, LabelRequirement requirement)
    {
        var policy = context.Resource;
        var value = requirement.Values[0];
        // A Namespace that another tool hands on may get any label on the way.
        if (context.Model.MayExistUnseen(policy, ProducedKinds.Namespaces, name: null))
            return;
        var meant = context.Model.Named<Namespace>(value).ToImmutableArray();
        if (meant.Any(item => context.Model.IsRewritten(item) || item.IsPartial))
            return;
        // Whoever writes objects for a namespace knows that it exists, declared or not.
        if (requirement.Key == Namespace.NameLabel && (!meant.IsEmpty || SystemNamespaces.IsSystem(value) || value == "default" || context.Model.NamespacesInUse.Contains(value)))
            return;
        if (IsNameKey(requirement.Key) && (!meant.IsEmpty || IsBuiltIn(requirement.Key, value)))
        {
            if (context.Model.InRepository<Namespace>().Any(item => Satisfies(item, requirement)))
                return;
            context.Report(NameKey, requirement.KeyNode.Origin, [value, requirement.Key], meant.Take(3).Select(item => new RelatedLocation(RelatedRole.Target, item.NameOrigin, $"Namespace '{item.Name}'")));
            return;
        }

        var declared = context.Model.InRepository<Namespace>().Take(MaxNamespaces + 1).ToImmutableArray();
        if (declared.Length > MaxNamespaces || declared.Any(item => Satisfies(item, requirement)))
            return;
        var nearest = declared
            .Where(item => !context.Model.IsRewritten(item) && context.Model.IsInSight(policy, item) && !context.Model.AreAlternatives(policy, item))
            .SelectMany(item => LabelsOf(item).Select(label => (Item: item, label.Key, label.Value, label.Place)))
            .Where(label => IsNear(label.Key, label.Value, requirement))
            .OrderBy(label => context.Model.Distance(policy, label.Item))
            .ThenBy(label => label.Item.Source.Id)
            .ThenBy(label => label.Place.Span)
            .FirstOrDefault();
        if (nearest.Item is not { } near)
            return;
        var isKey = nearest.Key != requirement.Key;
        context.Report(
            Near,
            (isKey ? requirement.KeyNode : requirement.ValueNode).Origin,
            [requirement.Key, value, near.Name, nearest.Key, nearest.Value],
            [new RelatedLocation(RelatedRole.Target, nearest.Place, $"the nearest label, of Namespace '{near.Name}'")]);
    }

    /// <summary>True for a key that people take for the one that holds the name of a namespace.</summary>
    private static bool IsNameKey(string key) =>
        key is "name" or "namespace"
        || (key != Namespace.NameLabel && (Spelling.IsNear(key, Namespace.NameLabel) || key is "metadata.name" or "kubernetes.io/name" or "k8s.io/metadata.name"));

    private static bool IsBuiltIn(string key, string value) =>
        BuiltIn.Contains(value) || (key is not ("name" or "namespace") && SystemNamespaces.IsSystem(value));

    private static bool Satisfies(Namespace item, LabelRequirement requirement) =>
        requirement.Key == Namespace.NameLabel
            ? requirement.IsSatisfiedBy(item.Name) || Substitution.IsUnresolved(item.Name)
            : requirement.IsSatisfiedBy(item.Metadata.Labels.Value)
                || item.Metadata.Labels.State == FieldState.WrongType
                || Substitution.IsUnresolved(item.Metadata.Labels.Value?[requirement.Key]);

    private static bool IsNear(string key, string value, LabelRequirement requirement) =>
        (key == requirement.Key && Spelling.IsNear(value, requirement.Values[0])) || (value == requirement.Values[0] && Spelling.IsNear(key, requirement.Key));

    /// <summary>The labels of a Namespace: those written, and the one the API server sets.</summary>
    private static IEnumerable<(string Key, string Value, Origin Place)> LabelsOf(Namespace item)
    {
        if (item.Name.Length > 0)
            yield return (Namespace.NameLabel, item.Name, item.NameOrigin);
        foreach (var label in item.Metadata.Labels.Value?.Entries ?? [])
        {
            if (label.Key != Namespace.NameLabel)
                yield return (label.Key, label.Value, Shown(label.ValueNode, label.KeyNode));
        }
    }

    private static Origin Shown(YamlNode value, YamlNode key) => value.Span.IsEmpty ? key.Origin : value.Origin;
}
