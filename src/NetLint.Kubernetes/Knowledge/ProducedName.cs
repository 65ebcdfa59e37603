namespace NetLint.Kubernetes.Knowledge;

/// <summary>
/// How objects that a controller creates are named. The pattern is text with placeholders in braces: <c>{name}</c> is the
/// producing object's own name, and <c>{spec.target.name|metadata.name}</c> is the first of these fields that has a value.
/// A field path has segments separated by dots; <c>[]</c> after a segment stands for every item of a list, and a segment
/// <c>*</c> for every value of a mapping. Outside braces, <c>*</c> stands for any text.
/// </summary>
/// <param name="Kinds">The kinds of objects that carry such a name.</param>
/// <param name="Pattern">The pattern.</param>
public sealed record ProducedName(ProducedKinds Kinds, string Pattern)
{
    /// <summary>Fills the placeholders of the pattern.</summary>
    /// <param name="name">The name of the producing object.</param>
    /// <param name="read">
    /// Reads the scalars at a field path of the producing object. For a value that cannot be known, such as one with an
    /// unresolved substitution, it returns <c>*</c>.
    /// </param>
    /// <returns>Names in which <c>*</c> stands for any text; empty when a placeholder has no value.</returns>
    public IEnumerable<string> Expand(string name, Func<string, IEnumerable<string>> read)
    {
        var names = new List<string> { "" };
        var position = 0;
        while (position < Pattern.Length)
        {
            var open = Pattern.IndexOf('{', position);
            var literal = open < 0 ? Pattern[position..] : Pattern[position..open];
            if (open < 0) return names.Select(prefix => prefix + literal);
            var close = Pattern.IndexOf('}', open);
            var values = Values(Pattern[(open + 1)..close], name, read);
            names = [.. names.SelectMany(prefix => values.Select(value => prefix + literal + value))];
            position = close + 1;
        }

        return names;
    }

    /// <summary>Whether an expanded pattern covers a name.</summary>
    /// <param name="expanded">A name in which <c>*</c> stands for any text.</param>
    /// <param name="name">The name to test.</param>
    /// <returns>True when the name fits.</returns>
    public static bool Matches(string expanded, string name)
    {
        var (pattern, text) = (0, 0);
        var (star, resume) = (-1, 0);
        while (text < name.Length)
        {
            if (pattern < expanded.Length && expanded[pattern] == '*')
            {
                star = pattern++;
                resume = text;
            }
            else if (pattern < expanded.Length && expanded[pattern] == name[text])
            {
                pattern++;
                text++;
            }
            else if (star >= 0)
            {
                pattern = star + 1;
                text = ++resume;
            }
            else
            {
                return false;
            }
        }

        while (pattern < expanded.Length && expanded[pattern] == '*') pattern++;
        return pattern == expanded.Length;
    }

    private static List<string> Values(string placeholder, string name, Func<string, IEnumerable<string>> read)
    {
        foreach (var path in placeholder.Split('|'))
        {
            List<string> values = path is "name" or "metadata.name" ? [name] : [.. read(path)];
            if (values.Count > 0) return values;
        }

        return [];
    }
}
