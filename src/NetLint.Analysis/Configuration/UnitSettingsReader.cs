using System.Collections.Immutable;
using NetLint.Repository;
using NetLint.Syntax.Yaml;

namespace NetLint.Analysis.Configuration;

/// <summary>Reads what the configuration says of units, clusters and the repository itself.</summary>
internal sealed class UnitSettingsReader(ConfigurationNodes nodes)
{
    private const int MaxNamespaceLength = 63;

    /// <summary>The units in the order they are written.</summary>
    public ImmutableArray<UnitOverride> ReadUnits(YamlMappingEntry entry)
    {
        var units = ImmutableArray.CreateBuilder<UnitOverride>();
        foreach (var item in nodes.Items(entry))
        {
            var fields = nodes.Fields(item, ConfigurationKey.Units.Fields, "a unit", ConfigurationNodes.PlaceOf(item));
            if (ReadUnit(fields) is not { } unit)
                continue;
            if (units.Any(known => known.Path.Text == unit.Path.Text))
                nodes.Add(unit.Origin, $"the unit '{unit.Path.Text}' is written twice");
            else
                units.Add(unit);
        }

        return units.DrainToImmutable();
    }

    /// <summary>The clusters in the order they are written.</summary>
    public ImmutableArray<ClusterAssignment> ReadClusters(YamlMappingEntry entry)
    {
        var clusters = ImmutableArray.CreateBuilder<ClusterAssignment>();
        foreach (var item in nodes.Items(entry))
        {
            var fields = nodes.Fields(item, ConfigurationKey.Clusters.Fields, "a cluster", ConfigurationNodes.PlaceOf(item));
            var paths = fields.TryGetValue(ConfigurationKey.ClusterPaths.Name, out var written) ? ReadDirectories(written) : [];
            if (written.Value is YamlSequence { Items.IsEmpty: true })
                nodes.Add(written.Key.Origin, "a cluster without paths has no effect");
            var space = ReadNamespace(fields, ConfigurationKey.ClusterNamespace);
            if (!fields.TryGetValue(ConfigurationKey.ClusterName.Name, out var named) || nodes.String(named) is not { } name)
                continue;
            if (clusters.Any(known => known.Name == name))
                nodes.Add(named.Value.Origin, $"the cluster '{name}' is written twice");
            else
                clusters.Add(new ClusterAssignment(name, paths, space));
        }

        return clusters.DrainToImmutable();
    }

    /// <summary>The addresses of the repository.</summary>
    public ImmutableArray<string> ReadUrls(YamlMappingEntry entry)
    {
        var fields = nodes.Fields(entry.Value, ConfigurationKey.Repository.Fields, "the repository", ConfigurationNodes.PlaceOf(entry));
        if (!fields.TryGetValue(ConfigurationKey.RepositoryUrls.Name, out var written))
            return [];
        var urls = ImmutableArray.CreateBuilder<string>();
        foreach (var item in nodes.Items(written))
        {
            if (item is not YamlScalar { IsNull: false, Value: var url })
                nodes.Add(item.Span.IsEmpty ? written.Key.Origin : ConfigurationNodes.PlaceOf(item), $"'{written.Name}' must list addresses such as \"https://git.example.org/shop/deploy\"");
            else if (!RepositoryIdentity.IsAddress(url))
                nodes.Add(item.Origin, $"'{url}' is no address of a git repository, such as \"https://git.example.org/shop/deploy\"");
            else
                urls.Add(url);
        }

        return urls.DrainToImmutable();
    }

    private UnitOverride? ReadUnit(Dictionary<string, YamlMappingEntry> fields)
    {
        var name = fields.TryGetValue(ConfigurationKey.UnitName.Name, out var named) ? nodes.String(named) : null;
        var kind = ReadKind(fields);
        var recurses = ReadFlag(fields, ConfigurationKey.UnitRecurse);
        var ignored = ReadFlag(fields, ConfigurationKey.UnitIgnore);
        var space = ReadNamespace(fields, ConfigurationKey.UnitNamespace);
        var cluster = fields.TryGetValue(ConfigurationKey.UnitCluster.Name, out var reached) ? nodes.String(reached) : null;
        if (!fields.TryGetValue(ConfigurationKey.UnitPath.Name, out var written) || nodes.String(written) is not { } text)
            return null;
        if (DirectoryGlob.Validate(text) is { } problem)
        {
            nodes.Add(written.Value.Origin, $"'{text}' cannot be used: {problem}");
            return null;
        }

        var path = DirectoryGlob.Parse(text);
        if (name is not null && path.Directory is null)
            nodes.Add(named.Value.Origin, $"the name '{name}' is for one unit, and the path '{text}' can be several");
        if (recurses && kind == UnitOverrideKind.Kustomization)
            nodes.Add(fields[ConfigurationKey.UnitRecurse.Name].Key.Origin, "a kustomization names its files itself; 'recurse' is for directories");
        if (ignored)
            RefuseBesideIgnore(fields);
        return new UnitOverride(path, written.Value.Origin)
        {
            Name = name,
            Kind = kind,
            IsRecursive = recurses,
            Namespace = space,
            Cluster = cluster,
            IsIgnored = ignored,
        };
    }

    /// <summary>What is not deployed has neither name nor place.</summary>
    private void RefuseBesideIgnore(Dictionary<string, YamlMappingEntry> fields)
    {
        foreach (var key in ConfigurationKey.Units.Fields)
        {
            if (key != ConfigurationKey.UnitPath && key != ConfigurationKey.UnitIgnore && fields.TryGetValue(key.Name, out var field))
                nodes.Add(field.Key.Origin, $"'{key.Name}' has no effect on a unit that is ignored");
        }
    }

    private UnitOverrideKind ReadKind(Dictionary<string, YamlMappingEntry> fields)
    {
        if (!fields.TryGetValue(ConfigurationKey.UnitKind.Name, out var entry) || nodes.String(entry) is not { } word)
            return UnitOverrideKind.Auto;
        if (UnitOverride.Kinds.IndexOf(word) is var index and >= 0)
            return (UnitOverrideKind)index;
        var near = RuleNames.NearestOf(word, UnitOverride.Kinds);
        var hint = near is null ? $"it can be {string.Join(", ", UnitOverride.Kinds)}" : $"did you mean '{near}'";
        nodes.Add(entry.Value.Origin, $"a unit cannot be of kind '{word}'; {hint}");
        return UnitOverrideKind.Auto;
    }

    private bool ReadFlag(Dictionary<string, YamlMappingEntry> fields, ConfigurationKey key) =>
        fields.TryGetValue(key.Name, out var entry) && nodes.Flag(entry) == true;

    private ImmutableArray<DirectoryGlob> ReadDirectories(YamlMappingEntry entry)
    {
        var directories = ImmutableArray.CreateBuilder<DirectoryGlob>();
        foreach (var item in nodes.Items(entry))
        {
            if (item is not YamlScalar { IsNull: false, Value: var text })
                nodes.Add(item.Span.IsEmpty ? entry.Key.Origin : ConfigurationNodes.PlaceOf(item), $"'{entry.Name}' must list directories such as \"overlays/*/production\"");
            else if (DirectoryGlob.Validate(text) is { } problem)
                nodes.Add(item.Origin, $"'{text}' cannot be used: {problem}");
            else
                directories.Add(DirectoryGlob.Parse(text));
        }

        return directories.DrainToImmutable();
    }

    private string? ReadNamespace(Dictionary<string, YamlMappingEntry> fields, ConfigurationKey key)
    {
        if (!fields.TryGetValue(key.Name, out var entry) || nodes.String(entry) is not { } name)
            return null;
        if (IsNamespaceName(name))
            return name;
        nodes.Add(entry.Value.Origin, $"'{name}' cannot be the name of a namespace");
        return null;
    }

    private static bool IsNamespaceName(string name) =>
        name.Length <= MaxNamespaceLength
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && name[0] != '-'
        && name[^1] != '-';
}
