using System.Text;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Generators;

/// <summary>Reads the values that an entry of a generator names: env files first, then literals, then files.</summary>
/// <param name="directory">The directory of the kustomization; files are named relative to it.</param>
/// <param name="readFile">Reads a file for the place that names it.</param>
internal sealed class DataReader(string directory, Func<Origin, string, ReadOnlyMemory<byte>> readFile)
{
    /// <summary>kustomize stops reading an env file, without a word, at a line of this many bytes.</summary>
    private const int LongestLine = 65535;

    /// <summary>The values of an entry in kustomize's order.</summary>
    public List<DataValue> Read(YamlMapping entry)
    {
        var values = new List<DataValue>();
        foreach (var path in EntryField.Texts(entry, "envs"))
            ReadEnvironment(path, values);
        // The older form of one file comes after the others.
        if (EntryField.Text(entry, "env") is { Value.Length: > 0 } older)
            ReadEnvironment(older, values);
        foreach (var literal in EntryField.Texts(entry, "literals"))
            values.Add(ReadLiteral(literal));
        foreach (var file in EntryField.Texts(entry, "files"))
            values.Add(ReadFile(file));
        return values;
    }

    private static DataValue ReadLiteral(YamlScalar literal)
    {
        var text = EntryField.ValueOf(literal);
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
            throw new RenderException($"invalid literal source {text}, expected key=value", literal.Origin);
        return new DataValue(text[..equals], Encoding.UTF8.GetBytes(Unquote(text[(equals + 1)..])), literal.Origin, literal.Origin);
    }

    /// <summary>Quotes are taken off when the same one stands on both sides.</summary>
    private static string Unquote(string text) =>
        text.Length >= 2 && text[0] == text[^1] && text[0] is '"' or '\'' ? text[1..^1] : text;

    private DataValue ReadFile(YamlScalar source)
    {
        var text = EntryField.ValueOf(source);
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals == 0 && text.LastIndexOf('=') == 0)
            throw new RenderException($"missing key name for file path \"{text[1..]}\" in source \"{text}\"", source.Origin);
        if (equals >= 0 && equals != text.LastIndexOf('='))
            throw new RenderException($"source \"{text}\" key name or file path contains '='", source.Origin);
        if (equals == text.Length - 1 && equals > 0)
            throw new RenderException($"missing file path for key name \"{text[..^1]}\" in source \"{text}\"", source.Origin);
        var path = equals < 0 ? text : text[(equals + 1)..];
        var bytes = readFile(source.Origin, path);
        return new DataValue(equals < 0 ? BaseName(path) : text[..equals], bytes, source.Origin, OriginIn(path, bytes));
    }

    private void ReadEnvironment(YamlScalar source, List<DataValue> values)
    {
        var path = EntryField.ValueOf(source);
        var bytes = readFile(source.Origin, path);
        var text = SourceText.Decode(new SourceId(PathOf(path)), bytes.Span);
        var rest = bytes;
        var isFirst = true;
        var number = 0;
        while (!rest.IsEmpty)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (line.Length > LongestLine)
                return;
            if (line.Span is [.., (byte)'\r'])
                line = line[..^1];
            if (ReadLine(line, isFirst, text, LineSpan(text, number), out var value))
                values.Add(value);
            isFirst = false;
            number++;
        }
    }

    private static bool ReadLine(ReadOnlyMemory<byte> bytes, bool isFirst, SourceText text, TextSpan place, out DataValue value)
    {
        value = default;
        var line = new DataValue("", bytes, default, default).Text ?? throw new RenderException("line has invalid utf8 bytes", new Origin(text, place));
        if (isFirst && line is ['\uFEFF', ..])
            line = line[1..];
        var trimmed = line.TrimStart();
        if (trimmed.Length == 0 || trimmed[0] == '#')
            return false;
        var equals = trimmed.IndexOf('=', StringComparison.Ordinal);
        // A line without a key is skipped; a key without a value has an empty one.
        if (equals == 0)
            return false;
        var key = equals < 0 ? trimmed : trimmed[..equals];
        var start = Math.Min(place.End, place.Start + line.Length - trimmed.Length);
        var keyOrigin = new Origin(text, TextSpan.FromBounds(start, Math.Min(place.End, start + key.Length)));
        var valueOrigin = new Origin(text, TextSpan.FromBounds(Math.Min(place.End, start + key.Length + (equals < 0 ? 0 : 1)), place.End));
        value = new DataValue(key, Encoding.UTF8.GetBytes(equals < 0 ? "" : trimmed[(equals + 1)..]), keyOrigin, valueOrigin);
        return true;
    }

    /// <summary>A whole file has no line that decides: its beginning stands for it. Bytes that are no text have an empty source.</summary>
    private Origin OriginIn(string path, ReadOnlyMemory<byte> bytes)
    {
        var id = new SourceId(PathOf(path));
        var text = SourceText.Decode(id, bytes.Span);
        return new Origin(text.HasInvalidEncoding ? SourceText.From(id, "") : text, new TextSpan(0, 0));
    }

    /// <summary>Lines of the text end at a lone CR too, which the env file's lines do not; such a file has no lines that agree.</summary>
    private static TextSpan LineSpan(SourceText text, int number) => text.LineCount > number ? text.GetLine(number) : new TextSpan(text.Length, 0);

    private string PathOf(string path) => RelativePath.Combine(directory, path) ?? path;

    /// <summary>The last segment of a path, as Go's path.Base has it.</summary>
    private static string BaseName(string path)
    {
        var trimmed = path.TrimEnd('/');
        if (path.Length == 0)
            return ".";
        return trimmed.Length == 0 ? "/" : trimmed[(trimmed.LastIndexOf('/') + 1)..];
    }
}
