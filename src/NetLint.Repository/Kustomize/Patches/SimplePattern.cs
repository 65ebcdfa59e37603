using System.Buffers;
using System.Text;

namespace NetLint.Repository.Kustomize.Patches;

/// <summary>
/// A regular expression of plain characters, <c>.</c>, <c>.*</c> and <c>.+</c>. Nearly all that people write are of this form, and it takes
/// a thousand times as long to prepare an engine for one as to compare it.
/// </summary>
internal sealed class SimplePattern
{
    /// <summary>Longer ones meet the limit of the engine.</summary>
    private const int Longest = 1_000;

    private const char One = '\uFFFF';
    private const char Many = '\uFFFE';

    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_/:@=,");

    private readonly string _parts;

    private SimplePattern(string parts) => _parts = parts;

    /// <summary>True when every text that matches is as long as the expression.</summary>
    public bool IsFixed => !_parts.Contains(Many, StringComparison.Ordinal);

    /// <summary>How many characters a text has that matches a fixed expression.</summary>
    public int Length => _parts.Length;

    /// <summary>Reads an expression; null when it is of another form.</summary>
    public static SimplePattern? Parse(string pattern)
    {
        if (pattern.Length > Longest)
            return null;
        var parts = new StringBuilder(pattern.Length);
        for (var i = 0; i < pattern.Length; i++)
        {
            if (Plain.Contains(pattern[i]))
                parts.Append(pattern[i]);
            else if (pattern[i] == '.')
                parts.Append(One);
            else if (pattern[i] is '*' or '+' && i > 0 && pattern[i - 1] == '.')
                parts[^1] = Many;
            else
                return null;
            if (pattern[i] == '+')
                parts.Insert(parts.Length - 1, One);
        }

        return new SimplePattern(parts.ToString());
    }

    /// <summary>True for a text in which every character is one for every engine; what else there is, a real engine must judge.</summary>
    public static bool CanJudge(string text) => Ascii.IsValid(text) && !text.Contains('\n', StringComparison.Ordinal);

    /// <summary>True when the whole of a text matches.</summary>
    public bool IsWhole(ReadOnlySpan<char> text)
    {
        // Of several ways to share the text out among the parts only the last choice needs to be taken back.
        var (at, part, retryAt, retryPart) = (0, 0, -1, -1);
        while (at < text.Length)
        {
            if (part < _parts.Length && _parts[part] == Many)
            {
                (retryAt, retryPart) = (at, ++part);
            }
            else if (part < _parts.Length && (_parts[part] == One || _parts[part] == text[at]))
            {
                at++;
                part++;
            }
            else if (retryPart >= 0)
            {
                (at, part) = (++retryAt, retryPart);
            }
            else
            {
                return false;
            }
        }

        while (part < _parts.Length && _parts[part] == Many)
            part++;
        return part == _parts.Length;
    }

    /// <summary>True when a part of a text matches.</summary>
    public bool IsAnywhere(ReadOnlySpan<char> text) => new SimplePattern($"{Many}{_parts}{Many}").IsWhole(text);
}
