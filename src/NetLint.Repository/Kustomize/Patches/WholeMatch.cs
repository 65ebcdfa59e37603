using System.Buffers;
using System.Text.RegularExpressions;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Patches;

/// <summary>A regular expression that must match the whole of a text. Nearly all of them are a name, which needs no engine.</summary>
internal sealed class WholeMatch
{
    private static readonly SearchValues<char> s_plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_/");

    private readonly string? _name;
    private readonly Regex? _expression;

    /// <summary>Reads an expression.</summary>
    /// <exception cref="RenderException">Go refuses it, or it uses a feature that is not understood.</exception>
    public WholeMatch(YamlScalar text)
    {
        if (text.Value.AsSpan().ContainsAnyExcept(s_plain))
            _expression = GoRegex.Whole(text);
        else
            _name = text.Value;
    }

    /// <summary>True when the whole text matches.</summary>
    public bool IsMatch(string text) => _name is not null ? _name == text : _expression!.IsMatch(text);
}
