using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Patches;

/// <summary>Keys as kustomize compares them: as written, where <c>on</c> is no boolean.</summary>
internal static class KeyText
{
    /// <summary>The key of an entry; null when it is no scalar.</summary>
    public static string? Of(YamlMappingEntry entry) => (entry.Key as YamlScalar)?.Value;

    /// <summary>The index of the first entry with a key, or -1.</summary>
    public static int IndexIn(YamlMapping mapping, string key)
    {
        for (var i = 0; i < mapping.Entries.Length; i++)
        {
            if (string.Equals(Of(mapping.Entries[i]), key, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }

    /// <summary>The value of a key, or null.</summary>
    public static YamlNode? Find(YamlMapping mapping, string key) => IndexIn(mapping, key) is var at and >= 0 ? mapping.Entries[at].Value : null;
}
