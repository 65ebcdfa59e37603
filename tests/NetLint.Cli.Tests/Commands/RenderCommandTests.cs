using System.Text.Json;
using NetLint.Cli.Output;
using NetLint.Repository;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Cli.Tests.Commands;

public sealed class RenderCommandTests : IDisposable
{
    private readonly TestCli _cli = new();

    public RenderCommandTests()
    {
        _cli.Write(".netlint.yaml", "");
        _cli.Write("base/kustomization.yaml", "resources:\n- web.yaml\n");
        _cli.Write(
            "base/web.yaml",
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: web, annotations: {note: "one # two", empty: ""}}
            data:
              script: |
                first
                --- # no comment
              quoted: "a long line that holds so many words that it is folded, and then some more words: behind them, as is the way of long lines"
              wide: 日本
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: deny}
            spec:
              podSelector: {}
              ingress: []
              egress: [{ports: [{port: 8443}]}]
            """);
        _cli.Write(
            "overlays/prod/kustomization.yaml",
            """
            namePrefix: prod-
            resources: [../../base]
            patches:
            - patch: |-
                kind: NetworkPolicy
                apiVersion: networking.k8s.io/v1
                metadata: {name: deny}
                spec:
                  egress:
                  - ports: [{port: 9443}]
              target: {kind: NetworkPolicy}
            """);
    }

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void OriginsStandBehindTheirValuesInAColumn()
    {
        var answer = _cli.Run("render", "overlays/prod", "--origins");
        Assert.Equal((ExitCodes.Clean, ""), (answer.Code, answer.Error));
        Assert.Contains(
            """
            ---
            apiVersion: networking.k8s.io/v1  # base/web.yaml:11:13
            kind: NetworkPolicy               # base/web.yaml:12:7
            metadata:
              name: prod-deny                 # base/web.yaml:13:18 <- overlays/prod/kustomization.yaml:1:13
            spec:
              egress:
              - ports:
                - port: 9443                  # overlays/prod/kustomization.yaml:10:24
              ingress: []                     # base/web.yaml:16:12
              podSelector: {}                 # base/web.yaml:15:16

            """.ReplaceLineEndings("\n"),
            answer.Output,
            StringComparison.Ordinal);
        Assert.Matches("\n  script: \\| +# base/web.yaml:5:11\n    first\n    --- # no comment\n", answer.Output);
    }

    [Fact]
    public void OriginsLeaveTheValuesAsTheyAre()
    {
        var plain = _cli.Run("render", "overlays/prod").Output;
        var commented = _cli.Run("render", "overlays/prod", "--origins").Output;
        Assert.NotEqual(plain, commented);
        Assert.Equal(Shape(plain), Shape(commented));
        // Nothing but comments was added: without them the bytes are the same.
        Assert.Equal(plain, string.Concat(commented.Split('\n').SkipLast(1).Select(line => line.Split("  # ")[0].TrimEnd() + "\n")));
    }

    [Fact]
    public void NamesOfFilesDoNotBreakComments()
    {
        _cli.Write("odd/kustomization.yaml", "resources: [\"a\\nkind: Secret\\u202e\\e[31m #.yaml\"]\n");
        _cli.Write("odd/a\nkind: Secret\u202e\u001b[31m #.yaml", "kind: Service\napiVersion: v1\nmetadata:\n  name: web\n");
        var answer = _cli.Run("render", "odd", "--origins");
        Assert.Contains("# odd/a kind: Secret\\u202E\\u001B[31m #.yaml:1:7\n", answer.Output, StringComparison.Ordinal);
        Assert.Equal(Shape(_cli.Run("render", "odd").Output), Shape(answer.Output));
    }

    [Fact]
    public void OnATerminalTheDecidingPlaceOfAChangedValueStandsOut()
    {
        _cli.Terminal = new Terminal(true, true, false, 100);
        var output = _cli.Run("render", "overlays/prod", "--origins").Output;
        Assert.Contains("\e[2m# base/web.yaml:12:7\e[0m", output, StringComparison.Ordinal);
        Assert.Contains("\e[2m# \e[0m\e[36mbase/web.yaml:13:18\e[0m\e[2m <- overlays/prod/kustomization.yaml:1:13\e[0m", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', _cli.Run("render", "overlays/prod").Output);
    }

    [Fact]
    public void JsonNamesTheSamePlaces()
    {
        using var json = JsonDocument.Parse(_cli.Run("render", "overlays/prod", "--origins", "--format", "json").Output);
        var name = json.RootElement.EnumerateArray().Single(value => value.GetProperty("doc").GetInt32() == 1 && value.GetProperty("pointer").GetString() == "/metadata/name");
        Assert.Equal(
            [("base/web.yaml", 13, 18), ("overlays/prod/kustomization.yaml", 1, 13)],
            name.GetProperty("sources").EnumerateArray().Select(source => (source.GetProperty("file").GetString(), source.GetProperty("line").GetInt32(), source.GetProperty("column").GetInt32())));
    }

    [Theory]
    [InlineData("overlays", "overlays/prod")]
    [InlineData("overlays/prod", "prod")]
    public void FilesAreRelativeToTheRootThatIsGiven(string root, string path)
    {
        _cli.Write("overlays/prod/kustomization.yaml", "resources: [web.yaml]\n");
        _cli.Write("overlays/prod/web.yaml", "kind: Service\napiVersion: v1\nmetadata: {name: web}\n");
        var answer = _cli.Run("render", "overlays/prod", "--origins", "--root", root);
        Assert.Contains($"kind: Service   # {(path == "prod" ? "" : "prod/")}web.yaml:1:7\n", answer.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("resources:\n- gone.yaml\n", "error: bad/kustomization.yaml:2:3: the file 'gone.yaml' does not exist\n", 1)]
    [InlineData("namespace: a\nresources: {}\n", "error: bad/kustomization.yaml:2:", 1)]
    [InlineData("resources:\n- ../bad\n", "error: bad/kustomization.yaml:2:3: ", 1)]
    [InlineData("namespace: a\nresources:\n  - https://example.org/base\n", "error: bad/kustomization.yaml:3:5: the remote base 'https://example.org/base' is not fetched\n", 2)]
    [InlineData("components: [github.com/example/parts]\n", "error: bad/kustomization.yaml:1:14: the remote component 'github.com/example/parts' is not fetched\n", 2)]
    public void WhatCannotBeRenderedSaysWhyAndWhere(string kustomization, string message, int messages)
    {
        _cli.Write("bad/kustomization.yaml", kustomization);
        var answer = _cli.Run("render", "bad");
        Assert.Equal((ExitCodes.Findings, ""), (answer.Code, answer.Output));
        Assert.StartsWith("netlint: " + message, answer.Error, StringComparison.Ordinal);
        Assert.Contains(" | ", answer.Error, StringComparison.Ordinal);
        Assert.Contains("^", answer.Error, StringComparison.Ordinal);
        Assert.Equal(messages, answer.Error.Split('\n').Count(line => line.StartsWith("netlint: ", StringComparison.Ordinal)));
        Assert.Equal(messages == 2, answer.Error.Contains("cannot see", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("base/web.yaml", "'base/web.yaml' is neither a directory nor a kustomization")]
    [InlineData("nowhere", "'nowhere' does not exist")]
    public void AWrongPathIsWrongUsage(string path, string message)
    {
        var answer = _cli.Run("render", path);
        Assert.Equal((ExitCodes.Usage, $"netlint: error: {message}\n"), (answer.Code, answer.Error));
    }

    [Fact]
    public void ADirectoryWithoutAKustomizationCannotBeRendered()
    {
        _cli.Write("plain/web.yaml", TestCli.BadService);
        var answer = _cli.Run("render", "plain");
        Assert.Equal(ExitCodes.Findings, answer.Code);
        Assert.StartsWith("netlint: error: plain", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void OnlyWhatTheRootNeedsIsRead()
    {
        _cli.Write("overlays/test/kustomization.yaml", "resources: [../../base]\n");
        _cli.Write("base/unused.yaml", "kind: Service\n");
        var files = new List<UnlistedFiles>();
        _cli.Files = inner =>
        {
            files.Add(new UnlistedFiles(inner));
            return files[^1];
        };
        Assert.Equal(ExitCodes.Clean, _cli.Run("render", "overlays/prod").Code);
        Assert.Equal(["base/kustomization.yaml", "base/web.yaml", "overlays/prod/kustomization.yaml"], Assert.Single(files).Reads.Order(StringComparer.Ordinal));
    }

    /// <summary>The documents of a text in one line each, styles left aside.</summary>
    private static IEnumerable<string> Shape(string text)
    {
        var stream = YamlReader.Read(SourceText.From(new SourceId("rendered.yaml"), text));
        Assert.Empty(stream.Documents.SelectMany(document => document.Errors));
        return stream.Documents.Select(document => Shape(document.Root!));
    }

    private static string Shape(YamlNode node) => node switch
    {
        YamlMapping mapping => $"{{{string.Join(", ", mapping.Entries.Select(entry => $"{Shape(entry.Key)}: {Shape(entry.Value)}"))}}}",
        YamlSequence sequence => $"[{string.Join(", ", sequence.Items.Select(Shape))}]",
        YamlScalar scalar => $"{scalar.Resolve().Kind} \"{scalar.Value}\"",
        _ => throw new InvalidOperationException(),
    };

    /// <summary>Files that note what is read and refuse to be listed.</summary>
    private sealed class UnlistedFiles(IFileSystem inner) : IFileSystem
    {
        public List<string> Reads { get; } = [];

        public FileListing List(CancellationToken cancellationToken) => throw new InvalidOperationException("The files are listed.");

        public PathKind KindOf(string path) => inner.KindOf(path);

        public FileContent Read(string path)
        {
            Reads.Add(path);
            return inner.Read(path);
        }
    }
}
