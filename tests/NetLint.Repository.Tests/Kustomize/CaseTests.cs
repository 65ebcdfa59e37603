using NetLint.Repository.Kustomize;
using NetLint.Repository.Kustomize.Loading;
using NetLint.Testing;
using NetLint.Testing.Kustomize;

namespace NetLint.Repository.Tests.Kustomize;

/// <summary>
/// The cases in <c>Cases</c>, each with what the real tool answers; <c>tests/kustomize-cases/refresh</c> asks it again. The bytes are
/// compared; of an error, that it names the same file, field or object.
/// </summary>
public sealed class CaseTests
{
    private static readonly Dictionary<string, RenderCase> Cases = RenderCase.Below(Folder).ToDictionary(item => item.Name, StringComparer.Ordinal);

    public static IEnumerable<TheoryDataRow<string>> Rendered => Rows(item => !item.IsRefused);

    public static IEnumerable<TheoryDataRow<string>> Refused => Rows(item => item.IsRefused);

    private static string Folder
    {
        get
        {
            var at = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(at.FullName, "NetLint.sln")))
                at = at.Parent ?? throw new DirectoryNotFoundException("no NetLint.sln above the tests");
            return Path.Combine(at.FullName, "tests", "NetLint.Repository.Tests", "Kustomize", "Cases");
        }
    }

    [Theory]
    [MemberData(nameof(Rendered))]
    public void IsPrintedAsTheRealToolPrintsIt(string name)
    {
        var item = Cases[name];
        var result = Render(item);
        Assert.True(result.Problems.IsEmpty, string.Join('\n', result.Problems.Select(problem => problem.Message)));
        var printed = result.Print();
        Assert.Null(printed.Problem);
        Assert.Equal(item.Expected, printed.Text);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void IsRefusedForTheSameReason(string name)
    {
        var item = Cases[name];
        var result = Render(item);
        var problem = result.Problems.IsEmpty ? result.Print().Problem : result.Problems[0];
        Assert.True(problem is not null, "rendered, although the real tool says: " + item.ExpectedError);
        Assert.True(
            ExpectedError.IsNamedBy($"{problem.Origin.Source.Id}: {problem.Message}", item.ErrorContains, item.ExpectedError),
            $"{problem.Origin.Source.Id}: {problem.Message}\nnames nothing that this names:\n{item.ExpectedError}");
    }

    private static IEnumerable<TheoryDataRow<string>> Rows(Func<RenderCase, bool> isOfSort) =>
        Cases.Values.Where(isOfSort).Select(item => new TheoryDataRow<string>(item.Name) { Label = item.Name });

    private static RenderResult Render(RenderCase item)
    {
        var files = new KustomizeFiles(InMemoryFileSystem.Copy(item.Input), new RepositoryOptions().MaxFileLength);
        var restriction = item.Arguments.Contains("LoadRestrictionsNone") ? LoadRestriction.None : LoadRestriction.RootOnly;
        return new KustomizeRenderer(files, new KustomizeOptions { LoadRestriction = restriction }).Render(item.Target == "." ? "" : item.Target);
    }
}
