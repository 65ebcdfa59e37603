using System.Collections.Immutable;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize;

/// <summary>
/// What an Argo CD Application or a Flux Kustomization changes of the kustomization that it deploys. Both tools edit the kustomization file
/// itself before they build it, and this does the same: a prefix replaces the one that is written and is not put before it, patches come
/// after those of the file, an image of the same name wins. Every node that is added keeps its place in the object that asks for it.
/// </summary>
public sealed record KustomizeOverrides
{
    /// <summary>Nothing is changed.</summary>
    public static KustomizeOverrides None { get; } = new();

    /// <summary>The namespace of everything; replaces that of the file.</summary>
    public YamlScalar? Namespace { get; init; }

    /// <summary>Replaces the prefix of the file.</summary>
    public YamlScalar? NamePrefix { get; init; }

    /// <summary>Replaces the suffix of the file.</summary>
    public YamlScalar? NameSuffix { get; init; }

    /// <summary>Images as items of a kustomization: <c>name</c>, <c>newName</c>, <c>newTag</c>, <c>digest</c>.</summary>
    public ImmutableArray<YamlMapping> Images { get; init; } = [];

    /// <summary>True when the fields of an image are merged into an item of the same name, as Flux does; else the item is replaced.</summary>
    public bool MergesImages { get; init; }

    /// <summary>Patches as items of a kustomization: <c>patch</c> or <c>path</c>, <c>target</c>, <c>options</c>.</summary>
    public ImmutableArray<YamlNode> Patches { get; init; } = [];

    /// <summary>Items of <c>patchesStrategicMerge</c>, which old Flux objects have.</summary>
    public ImmutableArray<YamlNode> StrategicMergePatches { get; init; } = [];

    /// <summary>Items of <c>patchesJson6902</c>, which old Flux objects have.</summary>
    public ImmutableArray<YamlNode> JsonPatches { get; init; } = [];

    /// <summary>Paths of components relative to the kustomization.</summary>
    public ImmutableArray<YamlScalar> Components { get; init; } = [];

    /// <summary>True when components that do not exist are left out; the caller, who knows the files, does that.</summary>
    public bool IgnoresMissingComponents { get; init; }

    /// <summary>Replicas as items of a kustomization: <c>name</c>, <c>count</c>.</summary>
    public ImmutableArray<YamlMapping> Replicas { get; init; } = [];

    /// <summary>Labels for everything.</summary>
    public YamlMapping? Labels { get; init; }

    /// <summary>True when selectors do not take the labels.</summary>
    public bool LabelsWithoutSelectors { get; init; }

    /// <summary>True when pod templates take labels that selectors do not take.</summary>
    public bool LabelsInTemplates { get; init; }

    /// <summary>True when a label of the file may be replaced; else the tool refuses to build.</summary>
    public bool ForcesLabels { get; init; }

    /// <summary>Annotations for everything.</summary>
    public YamlMapping? Annotations { get; init; }

    /// <summary>True when an annotation of the file may be replaced; else the tool refuses to build.</summary>
    public bool ForcesAnnotations { get; init; }

    /// <summary>True when the kustomization is built as it is written.</summary>
    public bool IsEmpty => Namespace is null && NamePrefix is null && NameSuffix is null && Labels is null && Annotations is null
        && Images.IsEmpty && Patches.IsEmpty && StrategicMergePatches.IsEmpty && JsonPatches.IsEmpty && Components.IsEmpty && Replicas.IsEmpty;

    /// <summary>The kustomization as the tool leaves it before building.</summary>
    /// <param name="kustomization">The root of the kustomization file, or of one that the tool writes where there is none.</param>
    public YamlMapping ApplyTo(YamlMapping kustomization)
    {
        ArgumentNullException.ThrowIfNull(kustomization);
        var result = kustomization;
        result = Replace(result, "namespace", Namespace);
        result = Replace(result, "namePrefix", NamePrefix);
        result = Replace(result, "nameSuffix", NameSuffix);
        result = ReplaceByName(result, "images", Images, MergesImages);
        result = ReplaceByName(result, "replicas", Replicas, merges: false);
        result = AddLabels(result);
        result = MergeInto(result, "commonAnnotations", Annotations);
        result = Append(result, "patches", Patches);
        result = Append(result, "patchesStrategicMerge", StrategicMergePatches);
        result = Append(result, "patchesJson6902", JsonPatches);
        return Append(result, "components", [.. Components.Where(component => !Names(result, "components").Contains(component.Value))]);
    }

    /// <summary>The labels and annotations that the file has already and that the tool refuses to replace, as places in the object that asks for them.</summary>
    public ImmutableArray<Origin> Conflicts(YamlMapping kustomization)
    {
        ArgumentNullException.ThrowIfNull(kustomization);
        var conflicts = ImmutableArray.CreateBuilder<Origin>();
        if (!ForcesLabels && Labels is not null)
            AddConflicts(Labels, LabelsWithoutSelectors ? MatchingLabels(kustomization)?["pairs"] : kustomization["commonLabels"]);
        if (!ForcesAnnotations && Annotations is not null)
            AddConflicts(Annotations, kustomization["commonAnnotations"]);
        return conflicts.DrainToImmutable();

        void AddConflicts(YamlMapping added, YamlNode? present)
        {
            foreach (var entry in added.Entries)
            {
                if (entry.Name is { } name && (present as YamlMapping)?.Find(name) is not null)
                    conflicts.Add(entry.Key.Origin);
            }
        }
    }

    private static YamlMapping Replace(YamlMapping kustomization, string field, YamlScalar? value)
    {
        if (value is null)
            return kustomization;
        return kustomization.With(Key(field, value), kustomization[field] is { } replaced ? Deciding(value, replaced) : value);
    }

    private static YamlMapping Append(YamlMapping kustomization, string field, ImmutableArray<YamlNode> items)
    {
        if (items.IsEmpty)
            return kustomization;
        return kustomization[field] is YamlSequence sequence
            ? kustomization.With(Key(field, items[0]), sequence.WithItems(sequence.Items.AddRange(items)))
            : kustomization.With(Key(field, items[0]), new YamlSequence(items[0].Source, items[0].Span, null, items));
    }

    private static YamlMapping ReplaceByName(YamlMapping kustomization, string field, ImmutableArray<YamlMapping> added, bool merges)
    {
        if (added.IsEmpty)
            return kustomization;
        var items = (kustomization[field] as YamlSequence)?.Items ?? [];
        foreach (var item in added)
        {
            var at = IndexOf(items, (item["name"] as YamlScalar)?.Value);
            var written = at < 0 ? null : (YamlMapping)items[at];
            var result = merges && written is not null ? MergeImage(written, item) : KeepWritten(written, item);
            items = at < 0 ? items.Add(result) : items.SetItem(at, result);
        }

        return kustomization.With(Key(field, added[0]), new YamlSequence(added[0].Source, added[0].Span, null, items));
    }

    private static int IndexOf(ImmutableArray<YamlNode> items, string? name)
    {
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i] is YamlMapping mapping && (mapping["name"] as YamlScalar)?.Value == name)
                return i;
        }

        return -1;
    }

    /// <summary>An asterisk asks for the value of the file.</summary>
    private static YamlMapping KeepWritten(YamlMapping? written, YamlMapping item)
    {
        foreach (var field in (ReadOnlySpan<string>)["newName", "newTag", "digest"])
        {
            if (item[field] is YamlScalar { Value: "*" } asterisk)
                item = written?[field] is { } kept ? item.With(Key(field, asterisk), kept) : item.Without(field);
        }

        return item;
    }

    /// <summary>Tag and digest choose the version together: when one is given, the other of the file goes.</summary>
    private static YamlMapping MergeImage(YamlMapping written, YamlMapping added)
    {
        var (name, tag, digest) = (added.Text("newName"), added.Text("newTag"), added.Text("digest"));
        var result = tag is null && digest is null ? written : written.Without("newTag").Without("digest");
        result = name is null ? result : result.With(Key("newName", name), name);
        result = tag is null ? result : result.With(Key("newTag", tag), tag);
        return digest is null ? result : result.With(Key("digest", digest), digest);
    }

    private YamlMapping AddLabels(YamlMapping kustomization)
    {
        if (Labels is null)
            return kustomization;
        if (!LabelsWithoutSelectors)
            return MergeInto(kustomization, "commonLabels", Labels);
        var items = (kustomization["labels"] as YamlSequence)?.Items ?? [];
        if (MatchingLabels(kustomization) is { } written)
            items = items.Replace(written, MergeInto(written, "pairs", Labels));
        else
            items = items.Add(NewLabels(Labels));
        return kustomization.With(Key("labels", Labels), new YamlSequence(Labels.Source, Labels.Span, null, items));
    }

    private YamlMapping NewLabels(YamlMapping labels)
    {
        var item = new YamlMapping(labels.Source, labels.Span, null, [new YamlMappingEntry(Key("pairs", labels), labels, "pairs")]);
        return LabelsInTemplates ? item.With(Key("includeTemplates", labels), new YamlScalar(labels.Source, labels.Span, null, "true", ScalarStyle.Plain)) : item;
    }

    /// <summary>The item of <c>labels</c> that has the same settings, which the tool adds its labels to.</summary>
    private YamlMapping? MatchingLabels(YamlMapping kustomization) => kustomization.Mappings("labels")
        .FirstOrDefault(item => !item.Flag("includeSelectors") && item.Flag("includeTemplates") == LabelsInTemplates);

    private static YamlMapping MergeInto(YamlMapping kustomization, string field, YamlMapping? added)
    {
        if (added is null)
            return kustomization;
        if (kustomization[field] is not YamlMapping result)
            return kustomization.With(Key(field, added), added);
        foreach (var entry in added.Entries)
        {
            if (entry is { Key: YamlScalar key, Name: { } name })
                result = result.With(key, result[name] is { } replaced ? Deciding(entry.Value, replaced) : entry.Value);
        }

        return kustomization.With(Key(field, added), result);
    }

    private static HashSet<string> Names(YamlMapping kustomization, string field) =>
        (kustomization.Sequence(field)?.Items ?? []).OfType<YamlScalar>().Select(item => item.Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>The value of the overriding object decides; the place it replaces follows.</summary>
    private static YamlNode Deciding(YamlNode value, YamlNode replaced) => value is YamlScalar scalar
        ? new TracedScalar(scalar.Origin, scalar.Tag, scalar.Value, scalar.Style, [.. scalar.EarlierOrigins, replaced.Origin, .. replaced.EarlierOrigins])
        : value;

    private static YamlScalar Key(string field, YamlNode place) => new(place.Source, place.Span, null, field, ScalarStyle.Plain);
}
