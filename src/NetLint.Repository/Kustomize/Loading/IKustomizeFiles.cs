using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Loading;

/// <summary>What a path of the repository is.</summary>
public enum PathKind
{
    /// <summary>Nothing is there.</summary>
    Missing,

    /// <summary>A regular file.</summary>
    File,

    /// <summary>A directory.</summary>
    Directory,

    /// <summary>Something that is not followed or opened: a link out of the repository, a pipe, a device.</summary>
    Refused,
}

/// <summary>The files a kustomization may read. Paths are relative to the root of the repository and normal.</summary>
public interface IKustomizeFiles
{
    /// <summary>What a path is.</summary>
    PathKind KindOf(string path);

    /// <summary>The bytes of a file; null when it cannot be read.</summary>
    ReadOnlyMemory<byte>? ReadBytes(string path);

    /// <summary>The text of a file; null when it cannot be read.</summary>
    SourceText? ReadText(string path);

    /// <summary>The documents of a file; null when it cannot be read.</summary>
    YamlStream? ReadYaml(string path);
}
