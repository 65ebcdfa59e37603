using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace NetLint.Cli.Reporting.Json;

/// <summary>
/// Writes a value as indented JSON to a <see cref="TextWriter"/>, in pieces, so that a large report is never in memory as text. The text is
/// the same on every machine, and no character of it steers a terminal: what JSON lets through is escaped here.
/// </summary>
internal sealed class JsonTextOutput : IBufferWriter<byte>
{
    private const int PieceSize = 64 * 1024;

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        // The strict encoder writes every quote of a message as \u0027; output is a document of its own and never pasted into HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly TextWriter _output;
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private byte[] _bytes = new byte[PieceSize];
    private char[] _chars = new char[PieceSize];
    private int _count;

    private JsonTextOutput(TextWriter output) => _output = output;

    /// <summary>Writes a value and a final line break. Sequences in the value are enumerated once, while they are written.</summary>
    public static void Write<T>(TextWriter output, T value, JsonTypeInfo<T> type)
    {
        var buffer = new JsonTextOutput(output);
        using (var writer = new Utf8JsonWriter(buffer, Options))
            JsonSerializer.Serialize(writer, value, type);
        buffer.Drain();
        output.Write('\n');
    }

    /// <inheritdoc/>
    public void Advance(int count) => _count += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        var wanted = Math.Max(sizeHint, 1);
        if (_bytes.Length - _count < wanted)
            Drain();
        if (_bytes.Length < wanted)
            _bytes = new byte[wanted];
        return _bytes.AsMemory(_count);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    private void Drain()
    {
        if (_chars.Length < _count + 1)
            _chars = new char[_count + 1];
        // A character may be cut at the end of a piece; the decoder keeps its first bytes.
        var length = _decoder.GetChars(_bytes, 0, _count, _chars, 0);
        _count = 0;
        WriteEscaped(_chars.AsSpan(0, length));
    }

    /// <summary>Outside ASCII, JSON has nothing but the contents of strings, so a character can be replaced by its escape wherever it stands.</summary>
    private void WriteEscaped(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var length = IndexOfInvisible(text);
            if (length < 0)
                break;
            _output.Write(text[..length]);
            _output.Write(string.Create(CultureInfo.InvariantCulture, $"\\u{(int)text[length]:X4}"));
            text = text[(length + 1)..];
        }

        _output.Write(text);
    }

    private static int IndexOfInvisible(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (true)
        {
            var next = text[at..].IndexOfAnyExceptInRange('\0', '\u007F');
            if (next < 0)
                return -1;
            at += next;
            // Characters that turn the direction of text or take no place; the encoder has escaped control characters already.
            if (char.GetUnicodeCategory(text[at]) == UnicodeCategory.Format)
                return at;
            at++;
        }
    }
}
