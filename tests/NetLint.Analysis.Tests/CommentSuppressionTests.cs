using NetLint.Analysis.Diagnostics;

namespace NetLint.Analysis.Tests;

public sealed class CommentSuppressionTests
{
    private const string Head = "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n";

    [Theory]
    [InlineData("NL7001")]
    [InlineData("NL7001/bad")]
    [InlineData("nl7001")]
    [InlineData("bad-word")]
    [InlineData("NL7")]
    [InlineData("correctness")]
    [InlineData("all")]
    [InlineData("*")]
    [InlineData("")]
    [InlineData("NL7004, NL7001/bad", "NL7004")]
    [InlineData("NL7001/bad NL7004", "NL7004")]
    public void NextLineSilencesWhatItNames(string names, string? unused = null)
    {
        var marked = unused is null ? names : names.Replace(unused, $"{{|NL0021:{unused}|}}", StringComparison.Ordinal);
        var found = Lint.Check(
            $$"""
            {{Head}}data:
              # netlint-disable-next-line {{marked}} -- known, and wanted
              x: bad
              y: [|bad|]
            """);
        var suppressed = Assert.Single(found, diagnostic => diagnostic.Suppression is not null);
        Assert.Equal(new DiagnosticSuppression(SuppressionKind.Comment, "known, and wanted"), suppressed.Suppression);
    }

    [Fact]
    public void NextLineSkipsBlankLinesAndComments() => Lint.Check(
        $$"""
        {{Head}}data:
          # netlint-disable-next-line NL7001

          # another comment
          	
          x: bad
          y: [|bad|]
        """);

    [Fact]
    public void SeveralDirectivesStackAboveOneLine() => Lint.Check(
        $$"""
        {{Head}}data:
          # netlint-disable-next-line NL7001/bad
          # netlint-disable-next-line NL7001/poor -- so it is
          x: [bad, poor]
        """);

    [Fact]
    public void DisableLineIsAboutItsOwnLine() => Lint.Check(
        $$"""
        {{Head}}data:
          x: bad # netlint-disable-line NL7001 -- the name is given
          y: [|bad|]
          # {|NL0021:netlint-disable-line|}
        """);

    [Fact]
    public void DisableFileCountsFromAnywhereInTheFile()
    {
        var found = Lint.Check(
            $$"""
            #- a.yaml
            {{Head}}data: { x: bad }
            ---
            {{Head}}data: { y: bad }
            # netlint-disable-file bad-word
            #- b.yaml
            {{Head}}data: { x: [|bad|] }
            """);
        Assert.Equal(2, found.Count(diagnostic => diagnostic.Suppression is { Justification: null }));
    }

    [Fact]
    public void CommentBeforeTheFirstMarkerIsPartOfTheFile() => Lint.Check(
        $$"""
        # netlint-disable-file NL7001
        ---
        {{Head}}data: { x: bad }
        """);

    [Fact]
    public void FindingIsCoveredWhereItStarts() => Lint.Check(
        """
        apiVersion: v1
        kind: Service
        metadata: { name: a }
        spec:
          # netlint-disable-next-line NL7004
          type: ClusterIP
          ports: [{ port: 80, name: [|bad|] }]
        """);

    [Fact]
    public void DocumentsWithoutAResourceHaveCommentsToo() => Lint.Check(
        """
        # netlint-disable-next-line NL7005
        note: { kind: none }
        ---
        {|NL7005:text|}: { kind: none }
        """);

    [Fact]
    public void TextThatLooksLikeACommentIsNone() => Lint.Check(
        $$"""
        {{Head}}data:
          x: "# netlint-disable-file NL7001"
          script: |
            # netlint-disable-file NL7001
          y: [|bad|]
        """);

    [Fact]
    public void LineEndingsAreOfAnyKind()
    {
        var text = $"{Head}data:\n  # netlint-disable-next-line NL7001 -- why\n  x: bad\n";
        var found = Lint.Run(text.Replace("\n", "\r\n", StringComparison.Ordinal)).Diagnostics;
        Assert.Equal("why", Assert.Single(found).Suppression?.Justification);
    }

    [Fact]
    public void UnusedNamesAreReportedAtThemselves() => Lint.Check(
        $$"""
        {{Head}}data:
          # netlint-disable-next-line {|NL0021:NL7004|}, NL7001/bad, {|NL0021:NL7001/poor|}
          x: bad
        # {|NL0021:netlint-disable-next-line|} -- nothing follows
        """);

    [Fact]
    public void OfTwoThatCoverOneFindingNoneIsUnused() => Lint.Check(
        $$"""
        # netlint-disable-file NL7001
        {{Head}}data:
          x: bad # netlint-disable-line
        """);

    [Fact]
    public void TheNearestDecisionIsTheOneThatIsKept()
    {
        var found = Lint.Check(
            $$"""
            # netlint-disable-file NL7001 -- far
            {{Head}}data:
              x: bad # netlint-disable-line NL7001 -- near
            """);
        Assert.Equal("near", Assert.Single(found).Suppression?.Justification);
    }

    [Theory]
    [InlineData("NL7002")] // opt-in
    [InlineData("NL0021")]
    [InlineData("NL0099")]
    [InlineData("NL0023")]
    public void RulesThatDidNotRunAreNotCalledUnused(string id) => Lint.Check(
        $$"""
        # netlint-disable-file {{id}}
        {{Head}}data: { x: y }
        """);

    [Theory]
    [InlineData("rules: { NL7001: off }", "NL7001")]
    [InlineData("rules: { NL7001: off }", "NL7")]
    [InlineData("rules: { NL7001: off }", "")]
    [InlineData("rules: { NL0021: off }", "NL7001")]
    public void ConfigurationDecidesWhetherARuleRan(string configuration, string names) => Lint.Check(
        $$"""
        # netlint-disable-file {{names}}
        {{Head}}data: { x: y }
        """,
        configuration);

    [Fact]
    public void UnusedReportsObeySeverityAndCanBeSilenced()
    {
        var found = Lint.Check(
            $$"""
            #- a.yaml
            # {|NL0021:netlint-disable-file|}
            {{Head}}data: { x: y }
            #- b.yaml
            # netlint-disable-file NL0021 -- generated
            # netlint-disable-file NL7004
            {{Head}}data: { x: y }
            """,
            "rules: { unused-suppression: error }");
        Assert.All(found, diagnostic => Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity));
        Assert.Equal("The suppression of every rule silences nothing", found[0].Message);
        Assert.Equal(("The suppression of 'NL7004' silences nothing", "generated"), (found[1].Message, found[1].Suppression?.Justification));
    }

    [Fact]
    public void TwoThatSilenceNothingDoNotHideEachOther() => Lint.Check(
        $$"""
        # {|NL0021:netlint-disable-file|}
        {{Head}}data: { x: y }
        # {|NL0021:netlint-disable-file|}
        """);

    [Fact]
    public void BrokenDocumentsMayNeedWhatSilencesNothing()
    {
        var found = Lint.Run($"# netlint-disable-file NL7004\n{Head}data:\n  # netlint-disable-next-line NL7001\n  x: \"y\n  z\n: : [\n").Diagnostics;
        Assert.DoesNotContain(found, diagnostic => diagnostic.Descriptor.Id == "NL0021");
    }

    [Theory]
    [InlineData("{|NL0022:NL7999|}", "there is no rule 'NL7999'")]
    [InlineData("{|NL0022:NL71001|}", "there is no rule 'NL71001'; did you mean 'NL7001'")]
    [InlineData("{|NL0022:NL7OO1|}", "there is no rule 'NL7OO1'; did you mean 'NL7001'")]
    [InlineData("{|NL0022:NL7001:|}", "there is no rule 'NL7001:'; did you mean 'NL7001'")]
    [InlineData("{|NL0022:bad-wrod|}", "there is no rule 'bad-wrod'; did you mean 'bad-word'")]
    [InlineData("{|NL0022:corectness|}", "there is no rule 'corectness'; did you mean 'correctness'")]
    [InlineData("{|NL0022:NL7001/bed|}", "rule 'NL7001' has no case 'bed'; it has 'NL7001/bad', 'NL7001/poor'")]
    [InlineData("{|NL0022:NL7004/x|}", "rule 'NL7004' has no cases")]
    [InlineData("{|NL0022:because it is old|} -- why", "'because' and what follows name no rule; a reason stands behind '--'")]
    [InlineData("{|NL0022:legacy|}", "there is no rule 'legacy'; a reason stands behind '--'")]
    public void UnknownNamesAreReportedAtThemselves(string names, string message)
    {
        var found = Lint.Check(
            $$"""
            {{Head}}data:
              x: [|bad|] # netlint-disable-line {{names}}
            """);
        Assert.Equal(message, Assert.Single(found, diagnostic => diagnostic.Descriptor.Id == "NL0022").Message);
    }

    [Theory]
    [InlineData("netlint-disabel-line", " NL7001", "netlint-disable-line")]
    [InlineData("netlint-disable", "", "netlint-disable-line")]
    [InlineData("netlint-disable-nextline", "", "netlint-disable-next-line")]
    [InlineData("netlint-dissable-file", " NL7001", "netlint-disable-file")]
    [InlineData("netlint-disable-all", "", "netlint-disable-file")]
    [InlineData("netlint-ignore", " NL7001", "netlint-disable-line")]
    [InlineData("netlint-ignore-next-line", "", "netlint-disable-next-line")]
    [InlineData("netlint:disable", " NL7001", "netlint-disable-line")]
    [InlineData("netlint:disable-next-line", "", "netlint-disable-next-line")]
    [InlineData("netlint: ignore", " NL7001", "netlint-disable-line")]
    [InlineData("netlint disable-line", "", "netlint-disable-line")]
    [InlineData("netlint_disable_line", "", "netlint-disable-line")]
    [InlineData("NetLint-Disable-Line", "", "netlint-disable-line")]
    [InlineData("netlint-disable-line:", " NL7001", "netlint-disable-line")]
    public void MisspeltDirectivesAreReported(string directive, string rest, string meant)
    {
        var found = Lint.Check(
            $$"""
            {{Head}}data:
              x: [|bad|] # {|NL0022:{{directive}}|}{{rest}}
            """);
        Assert.Equal($"there is no directive '{directive}'; did you mean '{meant}'", found[^1].Message);
    }

    [Fact]
    public void ADirectiveAloneOnItsLineMeansTheNextOne()
    {
        var found = Lint.Check(
            $$"""
            {{Head}}data:
              # {|NL0022:netlint-ignore|}
              x: [|bad|]
              # {|NL0022:netlint-enable|}
            """);
        Assert.Equal("there is no directive 'netlint-ignore'; did you mean 'netlint-disable-next-line'", found[0].Message);
        Assert.Equal("there is no directive 'netlint-enable'", found[2].Message);
    }

    [Theory]
    [InlineData("netlint is run over this file")]
    [InlineData("netlint: see the handbook")]
    [InlineData("netlint-config lives elsewhere")]
    [InlineData("netlint disable this one day")]
    [InlineData("see netlint-disable-line in the manual")]
    [InlineData("checked with netlint-ignore-me")]
    [InlineData("netlint")]
    public void ProseIsLeftAlone(string comment) => Lint.Check(
        $$"""
        {{Head}}data:
          x: [|bad|] # {{comment}}
        """);

    [Fact]
    public void BadSuppressionsObeySeverityAndCanBeSilenced()
    {
        var found = Lint.Check(
            $$"""
            #- a.yaml
            # {|NL0022:netlint-ignore|}
            {{Head}}
            #- b.yaml
            # netlint-disable-file NL0022
            # netlint-ignore
            {{Head}}
            """,
            "rules: { NL0022: info }");
        Assert.Equal([DiagnosticSeverity.Info, DiagnosticSeverity.Info], found.Select(diagnostic => diagnostic.Severity));
        Assert.Empty(Lint.Run($"# netlint-ignore\n{Head}", "rules: { NL0022: off }").Diagnostics);
    }

    [Fact]
    public void FingerprintsOfSuppressionsSurviveInsertedLines()
    {
        var text = $"{Head}data:\n  # netlint-disable-line NL7004, NL7999\n  x: y\n";
        Assert.Equal(
            Lint.Run(text).Diagnostics.Select(diagnostic => diagnostic.Fingerprint),
            Lint.Run("# note\n\n" + text).Diagnostics.Select(diagnostic => diagnostic.Fingerprint));
    }
}
