using System.Security.Cryptography;
using System.Text;

namespace NetLint.Repository.Flux;

/// <summary>Names a Helm release as Flux does.</summary>
internal static class HelmReleaseName
{
    private const int MaxLength = 53;
    private const int HashLength = 12;

    /// <summary>The name; null when the HelmRelease has none.</summary>
    public static string? Of(string? written, string? targetNamespace, string? name)
    {
        if (written is not null)
            return Shorten(written);
        if (name is null)
            return null;
        return Shorten(targetNamespace is null ? name : targetNamespace + "-" + name);
    }

    private static string Shorten(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        if (bytes.Length <= MaxLength)
            return name;
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return string.Concat(Encoding.UTF8.GetString(bytes.AsSpan(0, MaxLength - HashLength - 1)), "-", hash.AsSpan(0, HashLength));
    }
}
