using NetLint.Repository.Kustomize.Loading;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Tests.ArgoCd;

/// <summary>Files that are written in a test.</summary>
internal sealed class InMemoryKustomizeFiles(Dictionary<string, string> files) : IKustomizeFiles
{
    public PathKind KindOf(string path) => files.ContainsKey(path) ? PathKind.File : PathKind.Missing;

    public ReadOnlyMemory<byte>? ReadBytes(string path) => files.TryGetValue(path, out var text) ? System.Text.Encoding.UTF8.GetBytes(text) : null;

    public SourceText? ReadText(string path) => files.TryGetValue(path, out var text) ? SourceText.From(new SourceId(path), text) : null;

    public YamlStream? ReadYaml(string path) => ReadText(path) is { } text ? YamlReader.Read(text) : null;
}
