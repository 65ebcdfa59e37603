using System.Collections.Immutable;
using System.Text.Json;

namespace NetLint.Testing.Kustomize;

/// <summary>
/// A kustomization with a known result, in a folder of its own: <c>case.json</c> says what to build, <c>input/</c> holds the files,
/// <c>expected.yaml</c> or <c>expected-error.txt</c> what the real command answered.
/// </summary>
/// <param name="Name">The name of the folder.</param>
/// <param name="Folder">The path of the folder.</param>
/// <param name="Target">The directory to build, relative to <see cref="Input"/>.</param>
/// <param name="Arguments">Further arguments of the command.</param>
/// <param name="IsRefused">True when the real command fails.</param>
/// <param name="ErrorContains">Fragments of the real message that matter; may be empty for a refused case too.</param>
public sealed record RenderCase(string Name, string Folder, string Target, ImmutableArray<string> Arguments, bool IsRefused, ImmutableArray<string> ErrorContains)
{
    /// <summary>The directory that nothing may be read outside of.</summary>
    public string Input => Path.Combine(Folder, "input");

    /// <summary>The directory to build.</summary>
    public string TargetPath => Path.GetFullPath(Path.Combine(Input, Target));

    /// <summary>What the real command printed.</summary>
    public string Expected => File.ReadAllText(Path.Combine(Folder, "expected.yaml"));

    /// <summary>What the real command said when it failed.</summary>
    public string ExpectedError => File.ReadAllText(Path.Combine(Folder, "expected-error.txt"));

    /// <summary>What it prints when the target asks for the order in which things were read; null when that order is no other.</summary>
    public string? ExpectedInReadOrder => Path.Combine(Folder, "expected-fifo.yaml") is var path && File.Exists(path) ? File.ReadAllText(path) : null;

    /// <summary>The cases below a folder, by name; none when it does not exist.</summary>
    public static ImmutableArray<RenderCase> Below(string folder) => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateDirectories(folder).Where(path => File.Exists(Path.Combine(path, "case.json"))).Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>Reads one case.</summary>
    public static RenderCase Read(string folder)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "case.json")));
        var root = json.RootElement;
        return new RenderCase(
            Path.GetFileName(folder),
            folder,
            root.TryGetProperty("target", out var target) ? target.GetString()! : ".",
            Texts(root, "args"),
            root.GetProperty("expect").GetString() == "error",
            Texts(root, "errorContains"));
    }

    private static ImmutableArray<string> Texts(JsonElement root, string name) => root.TryGetProperty(name, out var items)
        ? [.. items.EnumerateArray().Select(item => item.GetString()!)]
        : [];
}
