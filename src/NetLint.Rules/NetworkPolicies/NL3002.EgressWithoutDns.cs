using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;
using NetLint.Kubernetes.Knowledge;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Rules.NetworkPolicies;

/// <summary>NL3002: pods are isolated for egress, and the union of the policies that select them lets no DNS out.</summary>
public sealed class EgressWithoutDns : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        Id: "NL3002",
        Slug: "egress-without-dns",
        Title: "Pods isolated for egress cannot reach DNS",
        MessageFormat: "NetworkPolicy '{0}' isolates egress, and no policy lets its pods reach DNS{1}",
        Category: DiagnosticCategory.Correctness,
        DefaultSeverity: DiagnosticSeverity.Warning);

    /// <summary>A namespace with more policies is not judged: each is compared with each.</summary>
    private const int MaxPolicies = 2000;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    /// <inheritdoc/>
    public override ImmutableArray<string> Reads => [ModelKinds.NetworkPolicy, ModelKinds.ForeignNetworkPolicy, ModelKinds.Pod];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.RegisterUnitAction(Analyze);

    private static void Analyze(UnitAnalysisContext context)
    {
        var model = context.Model;
        var closed = context.Unit.Resources.OfType<NetworkPolicy>().Where(policy => policy.IsolatesEgress).GroupBy(model.NamespaceOf);
        foreach (var group in closed)
        {
            var suspects = group.Select(policy => Isolation.Of(model, policy)).Where(IsCertain).ToImmutableArray();
            if (suspects.IsEmpty || Substitution.IsUnresolved(group.Key) || HasForeignPolicies(model, suspects[0].Policy))
                continue;
            var policies = model.InNamespaceOf<NetworkPolicy>(suspects[0].Policy).Take(MaxPolicies + 1).Select(policy => Isolation.Of(model, policy)).ToImmutableArray();
            if (policies.Length > MaxPolicies)
                continue;
            var openers = policies.Where(policy => policy.Dns.IsOpen).ToImmutableArray();
            var broken = suspects.Select(suspect => Judge(model, suspect, openers, policies)).OfType<BrokenSet>().ToImmutableArray();
            foreach (var set in broken.Where(set => !broken.Any(other => set.IsPartOf(other, model))))
                Report(context, set);
        }
    }

    /// <summary>The policy is read whole, means what it says, and isolates pods that it does not let reach DNS itself.</summary>
    private static bool IsCertain(Isolation suspect) =>
        !suspect.Dns.IsOpen
        && !suspect.Selector.IsRefused
        && !suspect.Selector.IsUnresolved
        && suspect.Policy.Spec.PolicyTypeItems.All(item => item is YamlScalar { Value: "Ingress" or "Egress" });

    /// <summary>Policies of other kinds add to what is allowed, in ways that are not read here.</summary>
    private static bool HasForeignPolicies(SemanticModel model, NetworkPolicy policy) =>
        model.InRepository<ForeignNetworkPolicy>().Any(other => other.IsClusterWide) || model.InNamespaceOf<ForeignNetworkPolicy>(policy).Any();

    /// <summary>The pods that are left without DNS; null when there are none, or when that cannot be known.</summary>
    private static BrokenSet? Judge(SemanticModel model, Isolation suspect, ImmutableArray<Isolation> openers, ImmutableArray<Isolation> policies)
    {
        if (model.MayExistUnseen(suspect.Policy, ProducedKinds.NetworkPolicies, name: null))
            return null;
        var near = openers.Where(opener => !SelectedPods.AreDisjoint(opener.Selector, suspect.Selector)).ToImmutableArray();
        if (near.Any(opener => opener.Selector.IsUnresolved || opener.Selector.IsRefused || SelectedPods.Covers(opener.Selector, suspect.Selector)))
            return null;
        // Pods chosen to reach nothing at all have no use for DNS; a default for the whole namespace chooses none.
        var allowing = policies.Where(policy => policy.LetsOut && IsBeside(model, suspect.Policy, policy.Policy)).ToImmutableArray();
        if (!suspect.Selector.IsEmpty && !allowing.Any(policy => !SelectedPods.AreDisjoint(policy.Selector, suspect.Selector)))
            return null;
        // A policy that selects nothing isolates nothing.
        if (SelectedPods.NoneOf(model, suspect.Policy, suspect.Selector) is not null)
            return null;
        var pods = new Lazy<ImmutableArray<PodTemplate>>(() => PodsOf(model, suspect));
        if (near.IsEmpty)
        {
            var attempt = policies.Prepend(suspect).FirstOrDefault(policy => policy.Dns.Attempt is not null && !SelectedPods.AreDisjoint(policy.Selector, suspect.Selector));
            return new BrokenSet(suspect, attempt ?? suspect, pods, Stranded: []);
        }

        // Some of the pods are let out: those that reach other things, and DNS not, were forgotten. Pods that reach nothing are meant to.
        var stranded = pods.Value.Where(pod => !near.Any(opener => opener.Selector.Matches(pod.Labels.Value)) && allowing.Any(policy => policy.Selector.Matches(pod.Labels.Value))).ToImmutableArray();
        return stranded.IsEmpty ? null : new BrokenSet(suspect, suspect, pods, stranded);
    }

    /// <summary>The pods that a policy surely selects, as far as they are in sight.</summary>
    private static ImmutableArray<PodTemplate> PodsOf(SemanticModel model, Isolation suspect)
    {
        if (!suspect.Selector.IsEmpty)
            return model.FindPods(suspect.Policy, suspect.Selector) is Found<PodTemplate> found ? found.Items : [];
        var @namespace = model.NamespaceOf(suspect.Policy);
        return [.. model.InUnit<Workload>(suspect.Policy).Where(workload => model.NamespaceOf(workload) == @namespace).SelectMany(workload => workload.PodTemplates)];
    }

    /// <summary>True when a cluster surely gets both policies, in one namespace.</summary>
    private static bool IsBeside(SemanticModel model, NetworkPolicy policy, NetworkPolicy other) =>
        model.NamespaceOf(policy) == model.NamespaceOf(other)
        && (model.NamespaceOf(policy) is not null || model.Distance(policy, other) <= (model.Unit.IsDeployed ? 0 : 1))
        && !model.AreAlternatives(policy, other);

    private static void Report(UnitAnalysisContext context, BrokenSet set)
    {
        var policy = set.Suspect.Policy;
        var spec = policy.Spec;
        var own = spec.Sequence("egress") is { Key: { } key } ? key.Origin : EgressType(spec) ?? policy.NameOrigin;
        if (set.Stranded.Select(pod => pod.Owner).Distinct().Take(3).ToImmutableArray() is [var first, ..] owners)
        {
            var related = owners.Select(owner => new RelatedLocation(RelatedRole.Target, owner.NameOrigin, $"{owner.Kind} '{owner.Name}' cannot resolve names"));
            context.Report(Rule, policy, own, [policy.Name, $": nothing opens it for the pods of {first.Kind} '{first.Name}'"], related);
            return;
        }

        if (set.Nearest.Dns.Attempt is not { } attempt)
            context.Report(Rule, policy, own, [policy.Name, ""]);
        else if (set.Nearest == set.Suspect)
            context.Report(Rule, policy, attempt, [policy.Name, set.Nearest.Dns.Problem]);
        else
            context.Report(Rule, policy, own, [policy.Name, set.Nearest.Dns.Problem], [new RelatedLocation(RelatedRole.Note, attempt, $"the rule of NetworkPolicy '{set.Nearest.Policy.Name}'")]);
    }

    private static Origin? EgressType(NetworkPolicySpec spec) => spec.PolicyTypes.FirstOrDefault(type => type.Value == "Egress")?.Origin;

    /// <summary>A policy with what the rule asks of it, read once.</summary>
    private sealed record Isolation(NetworkPolicy Policy, LabelSelector Selector, DnsEgress Dns)
    {
        /// <summary>True when it allows its pods some egress.</summary>
        public bool LetsOut => Policy.IsolatesEgress && Policy.Spec.Egress.Length > 0;

        public static Isolation Of(SemanticModel model, NetworkPolicy policy) =>
            new(policy, policy.Spec.PodSelector, DnsEgress.Of(policy, model.NamespaceOf(policy)));
    }

    /// <summary>A policy whose pods cannot reach DNS, and the policy that comes nearest to opening it.</summary>
    private sealed record BrokenSet(Isolation Suspect, Isolation Nearest, Lazy<ImmutableArray<PodTemplate>> Pods, ImmutableArray<PodTemplate> Stranded)
    {
        /// <summary>True when another finding tells of these pods already: one on a broader policy, or on an earlier one just as broad.</summary>
        public bool IsPartOf(BrokenSet other, SemanticModel model)
        {
            if (ReferenceEquals(this, other) || !Includes(other, this) || model.AreAlternatives(Suspect.Policy, other.Suspect.Policy))
                return false;
            return !Includes(this, other) || Order(other.Suspect.Policy, Suspect.Policy) < 0;
        }

        private static bool Includes(BrokenSet wide, BrokenSet narrow) =>
            SelectedPods.Covers(wide.Suspect.Selector, narrow.Suspect.Selector)
            || (!narrow.Pods.Value.IsEmpty && narrow.Pods.Value.All(pod => wide.Pods.Value.Contains(pod)));

        private static int Order(NetworkPolicy left, NetworkPolicy right) =>
            left.Source.Id.CompareTo(right.Source.Id) is var order and not 0 ? order : left.Node.Span.CompareTo(right.Node.Span);
    }
}
