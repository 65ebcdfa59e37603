using System.Collections.Immutable;
using NetLint.Repository.Kustomize.Configuration;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Transformers;

/// <summary>Puts a prefix before or a suffix after names.</summary>
internal sealed class AffixTransformer : ITransformer
{
    private readonly YamlScalar _affix;
    private readonly bool _isPrefix;
    private readonly ImmutableArray<FieldSpec> _fields;

    private AffixTransformer(YamlScalar affix, bool isPrefix, ImmutableArray<FieldSpec> fields)
    {
        _affix = affix;
        _isPrefix = isPrefix;
        _fields = fields;
    }

    /// <inheritdoc/>
    public string Kind => _isPrefix ? "PrefixTransformer" : "SuffixTransformer";

    /// <summary>Puts a prefix before names.</summary>
    public static AffixTransformer Prefix(YamlScalar prefix, ImmutableArray<FieldSpec> fields) => new(prefix, isPrefix: true, fields);

    /// <summary>Puts a suffix after names.</summary>
    public static AffixTransformer Suffix(YamlScalar suffix, ImmutableArray<FieldSpec> fields) => new(suffix, isPrefix: false, fields);

    /// <inheritdoc/>
    public void Apply(ObjectList objects)
    {
        foreach (var item in objects.Objects)
        {
            var original = item.OriginalId.Kind;
            if (KeepsItsName(original))
                continue;
            foreach (var field in _fields.Where(field => field.Kind.Selects(original)))
            {
                if (field.Path == "metadata/name")
                    Remember(item);
                new FieldEditor(field, CreatedField.Scalar, _affix.Origin, node => Affix(node, objects.Budget)).Apply(item);
            }
        }

        objects.NamesChanged();
    }

    private void Remember(KustomizeObject item)
    {
        if (_isPrefix)
            item.AddPrefix(_affix.Value);
        else
            item.AddSuffix(_affix.Value);
        if (_affix.Value.Length > 0)
            item.RememberName();
    }

    private YamlScalar Affix(YamlNode node, BuildBudget budget)
    {
        if (node is not YamlScalar name)
            throw new RenderException("a name must be a scalar", node.Origin);
        budget.Write(_affix.Value.Length + name.Value.Length, _affix.Origin);
        var value = _isPrefix ? _affix.Value + name.Value : name.Value + _affix.Value;
        return Rendered.Extended(name, value, value.Length == 0 ? ScalarStyle.DoubleQuoted : name.Style, [_affix.Origin]);
    }

    /// <summary>Kinds whose names mean something outside the cluster or to everyone in it.</summary>
    private static bool KeepsItsName(ObjectKind kind) =>
        kind is { Kind: "CustomResourceDefinition" or "Namespace" } or { Group: "apiregistration.k8s.io", Kind: "APIService" };
}
