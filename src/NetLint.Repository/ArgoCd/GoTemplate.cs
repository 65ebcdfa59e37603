using System.Collections.Immutable;
using System.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.ArgoCd;

/// <summary>
/// Evaluates the simple part of Go's templates: fields of the parameters, <c>index</c>, literals, parentheses, pipes and functions that only
/// look at text. Everything else, such as conditions and loops, makes the text unknown, and so does a parameter that is not there.
/// </summary>
internal sealed class GoTemplate
{
    private const int MaxDepth = 20;

    private readonly ImmutableArray<string> _tokens;
    private readonly ParameterSet _parameters;
    private readonly ImmutableArray<YamlNode>.Builder _used;
    private readonly HashSet<YamlNode> _literals = new(ReferenceEqualityComparer.Instance);
    private int _at;

    private GoTemplate(ImmutableArray<string> tokens, ParameterSet parameters, ImmutableArray<YamlNode>.Builder used)
    {
        _tokens = tokens;
        _parameters = parameters;
        _used = used;
    }

    private string Peek => _at < _tokens.Length ? _tokens[_at] : "";

    /// <summary>Fills a text; its <see cref="FilledText.Text"/> is null when it is unknown.</summary>
    public static FilledText Fill(string text, ParameterSet parameters)
    {
        var result = new StringBuilder();
        var used = ImmutableArray.CreateBuilder<YamlNode>();
        var at = 0;
        var trimsNext = false;
        while (true)
        {
            var open = text.IndexOf("{{", at, StringComparison.Ordinal);
            var literal = open < 0 ? text[at..] : text[at..open];
            if (trimsNext)
                literal = literal.TrimStart(' ', '\t', '\r', '\n');
            if (open < 0)
                return new FilledText(result.Append(literal).ToString(), used.DrainToImmutable());
            if (GoTemplateTokens.Read(text, open + 2) is not { } action)
                return default;
            result.Append(action.TrimsBefore ? literal.TrimEnd(' ', '\t', '\r', '\n') : literal);
            if (!action.IsComment)
            {
                if (new GoTemplate(action.Tokens, parameters, used).Run() is not { } value)
                    return default;
                result.Append(value);
            }

            trimsNext = action.TrimsAfter;
            at = action.End;
        }
    }

    private string? Run()
    {
        var value = Pipeline(0);
        return value is not null && _at == _tokens.Length ? Print(value) : null;
    }

    private YamlNode? Pipeline(int depth)
    {
        if (depth > MaxDepth)
            return null;
        var value = Command(depth, piped: null);
        while (value is not null && Peek == "|")
        {
            _at++;
            value = Command(depth, value);
        }

        return value;
    }

    private YamlNode? Command(int depth, YamlNode? piped)
    {
        var name = Peek;
        if (name.Length == 0)
            return null;
        if (!char.IsAsciiLetter(name[0]))
            return piped is null ? Operand(depth) : null;
        _at++;
        var arguments = new List<YamlNode>();
        while (Peek is not ("" or "|" or ")"))
        {
            if (Operand(depth) is not { } argument)
                return null;
            arguments.Add(argument);
        }

        if (piped is not null)
            arguments.Add(piped);
        return Call(name, arguments);
    }

    private YamlNode? Operand(int depth)
    {
        var token = Peek;
        _at++;
        YamlNode? value;
        if (token == "(")
        {
            value = Pipeline(depth + 1);
            if (Peek != ")")
                return null;
            _at++;
        }
        else if (token.StartsWith('"') || token.StartsWith('`'))
        {
            return Literal(ParameterNodes.Text(_parameters.Values, token[1..]));
        }
        else if (token.Length > 0 && (char.IsAsciiDigit(token[0]) || token[0] == '-'))
        {
            return Literal(new YamlScalar(_parameters.Values.Source, _parameters.Values.Span, null, token, ScalarStyle.Plain));
        }
        else if (token == ".")
        {
            return _parameters.Values;
        }
        else if (token.StartsWith('.'))
        {
            value = _parameters.Values;
            foreach (var field in token[1..].Split('.'))
                value = (value as YamlMapping)?[field];
        }
        else
        {
            return null;
        }

        return value;
    }

    private YamlNode? Call(string name, List<YamlNode> arguments)
    {
        if (name == "index")
            return Index(arguments);
        if (name == "default")
            return arguments.Count == 2 ? ParameterSet.IsEmpty(arguments[1]) ? arguments[0] : arguments[1] : null;
        // Go formats a number differently or refuses it where a function wants text.
        var texts = arguments.Select((argument, i) => IsText(argument) || (name == "trunc" && i == 0) || name == "toString" ? Text(argument) : null).ToArray();
        if (texts.Contains(null) || GoTemplateFunctions.Apply(name, [.. texts.OfType<string>()]) is not { } result)
            return null;
        // What was computed has the place of what it was computed from, which comes last by Go's habit.
        return arguments.LastOrDefault(IsParameter) is { } place ? ParameterNodes.Text(place, result) : Literal(ParameterNodes.Text(_parameters.Values, result));
    }

    private static YamlNode? Index(List<YamlNode> arguments)
    {
        var value = arguments.FirstOrDefault();
        foreach (var argument in arguments.Skip(1))
        {
            value = (value, argument as YamlScalar) switch
            {
                (YamlSequence sequence, { } position) when position.Resolve() is { Kind: ScalarKind.Integer, Integer: var at } && at >= 0 && at < sequence.Items.Length => sequence.Items[(int)at],
                (YamlMapping mapping, { } key) when key.Resolve().Kind == ScalarKind.String => mapping[key.Value],
                _ => null,
            };
        }

        return value;
    }

    private string? Print(YamlNode node)
    {
        if (Text(node) is not { } text)
            return null;
        if (IsParameter(node))
            _used.Add(node);
        return text;
    }

    /// <summary>False for what the template itself says, which is no further place.</summary>
    private bool IsParameter(YamlNode node) => !_literals.Contains(node);

    private YamlScalar Literal(YamlScalar scalar)
    {
        _literals.Add(scalar);
        return scalar;
    }

    private static bool IsText(YamlNode node) => node is YamlScalar scalar && scalar.Resolve().Kind == ScalarKind.String;

    private static string? Text(YamlNode node) => node is YamlScalar { IsNull: false } scalar ? ParameterSet.Print(scalar) : null;
}
