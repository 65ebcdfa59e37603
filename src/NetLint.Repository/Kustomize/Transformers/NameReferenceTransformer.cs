using System.Collections.Immutable;
using NetLint.Repository.Kustomize.Configuration;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Transformers;

/// <summary>
/// Follows renamed objects: every field that names one by a name it had before gets the name it has now. The source is kustomize's
/// <c>api/filters/nameref</c>.
/// </summary>
internal sealed class NameReferenceTransformer
{
    /// <summary>Comparing names, kinds and namespaces takes some time.</summary>
    private const int StepsOfCandidate = 4;

    private readonly ObjectList _objects;
    private readonly Origin _decidedAt;
    private readonly Dictionary<string, List<KustomizeObject>> _byPreviousName;

    private NameReferenceTransformer(ObjectList objects, Origin decidedAt)
    {
        _objects = objects;
        _decidedAt = decidedAt;
        var byName = new Dictionary<string, List<KustomizeObject>>(StringComparer.Ordinal);
        foreach (var item in objects.Objects)
        {
            foreach (var name in item.Previous.Select(previous => previous.Name).Distinct(StringComparer.Ordinal))
            {
                if (!byName.TryGetValue(name, out var named))
                    byName.Add(name, named = []);
                named.Add(item);
            }
        }

        _byPreviousName = byName;
    }

    /// <summary>Corrects every reference.</summary>
    /// <param name="objects">The objects.</param>
    /// <param name="references">The fields that name objects.</param>
    /// <param name="decidedAt">The kustomization that is built.</param>
    /// <exception cref="RenderException">A name may mean several objects.</exception>
    public static void Apply(ObjectList objects, NameReferenceIndex references, Origin decidedAt)
    {
        var transformer = new NameReferenceTransformer(objects, decidedAt);
        if (transformer._byPreviousName.Count == 0)
            return;
        foreach (var referrer in objects.Objects)
        {
            var original = referrer.OriginalId.Kind;
            foreach (var (target, field) in references.For(original.Kind))
            {
                if (field.Kind.Selects(original))
                    transformer.Correct(referrer, target, field);
            }
        }

        objects.NamesChanged();
    }

    private void Correct(KustomizeObject referrer, ObjectKind target, FieldSpec field)
    {
        // Most objects have few of the fields that could name something.
        if (field.Segments[0] is { Length: > 0 } first && !first.EndsWith("[]", StringComparison.Ordinal) && referrer.Root[first] is null)
            return;
        var reference = new Reference(this, referrer, target, field);
        new FieldEditor(field, CreatedField.None, _decidedAt, reference.Correct).ApplyToAnyKind(referrer);
    }

    private List<KustomizeObject> Named(string name) => _byPreviousName.GetValueOrDefault(name) ?? [];

    /// <summary>One field of one object that may name others.</summary>
    private sealed class Reference(NameReferenceTransformer owner, KustomizeObject referrer, ObjectKind target, FieldSpec field)
    {
        public YamlNode Correct(YamlNode node) => node switch
        {
            { IsNull: true } => node,
            YamlScalar scalar => CorrectName(scalar),
            YamlMapping mapping => CorrectNameAndNamespace(mapping),
            YamlSequence sequence => CorrectItems(sequence),
            _ => node,
        };

        private YamlSequence CorrectItems(YamlSequence sequence)
        {
            var items = sequence.Items.Select(item => item is YamlSequence
                ? throw new RenderException($"updating name reference in '{field.Path}': a list item must be a string or a mapping", item.Origin)
                : Correct(item)).ToImmutableArray();
            return items.AsSpan().SequenceEqual(sequence.Items.AsSpan()) ? sequence : sequence.WithItems(items);
        }

        private YamlScalar CorrectName(YamlScalar name)
        {
            var found = Select(name, owner.Named(name.Value), (first, other) => first.Name == other.Name);
            return found is null || found.Name == name.Value ? name : Renamed(name, found);
        }

        private YamlMapping CorrectNameAndNamespace(YamlMapping mapping)
        {
            if (mapping["name"] is not { } nameNode)
                throw new RenderException($"updating name reference in '{field.Path}': path config error; no 'name' field in node", mapping.Origin);
            if (nameNode is not YamlScalar name)
                return mapping;
            var candidates = owner.Named(name.Value);
            if (mapping["namespace"] is YamlScalar @namespace)
                candidates = InNamespace(candidates, @namespace);
            var found = Select(name, candidates, (first, other) => first.Name == other.Name && first.Namespace == other.Namespace);
            if (found is null || (found.Name == name.Value && found.Namespace.Length == 0))
                return mapping;
            var changed = found.Name == name.Value ? mapping : mapping.With(Rendered.Plain("name", name.Origin), Renamed(name, found));
            // An empty namespace stands for any, it does not replace one that is written.
            if (found.Namespace.Length == 0 || found.Metadata?["namespace"] is not YamlScalar target || (mapping["namespace"] is YamlScalar old && old.Value == target.Value))
                return changed;
            var place = Rendered.Sources(target);
            return changed.With(
                Rendered.Plain("namespace", name.Origin),
                mapping["namespace"] is YamlScalar written
                    ? Rendered.Extended(written, target.Value, ScalarStyle.DoubleQuoted, place)
                    : Rendered.Scalar(target.Value, ScalarStyle.DoubleQuoted, place[0], [.. place.Skip(1), name.Origin]));
        }

        /// <summary>The candidates whose namespace was first, or else is now, the one that is written.</summary>
        private List<KustomizeObject> InNamespace(List<KustomizeObject> candidates, YamlScalar written)
        {
            if (candidates.Count == 0)
                return candidates;
            var @namespace = written.Value;
            owner._objects.Budget.Spend(owner._objects.Objects.Count, written.Origin);
            var original = owner._objects.Objects.Any(item => MayBeReferenced(item) && item.OriginalId.EffectiveNamespace == @namespace && !item.OriginalId.IsClusterScoped);
            return [.. candidates.Where(item => original
                ? item.OriginalId.EffectiveNamespace == @namespace && !item.OriginalId.IsClusterScoped
                : item.Id.EffectiveNamespace == @namespace && !item.Id.IsClusterScoped)];
        }

        private static YamlScalar Renamed(YamlScalar name, KustomizeObject found) =>
            Rendered.Extended(name, found.Name, name.Style, Rendered.Sources(found.NameNode));

        /// <summary>The one object that is meant; null when there is none.</summary>
        private KustomizeObject? Select(YamlScalar name, List<KustomizeObject> candidates, Func<KustomizeObject, KustomizeObject, bool> areTheSame)
        {
            if (candidates.Count == 0)
                return null;
            owner._objects.Budget.Spend(candidates.Count * StepsOfCandidate, name.Origin);
            var found = candidates.Where(item => MayBeReferenced(item) && IsTarget(item) && IsNear(item)).ToList();
            if (found.Count == 1)
                return found[0];
            found = [.. found.Where(item => item.SharesLayersWith(referrer, emptyMatchesAny: true))];
            if (found.Count > 1)
                found = [.. found.Where(item => item.SharesLayersWith(referrer, emptyMatchesAny: false))];
            if (found.Count == 0)
                return null;
            if (found.Skip(1).All(other => areTheSame(found[0], other)))
                return found[0];
            throw new RenderException(
                $"found multiple possible referrals for '{name.Value}' in '{field.Path}' of {referrer.Id}: {string.Join(", ", found.Select(item => item.Id.ToString()))}",
                name.Origin);
        }

        private bool MayBeReferenced(KustomizeObject item)
        {
            if (referrer.Id.IsClusterScoped || item.Id.IsClusterScoped || item.Id.EffectiveNamespace == referrer.Id.EffectiveNamespace)
                return true;
            // A role binding may name service accounts of other namespaces.
            return referrer.Kind.Kind == "RoleBinding"
                && referrer.Root["subjects"] is YamlSequence subjects
                && subjects.Items.OfType<YamlMapping>().Any(subject =>
                    subject["kind"] is YamlScalar { Value: "ServiceAccount" } && subject["namespace"] is YamlScalar @namespace && @namespace.Value == item.Namespace);
        }

        private bool IsTarget(KustomizeObject item)
        {
            if (!item.PreviousIds.Any(id => target.Selects(id.Kind)))
                return false;
            if (!field.Path.EndsWith("roleRef/name", StringComparison.Ordinal)
                || referrer.Root["roleRef"] is not YamlMapping role || role["apiGroup"] is not YamlScalar group || role["kind"] is not YamlScalar kind)
                return true;
            var named = new ObjectKind(group.Value, "", kind.Value);
            return item.PreviousIds.Any(id => named.Selects(id.Kind));
        }

        private bool IsNear(KustomizeObject item) =>
            referrer.Id.IsClusterScoped || item.Id.IsClusterScoped || item.Kind.Kind == "ServiceAccount" || item.Id.EffectiveNamespace == referrer.Id.EffectiveNamespace;
    }
}
