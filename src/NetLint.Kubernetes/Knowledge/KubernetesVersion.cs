using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace NetLint.Kubernetes.Knowledge;

/// <summary>A minor release of Kubernetes, such as 1.34. Patch releases never change which API versions are served.</summary>
/// <param name="Major">The major number.</param>
/// <param name="Minor">The minor number.</param>
public readonly record struct KubernetesVersion(int Major, int Minor) : IComparable<KubernetesVersion>
{
    /// <summary>The newest release line that the tables of this assembly know.</summary>
    public static KubernetesVersion Newest { get; } = new(1, 37);

    /// <summary>Reads a version such as <c>1.34</c>, <c>v1.34</c>, <c>1.34.2</c> or <c>v1.34.2-gke.1</c>.</summary>
    /// <param name="text">The text to read.</param>
    /// <returns>The version.</returns>
    /// <exception cref="FormatException">The text is no Kubernetes version.</exception>
    public static KubernetesVersion Parse(string text) =>
        TryParse(text, out var version) ? version : throw new FormatException($"'{text}' is not a Kubernetes version.");

    /// <summary>Reads a version such as <c>1.34</c>, <c>v1.34</c>, <c>1.34.2</c> or <c>v1.34.2-gke.1</c>.</summary>
    /// <param name="text">The text to read.</param>
    /// <param name="version">The version, when the text is one.</param>
    /// <returns>Whether the text is a Kubernetes version.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out KubernetesVersion version)
    {
        version = default;
        var rest = text.AsSpan().Trim();
        if (rest.StartsWith("v", StringComparison.Ordinal)) rest = rest[1..];
        if (!TakeNumber(ref rest, out var major) || !TakeDot(ref rest) || !TakeNumber(ref rest, out var minor)) return false;
        if (TakeDot(ref rest) && !TakeNumber(ref rest, out _)) return false;
        if (rest.Length == 1 && rest[0] == '-') return false;
        if (!rest.IsEmpty && rest[0] is not ('-' or '+')) return false;
        version = new KubernetesVersion(major, minor);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(KubernetesVersion other) =>
        Major != other.Major ? Major.CompareTo(other.Major) : Minor.CompareTo(other.Minor);

    /// <summary>Whether the left version is older than the right one.</summary>
    /// <param name="left">The left version.</param>
    /// <param name="right">The right version.</param>
    public static bool operator <(KubernetesVersion left, KubernetesVersion right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left version is newer than the right one.</summary>
    /// <param name="left">The left version.</param>
    /// <param name="right">The right version.</param>
    public static bool operator >(KubernetesVersion left, KubernetesVersion right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left version is the right one or older.</summary>
    /// <param name="left">The left version.</param>
    /// <param name="right">The right version.</param>
    public static bool operator <=(KubernetesVersion left, KubernetesVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left version is the right one or newer.</summary>
    /// <param name="left">The left version.</param>
    /// <param name="right">The right version.</param>
    public static bool operator >=(KubernetesVersion left, KubernetesVersion right) => left.CompareTo(right) >= 0;

    /// <summary>The version as it is written: <c>1.34</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");

    private static bool TakeNumber(ref ReadOnlySpan<char> rest, out int number)
    {
        var length = 0;
        while (length < rest.Length && char.IsAsciiDigit(rest[length])) length++;
        number = 0;
        if (length is 0 or > 4) return false;
        number = int.Parse(rest[..length], NumberStyles.None, CultureInfo.InvariantCulture);
        rest = rest[length..];
        return true;
    }

    private static bool TakeDot(ref ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || rest[0] != '.') return false;
        rest = rest[1..];
        return true;
    }
}
