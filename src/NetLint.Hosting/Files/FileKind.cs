namespace NetLint.Hosting.Files;

/// <summary>Tells regular files from pipes and devices.</summary>
public static class FileKind
{
    /// <summary>True when a path, links followed, is a regular file.</summary>
    public static bool IsRegular(string path) => RealPath.Resolve(Path.GetFullPath(path)) is { } real && FileNode.Of(real).Kind == FileNodeKind.File;
}
