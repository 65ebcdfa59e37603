using System.Globalization;
using System.Text;
using NetLint.Kubernetes.Resources;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Tests.Discovery;

/// <summary>Prints everything that units hold: two lists of units that print the same cannot be told apart.</summary>
internal static class UnitPrinter
{
    public static string Print(IEnumerable<DeploymentUnit> units)
    {
        var text = new StringBuilder();
        foreach (var unit in units)
        {
            text.Append(CultureInfo.InvariantCulture, $"unit {unit.Kind} '{unit.Root}' '{unit.Name}' {unit.Namespace} {unit.Cluster} {unit.Scope.Openness} {unit.Scope.IsDeployed} {unit.IsAssumed} {unit.FoundBy} {Place(unit.FoundAt)}\n");
            foreach (var gap in unit.Gaps)
                text.Append(CultureInfo.InvariantCulture, $"  gap {gap.Code} {gap.Text} {gap.Kinds} {gap.Namespace} [{string.Join(',', gap.NamePatterns)}] {Place(gap.Origin)} {gap.IsClusterWide} {gap.IsEverywhere}\n");
            foreach (var problem in unit.Problems)
                text.Append(CultureInfo.InvariantCulture, $"  problem {problem.Kind} {problem.Message} {problem.Hides} {Place(problem.Origin)}\n");
            foreach (var source in unit.Scope.Rewritten.Select(id => id.Path).Order(StringComparer.Ordinal))
                text.Append(CultureInfo.InvariantCulture, $"  rewritten {source}\n");
            foreach (var resource in unit.Resources)
                Print(unit, resource, text);
        }

        return text.ToString();
    }

    private static void Print(DeploymentUnit unit, Resource resource, StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture, $"  resource {resource.Id} {resource.GetType().Name} {resource.IsPartial} {unit.Scope.Resolved.Contains(resource)}\n");
        if (unit.Ways.TryGetValue(resource, out var ways))
            text.Append(CultureInfo.InvariantCulture, $"    via {string.Join(' ', ways.Select(way => Place(way)))}\n");
        Print(resource.Node, 4, text);
    }

    private static void Print(YamlNode node, int indent, StringBuilder text)
    {
        text.Append(' ', indent).Append(CultureInfo.InvariantCulture, $"{node.Tag}{Place(node.Origin)}");
        foreach (var origin in node.EarlierOrigins)
            text.Append('<').Append(Place(origin));
        if (node is YamlScalar scalar)
            text.Append(CultureInfo.InvariantCulture, $" {scalar.Style} '{scalar.Value}'");
        text.Append('\n');
        foreach (var item in (node as YamlSequence)?.Items ?? [])
            Print(item, indent + 1, text);
        foreach (var entry in (node as YamlMapping)?.Entries ?? [])
        {
            Print(entry.Key, indent + 1, text);
            Print(entry.Value, indent + 2, text);
        }
    }

    /// <summary>A place with a mark of the text it is in: the same place of an older text is another one.</summary>
    private static string Place(Origin? origin) => origin is { } place
        ? string.Create(CultureInfo.InvariantCulture, $"{place.Source.Id.Path}:{place.Span.Start}+{place.Span.Length}#{string.GetHashCode(place.Source.Content, StringComparison.Ordinal)}")
        : "";
}
