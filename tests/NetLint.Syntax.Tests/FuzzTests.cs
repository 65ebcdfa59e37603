using NetLint.Fuzz;
using NetLint.Syntax.Text;

namespace NetLint.Syntax.Tests;

public sealed class FuzzTests
{
    /// <summary>A short run; the long one is <c>dotnet run -c Release --project tests/NetLint.Fuzz</c>.</summary>
    [Fact]
    public void Mutated_inputs_keep_every_promise()
    {
        var report = new FuzzRun([new SyntaxTarget()], Seeds.BuiltIn, seed: 7).Run(4_000);
        Assert.Empty(report.Failures);
    }

    /// <summary>Inputs that once broke a promise, as small as they could be made.</summary>
    [Theory]
    [InlineData("? ")]
    [InlineData(":\n:")]
    [InlineData("\n: ")]
    [InlineData("{\"\",\"\":[{\"\",\"\":[e\t3]}]}")]
    [InlineData("  e: &b\ne")]
    [InlineData("&\u00a0l t")]
    [InlineData("3\u2029u\n}")]
    [InlineData("a\u2029'\np")]
    [InlineData("! #\u2029l:")]
    [InlineData("{\"\",:\n\": [{}]}")]
    [InlineData(": &base\n: &more \n: [e,? *more]\n")]
    public void Found_inputs_keep_every_promise(string text) => Assert.Null(new SyntaxTarget().Check(SourceText.From(new SourceId("found.yaml"), text)));

    /// <summary>The text at the span of every scalar of a folder of real manifests is what the parser read.</summary>
    [Fact]
    public void Scalars_of_the_corpus_say_what_stands_at_their_span()
    {
        var corpus = Environment.GetEnvironmentVariable("NETLINT_CORPUS");
        Assert.SkipUnless(Directory.Exists(corpus), "set NETLINT_CORPUS to a folder of manifests to run this test");
        var target = new SyntaxTarget();
        var problems = new List<string>();
        var files = 0;
        foreach (var path in Directory.EnumerateFiles(corpus!, "*", SearchOption.AllDirectories))
        {
            if (Path.GetExtension(path) is not (".yaml" or ".yml" or ".json"))
                continue;
            files++;
            var source = SourceText.Decode(new SourceId(path), File.ReadAllBytes(path));
            if (target.Check(source) is { } problem)
                problems.Add($"{path}: {problem}");
        }

        Assert.True(files > 0, "the corpus holds no manifest");
        Assert.Empty(problems);
    }
}
