using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;
using NetLint.Kubernetes.Resources;
using NetLint.Syntax.Yaml;

namespace NetLint.Rules.NetworkPolicies;

/// <summary>NL3006: a NetworkPolicy has a list of rules for a direction that its policyTypes leave out, so the list does nothing.</summary>
public sealed class RulesWithoutPolicyType : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rules = new(
        Id: "NL3006",
        Slug: "rules-without-policy-type",
        Title: "Rules of a direction that policyTypes leaves out",
        MessageFormat: "The {0} rules of NetworkPolicy '{1}' do nothing, because its policyTypes name only {2}",
        Category: DiagnosticCategory.Correctness,
        DefaultSeverity: DiagnosticSeverity.Error)
    {
        Case = "rules",
    };

    private static readonly DiagnosticDescriptor EmptyList = Rules with
    {
        Case = "empty-list",
        Title = "Empty list for a direction that policyTypes leaves out",
        MessageFormat = "The empty {0} list of NetworkPolicy '{1}' denies nothing, because its policyTypes name only {2}",
        DefaultSeverity = DiagnosticSeverity.Warning,
    };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rules, EmptyList];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.RegisterResourceAction<NetworkPolicy>(Analyze);

    private static void Analyze(ResourceAnalysisContext<NetworkPolicy> context)
    {
        var policy = context.Resource;
        // Without policyTypes the directions follow from the rules; of lines that were left out nothing is known.
        if (!policy.Spec.HasPolicyTypes || policy.IsPartial)
            return;
        // A type that does not exist is refused, and is likely the missing one misspelt.
        if (policy.Spec.PolicyTypeItems.Any(item => item is not YamlScalar { Value: "Ingress" or "Egress" }))
            return;
        Check(context, "Ingress", policy.Spec.Sequence("ingress"));
        Check(context, "Egress", policy.Spec.Sequence("egress"));
    }

    private static void Check(ResourceAnalysisContext<NetworkPolicy> context, string direction, Field<YamlSequence> field)
    {
        var spec = context.Resource.Spec;
        if (field.Value is not { } list || spec.PolicyTypes.Any(type => type.Value == direction))
            return;
        var types = string.Join(" and ", spec.PolicyTypes.Select(type => $"'{type.Value}'").Distinct());
        context.Report(
            list.Items.IsEmpty ? EmptyList : Rules,
            field.KeyOrigin,
            [field.Name, context.Resource.Name, types],
            [new RelatedLocation(RelatedRole.Note, spec.Sequence("policyTypes").Origin, $"'{direction}' is missing here")]);
    }
}
