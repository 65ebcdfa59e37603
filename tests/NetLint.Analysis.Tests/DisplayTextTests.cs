using NetLint.Analysis.Diagnostics;

namespace NetLint.Analysis.Tests;

public sealed class DisplayTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Service 'web' → pods")]
    [InlineData("größe, 名前, имя")]
    [InlineData("\U0001F600 is one character of two units")]
    public void TextForPeopleIsKept(string text) => Assert.Equal(text, DisplayText.Escape(text));

    [Theory]
    [InlineData("a\u001B[31mb", "a\\u001B[31mb")]
    [InlineData("\u0007\u0000", "\\u0007\\u0000")]
    [InlineData("one\ntwo\r\n\tthree", "one two   three")]
    [InlineData("\u009B2J", "\\u009B2J")]
    [InlineData("user\u202Etxt.exe", "user\\u202Etxt.exe")]
    [InlineData("zero\u200Bwidth", "zero\\u200Bwidth")]
    [InlineData("soft\u00ADhyphen", "soft\\u00ADhyphen")]
    [InlineData("line\u2028break\u2029", "line\\u2028break\\u2029")]
    [InlineData("private \uE000", "private \\uE000")]
    [InlineData("del\u007F", "del\\u007F")]
    [InlineData("a\U000E0041\U000F0000", "a\\U000E0041\\U000F0000")]
    [InlineData("\u001B\U0001F600", "\\u001B\U0001F600")]
    public void WhatSteersOrHidesIsShown(string text, string shown) => Assert.Equal(shown, DisplayText.Escape(text));

    [Fact]
    public void LoneSurrogatesAreShown()
    {
        Assert.Equal("a\\uD83Db", DisplayText.Escape("a\uD83Db"));
        Assert.Equal("\\uDE00\\uD83D", DisplayText.Escape("\uDE00\uD83D"));
    }
}
