using NetLint.Kubernetes.Resources;

namespace NetLint.Repository;

/// <summary>Looks at the text of a file or document before it is parsed: most YAML in a repository is no manifest.</summary>
public static class ManifestText
{
    /// <summary>True when a <c>kind</c> key stands somewhere: block, flow, quoted or JSON.</summary>
    public static bool MayHoldKind(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var at = text.IndexOf("kind", StringComparison.Ordinal);
            if (at < 0)
                return false;
            var rest = text[(at + 4)..];
            if ((at == 0 || text[at - 1] is ' ' or '\t' or '\n' or '\r' or '"' or '\'' or '{' or ',' or '-') && IsKeyEnd(rest))
                return true;
            text = rest;
        }
    }

    /// <summary>The same over bytes of UTF-8, to avoid decoding files that are no manifests.</summary>
    public static bool MayHoldKind(ReadOnlySpan<byte> text) => text.IndexOf("kind"u8) >= 0 || text is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    /// <summary>
    /// True when a document may hold a resource that is worth parsing. Kinds that are large, frequent and of no concern to networking are
    /// kept by identity only.
    /// </summary>
    public static bool IsWorthReading(ReadOnlySpan<char> document) =>
        MayHoldKind(document)
        && DocumentIdentity.KindOf(document) is not ("CustomResourceDefinition" or "PrometheusRule" or "VMRule" or "GrafanaDashboard");

    private static bool IsKeyEnd(ReadOnlySpan<char> rest)
    {
        if (rest is ['"' or '\'', ..])
            rest = rest[1..];
        rest = rest.TrimStart(" \t");
        return rest is [':', ..];
    }
}
