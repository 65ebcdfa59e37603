using System.Collections.Immutable;
using NetLint.Syntax.Text;

namespace NetLint.Syntax.Yaml;

/// <summary>
/// Finds the comments of a document in the gaps between its scalars. They are not read as events of the parser because it refuses
/// valid files that have comments in unusual places.
/// </summary>
public static class YamlComments
{
    /// <summary>The comments of a document in order. Of a document without a tree, the lines that hold nothing else.</summary>
    public static ImmutableArray<YamlComment> Of(YamlDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var content = document.Source.Content;
        var comments = ImmutableArray.CreateBuilder<YamlComment>();
        if (document.Root is null || document.IsRecovered)
        {
            AddWholeLines(content, document.Span, comments);
            return comments.DrainToImmutable();
        }

        var scalars = new List<TextSpan>();
        Collect(document.Root, document.Source, scalars);
        scalars.Sort();
        var at = document.Span.Start;
        foreach (var scalar in scalars)
        {
            AddGap(content, at, scalar.Start, comments);
            at = Math.Max(at, scalar.End);
        }

        AddGap(content, at, document.Span.End, comments);
        return comments.DrainToImmutable();
    }

    private static void Collect(YamlNode root, SourceText source, List<TextSpan> scalars)
    {
        var seen = new HashSet<YamlNode>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<YamlNode>();
        pending.Push(root);
        while (pending.TryPop(out var node))
        {
            switch (node)
            {
                case YamlScalar scalar when ReferenceEquals(scalar.Source, source):
                    scalars.Add(TextOf(scalar));
                    break;
                case YamlSequence sequence when seen.Add(sequence):
                    foreach (var item in sequence.Items)
                        pending.Push(item);
                    break;
                case YamlMapping mapping when seen.Add(mapping):
                    foreach (var entry in mapping.Written)
                    {
                        pending.Push(entry.Key);
                        pending.Push(entry.Value);
                    }

                    break;
            }
        }
    }

    /// <summary>A block scalar's first line may end in a comment, and comments less indented than its text follow it.</summary>
    private static TextSpan TextOf(YamlScalar scalar)
    {
        if (scalar.Style is not (ScalarStyle.Literal or ScalarStyle.Folded))
            return scalar.Span;
        var content = scalar.Source.Content;
        var header = content.AsSpan(scalar.Span.Start, scalar.Span.Length).IndexOfAny('\n', '\r');
        return header < 0 ? new TextSpan(scalar.Span.Start, 1) : TextSpan.FromBounds(scalar.Span.Start + header, scalar.Span.End);
    }

    private static void AddGap(string content, int start, int end, ImmutableArray<YamlComment>.Builder comments)
    {
        while (start < end)
        {
            var hash = content.AsSpan(start, end - start).IndexOf('#');
            if (hash < 0)
                return;
            var at = start + hash;
            start = at + 1;
            if (at > 0 && content[at - 1] is not (' ' or '\t' or '\n' or '\r'))
                continue;
            var length = content.AsSpan(at, end - at).IndexOfAny('\n', '\r');
            var stop = length < 0 ? end : at + length;
            comments.Add(new YamlComment(TextSpan.FromBounds(at, stop), IsFirstOnLine(content, at)));
            start = stop;
        }
    }

    private static void AddWholeLines(string content, TextSpan span, ImmutableArray<YamlComment>.Builder comments)
    {
        var at = span.Start;
        while (at < span.End)
        {
            var length = content.AsSpan(at, span.End - at).IndexOfAny('\n', '\r');
            var end = length < 0 ? span.End : at + length;
            var first = at;
            while (first < end && content[first] is ' ' or '\t')
                first++;
            if (first < end && content[first] == '#')
                comments.Add(new YamlComment(TextSpan.FromBounds(first, end), IsWholeLine: true));
            at = end + 1;
        }
    }

    private static bool IsFirstOnLine(string content, int at)
    {
        while (at > 0 && content[at - 1] is ' ' or '\t')
            at--;
        return at == 0 || content[at - 1] is '\n' or '\r';
    }
}
