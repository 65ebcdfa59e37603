using System.Collections.Immutable;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.ArgoCd;

/// <summary>Makes the sets of parameters of a generator.</summary>
internal sealed class GeneratorExpansion(ParameterTemplate template, ExpansionBudget budget, GitGenerator git)
{
    /// <summary>A matrix or merge may hold one more level of them.</summary>
    private const int MaxDepth = 3;

    private static readonly ImmutableArray<string> Kinds =
        ["list", "clusters", "git", "scmProvider", "clusterDecisionResource", "pullRequest", "matrix", "merge", "plugin"];

    private readonly List<UnresolvedGenerator> _unresolved = [];

    /// <summary>What is not known so far.</summary>
    public IEnumerable<UnresolvedGenerator> Unresolved => _unresolved.Concat(git.Unresolved);

    /// <summary>The generators that one item of a list of generators holds; nearly always one.</summary>
    public static IEnumerable<string> KindsOf(YamlMapping generator) => Kinds.Where(kind => generator[kind] is { IsNull: false });

    /// <summary>Says that something is not known.</summary>
    public void Report(string text, YamlNode place) => _unresolved.Add(new UnresolvedGenerator(text, place.Origin));

    /// <summary>The sets of a generator.</summary>
    /// <param name="generator">The item that holds it, its selector included.</param>
    /// <param name="kind">Which one of the item.</param>
    /// <param name="outer">The parameters that its texts may use: those of the first generator of a matrix.</param>
    /// <param name="depth">How many generators it lies in.</param>
    public IEnumerable<ParameterSet> Expand(YamlMapping generator, string kind, ParameterSet? outer, int depth = 0)
    {
        if (!budget.TakeMatches(generator.Weight))
            return [];
        var filled = outer is null ? generator : (YamlMapping)template.Fill(generator, outer);
        if (filled.Mapping(kind) is not { } node)
            return Open(kind, filled, "the generator is not read");
        var sets = kind switch
        {
            "list" => ExpandList(node),
            "git" => git.Expand(node),
            "matrix" when depth < MaxDepth => ExpandMatrix(node, depth),
            "merge" when depth < MaxDepth => ExpandMerge(node, depth),
            "clusters" => Open(kind, node, "the clusters that Argo CD knows are not in the repository"),
            _ => Open(kind, node, $"what the generator '{kind}' finds is not in the repository"),
        };
        // The selector is not a template.
        return generator.Mapping("selector") is { } selector ? sets.Where(set => GeneratorSelector.Matches(selector, set)) : sets;
    }

    /// <summary>One set for all that are not known; values that do not depend on them are.</summary>
    private IEnumerable<ParameterSet> Open(string kind, YamlMapping node, string reason)
    {
        Report(reason, node);
        var values = node.Flag("flatList") || kind == "git" ? null : node.Mapping("values");
        var known = new ParameterSet(ParameterNodes.Object(node, []), IsOpen: true);
        yield return GeneratorValues.Append(template, known, values);
    }

    private IEnumerable<ParameterSet> ExpandList(YamlMapping node)
    {
        foreach (var element in node.Mappings("elements"))
        {
            if (!budget.TakeParameterSet())
                yield break;
            if (template.IsGo)
                yield return new ParameterSet(element);
            else if (FlatElement(element) is { } flat)
                yield return new ParameterSet(flat);
        }

        if (node.Text("elementsYaml") is not { } text)
            yield break;
        var documents = YamlReader.Read(NetLint.Syntax.Text.SourceText.From(text.Source.Id, text.Value)).Documents;
        if (text.Value.Contains("{{", StringComparison.Ordinal) || documents is not [{ Errors.IsEmpty: true, Root: YamlSequence sequence }, ..])
        {
            Report("the elements of the list are made by a template", text);
            yield return new ParameterSet(ParameterNodes.Object(node, []), IsOpen: true);
            yield break;
        }

        foreach (var item in sequence.Items.OfType<YamlMapping>())
        {
            if (!budget.TakeParameterSet() || !budget.TakeMatches(item.Weight))
                yield break;
            yield return new ParameterSet((YamlMapping)GraftedYaml.At(item, text.Origin, text.EarlierOrigins));
        }
    }

    /// <summary>Without Go templates an element holds strings only, and strings within <c>values</c>; Argo CD refuses others.</summary>
    private YamlMapping? FlatElement(YamlMapping element)
    {
        var flat = new List<KeyValuePair<string, YamlNode>>();
        foreach (var entry in element.Entries)
        {
            if (entry is { Name: "values", Value: YamlMapping values })
                flat.AddRange(values.Entries.Select(value => KeyValuePair.Create("values." + value.Name, value.Value)));
            else
                flat.Add(KeyValuePair.Create(entry.Name ?? "", entry.Value));
        }

        if (flat.Find(static member => member.Value is not YamlScalar scalar || scalar.Resolve().Kind != ScalarKind.String) is not { Value: { } other })
            return ParameterNodes.Object(element, flat);
        Report("a value in the list is no string, which Argo CD refuses", other);
        return null;
    }

    private IEnumerable<ParameterSet> ExpandMatrix(YamlMapping node, int depth)
    {
        if (node.Mappings("generators") is not [var first, var second])
        {
            Report("a matrix takes two generators", node);
            yield break;
        }

        foreach (var outer in ExpandChild(first, null, depth))
        {
            foreach (var inner in ExpandChild(second, outer, depth))
            {
                if (!budget.TakeParameterSet() || !budget.TakeMatches(outer.Values.Weight + inner.Values.Weight))
                    yield break;
                if (template.IsGo)
                    yield return inner.With(outer, isDeep: true);
                else if (CombineFlat(outer, inner) is { } both)
                    yield return both;
                else
                    Report("both generators of the matrix have a parameter of the same name and another value, which Argo CD refuses", node);
            }
        }
    }

    /// <summary>Without Go templates both sets become strings and may share a name only with the same value.</summary>
    private static ParameterSet? CombineFlat(ParameterSet outer, ParameterSet inner)
    {
        foreach (var entry in inner.Values.Entries)
        {
            if (outer.Values[entry.Name ?? ""] is YamlScalar other && entry.Value is YamlScalar value && !string.Equals(other.Value, value.Value, StringComparison.Ordinal))
                return null;
        }

        return outer.With(inner, isDeep: false);
    }

    private IEnumerable<ParameterSet> ExpandMerge(YamlMapping node, int depth)
    {
        var generators = node.Mappings("generators");
        ImmutableArray<string> keys = [.. node.Texts("mergeKeys").Select(key => key.Value).Distinct()];
        if (generators.Length < 2 || keys.IsEmpty)
        {
            Report("a merge takes two generators and a key", node);
            return [];
        }

        var sets = generators.Select(generator => ExpandChild(generator, null, depth).ToImmutableArray()).ToImmutableArray();
        var byKey = new List<Dictionary<string, ParameterSet>>();
        foreach (var one in sets)
        {
            var known = new Dictionary<string, ParameterSet>(StringComparer.Ordinal);
            if (one.Any(set => !set.IsOpen && !known.TryAdd(KeyOf(set, keys), set)))
            {
                Report("two sets of parameters have the same values of the merge keys, which Argo CD refuses", node);
                return [];
            }

            byKey.Add(known);
        }

        // A generator of which not all is known may override any set.
        if (sets.Skip(1).Any(one => one.Any(set => set.IsOpen)))
            return [new ParameterSet(ParameterNodes.Object(node, []), IsOpen: true)];
        return sets[0].Select(set => set.IsOpen ? Loosen(set, sets.Skip(1).SelectMany(one => one)) : Override(set));

        ParameterSet Override(ParameterSet set)
        {
            var key = KeyOf(set, keys);
            foreach (var overriding in byKey.Skip(1))
            {
                if (overriding.TryGetValue(key, out var other))
                    set = set.With(other, isDeep: template.IsGo);
            }

            return set;
        }
    }

    /// <summary>A set that stands for many keeps only what none of them has otherwise.</summary>
    private static ParameterSet Loosen(ParameterSet set, IEnumerable<ParameterSet> overriding)
    {
        var values = set.Values;
        foreach (var name in overriding.SelectMany(other => other.Values.Entries).Select(entry => entry.Name).OfType<string>().Distinct())
            values = values.Without(name);
        return set with { Values = values };
    }

    private static string KeyOf(ParameterSet set, ImmutableArray<string> keys)
    {
        var flat = new List<KeyValuePair<string, string>>();
        foreach (var key in keys)
        {
            if (set.Values[key] is { } value)
                ParameterSet.Flatten(key, value, flat);
        }

        return string.Join('\0', flat.Select(pair => pair.Key + '\0' + pair.Value));
    }

    private IEnumerable<ParameterSet> ExpandChild(YamlMapping generator, ParameterSet? outer, int depth)
    {
        if (KindsOf(generator).ToImmutableArray() is [var kind])
            return Expand(generator, kind, outer, depth + 1);
        Report("a generator within another is exactly one of those that Argo CD has", generator);
        return [];
    }
}
