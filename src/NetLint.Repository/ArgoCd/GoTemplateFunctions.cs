using System.Globalization;

namespace NetLint.Repository.ArgoCd;

/// <summary>The functions on text that templates of ApplicationSets use most; arguments come in Go's order, the text last.</summary>
internal static class GoTemplateFunctions
{
    /// <summary>A replacement can make a text longer at every step of a pipe.</summary>
    private const int MaxLength = 64 * 1024;

    /// <summary>The result; null for a function that is not known or arguments it does not take.</summary>
    public static string? Apply(string name, string[] arguments) => (name, arguments) switch
    {
        ("lower", [var text]) => Lower(text),
        ("upper", [var text]) => text.ToUpperInvariant(),
        ("trim", [var text]) => text.Trim(),
        ("toString", [var text]) => text,
        ("normalize", [var text]) => ParameterNodes.Normalize(text),
        ("quote", [var text]) when text.AsSpan().IndexOfAny("\"\\\n\t\r") < 0 => "\"" + text + "\"",
        ("squote", [var text]) => "'" + text + "'",
        ("trimPrefix", [var prefix, var text]) => text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : text,
        ("trimSuffix", [var suffix, var text]) => text.EndsWith(suffix, StringComparison.Ordinal) ? text[..^suffix.Length] : text,
        ("trimAll", [var cut, var text]) => text.Trim([.. cut]),
        ("replace", [{ Length: > 0 } sought, var replacement, var text]) => Bounded(text.Replace(sought, replacement, StringComparison.Ordinal)),
        ("base", [var path]) => Base(path),
        ("dir", [var path]) => path.Trim('/').Contains('/', StringComparison.Ordinal) && RelativePath.Combine("", path) is { } normal ? FileClassifier.DirectoryOf(normal) : ".",
        ("trunc", [var length, var text]) => Truncate(length, text),
        ("printf", [var format, .. var values]) => Format(format, values),
        _ => null,
    };

    private static string? Bounded(string text) => text.Length <= MaxLength ? text : null;

    private static string Base(string path)
    {
        var rest = path.TrimEnd('/');
        return rest.Length == 0 ? path.Length == 0 ? "." : "/" : FileClassifier.NameOf(rest);
    }

    private static string? Truncate(string length, string text)
    {
        // Beyond ASCII a count of bytes can cut a character in two.
        if (!int.TryParse(length, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) || !text.All(char.IsAscii))
            return null;
        if (count >= 0)
            return text.Length > count ? text[..count] : text;
        return text.Length + (long)count > 0 ? text[^-count..] : text;
    }

    /// <summary>Only <c>%s</c>, which every text takes.</summary>
    private static string? Format(string format, string[] values)
    {
        var parts = format.Split("%s");
        if (parts.Length != values.Length + 1 || parts.Any(static part => part.Contains('%', StringComparison.Ordinal)))
            return null;
        var text = parts[0];
        for (var i = 0; i < values.Length; i++)
            text += values[i] + parts[i + 1];
        return Bounded(text);
    }

#pragma warning disable CA1308 // Lower case is what the function is for.
    private static string Lower(string text) => text.ToLowerInvariant();
#pragma warning restore CA1308
}
