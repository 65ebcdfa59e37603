using System.Collections.Immutable;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Loading;

/// <summary>A kustomization as it is written. Reading a field of the wrong type ends the build, as it does for kustomize.</summary>
internal sealed class KustomizationFile
{
    /// <summary>Makes a kustomization.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="directory">The directory it is for.</param>
    /// <param name="root">Its tree.</param>
    public KustomizationFile(string path, string directory, YamlMapping root)
    {
        Path = path;
        Directory = directory;
        Root = root;
    }

    /// <summary>The path of the file.</summary>
    public string Path { get; }

    /// <summary>The directory that its paths are relative to.</summary>
    public string Directory { get; }

    /// <summary>Its tree, with field names in their usual case.</summary>
    public YamlMapping Root { get; }

    /// <summary>The place of the whole file.</summary>
    public Origin Origin => new(Root.Source, new TextSpan(Root.Span.Start, 0));

    /// <summary>True for a component.</summary>
    public bool IsComponent => Root["kind"] is YamlScalar { Value: "Component" };

    /// <summary>A string field; null when it is absent, null or empty.</summary>
    public YamlScalar? Text(string field) => Fields.Text(Root, field) is { Value.Length: > 0 } text ? text : null;

    /// <summary>A list of strings.</summary>
    public ImmutableArray<YamlScalar> Texts(string field) => Fields.Texts(Root, field);

    /// <summary>A list of mappings.</summary>
    public ImmutableArray<YamlMapping> Mappings(string field) => Fields.Mappings(Root, field);

    /// <summary>A mapping; null when it is absent or null.</summary>
    public YamlMapping? Mapping(string field) => Fields.Mapping(Root, field);
}
