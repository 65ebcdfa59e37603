using NetLint.Analysis.Configuration;
using NetLint.Analysis.Diagnostics;
using NetLint.Repository;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Analysis.Suppression;

/// <summary>
/// Reads the directives in comments: <c># netlint-disable-next-line</c>, <c># netlint-disable-line</c> and <c># netlint-disable-file</c>,
/// each with or without the rules it is about.
/// </summary>
internal sealed class CommentDirectives(RuleNames rules, List<Suppression> found, List<SuppressionProblem> problems)
{
    private const string Brand = "netlint";
    private const string NextLine = "netlint-disable-next-line";
    private const string SameLine = "netlint-disable-line";
    private const string WholeFile = "netlint-disable-file";

    private static readonly string[] Directives = [NextLine, SameLine, WholeFile];

    /// <summary>What other programs call it, and what people write from memory.</summary>
    private static readonly string[] Verbs = ["disable", "ignore", "suppress", "skip", "allow", "off", "nolint", "enable"];

    public void Read(RepositoryFile file)
    {
        // What was left out of a broken document may be what a suppression is for; of other files no resource is judged.
        var isJudged = file.Role == FileRole.Manifest && file.Documents.Any(document => document.IsRead);
        var isWhole = isJudged && !file.Documents.Any(document => document.IsRecovered);
        foreach (var document in file.Documents)
        {
            var text = file.Source.Content.AsSpan(document.Span.Start, document.Span.Length);
            if (!text.Contains(Brand, StringComparison.OrdinalIgnoreCase))
                continue;
            foreach (var comment in YamlComments.Of(document))
                Read(file.Source, comment, isWhole, isJudged && document is { IsRead: true, IsRecovered: false });
        }
    }

    private void Read(SourceText source, YamlComment comment, bool isFileJudged, bool isDocumentJudged)
    {
        var content = source.Content;
        var start = comment.Span.Start;
        while (start < comment.Span.End && content[start] is '#' or ' ' or '\t')
            start++;
        var text = content[start..comment.Span.End];
        if (!text.StartsWith(Brand, StringComparison.OrdinalIgnoreCase))
            return;
        var word = text[..EndOfWord(text, 0)];
        if (!Directives.Contains(word))
        {
            if (Misspelt(text, word.Length, comment.IsWholeLine) is { } misspelt)
                problems.Add(new SuppressionProblem(null, new Origin(source, new TextSpan(start, misspelt.Length)), misspelt.Message));
            return;
        }

        var list = SuppressionText.Parse(text[word.Length..]);
        var offset = start + word.Length;
        foreach (var (span, message) in list.Problems(rules))
            problems.Add(new SuppressionProblem(null, new Origin(source, new TextSpan(offset + span.Start, span.Length)), message));
        var isFile = word == WholeFile;
        var isJudged = isFile ? isFileJudged : isDocumentJudged;
        var line = source.GetPosition(comment.Span.Start).Line;
        int? target = isFile ? null : word == SameLine ? line : LineAfter(source, line);
        if (list.Names.IsEmpty)
            Add(new RuleSelector(RuleNames.Everything), new TextSpan(start, word.Length), "every rule", isBlanket: true);
        foreach (var (selector, name, span) in list.Selectors(rules))
            Add(selector, new TextSpan(offset + span.Start, span.Length), $"'{name}'", isBlanket: false);

        void Add(RuleSelector selector, TextSpan place, string subject, bool isBlanket) => found.Add(new Suppression
        {
            Kind = SuppressionKind.Comment,
            Selector = selector,
            Place = new Origin(source, place),
            Subject = subject,
            Justification = list.Justification,
            Line = target,
            IsBlanket = isBlanket,
            IsJudged = isJudged,
        });
    }

    /// <summary>The next line that is neither blank nor a comment alone; -1 when there is none.</summary>
    private static int LineAfter(SourceText source, int line)
    {
        for (var i = line + 1; i < source.LineCount; i++)
        {
            var span = source.GetLine(i);
            var text = source.Content.AsSpan(span.Start, span.Length).TrimStart(" \t");
            if (!text.IsEmpty && text[0] != '#')
                return i;
        }

        return -1;
    }

    /// <summary>How much of a comment is a directive that does not exist, and what to say of it; null when the comment is prose.</summary>
    private static (int Length, string Message)? Misspelt(string text, int wordLength, bool isWholeLine)
    {
        var length = wordLength;
        var word = Normalize(text[..length]);
        if (word == Brand)
        {
            // "netlint disable-line NL1004" is an attempt; "netlint disable this" is prose.
            var next = length;
            while (next < text.Length && char.IsWhiteSpace(text[next]))
                next++;
            length = EndOfWord(text, next);
            word = $"{Brand}-{Normalize(text[next..length])}";
            var isFollowedById = text.AsSpan(length).TrimStart(" \t:,") is ['N', 'L', >= '0' and <= '9', ..];
            if (!isFollowedById && word.Count(c => c == '-') < 2)
                return null;
        }

        if (!word.StartsWith(Brand + "-", StringComparison.Ordinal))
            return null;
        var action = word[(Brand.Length + 1)..];
        var verb = action.Split('-')[0];
        var isAttempt = Verbs.Contains(verb) || RuleNames.NearestOf(verb, Verbs[..3]) is not null || RuleNames.NearestOf(word, Directives) is not null;
        if (!isAttempt)
            return null;
        var shown = DisplayText.Escape(text[..length]);
        return (length, verb == "enable" ? $"there is no directive '{shown}'" : $"there is no directive '{shown}'; did you mean '{Suggest(action, isWholeLine)}'");
    }

    private static string Suggest(string action, bool isWholeLine)
    {
        if (action.Contains("next", StringComparison.Ordinal))
            return NextLine;
        if (action.Contains("file", StringComparison.Ordinal) || action.Contains("all", StringComparison.Ordinal))
            return WholeFile;
        return action.Contains("line", StringComparison.Ordinal) || !isWholeLine ? SameLine : NextLine;
    }

    private static string Normalize(string word) => word.ToLowerInvariant().Replace(':', '-').Replace('_', '-').Replace('.', '-').Trim('-');

    private static int EndOfWord(string text, int start)
    {
        while (start < text.Length && text[start] != ',' && !char.IsWhiteSpace(text[start]))
            start++;
        return start;
    }
}
