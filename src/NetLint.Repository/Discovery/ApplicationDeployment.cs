using System.Collections.Frozen;
using System.Collections.Immutable;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;
using NetLint.Repository.ArgoCd;
using NetLint.Repository.Kustomize;
using NetLint.Repository.Kustomize.Loading;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Discovery;

/// <summary>Makes the deployment of an Application.</summary>
/// <param name="inputs">What may be looked at.</param>
/// <param name="application">The Application.</param>
/// <param name="home">The cluster that Argo CD runs in; null when not known.</param>
internal sealed class ApplicationDeployment(ObservedInputs inputs, Application application, string? home)
{
    /// <summary>Makes it.</summary>
    public ApplicationDeployments Make()
    {
        var @namespace = Known(application.Destination.Namespace);
        var cluster = ClusterNames.OfDestination(application.Destination, home);
        var contents = new List<RenderedUnit>();
        var files = new List<string>();
        string? root = null;
        var isAssumed = application.IsAssumed;
        foreach (var source in application.Sources.Where(source => !source.IsReferenceOnly))
        {
            var local = source.Chart is null ? inputs.Identity.Locate(source.RepoUrl?.Value, source.Path?.Value, inputs.HasDirectory) : null;
            if (local is not { } found)
            {
                contents.Add(Deployment.Unseen($"Application '{application.Name?.Value}' deploys from elsewhere", (source.Path ?? source.RepoUrl ?? (YamlNode)source.Node).Origin, @namespace));
                continue;
            }

            root ??= found.Path;
            isAssumed |= found.IsAssumed;
            contents.Add(Render(source, found.Path, @namespace, files));
        }

        if (contents.Count == 0)
            return new ApplicationDeployments([]);
        return new ApplicationDeployments([new Deployment(UnitKind.ArgoCd, $"Application {Title}", root, application.Origin)
        {
            Content = RenderedUnit.Combine(contents),
            Namespace = @namespace,
            Cluster = cluster,
            IsAssumed = isAssumed,
            IsOpen = application.IsOpen || application.IsPatched,
            Files = [.. files],
        }]);
    }

    private RenderedUnit Render(ApplicationSource source, string directory, string? @namespace, List<string> files)
    {
        source = WithOverrides(source, directory);
        var place = (source.Path ?? (YamlNode)source.Node).Origin;
        switch (SourceTools.Choose(source, inputs.NamesIn(directory)))
        {
            case SourceTool.Kustomize:
                return RenderedUnit.Of(Build(source.Kustomize, directory, place)).Via(place);
            case SourceTool.Directory:
                return Collect(source.Directory ?? ApplicationDirectory.Default, directory, place, files);
            case SourceTool.Helm:
                return Deployment.Unseen($"the chart '{directory}' is not rendered", place, @namespace);
            default:
                return Deployment.Unseen($"Application '{application.Name?.Value}' is built by a plugin", place, @namespace);
        }
    }

    private RenderResult Build(KustomizeOverrides? overrides, string directory, Origin place) => overrides is null || overrides.IsEmpty
        ? inputs.Render(directory, edit: null)
        : inputs.Render(directory, root => overrides.ApplyTo(root ?? new YamlMapping(place.Source, place.Span, null, [])));

    private RenderedUnit Collect(ApplicationDirectory options, string directory, Origin place, List<string> files)
    {
        var gaps = ImmutableArray.CreateBuilder<Gap>();
        var resources = ImmutableArray.CreateBuilder<Resource>();
        foreach (var path in inputs.Below(directory))
        {
            var relative = directory.Length == 0 ? path : path[(directory.Length + 1)..];
            if (!options.Selects(relative))
                continue;
            if (ApplicationDirectory.IsJsonnet(path))
            {
                gaps.Add(new Gap(GapCode.Application, $"the jsonnet file '{path}' is not evaluated") { Origin = place });
                continue;
            }

            if (inputs.Manifest(path) is not { } file || file.Source.Content.Contains(ApplicationDirectory.SkipMarker, StringComparison.Ordinal))
                continue;
            files.Add(path);
            foreach (var resource in file.Resources)
                resources.Add(ResourceReader.FromTree(resource.Node));
            if (file.Documents.FirstOrDefault(document => !document.Errors.IsEmpty) is { } broken)
                gaps.Add(new Gap(GapCode.Unreadable, "a document could not be read whole") { Origin = new Origin(file.Source, broken.Errors[0].Span) });
        }

        if (options.Unreadable is { } glob)
            gaps.Add(new Gap(GapCode.Application, $"the glob '{glob.Value}' is not understood") { Origin = glob.Origin });
        var all = resources.DrainToImmutable();
        return new RenderedUnit(
            all,
            all.ToDictionary(resource => resource, _ => ImmutableArray.Create(place), (IEqualityComparer<Resource>)ReferenceEqualityComparer.Instance),
            gaps.DrainToImmutable(),
            [],
            FrozenSet<string>.Empty,
            IsFailed: false);
    }

    /// <summary>Options in files of the directory are merged into those of the Application.</summary>
    private ApplicationSource WithOverrides(ApplicationSource source, string directory)
    {
        foreach (var file in (string[])[SourceTools.OverridesFile, .. application.Name is { } name ? new[] { SourceTools.OverridesFileOf(name.Value) } : []])
        {
            var path = KustomizationLoader.Join(directory, file);
            if (inputs.Files.KindOf(path) == PathKind.File && inputs.Files.ReadYaml(path)?.Documents is [{ Root: YamlMapping root }, ..])
                source = SourceTools.Merge(source, root);
        }

        return source;
    }

    private string Title =>
        application.Namespace is { } space ? $"{space.Value}/{application.Name?.Value}" : application.Name?.Value ?? "";

    private static string? Known(YamlScalar? scalar) => scalar is null || Substitution.IsUnresolved(scalar.Value) ? null : scalar.Value;
}
