using System.Collections.Frozen;
using System.Text;

namespace NetLint.Repository.Kustomize.Variables;

/// <summary>A text with the values of variables put in.</summary>
/// <param name="Value">The text.</param>
/// <param name="Whole">The one variable that the text consisted of; null when there was anything else.</param>
/// <param name="Used">The variables in it, in order.</param>
internal readonly record struct VariableText(string Value, VariableValue? Whole, IReadOnlyList<VariableValue> Used)
{
    /// <summary>Texts do not grow further.</summary>
    private const int MaxLength = 2_000_000;

    /// <summary>Puts values in: <c>$(NAME)</c> is a variable, <c>$$</c> a dollar sign, and anything else stays as it is.</summary>
    public static VariableText Expand(string text, FrozenDictionary<string, VariableValue> values)
    {
        var result = new StringBuilder();
        var used = new List<VariableValue>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '$' || i + 1 == text.Length)
            {
                result.Append(text[i]);
                continue;
            }

            var end = text[i + 1] == '(' ? text.IndexOf(')', i + 2) : -1;
            if (end < 0)
            {
                // The sign and what follows it are copied together, so that "$(" without an end begins nothing further on.
                result.Append(text[i + 1] == '$' ? "$" : text.AsSpan(i, 2));
                i++;
                continue;
            }

            if (values.TryGetValue(text[(i + 2)..end], out var value) && value.Within is not null && result.Length + value.Within.Length <= MaxLength)
            {
                used.Add(value);
                if (i == 0 && end == text.Length - 1)
                    return new VariableText(value.Alone!, value, used);
                result.Append(value.Within);
            }
            else
            {
                result.Append(text.AsSpan(i, end - i + 1));
            }

            i = end;
        }

        return new VariableText(result.ToString(), null, used);
    }
}
