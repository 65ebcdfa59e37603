using System.Collections.Immutable;
using NetLint.Syntax.Text;

namespace NetLint.Syntax.Yaml;

/// <summary>One document of a file.</summary>
public sealed class YamlDocument
{
    internal YamlDocument(SourceText source, TextSpan span, int index, bool isRead, YamlNode? root, ImmutableArray<YamlError> errors, bool isRecovered)
    {
        Source = source;
        Span = span;
        Index = index;
        IsRead = isRead;
        Root = root;
        Errors = errors;
        IsRecovered = isRecovered;
    }

    /// <summary>A document for a tree that no single text holds, such as a rendered one. It stands where the root of the tree is written.</summary>
    public static YamlDocument ForTree(YamlNode root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return new YamlDocument(root.Source, root.Span, index: 0, isRead: true, root, [], isRecovered: false);
    }

    /// <summary>The file.</summary>
    public SourceText Source { get; }

    /// <summary>The part of the file that belongs to the document, its own marker included.</summary>
    public TextSpan Span { get; }

    /// <summary>Position among the documents of the file, from 0.</summary>
    public int Index { get; }

    /// <summary>False when the caller's filter declined the document; it then has neither root nor errors.</summary>
    public bool IsRead { get; }

    /// <summary>The tree, or null when the document is empty, was declined, or could not be read at all.</summary>
    public YamlNode? Root { get; }

    /// <summary>What went wrong, in the order of the text.</summary>
    public ImmutableArray<YamlError> Errors { get; }

    /// <summary>True when lines were left out to be able to read the rest: what is absent from the tree may be present in the text.</summary>
    public bool IsRecovered { get; }
}

/// <summary>The documents of a file.</summary>
/// <param name="Source">The file.</param>
/// <param name="Documents">Its documents in order; empty ones are left out.</param>
public sealed record YamlStream(SourceText Source, ImmutableArray<YamlDocument> Documents);
