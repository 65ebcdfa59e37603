using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NetLint.Syntax.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace NetLint.Syntax.Yaml;

/// <summary>Builds the tree of one document from the parser's events.</summary>
internal sealed class YamlTreeBuilder
{
    /// <summary>Aliases are only weighed against the written size once a document is this big.</summary>
    private const int FreeExpansion = 20_000;

    private readonly SourceText _source;
    private readonly TextSpan _document;
    private readonly YamlReadOptions _options;
    private readonly IReadOnlySet<int> _joined;
    private Dictionary<string, YamlNode?>? _anchors;
    private readonly Scanner _scanner;
    private readonly Parser _parser;

    /// <summary>Children of the collections that are being read, innermost last: finished ones are cut off in arrays of the right size.</summary>
    private readonly List<YamlNode> _items = [];
    private readonly List<YamlMappingEntry> _entries = new(16);
    private int _written;
    private int _depth;
    private int _flowDepth;
    private int _openFlow = -1;

    /// <summary>Where the text of the last node that was read ends.</summary>
    private int _contentEnd;

    /// <summary>Prepares to read the text.</summary>
    /// <param name="source">The file.</param>
    /// <param name="document">The document's place in it.</param>
    /// <param name="options">The limits.</param>
    /// <param name="text">The document's text, as long as its span.</param>
    /// <param name="joined">Where quoted scalars begin whose line breaks are replaced in <paramref name="text"/>.</param>
    public YamlTreeBuilder(SourceText source, TextSpan document, YamlReadOptions options, ReadOnlyMemory<char> text, IReadOnlySet<int> joined)
    {
        _source = source;
        _document = document;
        _options = options;
        _joined = joined;
        _scanner = new Scanner(new SegmentReader(text), skipComments: true);
        _parser = new Parser(_scanner);
        LastOffset = document.Start;
        _contentEnd = document.Start;
    }

    /// <summary>The offset of the last event, for failures that carry no place.</summary>
    public int LastOffset { get; private set; }

    /// <summary>The offset of the outermost flow collection that is open; before the document when none is.</summary>
    public int OpenFlow => _flowDepth > 0 ? _openFlow : _document.Start - 1;

    /// <summary>How far the scanner has read.</summary>
    public Mark Scanned => _scanner.CurrentPosition;

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
        // After a stray colon in a flow collection the parser takes white space for the beginning of a text.
        if (style == ScalarStyle.Plain && !span.IsEmpty && IsYamlSpace(_source.Content[span.Start]))
            throw new YamlException(scalar.Start, scalar.End, "expected a value");
        // Properties (anchor, tag) come before the text; the span is the text alone.
        if (!scalar.Anchor.IsEmpty || !scalar.Tag.IsEmpty)
        {
            var own = SkipProperties(span, out var afterProperties);
            span = scalar.Value.Length == 0 && style == ScalarStyle.Plain ? new TextSpan(afterProperties, 0) : own;
        }

        span = Settle(span, style);
        var node = new YamlScalar(_source, span, TagOf(scalar), _joined.Count > 0 && _joined.Contains(span.Start) ? ReadAlone(span) : _options.Strings?.Share(scalar.Value) ?? scalar.Value, style);
        Define(scalar.Anchor, node);
        Next();
        return node;
    }

    /// <summary>The value of a quoted scalar from its text as written.</summary>
    private string ReadAlone(TextSpan span)
    {
        var parser = new Parser(new Scanner(new SegmentReader(_source.Content.AsMemory(span.Start, span.Length)), skipComments: true));
        while (parser.MoveNext())
        {
            if (parser.Current is Scalar scalar)
                return scalar.Value;
        }

        throw new YamlException("expected a quoted text");
    }

    private YamlNode ReadAlias(AnchorAlias alias)
    {
        var name = alias.Value.Value;
        if (_anchors is null || !_anchors.TryGetValue(name, out var node))
            throw new YamlException(alias.Start, alias.End, $"the alias '*{name}' refers to no anchor before it");
        if (node is null)
            throw new YamlException(alias.Start, alias.End, $"the anchor '&{name}' contains itself");
        var span = SpanOf(alias.Start, alias.End);
        CheckWeight(node.Weight, span);
        _contentEnd = Math.Max(_contentEnd, span.End);
        // Walkers of the tree recurse; an alias deep inside an anchored node must not make it deeper than a written one may be.
        if (_depth + node.Height > _options.MaxDepth)
            throw TooDeep(span);
        Next();
        return node;
    }

    private YamlSequence ReadSequence(SequenceStart start)
    {
        var isFlow = start.Style == SequenceStyle.Flow;
        var from = Enter(start, isFlow);
        Begin(start.Anchor);
        var tag = TagOf(start);
        Next();
        var first = _items.Count;
        long weight = 1;
        while (_parser.Current is not SequenceEnd)
        {
            var item = ReadNode();
            weight += item.Weight;
            _items.Add(item);
            CheckWeight(weight, item.Span);
        }

        var span = Collection(from, isFlow);
        var node = new YamlSequence(_source, span, tag, Take(_items, first));
        Define(start.Anchor, node);
        Leave(isFlow);
        Next();
        return node;
    }

    private YamlMapping ReadMapping(MappingStart start)
    {
        var isFlow = start.Style == MappingStyle.Flow;
        var from = Enter(start, isFlow);
        Begin(start.Anchor);
        var tag = TagOf(start);
        Next();
        // A lone pair in a flow sequence comes without a place; no other flow mapping is at the start of the document and in a flow collection.
        var isPair = isFlow && start.Start.Index == 0 && _flowDepth > 1;
        var first = _entries.Count;
        long weight = 1;
        while (_parser.Current is not MappingEnd)
        {
            var place = LastOffset;
            var key = ReadNode();
            // "{{ NAME }}" is YAML by accident, a mapping as the key of a mapping: it is always the action of a template.
            if (isFlow && key is YamlMapping && key.Span.Start == from + 1 && _source.Content[from] == '{')
                throw new YamlException(start.Start, start.Start, "found the action of a template");
            // A key that is an alias stands elsewhere.
            if (isPair && _entries.Count == first)
                from = Math.Max(from, key.Span.Start >= from ? key.Span.Start : place);
            var value = ReadNode();
            weight += (long)key.Weight + value.Weight;
            _entries.Add(new YamlMappingEntry(key, value, NameOf(key)));
            CheckWeight(weight, key.Span);
        }

        var span = Collection(from, isFlow && !isPair);
        var node = new YamlMapping(_source, span, tag, Take(_entries, first));
        Define(start.Anchor, node);
        Leave(isFlow);
        Next();
        return node;
    }

    /// <summary>
    /// Gives a scalar its exact place. The parser puts an absent value before, at or after the white space around it, and lets block
    /// scalars run on to the next token; here an absent value stands right after what it belongs to, and a block ends with its last line.
    /// </summary>
    private TextSpan Settle(TextSpan span, ScalarStyle style)
    {
        var end = span.End;
        if (span.IsEmpty)
        {
            end = Math.Max(_contentEnd, BackOverSpace(span.Start, _contentEnd));
            span = new TextSpan(end, 0);
        }
        else if (style is ScalarStyle.Literal or ScalarStyle.Folded)
        {
            end = BackOverSpace(end, span.Start);
            span = TextSpan.FromBounds(span.Start, end);
        }

        _contentEnd = Math.Max(_contentEnd, end);
        return span;
    }

    private static ImmutableArray<T> Take<T>(List<T> pending, int first)
    {
        if (pending.Count == first)
            return [];
        var taken = new T[pending.Count - first];
        pending.CopyTo(first, taken, 0, taken.Length);
        pending.RemoveRange(first, taken.Length);
        return ImmutableCollectionsMarshal.AsImmutableArray(taken);
    }

    private int BackOverSpace(int at, int floor)
    {
        while (at > floor && IsYamlSpace(_source.Content[at - 1]))
            at--;
        return at;
    }

    /// <summary>A block collection ends where its last line ends, not where the next token starts.</summary>
    private TextSpan Collection(int from, bool isFlow)
    {
        // The end event of a flow collection stands before the bracket.
        if (isFlow && _parser.Current is { } current)
            _contentEnd = Math.Max(_contentEnd, Math.Min(At(current.Start) + 1, _document.End));
        return TextSpan.FromBounds(from, Math.Max(_contentEnd, from));
    }

    /// <summary>Properties (anchor, tag) come before a node's text, perhaps on lines of their own; the span is the text alone.</summary>
    private TextSpan SkipProperties(TextSpan span, out int afterProperties)
    {
        var content = _source.Content;
        var at = span.Start;
        afterProperties = at;
        while (at < span.End && content[at] is '&' or '!')
        {
            while (at < span.End && !IsYamlSpace(content[at]))
                at++;
            afterProperties = at;
            while (at < span.End && (IsYamlSpace(content[at]) || content[at] == '#'))
                at = content[at] == '#' ? EndOfLine(at, span.End) : at + 1;
        }

        return TextSpan.FromBounds(at, span.End);
    }

    /// <summary>White space and line breaks of YAML 1.1; other spaces of Unicode are text.</summary>
    private static bool IsYamlSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    private int EndOfLine(int at, int end)
    {
        var length = _source.Content.AsSpan(at, end - at).IndexOfAny("\n\r\u0085\u2028\u2029");
        return length < 0 ? end : at + length;
    }

    /// <summary>Goes one level down; the offset where the collection's own text begins.</summary>
    private int Enter(NodeEvent start, bool isFlow)
    {
        // The parser's place of a mapping without a first key may be a stale one.
        var from = Math.Max(At(start.Start), _contentEnd);
        if (++_depth > _options.MaxDepth)
            throw TooDeep(new TextSpan(from, 0));
        if (!start.Anchor.IsEmpty || !start.Tag.IsEmpty)
            from = SkipProperties(TextSpan.FromBounds(from, _document.End), out _).Start;
        _contentEnd = Math.Max(_contentEnd, from);
        if (isFlow && _flowDepth++ == 0)
            _openFlow = from;
        return from;
    }

    private void Leave(bool isFlow)
    {
        _depth--;
        if (isFlow)
            _flowDepth--;
    }

    private YamlLimitException TooDeep(TextSpan at) => new(at, $"nodes nest deeper than {_options.MaxDepth} levels; the document is not read");

    private void CheckWeight(long weight, TextSpan at)
    {
        if (weight > _options.MaxExpandedNodes)
            throw new YamlLimitException(at, $"the document has more than {_options.MaxExpandedNodes} nodes, aliases expanded; it is not read");
        if (weight > FreeExpansion && weight > (long)_written * _options.MaxExpansionFactor)
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
        // Nearly every key is a word that no rule of YAML 1.1 turns into something else; the longest that one does is "false".
        var isWord = scalar.Value.Length > 0 && scalar.Tag is null && char.IsAsciiLetter(scalar.Value[0])
            && (scalar.Value.Length > 5 || scalar.Value[0] is (>= 'a' and <= 'z') and not ('y' or 'n' or 't' or 'f' or 'o'));
        return isWord || (scalar.Style != ScalarStyle.Plain && scalar.Tag is null) ? scalar.Value : scalar.Resolve().ToJsonName();
    }

    private static string? TagOf(NodeEvent node) => node.Tag.IsEmpty ? null : node.Tag.IsNonSpecific ? "!" : node.Tag.Value;

    private int At(Mark mark) => (int)Math.Min(_document.Start + mark.Index, _document.End);

    private TextSpan SpanOf(Mark start, Mark end) => TextSpan.FromBounds(At(start), At(end));
}
