using System.Collections.Immutable;
using NetLint.Repository.Kustomize.Output;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Generators;

/// <summary>Makes the object that an entry of <c>configMapGenerator</c> or <c>secretGenerator</c> describes.</summary>
internal static class ObjectGenerator
{
    /// <summary>Makes one object.</summary>
    /// <param name="kind">Which generator.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="generatorOptions">The options of the kustomization.</param>
    /// <param name="directory">The directory of the kustomization.</param>
    /// <param name="readFile">Reads a file by the path as written, for the place that names it.</param>
    /// <exception cref="RenderException">kustomize refuses the entry, or a file cannot be read.</exception>
    public static GeneratedObject Make(
        GeneratorKind kind,
        YamlMapping entry,
        YamlMapping? generatorOptions,
        string directory,
        Func<Origin, string, ReadOnlyMemory<byte>> readFile)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var options = GeneratorOptions.Of(entry, generatorOptions);
        var name = EntryField.Text(entry, "name");
        if (name is not { Value.Length: > 0 })
            throw new RenderException($"a {Describe(kind)} must have a name", (name ?? (YamlNode)entry).Origin);
        var values = new DataReader(directory, readFile).Read(entry);
        RefuseRepeatedKeys(kind, values, name);
        values.Sort((left, right) => Utf8Order.Instance.Compare(left.Key, right.Key));

        var builder = new Members(name.Origin);
        builder.Add("apiVersion", "v1", name.Origin);
        builder.Add("kind", kind == GeneratorKind.Secret ? "Secret" : "ConfigMap", name.Origin);
        builder.Add("metadata", Metadata(entry, name, options));
        if (kind == GeneratorKind.Secret)
            AddSecret(builder, entry, name, values);
        else
            AddConfigMap(builder, name, values);
        if (options.Immutable is { } immutable)
            builder.Add("immutable", new YamlScalar(immutable.Source, immutable.Span, tag: null, "true", ScalarStyle.Plain));
        return new GeneratedObject(builder.ToMapping(), BehaviorOf(entry), !options.DisablesHash, name.Origin);
    }

    private static string Describe(GeneratorKind kind) => kind == GeneratorKind.Secret ? "secret" : "configmap";

    private static void RefuseRepeatedKeys(GeneratorKind kind, List<DataValue> values, YamlScalar name)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            if (!known.Add(value.Key))
                throw new RenderException($"{Describe(kind)} {name.Value} illegally repeats the key `{value.Key}`", value.KeyOrigin);
        }
    }

    private static YamlMapping Metadata(YamlMapping entry, YamlScalar name, GeneratorOptions options)
    {
        var builder = new Members(name.Origin);
        builder.Add("name", name.Value, name.Origin);
        if (EntryField.Text(entry, "namespace") is { Value.Length: > 0 } ns)
            builder.Add("namespace", ns.Value, ns.Origin);
        AddMap(builder, "labels", options.Labels);
        AddMap(builder, "annotations", options.Annotations);
        return builder.ToMapping();
    }

    private static void AddMap(Members builder, string field, SortedDictionary<string, YamlMappingEntry> map)
    {
        if (map.Count == 0)
            return;
        var members = new Members(map.First().Value.Key.Origin);
        foreach (var (key, entry) in map)
            members.Add(key, EntryField.ValueOf((YamlScalar)entry.Value), entry.Value.Origin, entry.Key.Origin);
        builder.Add(field, members.ToMapping());
    }

    private static void AddConfigMap(Members builder, YamlScalar name, List<DataValue> values)
    {
        var data = new Members(name.Origin);
        var binary = new Members(name.Origin);
        var isBinaryFirst = false;
        foreach (var value in values)
        {
            if (value.Text is { } text)
            {
                if (text.Contains('\n', StringComparison.Ordinal) && KustomizeScalar.IsLostAsBlock(text))
                    throw new RenderException("yaml: found a tab character where an indentation space is expected", value.Origin);
                data.Add(value.Key, text, value.Origin, value.KeyOrigin);
                continue;
            }

            isBinaryFirst |= data.Count == 0;
            binary.Add(value.Key, value.Base64, value.Origin, value.KeyOrigin);
        }

        // The field of the first key comes first.
        foreach (var (field, members) in (ReadOnlySpan<(string, Members)>)(isBinaryFirst ? [("binaryData", binary), ("data", data)] : [("data", data), ("binaryData", binary)]))
        {
            if (members.Count > 0)
                builder.Add(field, members.ToMapping());
        }
    }

    private static void AddSecret(Members builder, YamlMapping entry, YamlScalar name, List<DataValue> values)
    {
        var type = EntryField.Text(entry, "type") is { Value.Length: > 0 } written ? written : null;
        builder.Add("type", type?.Value ?? "Opaque", type?.Origin ?? name.Origin);
        var data = new Members(name.Origin);
        foreach (var value in values)
            data.Add(value.Key, value.Base64, value.Origin, value.KeyOrigin);
        builder.Add("data", data.ToMapping());
    }

    private static GeneratorBehavior BehaviorOf(YamlMapping entry) => EntryField.Text(entry, "behavior")?.Value switch
    {
        "merge" => GeneratorBehavior.Merge,
        "replace" => GeneratorBehavior.Replace,
        _ => GeneratorBehavior.Create,
    };
}
