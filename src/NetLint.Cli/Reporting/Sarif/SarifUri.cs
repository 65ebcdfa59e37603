using System.Text;

namespace NetLint.Cli.Reporting.Sarif;

/// <summary>Spells paths as URIs (RFC 3986).</summary>
internal static class SarifUri
{
    /// <summary>The base of every relative URI: the root of the repository.</summary>
    public const string RootId = "%SRCROOT%";

    /// <summary>Characters of a path segment that stand for themselves. A colon is not among them: in front of the first slash it would end a scheme.</summary>
    private const string Plain = "-._~!$&'()*+,;=@";

    /// <summary>True when a path does not lead to a file below the root, as that of a configuration file given by name may not.</summary>
    public static bool IsOutsideRoot(string path) => path is ['/', ..] || path.StartsWith("../", StringComparison.Ordinal);

    /// <summary>A path relative to the root as a relative reference.</summary>
    public static string Relative(string path) => Encode(path);

    /// <summary>An absolute directory as a <c>file</c> URI that ends with a slash.</summary>
    public static string Directory(string path)
    {
        var isDrive = path is [var letter, ':', ..] && char.IsAsciiLetter(letter);
        var isShare = path.StartsWith(@"\\", StringComparison.Ordinal);
        // Only Windows separates with backslashes; elsewhere they belong to names.
        var slashed = isDrive || isShare ? path.Replace('\\', '/') : path;
        var trimmed = slashed.Trim('/');
        if (isShare)
            return $"file://{Encode(trimmed)}/";
        if (isDrive)
            return $"file:///{trimmed[..2]}{Encode(trimmed[2..])}/";
        return trimmed.Length == 0 ? "file:///" : $"file:///{Encode(trimmed)}/";
    }

    private static string Encode(string path)
    {
        var result = new StringBuilder(path.Length + 16);
        Span<byte> bytes = stackalloc byte[4];
        // A lone surrogate becomes U+FFFD, as it does in every other output.
        foreach (var rune in path.EnumerateRunes())
        {
            if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value == '/' || Plain.Contains((char)rune.Value, StringComparison.Ordinal)))
            {
                result.Append((char)rune.Value);
                continue;
            }

            foreach (var value in bytes[..rune.EncodeToUtf8(bytes)])
                result.Append('%').Append(HexDigit(value >> 4)).Append(HexDigit(value & 15));
        }

        return result.ToString();
    }

    private static char HexDigit(int value) => "0123456789ABCDEF"[value];
}
