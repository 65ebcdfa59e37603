using System.Security.Cryptography;
using System.Text;
using NetLint.Kubernetes.Resources;

namespace NetLint.Analysis.Diagnostics;

/// <summary>Identifies a finding by what it is about, so that neither moved lines nor another order of files change it.</summary>
internal static class Fingerprint
{
    /// <summary>Hashes the identity of a finding to 32 hexadecimal digits.</summary>
    /// <param name="descriptor">The rule case.</param>
    /// <param name="path">The path of the file; null for the fingerprint that survives renames.</param>
    /// <param name="resource">The resource as written.</param>
    /// <param name="keyedPath">The field, with items of lists by key.</param>
    /// <param name="ordinal">Tells apart findings that are equal in all of this, from 0.</param>
    public static string Of(DiagnosticDescriptor descriptor, string? path, Resource? resource, string keyedPath, int ordinal)
    {
        var identity = resource is null ? "" : $"{resource.Group}\n{resource.Kind}\n{resource.Namespace}\n{resource.Name}";
        var text = $"netlint/1\n{descriptor.FullId}\n{path}\n{identity}\n{keyedPath}\n{ordinal}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }
}
