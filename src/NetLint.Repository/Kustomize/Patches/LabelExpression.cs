using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NetLint.Kubernetes.Semantics;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Patches;

/// <summary>A label selector in one line, such as <c>app in (web, api), tier!=db, !legacy</c>.</summary>
internal sealed partial class LabelExpression
{
    private const int LongestName = 63;
    private const int LongestPrefix = 253;

    private readonly ImmutableArray<Requirement> _requirements;

    private LabelExpression(ImmutableArray<Requirement> requirements) => _requirements = requirements;

    /// <summary>True when labels, or annotations, satisfy every requirement.</summary>
    public bool Matches(IReadOnlyDictionary<string, string> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        return _requirements.All(requirement => requirement.Holds(labels.GetValueOrDefault(requirement.Key)));
    }

    /// <summary>Reads a selector.</summary>
    /// <exception cref="RenderException">It is none.</exception>
    public static LabelExpression Parse(YamlScalar text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new LabelExpression(new Reader(text).Read());
    }

    [GeneratedRegex(@"\A(?:(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?\z", RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    [GeneratedRegex(@"\A[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"[ \t\r\n]*(?<token>==|=|!=|!|\(|\)|,|>|<|[^=!(),<> \t\r\n]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Token();

    /// <summary>One requirement; a number on the right stands for greater or less.</summary>
    private sealed record Requirement(string Key, SelectorOperator Operator, ImmutableArray<string> Values, int Comparison, long Bound)
    {
        public bool Holds(string? value) => Comparison != 0
            ? long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number.CompareTo(Bound) == Comparison
            : Operator switch
            {
                SelectorOperator.In => value is not null && Values.Contains(value, StringComparer.Ordinal),
                SelectorOperator.NotIn => value is null || !Values.Contains(value, StringComparer.Ordinal),
                SelectorOperator.Exists => value is not null,
                _ => value is null,
            };
    }

    private sealed class Reader(YamlScalar text)
    {
        private readonly ImmutableArray<string> _tokens = Tokens(text.Value);
        private int _at;

        private string? Current => _at < _tokens.Length ? _tokens[_at] : null;

        public ImmutableArray<Requirement> Read()
        {
            var requirements = ImmutableArray.CreateBuilder<Requirement>();
            while (Current is not null)
            {
                requirements.Add(ReadRequirement());
                if (Current is null)
                    break;
                Expect(",");
                if (Current is null)
                    throw Wrong("a requirement must follow the last comma");
            }

            return requirements.DrainToImmutable();
        }

        private static ImmutableArray<string> Tokens(string value) =>
            [.. Token().Matches(value).Select(match => match.Groups["token"].Value)];

        private Requirement ReadRequirement()
        {
            var isNegated = Skip("!");
            var key = Current is { } word && IsWord(word) ? word : throw Wrong("a label key is missing");
            CheckKey(key);
            _at++;
            if (Current is null or ",")
                return new Requirement(key, isNegated ? SelectorOperator.DoesNotExist : SelectorOperator.Exists, [], 0, 0);
            if (isNegated)
                return new Requirement(key, SelectorOperator.DoesNotExist, [], 0, 0);
            var name = Current;
            _at++;
            return name switch
            {
                "=" or "==" => new Requirement(key, SelectorOperator.In, [ReadValue()], 0, 0),
                "!=" => new Requirement(key, SelectorOperator.NotIn, [ReadValue()], 0, 0),
                "in" => new Requirement(key, SelectorOperator.In, ReadValues(), 0, 0),
                "notin" => new Requirement(key, SelectorOperator.NotIn, ReadValues(), 0, 0),
                ">" => new Requirement(key, SelectorOperator.Exists, [], 1, ReadNumber()),
                "<" => new Requirement(key, SelectorOperator.Exists, [], -1, ReadNumber()),
                _ => throw Wrong($"'{JsonPointer.Shorten(name)}' is no operator"),
            };
        }

        private string ReadValue()
        {
            if (Current is null or ",")
                return "";
            var value = IsWord(Current) ? Current : throw Wrong($"a value is missing before '{Current}'");
            _at++;
            return Checked(value);
        }

        private ImmutableArray<string> ReadValues()
        {
            Expect("(");
            var values = ImmutableArray.CreateBuilder<string>();
            while (true)
            {
                var isMissing = Current is "," or ")";
                values.Add(isMissing ? "" : Checked(Current is { } word && IsWord(word) ? word : throw Wrong("a list of values has no end")));
                if (!isMissing)
                    _at++;
                if (Skip(")"))
                    return values.DrainToImmutable();
                Expect(",");
            }
        }

        private long ReadNumber() => long.TryParse(ReadValue(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong("an integer must follow '<' and '>'");

        private bool Skip(string token)
        {
            if (Current != token)
                return false;
            _at++;
            return true;
        }

        private void Expect(string token)
        {
            if (!Skip(token))
                throw Wrong($"'{token}' is missing");
        }

        private static bool IsWord(string token) => token is not ("=" or "==" or "!=" or "!" or "(" or ")" or "," or ">" or "<");

        private void CheckKey(string key)
        {
            var slash = key.LastIndexOf('/');
            var name = key[(slash + 1)..];
            var isPrefixGood = slash < 0 || (slash is > 0 and <= LongestPrefix && Prefix().IsMatch(key.AsSpan(0, slash)));
            if (name.Length is 0 or > LongestName || !Name().IsMatch(name) || !isPrefixGood)
                throw Wrong($"'{JsonPointer.Shorten(key)}' is no label key");
        }

        private string Checked(string value) =>
            value.Length <= LongestName && Name().IsMatch(value) ? value : throw Wrong($"'{JsonPointer.Shorten(value)}' is no label value");

        private RenderException Wrong(string reason) => new($"the label selector '{JsonPointer.Shorten(text.Value)}' cannot be read: {reason}", text.Origin);
    }
}
