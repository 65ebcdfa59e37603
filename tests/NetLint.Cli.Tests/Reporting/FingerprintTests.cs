using NetLint.Analysis.Diagnostics;
using NetLint.Testing;

namespace NetLint.Cli.Tests.Reporting;

/// <summary>A finding keeps its fingerprints through every edit that does not touch what it is about.</summary>
public sealed class FingerprintTests
{
    private const string Web =
        """
        kind: Service
        metadata: { name: web }
        spec:
          type: ClusterIP
          ports:
            - name: http
              port: 80
            - name: metrics
              port: 9090
        """;

    private const string Admin =
        """
        kind: Service
        metadata: { name: admin }
        spec: { ports: [{ port: 443 }] }
        """;

    [Fact]
    public void InsertedLinesChangeNothing() =>
        Assert.Equal(Fingerprints(("a.yaml", Web)), Fingerprints(("a.yaml", "# one\n\n# two\n" + Web.Replace("  ports:", "  # three\n  sessionAffinity: None\n  ports:", StringComparison.Ordinal))));

    [Fact]
    public void OrderOfFilesChangesNothing()
    {
        var one = Fingerprints(("a.yaml", Web), ("b/c.yaml", Admin));
        Assert.Equal(one, Fingerprints(("b/c.yaml", Admin), ("a.yaml", Web)));
        Assert.Equal(one, Fingerprints(4, ("b/c.yaml", Admin), ("a.yaml", Web)));
    }

    [Fact]
    public void OtherFilesChangeNothing() =>
        Assert.Subset(Fingerprints(("0.yaml", Admin), ("a.yaml", Web), ("z.yaml", Web)).ToHashSet(), Fingerprints(("a.yaml", Web)).ToHashSet());

    [Fact]
    public void OrderOfDocumentsChangesNothing() =>
        Assert.Equal(Fingerprints(("a.yaml", Web + "\n---\n" + Admin)), Fingerprints(("a.yaml", Admin + "\n---\n" + Web)));

    [Fact]
    public void OrderOfListItemsChangesNothing()
    {
        var turned = Web.Replace("http\n", "x\n", StringComparison.Ordinal).Replace("metrics\n", "http\n", StringComparison.Ordinal).Replace("x\n", "metrics\n", StringComparison.Ordinal)
            .Replace("80", "x", StringComparison.Ordinal).Replace("9090", "80", StringComparison.Ordinal).Replace("port: x", "port: 9090", StringComparison.Ordinal);
        Assert.NotEqual(Web, turned);
        Assert.Equal(Fingerprints(("a.yaml", Web)), Fingerprints(("a.yaml", turned)));
    }

    [Fact]
    public void StyleChangesNothing() =>
        Assert.Equal(
            Fingerprints(("a.yaml", Web)),
            Fingerprints(("a.yaml", "{ \"kind\": \"Service\", \"metadata\": { \"name\": \"web\" }, \"spec\": { \"type\": \"ClusterIP\", \"ports\": [{ \"name\": \"http\", \"port\": 80 }, { \"name\": \"metrics\", \"port\": 9090 }] } }")));

    [Fact]
    public void RenamedFileKeepsThePathlessOne()
    {
        var (before, after) = (Find(1, ("a.yaml", Web)), Find(1, ("b.yaml", Web)));
        Assert.Equal(before.Select(diagnostic => diagnostic.PathlessFingerprint), after.Select(diagnostic => diagnostic.PathlessFingerprint));
        Assert.Empty(before.Select(diagnostic => diagnostic.Fingerprint).Intersect(after.Select(diagnostic => diagnostic.Fingerprint)));
    }

    [Fact]
    public void SecondEqualFindingGetsAnotherOrdinal()
    {
        var once = Fingerprints(("a.yaml", Web));
        var twice = Fingerprints(("a.yaml", Web + "\n---\n" + Web));
        Assert.Equal(2 * once.Length, twice.Length);
        Assert.Distinct(twice);
        Assert.Subset(twice.ToHashSet(), once.ToHashSet());
    }

    [Theory]
    [InlineData("name: web", "name: web2")]
    [InlineData("name: web", "name: web, namespace: shop")]
    [InlineData("name: http", "name: https")]
    public void AnotherSubjectIsAnotherFinding(string old, string now) =>
        Assert.NotEqual(Fingerprints(("a.yaml", Web)), Fingerprints(("a.yaml", Web.Replace(old, now, StringComparison.Ordinal))));

    private static string[] Fingerprints(params (string Path, string Text)[] files) => Fingerprints(1, files);

    private static string[] Fingerprints(int threads, params (string Path, string Text)[] files) =>
        [.. Find(threads, files).Select(diagnostic => $"{diagnostic.Descriptor.FullId} {diagnostic.Fingerprint} {diagnostic.PathlessFingerprint}").Order(StringComparer.Ordinal)];

    private static Diagnostic[] Find(int threads, params (string Path, string Text)[] files) =>
        [.. LintRun.Analyze(files.Select(file => KeyValuePair.Create(file.Path, file.Text)), [new ProbeAnalyzer()], World.Repository with { Threads = threads }).Diagnostics];
}
