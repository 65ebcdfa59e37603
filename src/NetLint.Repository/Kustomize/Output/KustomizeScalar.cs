using System.Buffers;
using System.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Output;

/// <summary>The value that kustomize prints for a scalar. It reads YAML with other rules than kubectl: <c>on</c> is a string, a timestamp is a time.</summary>
/// <param name="Kind">The type of the value.</param>
/// <param name="Text">A string itself; for other types the value as YAML prints it.</param>
internal readonly record struct KustomizeScalar(ScalarKind Kind, string Text)
{
    /// <summary>JSON passes on what YAML's printer cannot read back.</summary>
    private static readonly SearchValues<char> Refused = SearchValues.Create(
        [.. Enumerable.Range(0x7F, 0x21).Where(c => c != 0x85).Select(c => (char)c), '\uFFFE', '\uFFFF']);

    /// <summary>The null value.</summary>
    public static KustomizeScalar Null { get; } = new(ScalarKind.Null, "null");

    /// <summary>The value true.</summary>
    public static KustomizeScalar True { get; } = new(ScalarKind.Boolean, "true");

    /// <summary>The value false.</summary>
    public static KustomizeScalar False { get; } = new(ScalarKind.Boolean, "false");

    /// <summary>A string.</summary>
    public static KustomizeScalar String(string text) => new(ScalarKind.String, text);

    /// <summary>A number: JSON's form has no point where there is no fraction, and what looks like an integer is printed as one.</summary>
    public static KustomizeScalar Number(double value) => GoNumber.Integer(GoNumber.ToJson(value)) is { } integer
        ? new KustomizeScalar(ScalarKind.Integer, integer)
        : new KustomizeScalar(ScalarKind.Float, GoNumber.ToYaml(value));

    /// <summary>Reads a scalar.</summary>
    /// <param name="scalar">The scalar.</param>
    /// <param name="isInFlow">True when it is printed from between brackets.</param>
    /// <exception cref="RenderException">kustomize refuses it: the tag does not fit, or JSON has no such value.</exception>
    public static KustomizeScalar Of(YamlScalar scalar, bool isInFlow = false)
    {
        ArgumentNullException.ThrowIfNull(scalar);
        if (isInFlow && FlowStyle.Quotes(scalar))
            return String(scalar.Value);
        if (!isInFlow && scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded && IsLostAsBlock(scalar.Value))
            throw new RenderException("yaml: found a tab character where an indentation space is expected", scalar.Origin);
        var value = Read(scalar);
        if (value.Kind == ScalarKind.Float && value.Text is "NaN" or "+Inf" or "-Inf")
            throw new RenderException($"json: unsupported value: {value.Text}", scalar.Origin);
        return value.Kind == ScalarKind.String ? String(ThroughJson(value.Text, scalar)) : value;
    }

    /// <summary>True for a text that kustomize writes as a block, before it prints it, and cannot read again: it begins with a tab.</summary>
    public static bool IsLostAsBlock(string text) => text is ['\t', ..] && ScalarForm.Of(text.Replace('\t', 'x')).IsBlockAllowed;

    /// <summary>True when kustomize takes a scalar for a string, which a key has to be.</summary>
    public static bool IsString(YamlScalar scalar)
    {
        ArgumentNullException.ThrowIfNull(scalar);
        return Tag(scalar) == "!!str";
    }

    /// <summary>The short tag that a scalar has for kustomize, written or resolved: <c>!!str</c>, <c>!!int</c>.</summary>
    public static string Tag(YamlScalar scalar)
    {
        ArgumentNullException.ThrowIfNull(scalar);
        return TagOf(scalar) ?? (scalar.Style == ScalarStyle.Plain ? GoScalar.Read(scalar.Value).Tag : "!!str");
    }

    private static KustomizeScalar Read(YamlScalar scalar)
    {
        var text = scalar.Value;
        var tag = TagOf(scalar);
        switch (tag)
        {
            case null:
                return scalar.Style == ScalarStyle.Plain ? GoScalar.Read(text).Value : String(scalar.Style == ScalarStyle.Folded ? FoldedText.AfterRewriting(text) : text);
            case "!!binary":
                return String(Decode(scalar));
            case "!!bool" or "!!int" or "!!float" or "!!null" or "!!timestamp":
                return ReadAs(tag, scalar);
            default:
                return String(text);
        }
    }

    /// <summary>A written tag must agree with what the text is; only an integer may stand for a float.</summary>
    private static KustomizeScalar ReadAs(string tag, YamlScalar scalar)
    {
        var text = scalar.Value;
        // A timestamp is looked for only where the tag does not say something else.
        var (found, value) = tag != "!!timestamp" && GoTimestamp.Matches(text) ? GoScalar.ReadNumber(text) : GoScalar.Read(text);
        if (found == tag || (found == "!!int" && tag == "!!float"))
            return value;
        throw new RenderException($"yaml: cannot decode {found} `{text}` as a {tag}", scalar.Origin);
    }

    private static string? TagOf(YamlScalar scalar) => scalar.Tag switch
    {
        null or "!" => null,
        ['t', 'a', 'g', ':', 'y', 'a', 'm', 'l', '.', 'o', 'r', 'g', ',', '2', '0', '0', '2', ':', .. var rest] => "!!" + rest,
        var other => other,
    };

    private static string Decode(YamlScalar scalar)
    {
        var text = scalar.Value.Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal);
        var bytes = new byte[text.Length];
        // Spaces, which .NET skips, are an error for Go.
        if (text.ContainsAny(' ', '\t') || !Convert.TryFromBase64String(text, bytes, out var count))
            throw new RenderException("yaml: !!binary value contains invalid base64 data", scalar.Origin);
        return Encoding.UTF8.GetString(bytes, 0, count);
    }

    /// <summary>A string goes through JSON, which is then read as YAML.</summary>
    private static string ThroughJson(string text, YamlScalar scalar)
    {
        if (text.AsSpan().ContainsAny(Refused))
            throw new RenderException("yaml: control characters are not allowed", scalar.Origin);
        return text.Contains('\u0085', StringComparison.Ordinal) ? FoldNextLines(text) : text;
    }

    /// <summary>NEL stands unescaped in JSON, and is a line break in YAML: one folds to a space, the spaces around are lost.</summary>
    private static string FoldNextLines(string text)
    {
        var lines = text.Split('\u0085');
        var folded = new StringBuilder(lines[0]);
        var breaks = 0;
        for (var i = 1; i < lines.Length; i++)
        {
            while (breaks == 0 && folded.Length > 0 && folded[^1] == ' ')
                folded.Length--;
            breaks++;
            var line = lines[i].TrimStart(' ');
            if (line.Length == 0 && i + 1 < lines.Length)
                continue;
            folded.Append(breaks == 1 ? " " : new string('\n', breaks - 1)).Append(line);
            breaks = 0;
        }

        return folded.ToString();
    }
}
