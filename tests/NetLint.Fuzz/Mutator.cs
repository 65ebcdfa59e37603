using System.Text;
using NetLint.Syntax.Text;

namespace NetLint.Fuzz;

/// <summary>Makes one input: a seed, changed a few times, by bytes or with some knowledge of YAML.</summary>
public sealed class Mutator(Random random, IReadOnlyList<string> seeds)
{
    private const int MaxLength = 200_000;

    private static readonly string[] Tokens =
    [
        ":", ": ", "- ", "? ", "\"", "'", "{", "}", "[", "]", ",", "#", " # c", "&a ", "*a", "*a ", "<<: *a", "!!str ", "! ", "!x!y ", "|", ">", "|-\n", ">+\n", "|2\n", "@", "`", "%",
        "%YAML 1.1\n", "%TAG ! tag:x,2026:\n", "---", "\n---\n", "\n...\n", "--- ", "...", "\t", "\r", "\r\n", "\n", "\n\n", " ", "  ", "\0", "\u0001", "\u001b", "\u007f", "\u0085", "\u00a0",
        "\u2028", "\u2029", "\ufeff", "\ufffd", "\ufffe", "\ud83d\ude00", "\ud800", "\udc00", "{{ if }}", "{{- .x }}", "null", "~", "yes", "0o17", "1_000", "\\", "\\u12", "\\x", "\\ud83d", "\\\n", "''", "é", "key: value\n", "- item\n",
        "a: &a {b: *a}\n", "[[[[[[[[", "]]]]", "{{{{", "- - - - ", "? ? ? ", "!<tag:x> ", "&", "*", "!",
    ];

    /// <summary>Makes the input.</summary>
    public SourceText Next()
    {
        var text = new StringBuilder(Pick(seeds));
        if (random.Next(8) == 0)
            text.Append(random.Next(2) == 0 ? "\n---\n" : "").Append(Pick(seeds));
        if (text.Length > MaxLength)
            text.Length = MaxLength;
        for (var count = 1 << random.Next(5); count > 0; count--)
            MutateText(text);
        var id = new SourceId("fuzz.yaml");
        if (random.Next(4) != 0)
            return SourceText.From(id, text.ToString());
        var bytes = (random.Next(10) == 0 ? Encoding.Unicode : Encoding.UTF8).GetBytes(text.ToString());
        if (random.Next(10) == 0)
            bytes = [.. random.Next(3) switch { 0 => [0xFF, 0xFE], 1 => [0xFE, 0xFF], _ => (byte[])[0xEF, 0xBB, 0xBF] }, .. bytes];
        for (var count = random.Next(12); count > 0 && bytes.Length > 0; count--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return SourceText.Decode(id, bytes);
    }

    private void MutateText(StringBuilder text)
    {
        switch (random.Next(12))
        {
            case 0:
                text.Length = random.Next(text.Length + 1);
                break;
            case 1 or 2 or 3:
                text.Insert(random.Next(text.Length + 1), Pick(Tokens));
                break;
            case 4:
                Insert(text, LineStart(text), Pick(Tokens));
                break;
            case 5:
                Insert(text, LineStart(text), new string(' ', random.Next(9)));
                break;
            case 6:
                Dedent(text);
                break;
            case 7:
                CopyLines(text);
                break;
            case 8:
                Remove(text);
                break;
            case 9:
                if (text.Length > 0)
                    text[random.Next(text.Length)] = random.Next(6) == 0 ? (char)random.Next(65536) : (char)random.Next(128);
                break;
            case 10:
                Splice(text);
                break;
            default:
                Repeat(text);
                break;
        }
    }

    private void Dedent(StringBuilder text)
    {
        var at = LineStart(text);
        for (var count = random.Next(1, 5); count > 0 && at < text.Length && text[at] == ' '; count--)
            text.Remove(at, 1);
    }

    private void CopyLines(StringBuilder text)
    {
        var from = LineStart(text);
        var length = Math.Min(random.Next(200), text.Length - from);
        Insert(text, LineStart(text), text.ToString(from, length));
    }

    private void Remove(StringBuilder text)
    {
        var from = random.Next(text.Length + 1);
        text.Remove(from, Math.Min(random.Next(random.Next(2) == 0 ? 3 : 300), text.Length - from));
    }

    private void Splice(StringBuilder text)
    {
        var other = Pick(seeds);
        var from = random.Next(other.Length + 1);
        Insert(text, random.Next(text.Length + 1), other.Substring(from, Math.Min(random.Next(400), other.Length - from)));
    }

    /// <summary>Depth and width come from repetition.</summary>
    private void Repeat(StringBuilder text)
    {
        var token = Pick(Tokens);
        var count = random.Next(random.Next(20) == 0 ? 2000 : 20);
        Insert(text, random.Next(text.Length + 1), new StringBuilder().Insert(0, token, count).ToString());
    }

    private static void Insert(StringBuilder text, int at, string what)
    {
        if (text.Length + what.Length <= MaxLength)
            text.Insert(at, what);
    }

    private int LineStart(StringBuilder text)
    {
        var at = random.Next(text.Length + 1);
        while (at > 0 && text[at - 1] != '\n')
            at--;
        return at;
    }

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
