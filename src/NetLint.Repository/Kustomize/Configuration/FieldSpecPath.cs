using System.Collections.Immutable;

namespace NetLint.Repository.Kustomize.Configuration;

/// <summary>Paths of field specifications.</summary>
internal static class FieldSpecPath
{
    /// <summary>Splits at slashes; <c>\/</c> stands for a slash inside a name. A leading slash counts for nothing.</summary>
    public static ImmutableArray<string> Split(string path)
    {
        var parts = ImmutableArray.CreateBuilder<string>();
        foreach (var part in path.Split('/'))
        {
            if (parts.Count > 0 && parts[^1].EndsWith('\\'))
                parts[^1] = $"{parts[^1][..^1]}/{part}";
            else
                parts.Add(part);
        }

        if (parts is ["", _, ..])
            parts.RemoveAt(0);
        return parts.DrainToImmutable();
    }
}
