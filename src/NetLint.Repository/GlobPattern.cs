using System.Text;
using System.Text.RegularExpressions;

namespace NetLint.Repository;

/// <summary>Whose rules a glob follows. They differ in what <c>*</c> passes over and which brackets mean something.</summary>
internal enum GlobDialect
{
    /// <summary>Go's <c>path.Match</c>: <c>*</c> and <c>?</c> stop at a slash, <c>[^a]</c> negates and takes one. Directories of ApplicationSets.</summary>
    GoPath,

    /// <summary>git's pathspec: <c>*</c> and <c>?</c> pass over slashes, <c>[!a]</c> and <c>[^a]</c> negate, and what has no wildcard names a directory too. Files of ApplicationSets.</summary>
    GitPathspec,

    /// <summary>gobwas/glob without separators: <c>*</c> passes over slashes, <c>[!a]</c> negates, <c>{a,b}</c> chooses. Include and exclude of Argo CD's directories.</summary>
    Gobwas,

    /// <summary>The patterns of a variable that is cut: <c>*</c> and <c>?</c> stand for anything, <c>[^a]</c> negates.</summary>
    Shell,
}

/// <summary>A compiled glob. It is matched without backtracking, so that a hostile pattern costs no more than any other.</summary>
internal sealed class GlobPattern
{
    /// <summary>Longer patterns are refused; paths are shorter.</summary>
    private const int MaxLength = 1_000;

    private readonly Regex _regex;

    private GlobPattern(Regex regex) => _regex = regex;

    /// <summary>Compiles a glob; null when it is malformed, too long, or uses something that is not understood.</summary>
    public static GlobPattern? Compile(string pattern, GlobDialect dialect)
    {
        if (pattern.Length > MaxLength || Translation.Of(pattern, dialect) is not { } translated)
            return null;
        try
        {
            return new GlobPattern(new Regex(translated, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline));
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // A range such as [z-a], or more alternatives than the engine is willing to hold.
            return null;
        }
    }

    /// <summary>True when the whole text matches.</summary>
    public bool Matches(ReadOnlySpan<char> text) => _regex.IsMatch(text);

    /// <summary>Writes a glob as a regular expression.</summary>
    private sealed class Translation(string pattern, GlobDialect dialect)
    {
        private readonly StringBuilder _regex = new();
        private int _at;
        private int _braces;

        public static string? Of(string pattern, GlobDialect dialect)
        {
            var translation = new Translation(pattern, dialect);
            translation._regex.Append(@"\A(?:");
            while (translation._at < pattern.Length)
            {
                if (!translation.Next())
                    return null;
            }

            if (translation._braces != 0)
                return null;
            translation._regex.Append(')');
            if (dialect == GlobDialect.GitPathspec && pattern.AsSpan().IndexOfAny("*?[\\") < 0)
                translation._regex.Append(pattern.Length == 0 || pattern.EndsWith('/') ? ".*" : "(?:/.*)?");
            return translation._regex.Append(@"\z").ToString();
        }

        private bool Next()
        {
            var c = pattern[_at++];
            switch (c)
            {
                case '*':
                    while (_at < pattern.Length && pattern[_at] == '*')
                        _at++;
                    _regex.Append(dialect == GlobDialect.GoPath ? "[^/]*" : ".*");
                    return true;
                case '?':
                    _regex.Append(dialect == GlobDialect.GoPath ? "[^/]" : ".");
                    return true;
                case '[':
                    return Class();
                case '\\' when _at == pattern.Length:
                    return false;
                case '\\':
                    _regex.Append(Regex.Escape(pattern[_at++].ToString()));
                    return true;
                case '{' when dialect == GlobDialect.Gobwas:
                    _braces++;
                    _regex.Append("(?:");
                    return true;
                case '}' when dialect == GlobDialect.Gobwas && _braces > 0:
                    _braces--;
                    _regex.Append(')');
                    return true;
                case ',' when dialect == GlobDialect.Gobwas && _braces > 0:
                    _regex.Append('|');
                    return true;
                default:
                    _regex.Append(Regex.Escape(c.ToString()));
                    return true;
            }
        }

        private bool Class()
        {
            var negated = _at < pattern.Length
                && (dialect is GlobDialect.GoPath or GlobDialect.Shell ? pattern[_at] == '^' : dialect == GlobDialect.Gobwas ? pattern[_at] == '!' : pattern[_at] is '!' or '^');
            if (negated)
                _at++;
            _regex.Append(negated ? "[^" : "[");
            var isEmpty = true;
            while (_at < pattern.Length && (pattern[_at] != ']' || isEmpty))
            {
                // Named classes and a bracket that opens another one are left to git itself.
                if (pattern[_at] == '[' || !Member(isEmpty))
                    return false;
                isEmpty = false;
            }

            if (_at == pattern.Length)
                return false;
            _at++;
            _regex.Append(']');
            return true;
        }

        /// <summary>One character or range of a class.</summary>
        private bool Member(bool isFirst)
        {
            if (!Character(isFirst))
                return false;
            if (_at + 1 >= pattern.Length || pattern[_at] != '-' || pattern[_at + 1] == ']')
                return true;
            _at++;
            _regex.Append('-');
            return Character(isFirst: false);
        }

        private bool Character(bool isFirst)
        {
            var c = pattern[_at++];
            if (c == '\\')
            {
                if (_at == pattern.Length)
                    return false;
                c = pattern[_at++];
            }
            else if (dialect is GlobDialect.GoPath or GlobDialect.Shell && (c == '-' || (c == ']' && isFirst)))
            {
                // Go refuses both where they are not escaped.
                return false;
            }

            if (c is '\\' or ']' or '[' or '^' or '-')
                _regex.Append('\\');
            _regex.Append(c);
            return true;
        }
    }
}
