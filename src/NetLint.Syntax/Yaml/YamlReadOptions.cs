namespace NetLint.Syntax.Yaml;

/// <summary>Decides from its text whether a document is worth reading.</summary>
/// <param name="document">The text of one document, its marker line included.</param>
public delegate bool YamlDocumentFilter(ReadOnlySpan<char> document);

/// <summary>The limits of a read; each one that is met becomes a <see cref="YamlErrorKind.Limit"/> error.</summary>
public sealed record YamlReadOptions
{
    /// <summary>The usual limits, every document read.</summary>
    public static YamlReadOptions Default { get; } = new();

    /// <summary>How deep nodes may nest.</summary>
    public int MaxDepth { get; init; } = 200;

    /// <summary>How many nodes a document may have once every alias is expanded.</summary>
    public int MaxExpandedNodes { get; init; } = 5_000_000;

    /// <summary>How many times the size of the written tree aliases may expand it to, once the document has more than a few thousand nodes.</summary>
    public int MaxExpansionFactor { get; init; } = 50;

    /// <summary>How many documents of a file are read.</summary>
    public int MaxDocuments { get; init; } = 20_000;

    /// <summary>How many times a document that does not parse is tried again with offending lines left out.</summary>
    public int MaxRecoveries { get; init; } = 12;

    /// <summary>Where equal texts of several files are shared; null keeps each as it is read.</summary>
    public StringPool? Strings { get; init; }

    /// <summary>Which documents are read; null reads all.</summary>
    public YamlDocumentFilter? Filter { get; init; }
}
