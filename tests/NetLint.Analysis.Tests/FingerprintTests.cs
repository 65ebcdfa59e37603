using NetLint.Analysis.Diagnostics;

namespace NetLint.Analysis.Tests;

public sealed class FingerprintTests
{
    private const string Text =
        """
        apiVersion: v1
        kind: Service
        metadata: { name: a, namespace: shop }
        spec:
          selector: { app: bad }
          ports:
            - name: http
              protocol: bad
            - name: admin
              protocol: bad
        """;

    [Fact]
    public void InsertedLinesChangeNothing() => Assert.Equal(Of(Text), Of("# head\n\n" + Text.Replace("spec:", "# more\nspec:", StringComparison.Ordinal)));

    [Fact]
    public void AnotherOrderOfItemsAndKeysChangesNothing() => Assert.Equal(
        Of(Text).Order(),
        Of(
            """
            kind: Service
            apiVersion: v1
            spec:
              ports:
                - { protocol: bad, name: admin }
                - { name: http, protocol: bad }
              selector: { app: bad }
            metadata: { namespace: shop, name: a }
            """).Order());

    [Fact]
    public void OtherDocumentsAndFilesChangeNothing()
    {
        var other = Text.Replace("name: a,", "name: b,", StringComparison.Ordinal);
        var together = Lint.Run($"#- 0.yaml\n{other}\n#- manifests.yaml\n{other}\n---\n{Text}").Diagnostics;
        Assert.Equal(Of(Text), together.Where(diagnostic => diagnostic is { Path: "manifests.yaml", Resource.Name: "a" }).Select(diagnostic => diagnostic.Fingerprint));
        Assert.Equal(9, together.Select(diagnostic => diagnostic.Fingerprint).Distinct().Count());
    }

    [Fact]
    public void OnlyThePathlessOneSurvivesARename()
    {
        var before = Lint.Run(Text).Diagnostics;
        var after = Lint.Run("#- moved/elsewhere.yaml\n" + Text).Diagnostics;
        Assert.Empty(before.Select(diagnostic => diagnostic.Fingerprint).Intersect(after.Select(diagnostic => diagnostic.Fingerprint)));
        Assert.Equal(before.Select(diagnostic => diagnostic.PathlessFingerprint), after.Select(diagnostic => diagnostic.PathlessFingerprint));
    }

    [Theory]
    [InlineData("name: a,", "name: other,")]
    [InlineData("namespace: shop", "namespace: other")]
    [InlineData("app: bad", "tier: bad")]
    [InlineData("name: http", "name: https")]
    [InlineData("app: bad", "app: poor")]
    public void WhatAFindingIsAboutCounts(string old, string changed) =>
        Assert.NotEqual(Of(Text).Order(), Of(Text.Replace(old, changed, StringComparison.Ordinal)).Order());

    [Fact]
    public void EqualFindingsAreNumbered()
    {
        var text = "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\nlist: [bad, bad, bad]\n";
        Assert.Equal(3, Of(text).Distinct().Count());
        Assert.Equal(Of(text).Take(2), Of(text.Replace("[bad, bad, bad]", "[bad, bad]", StringComparison.Ordinal)));
    }

    [Fact]
    public void FingerprintsAreHexadecimal() => Assert.All(Of(Text), fingerprint => Assert.Matches("^[0-9a-f]{32}$", fingerprint));

    private static IEnumerable<string> Of(string text) => Lint.Run(text).Diagnostics.Select(diagnostic => diagnostic.Fingerprint);
}
