using System.Globalization;
using System.Text;

namespace NetLint.Repository.Flux;

/// <summary>
/// Fills variables into a text as Flux's envsubst does: <c>${NAME}</c> with the operators of a shell, <c>$$</c> for a dollar sign, and nothing
/// for <c>$NAME</c>. What is not known stays as it is written. The source of the rules is <c>github.com/fluxcd/pkg/envsubst</c>.
/// </summary>
internal sealed class VariableExpression
{
    /// <summary>How deep defaults may hold further variables.</summary>
    private const int MaxDepth = 40;

    /// <summary>How long a filled-in text may become.</summary>
    private const int MaxLength = 4 * 1024 * 1024;

    private readonly string _text;
    private readonly SubstitutionVariables _variables;
    private int _at;

    private VariableExpression(string text, SubstitutionVariables variables)
    {
        _text = text;
        _variables = variables;
    }

    /// <summary>The variables whose values were used.</summary>
    public List<SubstitutionVariable> Used { get; } = [];

    /// <summary>The names whose values are not known.</summary>
    public List<string> Unresolved { get; } = [];

    /// <summary>Why Flux refuses the text, as one clause; null when it does not.</summary>
    public string? Problem { get; private set; }

    /// <summary>The text with its variables filled in; as written when it is refused.</summary>
    public string Result { get; private set; } = "";

    /// <summary>Fills in the variables of a text.</summary>
    public static VariableExpression Evaluate(string text, SubstitutionVariables variables)
    {
        var expression = new VariableExpression(text, variables);
        expression.Run();
        return expression;
    }

    private char Peek => _at < _text.Length ? _text[_at] : '\0';

    private bool OpensVariable => Peek == '$' && _at + 1 < _text.Length && _text[_at + 1] == '{';

    private void Run()
    {
        var result = new StringBuilder(_text.Length);
        while (_at < _text.Length && Problem is null)
        {
            if (OpensVariable)
            {
                var start = _at;
                result.Append(Variable(0) ?? _text[start.._at]);
            }
            else if (_text.AsSpan(_at).StartsWith("$$"))
            {
                result.Append('$');
                _at += 2;
            }
            else
            {
                result.Append(_text[_at++]);
            }

            if (result.Length > MaxLength)
                Fail("the text becomes too long");
        }

        Result = Problem is null ? result.ToString() : _text;
    }

    private string? Fail(string problem)
    {
        Problem ??= problem;
        _at = _text.Length;
        return null;
    }

    /// <summary>Reads from <c>${</c> to the closing brace; null when the value is not known, or the text is refused.</summary>
    private string? Variable(int depth)
    {
        var known = Unresolved.Count;
        _at += 2;
        var value = depth > MaxDepth ? Fail("defaults are nested too deep") : Expression(depth);
        // Where the value is known, what is not known in a default that is not needed does not matter.
        if (value is not null)
            Unresolved.RemoveRange(known, Unresolved.Count - known);
        return value;
    }

    private string? Expression(int depth)
    {
        if (Peek == '#')
        {
            _at++;
            return Name() is { } counted ? Close("#", counted, []) : Fail("'${#' is not followed by the name of a variable");
        }

        if (Name() is not { } name)
            return Fail("'${' is not followed by the name of a variable");
        return Peek switch
        {
            '}' => Close("", name, []),
            ':' when _at + 1 < _text.Length && _text[_at + 1] is '=' or '-' or '?' or '+' => Default(name, 2, depth),
            ':' => Substring(name, depth),
            '=' => Default(name, 1, depth),
            ',' or '^' => Close(Operator(",^", 2), name, []),
            '/' => Replacement(name, depth),
            '#' => Cut(name, Operator("#", 2), depth),
            '%' => Cut(name, Operator("%", 2), depth),
            _ => Fail($"the brace of '${{{name}' is not closed"),
        };
    }

    private string? Name()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] == '_'))
            _at++;
        return _at > start ? _text[start.._at] : null;
    }

    private string Operator(string characters, int length)
    {
        var start = _at;
        while (_at < _text.Length && _at - start < length && characters.Contains(_text[_at], StringComparison.Ordinal))
            _at++;
        return _text[start.._at];
    }

    private string? Default(string name, int length, int depth)
    {
        _at += length;
        var parts = new List<string?>();
        while (Problem is null && Peek != '}')
        {
            if (_at >= _text.Length)
                return Fail($"the brace of '${{{name}' is not closed");
            parts.Add(Argument(depth, static c => c != '}'));
        }

        return Close("=", name, parts);
    }

    private string? Substring(string name, int depth)
    {
        _at++;
        var parts = new List<string?> { Argument(depth, static c => c is not (':' or '}')) };
        if (Peek == ':')
        {
            while (Peek == ':')
                _at++;
            parts.Add(Argument(depth, static c => c != '}'));
        }

        return Close(":", name, parts);
    }

    private string? Cut(string name, string operation, int depth) => Close(operation, name, [Argument(depth, static c => c != '}')]);

    private string? Replacement(string name, int depth)
    {
        var operation = Operator("/", 1) + Operator("/#%", 1);
        var parts = new List<string?> { Argument(depth, static c => c != '/', isEscaped: true) };
        if (Problem is null && Peek != '/')
            return Fail($"the replacement of '${{{name}' has no second part");
        while (Peek == '/')
            _at++;
        if (Problem is null && Peek != '}')
            parts.Add(Argument(depth, static c => c != '}', isEscaped: true));
        return Close(operation, name, parts);
    }

    /// <summary>One argument of an operator: a variable, or text that is not empty.</summary>
    private string? Argument(int depth, Func<char, bool> accepts, bool isEscaped = false)
    {
        if (Problem is not null)
            return null;
        if (OpensVariable)
            return Variable(depth + 1);
        var text = new StringBuilder();
        while (_at < _text.Length && !OpensVariable)
        {
            if (isEscaped && (_text.AsSpan(_at).StartsWith("$$") || _text.AsSpan(_at) is ['\\', '/' or '\\', ..]))
                _at++;
            else if (!accepts(_text[_at]))
                break;
            text.Append(_text[_at++]);
        }

        return text.Length > 0 ? text.ToString() : Fail("an operator of a variable has no argument");
    }

    private string? Close(string operation, string name, List<string?> arguments)
    {
        if (Problem is not null)
            return null;
        if (Peek != '}')
            return Fail($"the brace of '${{{name}' is not closed");
        _at++;
        if (_variables.Find(name) is not { } variable)
        {
            Unresolved.Add(name);
            return null;
        }

        // A default counts only where the value is empty; one that is not known does not matter elsewhere.
        var isValueEnough = operation is "" or "=" && (variable.Value.Length > 0 || arguments.Count == 0);
        if (!isValueEnough && arguments.Contains(null))
            return null;
        Used.Add(variable);
        var value = isValueEnough ? variable.Value : Operate(operation, variable.Value, [.. arguments.OfType<string>()]);
        if (value is null && Problem is null)
            Unresolved.Add(name);
        return value;
    }

    private string? Operate(string operation, string value, string[] arguments) => operation switch
    {
        "=" => string.Concat(arguments),
        "#" when arguments.Length == 0 => Encoding.UTF8.GetByteCount(value).ToString(CultureInfo.InvariantCulture),
        "," => value.Length == 0 ? value : char.ToLowerInvariant(value[0]) + value[1..],
        "^" => value.Length == 0 ? value : char.ToUpperInvariant(value[0]) + value[1..],
        ",," => ToLower(value),
        "^^" => value.ToUpperInvariant(),
        ":" => Slice(value, arguments),
        "/" => ReplaceFirst(value, arguments[0], arguments.ElementAtOrDefault(1) ?? ""),
        "//" => arguments[0].Length == 0 ? null : value.Replace(arguments[0], arguments.ElementAtOrDefault(1) ?? "", StringComparison.Ordinal),
        "/#" => arguments.Length < 2 || !value.StartsWith(arguments[0], StringComparison.Ordinal) ? value : arguments[1] + value[arguments[0].Length..],
        "/%" => arguments.Length < 2 || !value.EndsWith(arguments[0], StringComparison.Ordinal) ? value : value[..^arguments[0].Length] + arguments[1],
        "#" or "##" or "%" or "%%" => VariableCut.Apply(operation, value, arguments[0]),
        // A mixture of the two casing operators does nothing.
        _ => value,
    };

#pragma warning disable CA1308 // Lower case is what the operator asks for.
    private static string ToLower(string value) => value.ToLowerInvariant();
#pragma warning restore CA1308

    private static string? ReplaceFirst(string value, string sought, string replacement)
    {
        var at = value.IndexOf(sought, StringComparison.Ordinal);
        return at < 0 ? value : string.Concat(value.AsSpan(0, at), replacement, value.AsSpan(at + sought.Length));
    }

    /// <summary>Offsets count bytes, so that text beyond ASCII may be cut within a character; it is not known then.</summary>
    private string? Slice(string value, string[] arguments)
    {
        if (!Ascii.IsValid(value))
            return null;
        if (!TryNumber(arguments[0], out var start))
            return value;
        start = start < 0 ? Math.Max(0, value.Length + start) : start;
        if (arguments.Length == 1)
            return start < value.Length ? value[(int)start..] : "";
        if (!TryNumber(arguments[1], out var length))
            return value;
        if (start + length >= value.Length)
            return start < value.Length ? value[(int)start..] : "";
        return length < 0 ? Fail("a part of a variable has a negative length") : value.Substring((int)start, (int)length);
    }

    private static bool TryNumber(string text, out long number)
    {
        var isNumber = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
        number = Math.Clamp(number, -int.MaxValue, int.MaxValue);
        return isNumber;
    }
}
