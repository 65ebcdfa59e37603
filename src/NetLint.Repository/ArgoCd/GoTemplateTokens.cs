using System.Collections.Immutable;
using System.Text;

namespace NetLint.Repository.ArgoCd;

/// <summary>The tokens between <c>{{</c> and <c>}}</c>.</summary>
/// <param name="Tokens">Words, chains of fields with their dots, numbers, <c>|</c>, parentheses; strings begin with their quote and are unescaped.</param>
/// <param name="TrimsBefore">True after <c>{{-</c>.</param>
/// <param name="TrimsAfter">True before <c>-}}</c>.</param>
/// <param name="IsComment">True for a comment, which prints nothing.</param>
/// <param name="End">The offset after the closing braces.</param>
internal sealed record GoTemplateTokens(ImmutableArray<string> Tokens, bool TrimsBefore, bool TrimsAfter, bool IsComment, int End)
{
    /// <summary>Reads an action; null when it is not closed or holds something that is not understood.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The offset after the opening braces.</param>
    public static GoTemplateTokens? Read(string text, int at)
    {
        var trimsBefore = at + 1 < text.Length && text[at] == '-' && char.IsWhiteSpace(text[at + 1]);
        if (trimsBefore)
            at += 2;
        if (text.AsSpan(at).StartsWith("/*"))
            return ReadComment(text, at, trimsBefore);
        var tokens = ImmutableArray.CreateBuilder<string>();
        while (at < text.Length)
        {
            if (text.AsSpan(at).StartsWith("}}"))
                return new GoTemplateTokens(tokens.DrainToImmutable(), trimsBefore, TrimsAfter: false, IsComment: false, at + 2);
            if (text.AsSpan(at).StartsWith("-}}") && at > 0 && char.IsWhiteSpace(text[at - 1]))
                return new GoTemplateTokens(tokens.DrainToImmutable(), trimsBefore, TrimsAfter: true, IsComment: false, at + 3);
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            if (ReadToken(text, ref at) is not { } token)
                return null;
            tokens.Add(token);
        }

        return null;
    }

    private static GoTemplateTokens? ReadComment(string text, int at, bool trimsBefore)
    {
        var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
        if (end < 0)
            return null;
        var rest = text.AsSpan(end + 2);
        if (rest.StartsWith("}}"))
            return new GoTemplateTokens([], trimsBefore, TrimsAfter: false, IsComment: true, end + 4);
        return rest.StartsWith(" -}}") ? new GoTemplateTokens([], trimsBefore, TrimsAfter: true, IsComment: true, end + 6) : null;
    }

    private static string? ReadToken(string text, ref int at)
    {
        var start = at;
        switch (text[at])
        {
            case ')' when at + 1 < text.Length && text[at + 1] == '.':
                // A field of what the parentheses give.
                return null;
            case '|' or '(' or ')':
                at++;
                return text[start..at];
            case '"':
                return ReadString(text, ref at);
            case '`' when text.IndexOf('`', at + 1) is var close and > 0:
                at = close + 1;
                return text[start..close];
            case '-' or (>= '0' and <= '9'):
                at++;
                while (at < text.Length && char.IsAsciiDigit(text[at]))
                    at++;
                return at - start > 1 || text[start] != '-' ? text[start..at] : null;
            case '.':
                at++;
                break;
            case var c when !IsLetter(c):
                return null;
        }

        // A chain of fields is one token: what follows after a space is the next argument.
        while (at < text.Length && (IsLetter(text[at]) || char.IsAsciiDigit(text[at]) || (text[at] == '.' && text[start] == '.')))
            at++;
        return text[start..at];
    }

    private static string? ReadString(string text, ref int at)
    {
        var value = new StringBuilder("\"");
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                at++;
                return value.ToString();
            }

            if (text[at] == '\\')
            {
                at++;
                if (at >= text.Length || text[at] is not ('"' or '\\'))
                    return null;
            }

            value.Append(text[at]);
        }

        return null;
    }

    private static bool IsLetter(char c) => char.IsAsciiLetter(c) || c == '_';
}
