using System.Collections.Frozen;
using System.Collections.Immutable;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;
using NetLint.Repository.Kustomize;
using NetLint.Syntax.Text;

namespace NetLint.Repository.Discovery;

/// <summary>
/// Finds the deployment units of a snapshot. Kustomizations are rendered; what they deploy is judged through the roots that use it. Plain
/// manifests form one unit a directory; charts become units of their own that hold a gap.
/// </summary>
public sealed class UnitDiscovery
{
    private readonly RepositorySnapshot _snapshot;
    private readonly RepositoryOptions _options;
    private readonly ConfiguredUnits _configured;
    private readonly bool _isClosed;

    private UnitDiscovery(RepositorySnapshot snapshot, RepositoryOptions options, bool isClosed)
    {
        _snapshot = snapshot;
        _options = options;
        _configured = new ConfiguredUnits(snapshot, options);
        _isClosed = isClosed;
    }

    /// <summary>Finds the units.</summary>
    /// <param name="snapshot">The files.</param>
    /// <param name="options">What is known from the configuration.</param>
    /// <param name="isClosed">True when the snapshot is everything there is, so that what is not in it does not exist.</param>
    /// <param name="maxThreads">How many units are rendered at the same time; the result does not depend on it.</param>
    public static ImmutableArray<DeploymentUnit> Find(RepositorySnapshot snapshot, RepositoryOptions options, bool isClosed = false, int maxThreads = 1)
    {
        return Discover(snapshot, options, isClosed, maxThreads).Units;
    }

    /// <summary>Finds the units, and keeps what is needed to find those of a later snapshot.</summary>
    /// <param name="snapshot">The files.</param>
    /// <param name="options">What is known from the configuration.</param>
    /// <param name="isClosed">True when the snapshot is everything there is, so that what is not in it does not exist.</param>
    /// <param name="maxThreads">How many units are rendered at the same time; the result does not depend on it.</param>
    /// <param name="earlier">
    /// What was found in an earlier snapshot: what rests on nothing that differs is taken over. Nothing is when the snapshots do not come from
    /// each other (<see cref="RepositoryLoader.Reload"/>) or the options differ. Null finds everything anew.
    /// </param>
    public static DiscoveryState Discover(RepositorySnapshot snapshot, RepositoryOptions options, bool isClosed = false, int maxThreads = 1, DiscoveryState? earlier = null)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(options);
        return new UnitDiscovery(snapshot, options, isClosed).Find(maxThreads, earlier?.Options == options ? earlier : null);
    }

    /// <summary>The unit that standard input is.</summary>
    /// <param name="file">The text that was read.</param>
    /// <param name="options">What is known from the configuration.</param>
    /// <param name="openness">What an absence means; a rendered chart or a dump is rarely everything there is.</param>
    public static DeploymentUnit ForStandardInput(RepositoryFile file, RepositoryOptions options, UnitOpenness openness)
    {
        var discovery = new UnitDiscovery(new RepositorySnapshot([file], [], []), options, openness == UnitOpenness.Closed);
        var unit = discovery.Unit(UnitKind.StandardInput, "", file.Resources, [.. Unreadable(file)]);
        return unit with { Scope = unit.Scope with { Name = file.Path, Openness = openness } };
    }

    private DiscoveryState Find(int maxThreads, DiscoveryState? earlier)
    {
        var changes = earlier is null ? null : SnapshotChanges.Between(earlier.Snapshot, _snapshot);
        var uses = KustomizationGraph.Build([.. _snapshot.Files.Where(file => file.Role != FileRole.Kustomization || !_configured.Overrules(file.Directory))]);
        var inputs = new DiscoveryInputs(_snapshot, _options, earlier?.Inputs, changes);
        var caches = DeploymentCaches.After(earlier?.Caches, changes);
        RepositoryFile[] roots = [.. uses.Roots.Where(root => !_configured.Names(root.Directory)), .. _configured.Roots.Select(root => root.Kustomization).OfType<RepositoryFile>()];
        var rendered = new RenderedUnit[roots.Length];
        var renderings = 0;
        Parallel.For(0, roots.Length, new ParallelOptions { MaxDegreeOfParallelism = maxThreads }, i =>
        {
            if (changes is not null && earlier!.Roots.TryGetValue(roots[i].Directory, out var known) && !changes.Touch(known.Inputs))
            {
                rendered[i] = known;
                return;
            }

            Interlocked.Increment(ref renderings);
            rendered[i] = RenderedUnit.Of(inputs.Renderer.Render(roots[i].Directory));
        });

        var built = rendered.Where(unit => !unit.IsFailed).SelectMany(unit => unit.Inputs).ToHashSet(StringComparer.Ordinal);
        var plain = _snapshot.Files.Where(file => file.Role == FileRole.Manifest && !built.Contains(file.Path) && !_configured.IsIgnored(file.Directory)).SelectMany(file => file.Resources);
        var deployments = DeploymentFixpoint.Run(
            inputs,
            caches,
            plain.Concat(rendered.SelectMany(unit => unit.Resources)).Select(resource => new PlacedResource(resource, resource.Namespace, Cluster: null)));

        // What a deployment tool deploys is judged as the tool deploys it, and not once more on its own.
        var tools = deployments.Deployments.Where(deployment => deployment.Root is null || !_configured.Replaces(deployment.Root)).ToImmutableArray();
        var deployed = tools.Where(deployment => !deployment.Content.IsFailed).SelectMany(deployment => deployment.Content.Inputs.Concat(deployment.Files)).ToHashSet(StringComparer.Ordinal);
        var remaining = roots.Select((root, i) => (Root: root, Content: rendered[i])).Where(unit => !deployed.Contains(unit.Root.Path) || _configured.Replaces(unit.Root.Directory)).ToImmutableArray();
        var judged = remaining.Where(unit => !unit.Content.IsFailed).SelectMany(unit => unit.Content.Inputs).Concat(deployed).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<DeploymentUnit> units =
        [
            .. PlainUnits(uses, judged),
            .. _configured.Roots.Where(root => root.Kustomization is null && (root.IsExplicit || !root.Files.All(file => deployed.Contains(file.Path)))).Select(ConfiguredUnit),
            .. remaining.Select(unit => KustomizationUnit(unit.Root, unit.Content)),
            .. tools.Select(DeployedUnit),
            .. Charts(),
        ];
        var byDirectory = roots.Select((root, i) => KeyValuePair.Create(root.Directory, rendered[i])).DistinctBy(root => root.Key).ToImmutableDictionary(StringComparer.Ordinal);
        return new DiscoveryState(_snapshot, _options, inputs, byDirectory, caches, [.. Named([.. units.Select(_configured.Settle)], deployments)])
        {
            RootsRendered = renderings,
            BasesMade = inputs.Renderer.BasesMade + inputs.UnrestrictedRenderer.BasesMade,
            DeploymentsMade = caches.Applications.Made + caches.Kustomizations.Made,
        };
    }

    /// <summary>Gives every unit a name of its own, and tells each what is known of the objects of deployment tools.</summary>
    private static IEnumerable<DeploymentUnit> Named(ImmutableArray<DeploymentUnit> units, DeploymentFixpoint deployments)
    {
        var names = new Dictionary<(UnitKind, string), int>();
        var notes = deployments.Notes.ToLookup(note => note.Origin?.Source.Id.Path ?? "");
        foreach (var unit in units)
        {
            var count = names[(unit.Kind, unit.Name)] = names.GetValueOrDefault((unit.Kind, unit.Name)) + 1;
            var own = unit.Resources.Any(ArgoCdDeployments.Handles)
                ? unit.Resources.Where(ArgoCdDeployments.Handles).SelectMany(resource => notes[resource.Source.Id.Path]).Distinct()
                : [];
            yield return unit with
            {
                Scope = unit.Scope with
                {
                    Name = count == 1 ? unit.Name : $"{unit.Name} ({count})",
                    Resolved = deployments.Resolved,
                    Gaps = unit.Gaps.AddRange(own),
                },
            };
        }
    }

    private DeploymentUnit DeployedUnit(Deployment deployment)
    {
        var content = deployment.Content;
        var unit = Unit(deployment.Kind, deployment.Root ?? "", content.Resources, content.Gaps);
        var isOpen = deployment.IsAssumed || deployment.IsOpen || content.IsFailed;
        return unit with
        {
            Scope = unit.Scope with
            {
                Name = deployment.Name,
                Namespace = deployment.Namespace,
                Cluster = deployment.Cluster,
                IsDeployed = true,
                Openness = _isClosed ? UnitOpenness.Closed : isOpen ? UnitOpenness.Open : UnitOpenness.Rendered,
            },
            Problems = content.Problems,
            Ways = content.Ways,
            IsAssumed = deployment.IsAssumed,
            FoundBy = $"{deployment.Name}",
            FoundAt = deployment.Place,
        };
    }

    private IEnumerable<DeploymentUnit> PlainUnits(KustomizationGraph uses, HashSet<string> deployed)
    {
        var managed = ManagedPaths.Of(_snapshot);
        foreach (var directory in _snapshot.Files.Where(file => file.Role == FileRole.Manifest && !deployed.Contains(file.Path) && !_configured.Owns(file.Path) && !_configured.IsIgnored(file.Directory)).GroupBy(file => file.Directory).OrderBy(group => group.Key, StringComparer.Ordinal))
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
            var unit = Unit(UnitKind.Plain, directory.Key, resources, [.. gaps.DistinctBy(gap => (gap.Code, gap.Origin))]);
            yield return unit with
            {
                Scope = unit.Scope with { Rewritten = rewritten.ToFrozenSet() },
                FoundBy = "plain manifests of one directory",
            };
        }
    }

    /// <summary>Manifests that are deployed together as they are written, because the configuration says so.</summary>
    private DeploymentUnit ConfiguredUnit(ConfiguredRoot root)
    {
        var unit = Unit(UnitKind.Configured, root.Directory, [.. root.Files.SelectMany(file => file.Resources)], [.. root.Files.SelectMany(Unreadable)]);
        return unit with
        {
            Scope = unit.Scope with { IsDeployed = true, Openness = _isClosed ? UnitOpenness.Closed : UnitOpenness.Rendered },
            FoundBy = "the configuration",
            FoundAt = root.Override.Origin,
        };
    }

    private DeploymentUnit KustomizationUnit(RepositoryFile root, RenderedUnit rendered)
    {
        var configured = _configured.Roots.FirstOrDefault(item => item.Kustomization == root);
        var unit = Unit(configured is null ? UnitKind.Kustomization : UnitKind.Configured, root.Directory, rendered.Resources, rendered.Gaps);
        return unit with
        {
            Scope = unit.Scope with { IsDeployed = true, Openness = _isClosed ? UnitOpenness.Closed : rendered.IsFailed ? UnitOpenness.Open : UnitOpenness.Rendered },
            Problems = rendered.Problems,
            Ways = rendered.Ways,
            FoundBy = configured is null ? "a kustomization that no other uses" : "the configuration",
            FoundAt = configured?.Override.Origin ?? new Origin(root.Source, new TextSpan(0, 0)),
        };
    }

    private IEnumerable<DeploymentUnit> Charts() => _snapshot.Files.Where(file => IsOwnChart(file) && !_configured.IsIgnored(file.Directory)).Select(chart => Unit(
        UnitKind.Chart,
        chart.Directory,
        [],
        [new Gap(GapCode.Chart, "the chart is not rendered") { Origin = new Origin(chart.Source, new TextSpan(0, 0)) }]));

    private DeploymentUnit Unit(UnitKind kind, string root, ImmutableArray<Resource> resources, ImmutableArray<Gap> gaps)
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
            [.. gaps, .. external]);
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
