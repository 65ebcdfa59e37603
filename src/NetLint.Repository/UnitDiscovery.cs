using System.Collections.Frozen;
using System.Collections.Immutable;
using NetLint.Kubernetes.Knowledge;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;
using NetLint.Repository.Kustomize;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository;

/// <summary>
/// Finds the deployment units of a snapshot. Plain manifests form one unit a directory; kustomizations and charts are recognised and
/// become units of their own that hold a gap, and files they deploy are marked as rewritten on the way.
/// </summary>
public sealed class UnitDiscovery
{
    private readonly RepositorySnapshot _snapshot;
    private readonly RepositoryOptions _options;
    private readonly bool _isClosed;

    private UnitDiscovery(RepositorySnapshot snapshot, RepositoryOptions options, bool isClosed)
    {
        _snapshot = snapshot;
        _options = options;
        _isClosed = isClosed;
    }

    /// <summary>Finds the units.</summary>
    /// <param name="snapshot">The files.</param>
    /// <param name="options">What is known from the configuration.</param>
    /// <param name="isClosed">True when the snapshot is everything there is, so that what is not in it does not exist.</param>
    public static ImmutableArray<DeploymentUnit> Find(RepositorySnapshot snapshot, RepositoryOptions options, bool isClosed = false) =>
        new UnitDiscovery(snapshot, options, isClosed).Find();

    /// <summary>The unit that standard input is.</summary>
    /// <param name="file">The text that was read.</param>
    /// <param name="options">What is known from the configuration.</param>
    /// <param name="openness">What an absence means; a rendered chart or a dump is rarely everything there is.</param>
    public static DeploymentUnit ForStandardInput(RepositoryFile file, RepositoryOptions options, UnitOpenness openness)
    {
        var discovery = new UnitDiscovery(new RepositorySnapshot([file], [], []), options, openness == UnitOpenness.Closed);
        var unit = discovery.Unit(UnitKind.StandardInput, "", file.Resources, [.. Unreadable(file)], []);
        return unit with { Scope = unit.Scope with { Name = file.Path, Openness = openness } };
    }

    private ImmutableArray<DeploymentUnit> Find()
    {
        var uses = KustomizationGraph.Build(_snapshot.Files);
        var managed = ManagedPaths.Of(_snapshot);
        var units = ImmutableArray.CreateBuilder<DeploymentUnit>();
        foreach (var directory in _snapshot.Files.Where(file => file.Role == FileRole.Manifest).GroupBy(file => file.Directory).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var resources = directory.SelectMany(file => file.Resources).ToImmutableArray();
            var gaps = directory.SelectMany(Unreadable).ToList();
            var rewritten = new HashSet<SourceId>();
            foreach (var file in directory)
            {
                if (uses.UserOf(file.Path) is { } user)
                {
                    rewritten.Add(file.Source.Id);
                    gaps.Add(new Gap(GapCode.Kustomization, "a kustomization that is not rendered deploys these files") { Origin = user });
                }
                else if (managed.Covering(file.Path) is { } manager)
                {
                    rewritten.Add(file.Source.Id);
                    gaps.Add(manager);
                }
            }

            if (resources.IsEmpty && gaps.Count == 0)
                continue;
            units.Add(Unit(UnitKind.Plain, directory.Key, resources, [.. gaps.DistinctBy(gap => (gap.Code, gap.Origin))], rewritten));
        }

        units.AddRange(uses.Roots.Select(root => Unit(
            UnitKind.Kustomization,
            root.Directory,
            [],
            [new Gap(GapCode.Kustomization, "the kustomization is not rendered") { Origin = new Origin(root.Source, new TextSpan(0, 0)) }],
            [])));
        units.AddRange(_snapshot.Files.Where(IsOwnChart).Select(chart => Unit(
            UnitKind.Chart,
            chart.Directory,
            [],
            [new Gap(GapCode.Chart, "the chart is not rendered") { Origin = new Origin(chart.Source, new TextSpan(0, 0)) }],
            [])));
        return units.DrainToImmutable();
    }

    private DeploymentUnit Unit(UnitKind kind, string root, ImmutableArray<Resource> resources, ImmutableArray<Gap> gaps, HashSet<SourceId> rewritten)
    {
        var external = _options.External.Select(item => new Gap(GapCode.External, $"the configuration declares {item.Kind} '{item.Name ?? "*"}' outside the repository")
        {
            Kinds = item.Produced,
            Namespace = item.Namespace,
            NamePatterns = item.Name is null ? [] : [item.Name],
            IsClusterWide = true,
        });
        var scope = new UnitScope(
            root.Length == 0 ? "." : root,
            Namespace: null,
            _isClosed ? UnitOpenness.Closed : UnitOpenness.NeedsEvidence,
            resources,
            [.. gaps, .. external])
        {
            Rewritten = rewritten.ToFrozenSet(),
        };
        return new DeploymentUnit(kind, root, scope);
    }

    private static IEnumerable<Gap> Unreadable(RepositoryFile file)
    {
        foreach (var document in file.Documents.Where(document => document is { IsRead: true, Errors.IsEmpty: false }))
        {
            var at = new Origin(file.Source, document.Errors[0].Span);
            yield return new Gap(GapCode.Unreadable, "a document could not be read whole") { Origin = at };
        }
    }

    private bool IsOwnChart(RepositoryFile file)
    {
        if (file.Role != FileRole.Chart)
            return false;
        // A chart in the charts/ directory of another one is that one's dependency.
        var parent = FileClassifier.DirectoryOf(file.Directory);
        return FileClassifier.NameOf(parent) != "charts"
            || !_snapshot.Files.Any(other => other.Role == FileRole.Chart && other.Directory == FileClassifier.DirectoryOf(parent));
    }
}
