using System.Collections.Frozen;
using System.Collections.Immutable;
using NetLint.Repository.Kustomize.Configuration;
using NetLint.Repository.Kustomize.Loading;
using NetLint.Repository.Kustomize.Output;
using NetLint.Repository.Kustomize.Replacements;
using NetLint.Repository.Kustomize.Transformers;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Variables;

/// <summary>
/// Puts the values of variables into the fields that may use them. The source of the rules is kustomize's <c>api/filters/refvar</c>.
/// </summary>
internal sealed class VariableTransformer
{
    private readonly FrozenDictionary<string, VariableValue> _values;

    private VariableTransformer(FrozenDictionary<string, VariableValue> values) => _values = values;

    /// <summary>Puts the values in.</summary>
    /// <param name="objects">The objects, with their final names.</param>
    /// <param name="variables">The variables.</param>
    /// <param name="fields">The fields that may use them.</param>
    /// <param name="context">The build: where parts of it are missing, variables without a value are left as they are.</param>
    /// <exception cref="RenderException">A variable has no value, or a field that may use variables holds something else than texts.</exception>
    public static void Apply(ObjectList objects, VariableSet variables, ImmutableArray<FieldSpec> fields, BuildContext context)
    {
        if (variables.All.IsEmpty)
            return;
        var values = new Dictionary<string, VariableValue>(StringComparer.Ordinal);
        foreach (var variable in variables.All.Values)
        {
            if (ValueOf(variable, objects, context) is { } value)
                values.Add(variable.Name, value);
        }

        var transformer = new VariableTransformer(values.ToFrozenDictionary(StringComparer.Ordinal));
        foreach (var field in fields)
        {
            var editor = new FieldEditor(field, CreatedField.None, variables.All.Values.First().Entry.Origin, transformer.Expand);
            foreach (var item in objects.Objects)
                editor.Apply(item);
        }

        objects.NamesChanged();
    }

    private static VariableValue? ValueOf(Variable variable, ObjectList objects, BuildContext context)
    {
        var at = ((YamlNode?)Fields.Text(variable.Entry, "name") ?? variable.Entry).Origin;
        if (objects.Objects.FirstOrDefault(item => item.Variables.Contains(variable.Name)) is not { } source)
        {
            return context.IsIncomplete
                ? null
                : throw new RenderException($"var '{variable.Name}' ({variable.Target} {variable.FieldPath}) cannot be mapped to a field in the set of known resources", at);
        }

        var position = SourceField.Find(source.Root, FieldPath.SplitWithIndices(variable.FieldPath), at);
        if (position is { } found && VariableValue.Of(found.In(source.Root)) is { } value)
            return value;
        return context.IsIncomplete
            ? null
            : throw new RenderException($"field specified in var '{variable.Name}' not found in corresponding resource {source.Id}: {variable.FieldPath}", at);
    }

    private YamlNode Expand(YamlNode node) => node switch
    {
        YamlScalar scalar => KustomizeScalar.IsString(scalar) ? Expand(scalar) : scalar,
        YamlMapping mapping => ExpandValues(mapping),
        YamlSequence sequence => ExpandItems(sequence),
        _ => node,
    };

    private YamlMapping ExpandValues(YamlMapping mapping)
    {
        var entries = mapping.Entries;
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i].Key is not YamlScalar key || !KustomizeScalar.IsString(key))
                throw new RenderException("invalid map key in a field that may use vars", entries[i].Key.Origin);
            if (entries[i].Value is YamlScalar value && KustomizeScalar.IsString(value) && Expand(value) is var expanded && !ReferenceEquals(expanded, value))
                entries = entries.SetItem(i, entries[i] with { Value = expanded });
        }

        return entries == mapping.Entries ? mapping : mapping.WithEntries(entries);
    }

    private YamlSequence ExpandItems(YamlSequence sequence)
    {
        var items = sequence.Items;
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i] is not YamlScalar item || !KustomizeScalar.IsString(item))
                throw new RenderException("invalid value type expect a string in a list that may use vars", items[i].Origin);
            if (Expand(item) is var expanded && !ReferenceEquals(expanded, item))
                items = items.SetItem(i, expanded);
        }

        return items == sequence.Items ? sequence : sequence.WithItems(items);
    }

    private YamlScalar Expand(YamlScalar scalar)
    {
        if (!scalar.Value.Contains('$', StringComparison.Ordinal))
            return scalar;
        var text = VariableText.Expand(scalar.Value, _values);
        // A text that is nothing but a variable takes the type of its value.
        var isPlain = text.Whole is { IsString: false };
        if (!isPlain && text.Value == scalar.Value)
            return scalar;
        return Rendered.Extended(scalar, text.Value, isPlain ? ScalarStyle.Plain : ScalarStyle.DoubleQuoted, text.Used.SelectMany(value => Rendered.Sources(value.Node)));
    }
}
