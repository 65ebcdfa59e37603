using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Loading;

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
