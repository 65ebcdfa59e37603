using NetLint.Repository.Kustomize.Generators;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Transformers;

/// <summary>Puts a hash of the content behind the names of generated objects.</summary>
internal static class NameHashTransformer
{
    /// <summary>Renames the objects that need it.</summary>
    public static void Apply(ObjectList objects)
    {
        foreach (var item in objects.Objects.Where(item => item.NeedsHash))
        {
            if (item.Metadata is not { } metadata || item.NameNode is not { } name)
                continue;
            item.RememberName();
            var renamed = Rendered.Extended(name, $"{name.Value}-{NameHash.Of(item.Root)}", name.Style, []);
            item.Root = item.Root.With(
                Rendered.Plain("metadata", metadata.Origin),
                metadata.With(Rendered.Plain("name", name.Origin), renamed));
        }

        objects.NamesChanged();
    }
}
