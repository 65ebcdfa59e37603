namespace NetLint.Syntax.Yaml;

/// <summary>What is wrong with a line when it is looked at alone. Declared from no evidence to strong evidence that a person has to change this line.</summary>
internal enum LineFaultKind
{
    None,
    MissingColon,
    UnclosedBracket,
    SequenceInValue,
    TextAfterBracket,
    TextAfterQuote,
    MappingInValue,
    UnclosedQuote,
    ReservedCharacter,
    TabIndentation,
    Template,
}

/// <summary>A fault of one line and its place in it.</summary>
internal readonly record struct LineFault(LineFaultKind Kind, int Start, int End)
{
    /// <summary>
    /// Looks at one line without its context. Lines of valid multi-line values look faulty too, so the answer only counts for lines
    /// that the parser's failure already points at.
    /// </summary>
    public static LineFault Of(ReadOnlySpan<char> line)
    {
        var end = line.TrimEnd().Length;
        var at = end - line[..end].TrimStart().Length;
        var template = line.IndexOf("{{");
        if (template >= 0)
        {
            var close = line[template..].IndexOf("}}");
            return new LineFault(LineFaultKind.Template, template, close < 0 ? end : template + close + 2);
        }

        if (line[..at].IndexOf('\t') is var tab and >= 0 && at < end)
            return new LineFault(LineFaultKind.TabIndentation, tab, at);
        at = SkipDashes(line, at, end);
        if (at == end || line[at] == '#')
            return default;
        if (line[at] is '"' or '\'')
        {
            var close = ClosingQuote(line[..end], at);
            if (close < 0)
                return new LineFault(LineFaultKind.UnclosedQuote, at, end);
            var colon = close + 1;
            while (colon < end && line[colon] == ' ')
                colon++;
            if (colon == end || line[colon] != ':')
                return default;
            return OfValue(line[..end], colon + 1);
        }

        if (line[at] is '[' or '{' or '@' or '`' or '%')
            return OfValue(line[..end], at);
        var separator = Separator(line[..end], at, out var stop);
        return separator < 0 ? new LineFault(LineFaultKind.MissingColon, at, stop) : OfValue(line[..end], separator + 1);
    }

    /// <summary>The offset after the indentation and the dashes of block sequence items.</summary>
    public static int SkipDashes(ReadOnlySpan<char> line, int at, int end)
    {
        while (at + 1 < end && line[at] == '-' && line[at + 1] is ' ' or '\t')
        {
            at++;
            while (at < end && line[at] is ' ' or '\t')
                at++;
        }

        return at;
    }

    private static LineFault OfValue(ReadOnlySpan<char> line, int at)
    {
        while (at < line.Length && line[at] is ' ' or '\t')
            at++;
        if (at >= line.Length || line[at] == '#')
            return default;
        switch (line[at])
        {
            case '"' or '\'':
                var close = ClosingQuote(line, at);
                if (close < 0)
                    return new LineFault(LineFaultKind.UnclosedQuote, at, line.Length);
                var rest = line[(close + 1)..].TrimStart();
                return rest.IsEmpty || (rest[0] == '#' && rest.Length < line.Length - close - 1)
                    ? default
                    : new LineFault(LineFaultKind.TextAfterQuote, line.Length - rest.Length, line.Length);
            case '@' or '`' or '%':
                return new LineFault(LineFaultKind.ReservedCharacter, at, line.Length);
            case '[' or '{':
                return OfFlow(line, at);
            case '-' when at + 1 < line.Length && line[at + 1] == ' ':
                return new LineFault(LineFaultKind.SequenceInValue, at, line.Length);
            case '&' or '*' or '!' or '|' or '>':
                return default;
            default:
                return Separator(line, at, out var stop) >= 0 ? new LineFault(LineFaultKind.MappingInValue, at, stop) : default;
        }
    }

    private static LineFault OfFlow(ReadOnlySpan<char> line, int start)
    {
        var depth = 0;
        for (var at = start; at < line.Length; at++)
        {
            switch (line[at])
            {
                case '[' or '{':
                    depth++;
                    break;
                case ']' or '}':
                    depth--;
                    if (depth == 0 && at + 1 < line.Length && IsName(line[at + 1]))
                        return new LineFault(LineFaultKind.TextAfterBracket, at + 1, line.Length);
                    break;
                case '#' when line[at - 1] == ' ':
                    at = line.Length;
                    break;
                case '"' or '\'' when line[at - 1] is ' ' or ',' or ':' or '[' or '{':
                    at = ClosingQuote(line, at);
                    if (at < 0)
                        return new LineFault(LineFaultKind.UnclosedQuote, start, line.Length);
                    break;
            }
        }

        return depth > 0 ? new LineFault(LineFaultKind.UnclosedBracket, start, line.Length) : default;
    }

    /// <summary>What can begin neither a separator nor a comment.</summary>
    private static bool IsName(char c) => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '.' or '_';

    /// <summary>The offset of the first colon that separates a key from its value, or -1; <paramref name="stop"/> is where the text before a comment ends.</summary>
    private static int Separator(ReadOnlySpan<char> line, int at, out int stop)
    {
        var separator = -1;
        stop = line.Length;
        for (var i = at; i < line.Length; i++)
        {
            if (line[i] == '#' && i > at && line[i - 1] is ' ' or '\t')
            {
                stop = line[..i].TrimEnd().Length;
                break;
            }

            if (separator < 0 && line[i] == ':' && (i + 1 == line.Length || line[i + 1] is ' ' or '\t'))
                separator = i;
        }

        return separator;
    }

    private static int ClosingQuote(ReadOnlySpan<char> line, int open)
    {
        var quote = line[open];
        for (var at = open + 1; at < line.Length; at++)
        {
            if (quote == '"' && line[at] == '\\')
                at++;
            else if (line[at] == quote)
            {
                if (quote == '"' || at + 1 == line.Length || line[at + 1] != '\'')
                    return at;
                at++;
            }
        }

        return -1;
    }
}
