using System.Text.RegularExpressions;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Patches;

/// <summary>A regular expression in Go's syntax. An engine is made for it only when its form or a text asks for one.</summary>
internal sealed class GoPattern
{
    private readonly SimplePattern? _simple;
    private readonly Func<Regex> _make;
    private readonly bool _isWhole;
    private Regex? _engine;

    private GoPattern(SimplePattern? simple, Func<Regex> make, bool isWhole)
    {
        _simple = simple;
        _make = make;
        _isWhole = isWhole;
        // An expression of another form may be wrong, which must be told at once.
        if (simple is null)
            _engine = make();
    }

    /// <summary>An expression that must match the whole of a text.</summary>
    /// <exception cref="RenderException">Go refuses it, or it uses a feature that is not understood.</exception>
    public static GoPattern Whole(YamlScalar text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new GoPattern(SimplePattern.Parse(WithoutAnchors(text.Value)), () => GoRegex.Whole(text), isWhole: true);
    }

    /// <summary>An expression that may match anywhere in a text.</summary>
    /// <exception cref="RenderException">Go refuses it, or it uses a feature that is not understood.</exception>
    public static GoPattern Anywhere(string text, Origin origin) => new(SimplePattern.Parse(text), () => GoRegex.Anywhere(text, origin), isWhole: false);

    /// <summary>True when a text matches.</summary>
    public bool IsMatch(string text)
    {
        if (_simple is null || !SimplePattern.CanJudge(text))
            return (_engine ??= _make()).IsMatch(text);
        return _isWhole ? _simple.IsWhole(text) : _simple.IsAnywhere(text);
    }

    /// <summary>Where the whole must match, an anchor at either end says nothing more.</summary>
    private static string WithoutAnchors(string text)
    {
        var start = text.StartsWith('^') ? 1 : 0;
        var end = text.Length > start && text.EndsWith('$') ? text.Length - 1 : text.Length;
        return text[start..end];
    }
}
