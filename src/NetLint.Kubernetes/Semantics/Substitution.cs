namespace NetLint.Kubernetes.Semantics;

/// <summary>Recognises text that a tool replaces before the cluster sees it.</summary>
public static class Substitution
{
    /// <summary>
    /// True when the text holds a variable (<c>${VAR}</c>, <c>$(VAR)</c>, <c>$VAR</c>), a template action (<c>{{ … }}</c>, <c>&lt;% … %&gt;</c>)
    /// or is a placeholder for a person to fill in (<c>&lt;your-name&gt;</c>, <c>@NAME@</c>, <c>%NAME%</c>, <c>__NAME__</c>, <c>[NAME]</c>).
    /// </summary>
    public static bool IsUnresolved(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return false;
        var at = text.AsSpan().IndexOfAny("${<@");
        if (at < 0 && text[0] is not ('%' or '_' or '['))
            return false;
        return text.Contains('$', StringComparison.Ordinal)
            || text.Contains("{{", StringComparison.Ordinal)
            || text.Contains("<%", StringComparison.Ordinal)
            || IsEnclosed(text, "<", ">")
            || IsEnclosed(text, "@", "@")
            || IsEnclosed(text, "%", "%")
            || IsEnclosed(text, "__", "__")
            || IsEnclosed(text, "[", "]");
    }

    /// <summary>True when a text can come out as another one: what stands before its first variable is the beginning of that.</summary>
    /// <param name="text">A text that is unresolved.</param>
    /// <param name="result">What it might become.</param>
    public static bool MayBecome(string text, string result)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(result);
        var first = text.AsSpan().IndexOfAny("${<@");
        return first <= 0 || result.StartsWith(text[..first], StringComparison.Ordinal);
    }

    private static bool IsEnclosed(string text, string open, string close) =>
        text.Length > open.Length + close.Length
        && text.StartsWith(open, StringComparison.Ordinal)
        && text.EndsWith(close, StringComparison.Ordinal);
}
