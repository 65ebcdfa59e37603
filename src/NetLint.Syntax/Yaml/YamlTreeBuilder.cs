using System.Collections.Immutable;
using NetLint.Syntax.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace NetLint.Syntax.Yaml;

/// <summary>Builds the tree of one document from the parser's events.</summary>
internal sealed class YamlTreeBuilder(SourceText source, TextSpan document, YamlReadOptions options, ReadOnlyMemory<char> text)
{
    /// <summary>Aliases are only weighed against the written size once a document is this big.</summary>
    private const int FreeExpansion = 20_000;

    private Dictionary<string, YamlNode?>? _anchors;
    private readonly Parser _parser = new(new Scanner(new SegmentReader(text), skipComments: true));
    private int _written;
    private int _depth;

    /// <summary>The offset of the last event, for failures that carry no place.</summary>
    public int LastOffset { get; private set; } = document.Start;

    /// <summary>Builds the tree; null when the document is empty.</summary>
    /// <exception cref="YamlException">The text is no YAML.</exception>
    /// <exception cref="YamlLimitException">A limit is met.</exception>
    public YamlNode? Build()
    {
        Next();
        if (_parser.Current is StreamStart)
            Next();
        if (_parser.Current is not DocumentStart)
            return null;
        Next();
        var root = ReadNode();
        // A second document cannot follow: the text was cut at every marker. Running on to the end finds what is left over.
        while (_parser.Current is not null and not StreamEnd)
            Next();
        return root;
    }

    private void Next()
    {
        _parser.MoveNext();
        if (_parser.Current is { } current)
            LastOffset = At(current.Start);
    }

    private YamlNode ReadNode()
    {
        _written++;
        switch (_parser.Current)
        {
            case Scalar scalar:
                return ReadScalar(scalar);
            case AnchorAlias alias:
                return ReadAlias(alias);
            case SequenceStart start:
                return ReadSequence(start);
            case MappingStart start:
                return ReadMapping(start);
            default:
                throw new YamlException(_parser.Current?.Start ?? Mark.Empty, _parser.Current?.End ?? Mark.Empty, "expected a value here");
        }
    }

    private YamlScalar ReadScalar(Scalar scalar)
    {
        var span = SpanOf(scalar.Start, scalar.End);
        var style = scalar.Style switch
        {
            YamlDotNet.Core.ScalarStyle.SingleQuoted => ScalarStyle.SingleQuoted,
            YamlDotNet.Core.ScalarStyle.DoubleQuoted => ScalarStyle.DoubleQuoted,
            YamlDotNet.Core.ScalarStyle.Literal => ScalarStyle.Literal,
            YamlDotNet.Core.ScalarStyle.Folded => ScalarStyle.Folded,
            _ => ScalarStyle.Plain,
        };
        // Properties (anchor, tag) come before the text; the span is the text alone.
        if (!scalar.Anchor.IsEmpty || !scalar.Tag.IsEmpty)
            span = SkipProperties(span);
        var node = new YamlScalar(source, span, TagOf(scalar), scalar.Value, style);
        Define(scalar.Anchor, node);
        Next();
        return node;
    }

    private YamlNode ReadAlias(AnchorAlias alias)
    {
        var name = alias.Value.Value;
        if (_anchors is null || !_anchors.TryGetValue(name, out var node))
            throw new YamlException(alias.Start, alias.End, $"the alias '*{name}' refers to no anchor before it");
        if (node is null)
            throw new YamlException(alias.Start, alias.End, $"the anchor '&{name}' contains itself");
        CheckWeight(node.Weight, SpanOf(alias.Start, alias.End));
        Next();
        return node;
    }

    private YamlSequence ReadSequence(SequenceStart start)
    {
        Enter(start);
        var from = At(start.Start);
        Begin(start.Anchor);
        var tag = TagOf(start);
        var isFlow = start.Style == SequenceStyle.Flow;
        Next();
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        long weight = 1;
        while (_parser.Current is not SequenceEnd)
        {
            var item = ReadNode();
            weight += item.Weight;
            items.Add(item);
            CheckWeight(weight, item.Span);
        }

        var span = Collection(from, isFlow, items.Count > 0 ? items[0].Span.Start : from);
        var node = new YamlSequence(source, span, tag, items.DrainToImmutable());
        Define(start.Anchor, node);
        _depth--;
        Next();
        return node;
    }

    private YamlMapping ReadMapping(MappingStart start)
    {
        Enter(start);
        var from = At(start.Start);
        Begin(start.Anchor);
        var tag = TagOf(start);
        var isFlow = start.Style == MappingStyle.Flow;
        Next();
        var entries = ImmutableArray.CreateBuilder<YamlMappingEntry>(4);
        long weight = 1;
        while (_parser.Current is not MappingEnd)
        {
            var key = ReadNode();
            var value = ReadNode();
            weight += (long)key.Weight + value.Weight;
            entries.Add(new YamlMappingEntry(key, value, NameOf(key)));
            CheckWeight(weight, key.Span);
        }

        var span = Collection(from, isFlow, entries.Count > 0 ? entries[0].Key.Span.Start : from);
        var node = new YamlMapping(source, span, tag, entries.DrainToImmutable());
        Define(start.Anchor, node);
        _depth--;
        Next();
        return node;
    }

    /// <summary>A block collection ends where its last line ends, not where the next token starts.</summary>
    private TextSpan Collection(int from, bool isFlow, int firstChild)
    {
        var end = _parser.Current is { } current ? At(isFlow ? current.End : current.Start) : document.End;
        if (isFlow)
            return TextSpan.FromBounds(from, end);
        var start = Math.Min(Math.Max(from, 0), firstChild);
        while (end > start && char.IsWhiteSpace(source.Content[end - 1]))
            end--;
        return TextSpan.FromBounds(start, end);
    }

    private TextSpan SkipProperties(TextSpan span)
    {
        var at = span.Start;
        while (at < span.End && source.Content[at] is '&' or '!')
        {
            while (at < span.End && !char.IsWhiteSpace(source.Content[at]))
                at++;
            while (at < span.End && char.IsWhiteSpace(source.Content[at]))
                at++;
        }

        return TextSpan.FromBounds(at, span.End);
    }

    private void Enter(NodeEvent start)
    {
        if (++_depth > options.MaxDepth)
            throw new YamlLimitException(new TextSpan(At(start.Start), 0), $"nodes nest deeper than {options.MaxDepth} levels; the document is not read");
    }

    private void CheckWeight(long weight, TextSpan at)
    {
        if (weight > options.MaxExpandedNodes || (weight > FreeExpansion && weight > (long)_written * options.MaxExpansionFactor))
            throw new YamlLimitException(at, "aliases expand to far more nodes than are written; the document is not read");
    }

    private void Begin(AnchorName anchor)
    {
        // While an anchored collection is being read, an alias to it would be a cycle.
        if (!anchor.IsEmpty)
            (_anchors ??= new(StringComparer.Ordinal))[anchor.Value] = null;
    }

    private void Define(AnchorName anchor, YamlNode node)
    {
        if (!anchor.IsEmpty)
            (_anchors ??= new(StringComparer.Ordinal))[anchor.Value] = node;
    }

    private static string? NameOf(YamlNode key)
    {
        if (key is not YamlScalar scalar)
            return null;
        // Nearly every key is a word that no rule of YAML 1.1 turns into something else.
        var isWord = scalar.Value.Length > 0 && char.IsAsciiLetterLower(scalar.Value[0]) && scalar.Value[0] is not ('y' or 'n' or 't' or 'f' or 'o');
        return isWord || scalar.Style != ScalarStyle.Plain ? scalar.Value : scalar.Resolve().ToJsonName();
    }

    private static string? TagOf(NodeEvent node) => node.Tag.IsEmpty ? null : node.Tag.IsNonSpecific ? "!" : node.Tag.Value;

    private int At(Mark mark) => (int)Math.Min(document.Start + mark.Index, document.End);

    private TextSpan SpanOf(Mark start, Mark end) => TextSpan.FromBounds(At(start), At(end));
}
