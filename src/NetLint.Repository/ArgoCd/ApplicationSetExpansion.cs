using System.Collections.Immutable;
using NetLint.Repository.Kustomize;
using NetLint.Repository.Kustomize.Loading;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.ArgoCd;

/// <summary>
/// Makes the applications of an ApplicationSet. Generators that ask a cluster or a service give applications that stand for any number of others,
/// so that what does not depend on them, such as a fixed path, is still known.
/// </summary>
public static class ApplicationSetExpansion
{
    private static readonly ImmutableArray<string> ControlWords = ["if", "else", "end", "range", "with", "/*", "-"];

    /// <summary>Makes the applications.</summary>
    /// <param name="set">The ApplicationSet.</param>
    /// <param name="identity">Tells whether a git generator asks this repository.</param>
    /// <param name="paths">What git generators list.</param>
    /// <param name="files">What git generators read.</param>
    public static ApplicationSetResult Expand(ApplicationSet set, RepositoryIdentity identity, RepositoryPaths paths, IKustomizeFiles files)
    {
        ArgumentNullException.ThrowIfNull(set);
        var budget = new ExpansionBudget();
        var template = new ParameterTemplate(set.IsGoTemplate, budget);
        var expansion = new GeneratorExpansion(template, budget, new GitGenerator(template, budget, identity, paths, files));
        var applications = ImmutableArray.CreateBuilder<Application>();
        var isPatched = set.TemplatePatch is { } patch && MayChangeDeployment(patch.Value);
        if (isPatched)
            expansion.Report("the patch of its applications is not applied", set.TemplatePatch!);
        foreach (var generator in set.Generators)
        {
            foreach (var kind in GeneratorExpansion.KindsOf(generator))
            {
                var filled = MergeTemplates(generator.Mapping(kind).Mapping("template"), set.Template);
                if (filled is null)
                    continue;
                foreach (var parameters in expansion.Expand(generator, kind, outer: null))
                {
                    if (!budget.TakeApplication() || !budget.TakeMatches(filled.Weight))
                        break;
                    var node = parameters.Values.Entries.IsEmpty && !parameters.IsOpen ? filled : (YamlMapping)template.Fill(filled, parameters);
                    applications.Add(ApplicationReader.Read(node) with
                    {
                        Namespace = set.Namespace,
                        GeneratedBy = set.Origin,
                        IsOpen = parameters.IsOpen,
                        IsAssumed = parameters.IsAssumed,
                        IsPatched = isPatched,
                    });
                }
            }
        }

        var problem = budget.Exhausted is { } exhausted
            ? new RenderProblem(RenderProblemKind.Limit, $"ApplicationSet '{set.Name?.Value}' is not expanded: {exhausted}", set.Origin)
            : null;
        return new ApplicationSetResult(applications.DrainToImmutable(), [.. expansion.Unresolved.Distinct()], problem);
    }

    /// <summary>The template of a generator wins over that of the ApplicationSet wherever it says something.</summary>
    private static YamlMapping? MergeTemplates(YamlMapping? own, YamlMapping? common)
    {
        if (own is null || common is null)
            return own ?? common;
        foreach (var entry in common.Entries)
        {
            if (entry is not { Key: YamlScalar key, Name: { } name })
                continue;
            if (own[name] is not { } value || ParameterSet.IsEmpty(value))
                own = own.With(key, entry.Value);
            else if (value is YamlMapping inner && entry.Value is YamlMapping other && MergeTemplates(inner, other) is { } merged)
                own = own.With(key, merged);
        }

        return own;
    }

    /// <summary>
    /// Most patches set how often to sync. One that says nothing of sources and destinations, and has no line that a parameter alone makes, leaves
    /// what is deployed as it is.
    /// </summary>
    private static bool MayChangeDeployment(string patch)
    {
        if (patch.Contains("source", StringComparison.Ordinal) || patch.Contains("destination", StringComparison.Ordinal))
            return true;
        foreach (var line in patch.Split('\n'))
        {
            var text = line.Trim();
            if (text.StartsWith("{{", StringComparison.Ordinal) && !ControlWords.Any(word => text[2..].TrimStart('-', ' ').StartsWith(word, StringComparison.Ordinal)))
                return true;
        }

        return patch.Contains("toYaml", StringComparison.Ordinal);
    }
}
