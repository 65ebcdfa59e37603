using NetLint.Analysis.Rules;
using NetLint.Rules.Manifests;
using NetLint.Testing;
using Verify = NetLint.Testing.RuleVerifier<NetLint.Rules.Manifests.InvalidYaml>;

namespace NetLint.Rules.Tests.Manifests;

public sealed class NL0001Tests
{
    [Fact]
    public void LineThatIsNoYamlIsReportedAtItsPlace() => Verify.Message(
        """
        apiVersion: v1
        kind: Service
        metadata:
          name: {|NL0001/syntax:@web|}
        """,
        "Invalid YAML: a value cannot start with '@'; put it in quotes");

    [Fact]
    public void EachDocumentIsReadOnItsOwn() => Verify.Reported(
        """
        apiVersion: v1
        kind: Service
        metadata: { name: a }
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: [|%b|]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: c }
        """);

    [Fact]
    public void EchoesOfTheFirstErrorAreLeftOut()
    {
        var found = Assert.Single(Verify.Reported(
            """
            apiVersion: gateway.networking.k8s.io/v1
            kind: Gateway
            metadata: { name: public }
            spec:
              listeners:
                -   name: http
                  [|protocol: HTTP|]
                  port: 80
            """));
        Assert.Equal(6, found.Location.LineSpan.Start.Line);
    }

    [Fact]
    public void KustomizationNeedsNoApiVersion() => Verify.Reported(
        """
        #- kustomization.yaml
        resources:
          - [|@base|]
        """);

    [Fact]
    public void TemplateOutsideAChartIsNamedAsSuchOnce() => Verify.Message(
        """
        apiVersion: v1
        kind: Service
        metadata:
          name: web
          {|NL0001/template:{{- with .Values.labels }}|}
          labels: {{ toYaml . }}
          {{- end }}
        """,
        "The document is a template outside a chart, and is not read whole before something renders it");

    [Theory]
    [InlineData("  name: {|NL0001/template:@SHOP_NAME@|}")]
    [InlineData("  name: {|NL0001/template:@SHOP_NAME@-web|}")]
    [InlineData("  name: {|NL0001/template:%shop.name%|}")]
    [InlineData("  name: {|NL0001/syntax:@shop|}")]
    [InlineData("  name: {|NL0001/syntax:@shop at home@|}")]
    [InlineData("  name: {|NL0001/syntax:%shop|}")]
    [InlineData("  name: [YOUR SHOP]{|NL0001/template:-web|}")]
    [InlineData("  name: {SHOP_NAME}{|NL0001/template:.web|}")]
    [InlineData("  name: [a]{|NL0001/syntax:-web|}")]
    [InlineData("  list:\n    - {|NL0001/template:<the shops that you have>|}\n        <and more>: x")]
    public void PlaceholderThatIsFilledInIsATemplate(string line) => Verify.Reported("apiVersion: v1\nkind: ConfigMap\nmetadata:\n" + line + "\n");

    [Fact]
    public void PlaceholderIsNoTemplateOfAChart() => Verify.Message(
        """
        apiVersion: v1
        kind: Service
        metadata:
          name: {|NL0001/template:@WEB@|}
        """,
        "The document is a template, and is not read whole before something fills it in");

    [Theory]
    [InlineData("templates/web.yaml", "apiVersion: v1\nkind: Service\nname: @a")]
    [InlineData("values.yaml", "kind: @a")]
    public void OtherFilesAreNoManifests(string path, string text) => Verify.Silent(
        $"""
        #- Chart.yaml
        name: shop
        #- {path}
        {text}
        """);

    [Fact]
    public void ExcessOfNestingIsTheEnginesToTell()
    {
        var text = "apiVersion: v1\nkind: Service\nspec: " + new string('[', 500) + new string(']', 500);
        var found = Assert.Single(LintRun.Analyze([KeyValuePair.Create("deep.yaml", text)], [new InvalidYaml()]).Diagnostics);
        Assert.Equal(EngineDiagnostics.LimitExceeded, found.Descriptor);
        Assert.Equal(2, found.Location.LineSpan.Start.Line);
    }
}
