using NetLint.Analysis.Configuration;
using NetLint.Analysis.Diagnostics;
using NetLint.Kubernetes.Resources;
using NetLint.Repository;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Analysis.Suppression;

/// <summary>
/// Reads the annotation <c>netlint.io/ignore</c> of resources. It counts on the resource itself alone: elsewhere it would be copied to
/// objects that nobody wrote, so there it is reported as misplaced.
/// </summary>
internal sealed class IgnoreAnnotations(RuleNames rules, List<Suppression> found, List<SuppressionProblem> problems)
{
    private const string Domain = "netlint.io/";
    private const string Key = "netlint.io/ignore";

    public void Read(RepositoryFile file)
    {
        // A patch adds its annotations to a resource that is written elsewhere.
        if (file.Role != FileRole.Manifest)
            return;
        foreach (var document in file.Documents)
        {
            if (!document.IsRead || document.Root is not { } root || !file.Source.Content.AsSpan(document.Span.Start, document.Span.Length).Contains(Domain, StringComparison.Ordinal))
                continue;
            var resources = file.Resources.Where(resource => ReferenceEquals(resource.Document, document)).ToArray();
            var right = new HashSet<YamlNode>(ReferenceEqualityComparer.Instance);
            foreach (var resource in resources)
            {
                if (resource.Metadata.Annotations.Value is not { } annotations)
                    continue;
                if (right.Add(annotations.Node))
                    FindStrangers(resource, annotations.Node);
                if (annotations.Node.Find(Key) is { } entry)
                    Read(resource, entry);
            }

            FindMisplaced(root, resources, right);
        }
    }

    private void Read(Resource resource, YamlMappingEntry entry)
    {
        if (entry.Value is not YamlScalar scalar || scalar.Resolve().IsBooleanOrNumber)
        {
            var place = entry.Value is YamlScalar { Span.IsEmpty: false } ? entry.Value.Origin : entry.Key.Origin;
            problems.Add(new SuppressionProblem(resource, place, $"the value of '{Key}' must be a string that names rules"));
            return;
        }

        var list = SuppressionText.Parse(scalar.IsNull ? "" : scalar.Value);
        if (list.Names.IsEmpty)
        {
            problems.Add(new SuppressionProblem(resource, entry.Key.Origin, $"'{Key}' names no rule; '*' stands for every rule"));
            return;
        }

        foreach (var (span, message) in list.Problems(rules))
            problems.Add(new SuppressionProblem(resource, PlaceOf(scalar, span), message));
        foreach (var (selector, name, span) in list.Selectors(rules))
        {
            found.Add(new Suppression
            {
                Kind = SuppressionKind.Annotation,
                Selector = selector,
                Place = PlaceOf(scalar, span),
                Subject = $"'{name}'",
                Justification = list.Justification,
                Resource = resource,
                IsJudged = !resource.IsPartial,
            });
        }
    }

    /// <summary>The place of a part of a value, when the value is written as it reads; else that of the whole value.</summary>
    private static Origin PlaceOf(YamlScalar scalar, TextSpan part)
    {
        var quotes = scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted ? 1 : 0;
        var isVerbatim = scalar.Style is not (ScalarStyle.Literal or ScalarStyle.Folded)
            && scalar.Span.Length == scalar.Value.Length + 2 * quotes
            && scalar.Source.Content.AsSpan(scalar.Span.Start + quotes, scalar.Value.Length).SequenceEqual(scalar.Value);
        return isVerbatim ? new Origin(scalar.Source, new TextSpan(scalar.Span.Start + quotes + part.Start, part.Length)) : scalar.Origin;
    }

    /// <summary>Other annotations of the domain are misspelt ones: there is only one.</summary>
    private void FindStrangers(Resource resource, YamlMapping annotations)
    {
        foreach (var entry in annotations.Written)
        {
            if (entry.Name is { } name && name != Key && name.StartsWith(Domain, StringComparison.Ordinal))
                problems.Add(new SuppressionProblem(resource, entry.Key.Origin, $"there is no annotation '{name}'; did you mean '{Key}'"));
        }
    }

    private void FindMisplaced(YamlNode root, Resource[] resources, HashSet<YamlNode> right)
    {
        var owners = new Dictionary<YamlNode, Resource>(ReferenceEqualityComparer.Instance);
        foreach (var resource in resources)
            owners.TryAdd(resource.Node, resource);
        var seen = new HashSet<YamlNode>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<(YamlNode Node, string? Parent, string? Grandparent, Resource? Owner)>();
        pending.Push((root, null, null, null));
        while (pending.TryPop(out var at))
        {
            // An annotations mapping that a resource rightly has may be referred to by an alias elsewhere.
            if (right.Contains(at.Node) || !seen.Add(at.Node))
                continue;
            if (at.Node is YamlSequence sequence)
            {
                foreach (var item in sequence.Items)
                    pending.Push((item, null, at.Parent, at.Owner));
            }

            if (at.Node is not YamlMapping mapping)
                continue;
            var owner = owners.GetValueOrDefault(mapping, at.Owner!);
            foreach (var entry in mapping.Written)
            {
                if (entry.Name == Key && Misplacement(at.Parent, at.Grandparent) is { } message)
                    problems.Add(new SuppressionProblem(owner, entry.Key.Origin, message));
                else
                    pending.Push((entry.Value, entry.Name, at.Parent, owner));
            }
        }
    }

    private static string? Misplacement(string? parent, string? grandparent) => (grandparent, parent) switch
    {
        ("metadata", "labels") => $"'{Key}' is a label here; only as an annotation it has an effect",
        ("metadata", "annotations") => $"'{Key}' has an effect only in the metadata of the resource itself",
        (_, "metadata") => $"'{Key}' has an effect only under 'annotations'",
        _ => null,
    };
}
