using System.Text;
using NetLint.Syntax.Text;

namespace NetLint.Syntax.Tests;

public sealed class SourceTextTests
{
    private static SourceText From(string text) => SourceText.From(new SourceId("a.yaml"), text);

    [Theory]
    [InlineData("", 1)]
    [InlineData("a", 1)]
    [InlineData("a\n", 2)]
    [InlineData("a\r\nb\rc\nd", 4)]
    [InlineData("\r\r\n\n", 4)]
    [InlineData("a\u2028b\u0085c", 1)]
    public void Lines_end_at_LF_CRLF_and_CR(string text, int lines) => Assert.Equal(lines, From(text).LineCount);

    [Theory]
    [InlineData("")]
    [InlineData("a: b\n")]
    [InlineData("a\r\nbc\rd\n\n😀e\r")]
    [InlineData("\r\n\r\n")]
    public void Offsets_and_positions_agree(string text)
    {
        var source = From(text);
        for (var offset = 0; offset <= text.Length; offset++)
        {
            var position = source.GetPosition(offset);
            // A place between CR and LF is no place in a line; it is the line's end for whoever comes back with it.
            var isInsideBreak = offset > 0 && offset < text.Length && text[offset - 1] == '\r' && text[offset] == '\n';
            Assert.Equal(isInsideBreak ? offset - 1 : offset, source.GetOffset(position));
        }
    }

    [Fact]
    public void Characters_are_utf16_code_units() => Assert.Equal(new LinePosition(0, 2), From("😀x").GetPosition(2));

    [Fact]
    public void Places_outside_the_text_are_clamped()
    {
        var source = From("ab\ncd");
        Assert.Equal(new LinePosition(0, 0), source.GetPosition(-5));
        Assert.Equal(new LinePosition(1, 2), source.GetPosition(99));
        Assert.Equal(0, source.GetOffset(new LinePosition(-1, 4)));
        Assert.Equal(2, source.GetOffset(new LinePosition(0, 99)));
        Assert.Equal(5, source.GetOffset(new LinePosition(7, 0)));
        Assert.Equal("cd", source.ToString(new TextSpan(3, 99)));
        Assert.Equal("", source.ToString(new TextSpan(99, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => source.GetLine(2));
    }

    [Fact]
    public void Line_spans_leave_out_the_break()
    {
        var source = From("ab\r\ncd\r\r\nef");
        Assert.Equal(["ab", "cd", "", "ef"], Enumerable.Range(0, source.LineCount).Select(line => source.ToString(source.GetLine(line))));
    }

    [Fact]
    public void Byte_order_marks_are_no_text()
    {
        foreach (var encoding in (Encoding[])[new UTF8Encoding(true), new UnicodeEncoding(bigEndian: false, byteOrderMark: true), new UnicodeEncoding(bigEndian: true, byteOrderMark: true)])
        {
            var source = SourceText.Decode(new SourceId("a"), [.. encoding.Preamble, .. encoding.GetBytes("a: é😀\n")]);
            Assert.True(source.HasByteOrderMark);
            Assert.False(source.HasInvalidEncoding);
            Assert.Equal("a: é😀\n", source.Content);
        }
    }

    [Fact]
    public void Invalid_bytes_are_replaced_and_told_apart_from_a_written_replacement_character()
    {
        Assert.True(SourceText.Decode(new SourceId("a"), [0x61, 0xFF, 0x62]).HasInvalidEncoding);
        Assert.False(SourceText.Decode(new SourceId("a"), "a\uFFFDb"u8).HasInvalidEncoding);
        Assert.True(SourceText.Decode(new SourceId("a"), [0xFF, 0xFE, 0x61]).HasInvalidEncoding);
    }

    [Fact]
    public void Spans_compare_and_contain()
    {
        var span = TextSpan.FromBounds(2, 5);
        Assert.True(span.Contains(2) && span.Contains(4) && !span.Contains(5));
        Assert.True(span.Contains(new TextSpan(5, 0)) && !span.Contains(new TextSpan(5, 1)));
        Assert.Equal(new TextSpan(4, 0), TextSpan.FromBounds(4, 1));
        Assert.True(new TextSpan(1, 9) < span && span < new TextSpan(2, 4) && span <= new TextSpan(2, 3) && new TextSpan(3, 0) > span && span >= new TextSpan(2, 3));
    }
}
