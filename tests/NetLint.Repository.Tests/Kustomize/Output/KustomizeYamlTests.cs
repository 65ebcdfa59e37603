using NetLint.Repository.Kustomize;
using NetLint.Repository.Kustomize.Output;

namespace NetLint.Repository.Tests.Kustomize.Output;

/// <summary>The expected texts were printed by <c>kubectl kustomize</c> 1.35 for the same input.</summary>
public sealed class KustomizeYamlTests
{
    [Fact]
    public void PrintsValuesAsKustomizeReadsThem() => AssertPrinted(
        """
        kind: Gadget
        apiVersion: example.com/v1
        metadata: {name: awkward}
        spec:
          switches: [on, yes, y, true, "true", ~, "~", null]
          numbers: [010, 0o10, 0x1F, 1_000, 1e3, 1.50, 1e21, 0.00001, 1234567.25, 18446744073709551616, -0.0, .5]
          texts: [12:30, '0x1F', '1e3', 1.2.3, 2024-02-30, "2024-02-29", '', ' lead', 'trail ', 'a: b', 'a #b', '- a', '-a', '@at', "it's", 'say "hi"']
          stamp: 2024-1-2 3:04:05.60
          tagged: [!!str 12, !!int "12", !!float 3, !!binary aGk=, !own 12]
          escapes: ["tab\there", "bell\a", "café", "smile \U0001F600"]
        """,
        """
        apiVersion: example.com/v1
        kind: Gadget
        metadata:
          name: awkward
        spec:
          escapes:
          - "tab\there"
          - "bell\a"
          - café
          - "smile \U0001F600"
          numbers:
          - 8
          - 8
          - 31
          - 1000
          - 1000
          - 1.5
          - 1e+21
          - 1e-05
          - 1.23456725e+06
          - 1.8446744073709552e+19
          - 0
          - 0.5
          stamp: "2024-01-02T03:04:05.6Z"
          switches:
          - "on"
          - "yes"
          - "y"
          - true
          - "true"
          - null
          - "~"
          - null
          tagged:
          - "12"
          - 12
          - 3
          - hi
          - "12"
          texts:
          - "12:30"
          - "0x1F"
          - "1e3"
          - 1.2.3
          - 2024-02-30
          - "2024-02-29"
          - ""
          - ' lead'
          - 'trail '
          - 'a: b'
          - 'a #b'
          - '- a'
          - -a
          - '@at'
          - it's
          - say "hi"

        """);

    [Fact]
    public void PrintsTextsOfSeveralLines() => AssertPrinted(
        """
        blocks:
          clip: |
            one
              two
          strip: "one\ntwo"
          keep: "one\n\n"
          lead: "  one\ntwo\n"
          spaced: "one \ntwo\n"
          folded: >-
            run
            this
              with indentation
            today
          list:
          - "a\nb\n"
          - c: "d\ne"
        long: the quick brown fox jumps over the lazy dog and then goes on to jump over the next one too
        quoted: "the quick brown fox: jumps over the lazy dog and then goes on to jump over 'the next' one too"
        """,
        """
        blocks:
          clip: |
            one
              two
          folded: |-
            run this

              with indentation
            today
          keep: |+
            one

          lead: |2
              one
            two
          list:
          - |
            a
            b
          - c: |-
              d
              e
          spaced: "one \ntwo\n"
          strip: |-
            one
            two
        long: the quick brown fox jumps over the lazy dog and then goes on to jump over the
          next one too
        quoted: 'the quick brown fox: jumps over the lazy dog and then goes on to jump over
          ''the next'' one too'

        """);

    [Fact]
    public void PrintsCollectionsInBlocksWithSortedKeys() => AssertPrinted(
        """
        empty: {list: [], map: {}, nested: [[], {}, [[1]], [{a: 1, b: [2]}]]}
        order: {a10: 1, a9: 1, a1: 1, B: 1, _z: 1, a-b: 1, ab: 1, "10": 1, "9": 1, a/b: 1, a01: 1}
        on: 1
        "": 2
        """,
        """
        "": 2
        empty:
          list: []
          map: {}
          nested:
          - []
          - {}
          - - - 1
          - - a: 1
              b:
              - 2
        "on": 1
        order:
          _z: 1
          "9": 1
          "10": 1
          B: 1
          a-b: 1
          a/b: 1
          a1: 1
          a01: 1
          a9: 1
          a10: 1
          ab: 1

        """);

    [Fact]
    public void DocumentsHaveALineBetweenThem()
    {
        var printed = KustomizeYaml.Write([Parsed.Mapping("a: 1"), Parsed.Mapping("b: {}"), Parsed.Mapping("c: |+\n  x\n\n")]);
        Assert.Equal("a: 1\n---\nb: {}\n---\nc: |+\n  x\n\n", printed);
    }

    [Theory]
    [InlineData(@"""\ufeffa b""", "\"\\uFEFF\\x61\\x20\\x62\"")]
    [InlineData(@"""x\ufeff""", "\"x\\uFEFF\"")]
    [InlineData(@"""a\x85b""", "a b")]
    [InlineData(@"""a \x85\x85 b""", "|-\n  a\n  b")]
    [InlineData(@"""\u2028x""", "'\u2028  x'")]
    [InlineData(@"""\u00a0""", "\u00a0")]
    [InlineData(@"""\0\e\r""", "\"\\0\\e\\r\"")]
    [InlineData("1:30:20.5", "\"1:30:20.5\"")]
    [InlineData("9223372036854775808", "9223372036854775808")]
    [InlineData("-9223372036854775809", "-9.223372036854776e+18")]
    [InlineData("+9223372036854775808", "9223372036854776000")]
    [InlineData("0b-101", "-5")]
    [InlineData("0o-7", "-7")]
    [InlineData(".5_5", "0.55")]
    [InlineData("1e400", "1e400")]
    [InlineData("08", "8")]
    [InlineData("! 12", "12")]
    [InlineData("2001-01-02T03:04:05,5+01:60", "\"2001-01-02T03:04:05.5+02:00\"")]
    [InlineData("0000-01-01", "\"0000-01-01T00:00:00Z\"")]
    [InlineData("2001-01-02T24:04:05Z", "2001-01-02T24:04:05Z")]
    public void PrintsOneValue(string written, string printed) => Assert.Equal($"value: {printed}\n", KustomizeYaml.Write([Parsed.Mapping("value: " + written)]));

    [Fact]
    public void AKeyThatIsTooLongStandsAfterAQuestionMark()
    {
        var key = new string('k', 129);
        Assert.Equal($"? {key}\n: - 1\n", KustomizeYaml.Write([Parsed.Mapping($"{key}: [1]")]));
    }

    [Theory]
    [InlineData("a: {10: x}", "10", "the key '10' is no string")]
    [InlineData("a: {true: x}", "true", "the key 'true' is no string")]
    [InlineData("a: .inf", ".inf", "json: unsupported value: +Inf")]
    [InlineData("a: !!bool yes", "yes", "yaml: cannot decode !!str `yes` as a !!bool")]
    [InlineData("a: !!binary '*'", "'*'", "yaml: !!binary value contains invalid base64 data")]
    [InlineData(@"a: ""\x7f""", @"""\x7f""", "yaml: control characters are not allowed")]
    public void WhatKustomizeCannotPrintIsRefusedAtItsPlace(string yaml, string place, string message)
    {
        var exception = Assert.Throws<RenderException>(() => KustomizeYaml.Write([Parsed.Mapping(yaml)]));
        Assert.Contains(message, exception.Problem.Message, StringComparison.Ordinal);
        Assert.Equal(place, exception.Problem.Origin.Text);
    }

    [Fact]
    public void KeysWithoutAnOrderAreStillSorted()
    {
        string[] keys = ["5", "19", "1a", "1a5", "19a", "5a", "01", "1"];
        var sorted = (string[])keys.Clone();
        NaturalOrder.Sort(sorted, key => key);
        Assert.Equal(keys.Order(StringComparer.Ordinal), sorted.Order(StringComparer.Ordinal));
        Assert.True(NaturalOrder.Compare("5", "19") < 0 && NaturalOrder.Compare("19", "1a") < 0 && NaturalOrder.Compare("1a", "5") < 0);
    }

    private static void AssertPrinted(string input, string expected)
    {
        var printed = KustomizeYaml.Write([Parsed.Mapping(input)]);
        Assert.Equal(expected, printed);
        // What is printed is a fixed point.
        Assert.Equal(expected, KustomizeYaml.Write([Parsed.Mapping(printed)]));
    }
}
