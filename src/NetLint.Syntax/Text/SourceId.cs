namespace NetLint.Syntax.Text;

/// <summary>Names a source of text. For a file of a repository it is the path relative to the root with <c>/</c> between segments.</summary>
/// <param name="Path">The path, or a display name such as <c>&lt;stdin&gt;</c> for text that is no file.</param>
public readonly record struct SourceId(string Path) : IComparable<SourceId>
{
    /// <summary>The path without its last segment; "" for a file of the root.</summary>
    public string Directory => Path.LastIndexOf('/') is var slash and >= 0 ? Path[..slash] : "";

    /// <summary>Orders by path, ordinally.</summary>
    public int CompareTo(SourceId other) => string.CompareOrdinal(Path, other.Path);

    /// <inheritdoc/>
    public override string ToString() => Path;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator <(SourceId left, SourceId right) => left.CompareTo(right) < 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator >(SourceId left, SourceId right) => left.CompareTo(right) > 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator <=(SourceId left, SourceId right) => left.CompareTo(right) <= 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator >=(SourceId left, SourceId right) => left.CompareTo(right) >= 0;
}
