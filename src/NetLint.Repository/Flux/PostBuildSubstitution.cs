using System.Collections.Immutable;
using NetLint.Repository.Kustomize;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Flux;

/// <summary>A variable whose value is not known.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Origin">The scalar that holds it.</param>
public sealed record UnresolvedVariable(string Name, Origin Origin);

/// <summary>An object after its variables are filled in.</summary>
/// <param name="Node">The object.</param>
/// <param name="Unresolved">The variables that are still in it, in order; text that holds one is as it is written.</param>
/// <param name="Problem">Why Flux refuses the object, and with it the whole Kustomization; null when it does not.</param>
public sealed record SubstitutedResource(YamlMapping Node, ImmutableArray<UnresolvedVariable> Unresolved, RenderProblem? Problem);

/// <summary>
/// Fills the variables of a Flux Kustomization into the objects it built. Flux prints each object as YAML, replaces in the text and reads it
/// again, so a string that is printed without quotes can become a number, a boolean, a null or a list. The deciding place of a value stays the
/// scalar in the resource; that of the variable follows.
/// </summary>
public sealed class PostBuildSubstitution
{
    /// <summary>The label or annotation that spares an object.</summary>
    private const string Switch = "kustomize.toolkit.fluxcd.io/substitute";

    private readonly SubstitutionVariables _variables;

    private PostBuildSubstitution(SubstitutionVariables variables) => _variables = variables;

    /// <summary>Gathers the variables of a Kustomization; null when it fills in nothing.</summary>
    /// <param name="kustomization">The Kustomization.</param>
    /// <param name="find">
    /// The ConfigMap or Secret of a reference, in the namespace of the Kustomization; null when the repository does not hold it, so that any
    /// variable may be in it.
    /// </param>
    public static PostBuildSubstitution? Of(FluxKustomization kustomization, Func<SubstituteReference, YamlMapping?> find)
    {
        ArgumentNullException.ThrowIfNull(kustomization);
        ArgumentNullException.ThrowIfNull(find);
        if (kustomization.PostBuild is not { } postBuild)
            return null;
        var variables = SubstitutionVariables.Of(postBuild, find);
        return variables.IsEmpty && variables.IsComplete && !postBuild.IsAlways ? null : new PostBuildSubstitution(variables);
    }

    /// <summary>Fills the variables into an object.</summary>
    public SubstitutedResource Apply(YamlMapping resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        if (IsSpared(resource))
            return new SubstitutedResource(resource, [], null);
        if (_variables.Refused is { } refused)
            return new SubstitutedResource(resource, [], new RenderProblem(RenderProblemKind.Invalid, $"'{refused.Name}' cannot be the name of a variable", refused.Origin));
        var pass = new Pass(_variables);
        var node = (YamlMapping)pass.Visit(resource, isItem: false);
        return pass.Problem is null
            ? new SubstitutedResource(node, [.. pass.Unresolved], null)
            : new SubstitutedResource(resource, [.. pass.Unresolved], pass.Problem);
    }

    private static bool IsSpared(YamlMapping resource)
    {
        var metadata = resource.Mapping("metadata");
        return metadata.Mapping("labels").Text(Switch)?.Value == "disabled" || metadata.Mapping("annotations").Text(Switch)?.Value == "disabled";
    }

    /// <summary>One walk over one object.</summary>
    private sealed class Pass(SubstitutionVariables variables)
    {
        public List<UnresolvedVariable> Unresolved { get; } = [];

        public RenderProblem? Problem { get; private set; }

        public YamlNode Visit(YamlNode node, bool isItem) => node switch
        {
            YamlMapping mapping => VisitMapping(mapping),
            YamlSequence sequence => VisitSequence(sequence),
            YamlScalar scalar when scalar.Value.Contains('$', StringComparison.Ordinal) => Fill(scalar, isItem),
            _ => node,
        };

        private YamlMapping VisitMapping(YamlMapping mapping)
        {
            ImmutableArray<YamlMappingEntry>.Builder? entries = null;
            for (var i = 0; i < mapping.Entries.Length && Problem is null; i++)
            {
                var entry = mapping.Entries[i];
                var value = Visit(entry.Value, isItem: false);
                var key = entry.Key is YamlScalar { Value: var name } written && name.Contains('$', StringComparison.Ordinal) ? Fill(written, isItem: true) : entry.Key;
                if (ReferenceEquals(value, entry.Value) && ReferenceEquals(key, entry.Key))
                    continue;
                entries ??= mapping.Entries.ToBuilder();
                entries[i] = new YamlMappingEntry(key, value, ReferenceEquals(key, entry.Key) ? entry.Name : (key as YamlScalar)?.Resolve().ToJsonName());
            }

            return entries is null ? mapping : mapping.WithEntries(entries.DrainToImmutable());
        }

        private YamlSequence VisitSequence(YamlSequence sequence)
        {
            ImmutableArray<YamlNode>.Builder? items = null;
            for (var i = 0; i < sequence.Items.Length && Problem is null; i++)
            {
                var item = Visit(sequence.Items[i], isItem: true);
                if (ReferenceEquals(item, sequence.Items[i]))
                    continue;
                items ??= sequence.Items.ToBuilder();
                items[i] = item;
            }

            return items is null ? sequence : sequence.WithItems(items.DrainToImmutable());
        }

        private YamlNode Fill(YamlScalar scalar, bool isItem)
        {
            var printed = PrintedScalar.Of(scalar.Value);
            var expression = VariableExpression.Evaluate(printed.Text, variables);
            Unresolved.AddRange(expression.Unresolved.Distinct().Select(name => new UnresolvedVariable(name, scalar.Origin)));
            if (expression.Problem is { } problem)
                return Refuse(scalar, problem);
            if (string.Equals(expression.Result, printed.Text, StringComparison.Ordinal))
                return scalar;
            ImmutableArray<Origin> earlier = [.. expression.Used.Select(variable => variable.Origin).OfType<Origin>().Distinct(), .. scalar.EarlierOrigins];
            return printed.ReadBack(expression.Result, isItem, scalar.Origin, earlier) ?? Refuse(scalar, "the text is no YAML once its variables are filled in");
        }

        private YamlScalar Refuse(YamlScalar scalar, string problem)
        {
            Problem ??= new RenderProblem(RenderProblemKind.Invalid, $"Flux cannot fill in the variables here: {problem}", scalar.Origin);
            return scalar;
        }
    }
}
