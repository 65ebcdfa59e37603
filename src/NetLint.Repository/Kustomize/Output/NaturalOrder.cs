using System.Globalization;
using System.Text;

namespace NetLint.Repository.Kustomize.Output;

/// <summary>
/// The order in which Go's YAML prints keys: numbers in them count as numbers, letters come after everything else. It is no total order
/// (<c>5</c>, <c>19</c> and <c>1a</c> go in a circle), so it needs a sort that can bear that.
/// </summary>
internal static class NaturalOrder
{
    /// <summary>Sorts by a key; what is equal keeps its order.</summary>
    public static void Sort<T>(T[] items, Func<T, string> key)
    {
        if (items.Length > 1)
            Merge(items, (T[])items.Clone(), key);
    }

    /// <summary>Less than zero when the left key comes first.</summary>
    public static int Compare(string left, string right)
    {
        var at = left.AsSpan().CommonPrefixLength(right);
        // A difference in the second half of a surrogate pair is a difference of the whole.
        if (at > 0 && char.IsHighSurrogate(left[at - 1]))
            at--;
        if (at == left.Length || at == right.Length)
            return left.Length - right.Length;
        var l = RuneAt(left, at);
        var r = RuneAt(right, at);
        var isLeftLetter = Rune.IsLetter(l);
        var isRightLetter = Rune.IsLetter(r);
        if (isLeftLetter != isRightLetter)
            return isRightLetter ? -1 : 1;
        return isLeftLetter ? l.CompareTo(r) : CompareNumbers(left, right, at, l.CompareTo(r));
    }

    private static int CompareNumbers(string left, string right, int at, int byRune)
    {
        // Zeros that continue a number are digits like others; zeros that begin one count for nothing.
        var start = (left[at] == '0' || right[at] == '0') && ContinuesNumber(left, at) ? 1 : 0;
        var leftNumber = NumberAt(left, at, start, out var leftLength);
        var rightNumber = NumberAt(right, at, start, out var rightLength);
        if (leftNumber != rightNumber)
            return leftNumber.CompareTo(rightNumber);
        return leftLength != rightLength ? leftLength - rightLength : byRune;
    }

    private static bool ContinuesNumber(string text, int at)
    {
        while (at > 0 && char.IsDigit(text[at - 1]))
        {
            if (text[--at] != '0')
                return true;
        }

        return false;
    }

    /// <summary>The number wraps around like Go's integers of 64 bits.</summary>
    private static long NumberAt(string text, int at, long start, out int length)
    {
        var number = start;
        length = 0;
        while (at < text.Length && RuneAt(text, at) is var rune && Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
        {
            number = unchecked(number * 10 + (rune.Value - '0'));
            at += rune.Utf16SequenceLength;
            length++;
        }

        return number;
    }

    private static Rune RuneAt(string text, int at) => Rune.TryGetRuneAt(text, at, out var rune) ? rune : Rune.ReplacementChar;

    private static void Merge<T>(Span<T> items, Span<T> spare, Func<T, string> key)
    {
        if (items.Length < 2)
            return;
        var middle = items.Length / 2;
        Merge(spare[..middle], items[..middle], key);
        Merge(spare[middle..], items[middle..], key);
        var (left, right) = (0, middle);
        foreach (ref var item in items)
            item = right == items.Length || (left < middle && Compare(key(spare[left]), key(spare[right])) <= 0) ? spare[left++] : spare[right++];
    }
}
