namespace NetLint.Kubernetes.Semantics;

/// <summary>Tells typing mistakes from different names.</summary>
public static class Spelling
{
    /// <summary>
    /// True when one text is likely a misspelling of the other: they differ in case only, or by at most two edits (insert, delete, replace,
    /// swap) that are few for their length and are not just in digits or in a segment of one letter: <c>web-1</c> and <c>web-2</c>, <c>web-a</c> and
    /// <c>web-b</c>, <c>web</c> and <c>web-x</c> are different names.
    /// </summary>
    public static bool IsNear(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left == right || Math.Abs(left.Length - right.Length) > 2)
            return false;
        if (string.Equals(left, right, StringComparison.OrdinalIgnoreCase))
            return true;
        var shorter = Math.Min(left.Length, right.Length);
        if (shorter < 3 || DiffersInDigitsOnly(left, right) || DiffersInSegment(left, right))
            return false;
        var distance = Distance(left, right);
        return distance == 1 || (distance == 2 && (shorter >= 6 || IsSwapped(left, right)));
    }

    /// <summary>The number of insertions, deletions, replacements and swaps of neighbours between two texts; 3 stands for three or more.</summary>
    public static int Distance(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        const int tooFar = 3;
        if (Math.Abs(left.Length - right.Length) >= tooFar || Math.Max(left.Length, right.Length) > 253)
            return tooFar;
        var before = new int[right.Length + 1];
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
            previous[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            var best = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                var value = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    value = Math.Min(value, before[j - 2] + 1);
                current[j] = value;
                best = Math.Min(best, value);
            }

            if (best >= tooFar)
                return tooFar;
            (before, previous, current) = (previous, current, before);
        }

        return Math.Min(previous[right.Length], tooFar);
    }

    private static bool IsSwapped(string left, string right) =>
        left.Length == right.Length && left.Order().SequenceEqual(right.Order());

    /// <summary>True when one name has a segment more, or both have another letter for a segment of one: people number objects so.</summary>
    private static bool DiffersInSegment(string left, string right)
    {
        var (few, many) = left.Length <= right.Length ? (left, right) : (right, left);
        if (many.Length >= few.Length + 2)
            return (many.StartsWith(few, StringComparison.Ordinal) && IsSeparator(many[few.Length])) || (many.EndsWith(few, StringComparison.Ordinal) && IsSeparator(many[^(few.Length + 1)]));
        var at = few.AsSpan().CommonPrefixLength(many);
        return left.Length == right.Length && at > 0 && left.AsSpan(at + 1).SequenceEqual(right.AsSpan(at + 1))
            && IsSeparator(left[at - 1]) && char.IsAsciiLetterOrDigit(left[at]) && char.IsAsciiLetterOrDigit(right[at]) && (at + 1 == left.Length || IsSeparator(left[at + 1]));
    }

    private static bool IsSeparator(char c) => c is '-' or '.' or '_';

    private static bool DiffersInDigitsOnly(string left, string right) =>
        left.Where(c => !char.IsAsciiDigit(c)).SequenceEqual(right.Where(c => !char.IsAsciiDigit(c)));
}
