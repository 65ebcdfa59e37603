using NetLint.Analysis.Diagnostics;

namespace NetLint.Analysis.Tests;

public sealed class AnnotationSuppressionTests
{
    [Theory]
    [InlineData("NL7001 -- agreed")]
    [InlineData("\"NL7001 -- agreed\"")]
    [InlineData("'NL7001/bad,NL7001/poor -- agreed'")]
    [InlineData("\"* -- agreed\"")]
    [InlineData("all -- agreed")]
    public void AnnotationCoversItsResourceAlone(string value)
    {
        var found = Lint.Check(
            $$"""
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: a
              annotations:
                netlint.io/ignore: {{value}}
            data: { x: bad, y: poor }
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: { name: b }
            data: { x: [|bad|] }
            """);
        Assert.Equal(2, found.Count(diagnostic => diagnostic.Suppression == new DiagnosticSuppression(SuppressionKind.Annotation, "agreed")));
    }

    [Fact]
    public void ItemsOfListsHaveTheirOwn() => Lint.Check(
        """
        apiVersion: v1
        kind: List
        items:
          - apiVersion: v1
            kind: ConfigMap
            metadata: { name: a, annotations: { netlint.io/ignore: NL7001 } }
            data: { x: bad }
          - apiVersion: v1
            kind: ConfigMap
            metadata: { name: b }
            data: { x: [|bad|] }
        """);

    [Theory]
    [InlineData("NL7001, {|NL0021:NL7004|} -- NL7004 was")]
    [InlineData("\"NL7001,{|NL0021:NL7004|}\"")]
    [InlineData("'{|NL0021:NL7004|}, bad-word'")]
    [InlineData("{|NL0021:\"NL7001\\x2c NL7004\"|}")]
    [InlineData("NL7001, {|NL0022:bad-wrod|}")]
    public void NamesAreReportedAtThemselves(string value) => Lint.Check(
        $$"""
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: a
          annotations:
            netlint.io/ignore: {{value}}
        data: { x: bad }
        """);

    [Theory]
    [InlineData("{|NL0022:netlint.io/ignore|}:", "'netlint.io/ignore' names no rule; '*' stands for every rule")]
    [InlineData("{|NL0022:netlint.io/ignore|}: \"\"", "'netlint.io/ignore' names no rule; '*' stands for every rule")]
    [InlineData("{|NL0022:netlint.io/ignore|}: -- because", "'netlint.io/ignore' names no rule; '*' stands for every rule")]
    [InlineData("netlint.io/ignore: {|NL0022:true|}", "the value of 'netlint.io/ignore' must be a string that names rules")]
    [InlineData("netlint.io/ignore: {|NL0022:7001|}", "the value of 'netlint.io/ignore' must be a string that names rules")]
    [InlineData("{|NL0022:netlint.io/ignore|}: [NL7001]", "the value of 'netlint.io/ignore' must be a string that names rules")]
    [InlineData("{|NL0022:netlint.io/ignores|}: NL7001", "there is no annotation 'netlint.io/ignores'; did you mean 'netlint.io/ignore'")]
    public void ValuesThatNameNothingAreReported(string annotation, string message)
    {
        var found = Lint.Check(
            $$"""
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: a
              annotations:
                {{annotation}}
            data: { x: [|bad|] }
            """);
        Assert.Equal(message, Assert.Single(found, diagnostic => diagnostic.Descriptor.Id == "NL0022").Message);
    }

    [Fact]
    public void MisplacedAnnotationsAreReported()
    {
        var found = Lint.Check(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: a
              {|NL0022:netlint.io/ignore|}: NL7001
              labels:
                {|NL0022:netlint.io/ignore|}: NL7001
            spec:
              template:
                metadata:
                  annotations:
                    {|NL0022:netlint.io/ignore|}: NL7001
                  labels: { app: [|bad|] }
            """);
        Assert.Equal(
            [
                "'netlint.io/ignore' has an effect only under 'annotations'",
                "'netlint.io/ignore' is a label here; only as an annotation it has an effect",
                "'netlint.io/ignore' has an effect only in the metadata of the resource itself",
            ],
            found.Where(diagnostic => diagnostic.Descriptor.Id == "NL0022").Select(diagnostic => diagnostic.Message));
        Assert.Equal("spec.template.metadata.annotations[\"netlint.io/ignore\"]", found.Last(diagnostic => diagnostic.Descriptor.Id == "NL0022").FieldPath);
    }

    [Fact]
    public void SharedAnnotationsOfAnAnchorAreInTheirPlace() => Lint.Check(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: a
          annotations: &shared { netlint.io/ignore: NL7001 }
        spec:
          template:
            metadata: { annotations: *shared, labels: { app: bad } }
        """);

    [Fact]
    public void ValuesOfOtherKindsOfObjectsAreTheirOwnMatter() => Lint.Check(
        """
        apiVersion: helm.toolkit.fluxcd.io/v2
        kind: HelmRelease
        metadata: { name: a }
        spec:
          values:
            service: { annotations: { netlint.io/ignore: NL7001 } }
        """);

    [Fact]
    public void AnnotationSilencesWhatIsSaidAboutItself()
    {
        var found = Lint.Check(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: a
              annotations:
                netlint.io/ignore: NL7004, NL0021 -- moves soon
            """);
        Assert.Equal("moves soon", Assert.Single(found).Suppression?.Justification);
    }
}
