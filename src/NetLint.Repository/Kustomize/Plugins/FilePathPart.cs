using NetLint.Repository.Kustomize.Loading;

namespace NetLint.Repository.Kustomize.Plugins;

/// <summary>Parts of file paths that stand in fields. The source is kustomize's <c>kyaml/filesys</c>.</summary>
internal static class FilePathPart
{
    /// <summary>A path with a part put in. A leading slash stays in front and is not counted; a position that is too large is the end.</summary>
    public static string Insert(string path, int position, string part)
    {
        List<string> parts = path switch
        {
            "" => [],
            "/" => [""],
            _ => [.. path.Split('/')],
        };
        position = Math.Clamp(position, 0, parts.Count);
        if (parts is ["", ..] && position < parts.Count)
            position++;
        parts.Insert(position, part);
        return parts is ["", ..] ? $"/{CleanPath.Join("", string.Join('/', parts))}" : CleanPath.Join("", string.Join('/', parts));
    }
}
