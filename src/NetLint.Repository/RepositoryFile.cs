using System.Collections.Immutable;
using NetLint.Kubernetes.Resources;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository;

/// <summary>A file that was read, with what was found in it.</summary>
public sealed class RepositoryFile
{
    /// <summary>Makes a file.</summary>
    public RepositoryFile(FileRole role, SourceText source, ImmutableArray<YamlDocument> documents, ImmutableArray<Resource> resources)
    {
        Role = role;
        Source = source;
        Documents = documents;
        Resources = resources;
        Directory = source.Id.Directory;
    }

    /// <summary>The path relative to the root, with <c>/</c>.</summary>
    public string Path => Source.Id.Path;

    /// <summary>The directory of the file; "" for the root.</summary>
    public string Directory { get; }

    /// <summary>What the file is.</summary>
    public FileRole Role { get; }

    /// <summary>The text.</summary>
    public SourceText Source { get; }

    /// <summary>Its YAML documents.</summary>
    public ImmutableArray<YamlDocument> Documents { get; }

    /// <summary>Its resources, items of lists one by one; empty for files that hold none.</summary>
    public ImmutableArray<Resource> Resources { get; }

    /// <summary>The same file in another role.</summary>
    public RepositoryFile WithRole(FileRole role) => new(role, Source, Documents, Resources);
}
