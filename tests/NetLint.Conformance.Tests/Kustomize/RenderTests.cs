using NetLint.Testing.Kustomize;

namespace NetLint.Conformance.Tests.Kustomize;

/// <summary>What <c>netlint render</c> prints is what the real command prints.</summary>
public sealed class RenderTests
{
    public static IReadOnlyList<TheoryDataRow<string>> Rendered => KustomizeCases.Names(item => !item.IsRefused);

    public static IReadOnlyList<TheoryDataRow<string>> Refused => KustomizeCases.Names(item => item.IsRefused);

    public static IReadOnlyList<TheoryDataRow<string>> OrderedAsRead => KustomizeCases.Names(item => item.ExpectedInReadOrder is not null);

    [Theory]
    [MemberData(nameof(Rendered))]
    public void DocumentsAreEqual(string name)
    {
        var item = KustomizeCases.Get(name);
        var answer = KustomizeCases.Render(item);
        Assert.True(answer.Code == 0, answer.Error);
        var difference = RenderedDocuments.Difference(item.Expected, answer.Output);
        Assert.True(difference is null, difference);
    }

    /// <summary>Counted apart from equal documents: quotes, line breaks and the order of keys are equal too.</summary>
    [Theory]
    [MemberData(nameof(Rendered))]
    public void BytesAreEqual(string name)
    {
        var item = KustomizeCases.Get(name);
        Assert.Equal(item.Expected, KustomizeCases.Render(item).Output);
    }

    /// <summary>The target asks for the order in which resources were read, in a copy of the case.</summary>
    [Theory]
    [MemberData(nameof(OrderedAsRead))]
    public void DocumentsAreEqualInTheOrderAsRead(string name)
    {
        var item = KustomizeCases.Get(name);
        var copy = Directory.CreateTempSubdirectory("netlint-conformance-");
        try
        {
            foreach (var path in Directory.EnumerateFiles(item.Input, "*", SearchOption.AllDirectories))
            {
                var to = Path.Combine(copy.FullName, Path.GetRelativePath(item.Input, path));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(path, to);
            }

            var target = Path.GetFullPath(Path.Combine(copy.FullName, item.Target));
            var kustomization = Directory.EnumerateFiles(target).Single(path => Path.GetFileName(path) is "kustomization.yaml" or "kustomization.yml" or "Kustomization");
            File.AppendAllText(kustomization, "\nsortOptions: {order: fifo}\n");
            var answer = KustomizeCases.Render(copy.FullName, target, [.. item.Arguments]);
            Assert.True(answer.Code == 0, answer.Error);
            var difference = RenderedDocuments.Difference(item.ExpectedInReadOrder!, answer.Output);
            Assert.True(difference is null, difference);
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void TheErrorNamesTheSameFileOrField(string name)
    {
        var item = KustomizeCases.Get(name);
        var answer = KustomizeCases.Render(item);
        Assert.True(answer.Code == 1, $"exit code {answer.Code}: {answer.Error}{answer.Output}");
        Assert.Empty(answer.Output);
        Assert.True(
            ExpectedError.IsNamedBy(answer.Error, item.ErrorContains, item.ExpectedError),
            $"{answer.Error.Trim()}\nnames nothing that this names:\n{item.ExpectedError}");
    }
}
