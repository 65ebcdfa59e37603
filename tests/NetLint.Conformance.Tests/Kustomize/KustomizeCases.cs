using NetLint.Cli;
using NetLint.Cli.Commands;
using NetLint.Cli.Output;
using NetLint.Testing.Kustomize;

namespace NetLint.Conformance.Tests.Kustomize;

/// <summary>
/// The cases of the folder <c>kustomize</c> below the directory that the environment variable NETLINT_CONFORMANCE names. Any folder of the
/// same format will do. Without the variable the tests are skipped and say so.
/// </summary>
internal static class KustomizeCases
{
    private const string NotSet = "(NETLINT_CONFORMANCE is not set)";
    private const string None = "(no such case)";

    private static readonly string? Folder = Environment.GetEnvironmentVariable("NETLINT_CONFORMANCE");

    private static readonly Dictionary<string, RenderCase> All = Folder is null
        ? []
        : RenderCase.Below(Path.Combine(Folder, "kustomize")).ToDictionary(item => item.Name, StringComparer.Ordinal);

    public static IEnumerable<RenderCase> Every => All.Values;

    /// <summary>The names of the cases of a sort, one row of a theory each; never empty, because a theory without rows is an error.</summary>
    public static IReadOnlyList<TheoryDataRow<string>> Names(Func<RenderCase, bool> isOfSort)
    {
        if (Folder is null)
            return [Row(NotSet)];
        TheoryDataRow<string>[] rows = [.. All.Values.Where(isOfSort).Select(item => Row(item.Name))];
        return rows.Length == 0 ? [Row(None)] : rows;
    }

    /// <summary>A label is shown whole; arguments are cut short.</summary>
    private static TheoryDataRow<string> Row(string name) => new(name) { Label = name };

    /// <summary>The case of a row; skips the test when the row stands for no case.</summary>
    public static RenderCase Get(string name)
    {
        Assert.SkipWhen(Folder is null, "NETLINT_CONFORMANCE is not set.");
        Assert.SkipWhen(name == None, "The folder holds no case of this sort.");
        return All[name];
    }

    /// <summary>Skips a test over all cases when there are none to look at.</summary>
    public static void SkipWithoutFolder()
    {
        Assert.SkipWhen(Folder is null, "NETLINT_CONFORMANCE is not set.");
        Assert.True(All.Count > 0, $"{Folder} holds no folder 'kustomize' with cases.");
    }

    /// <summary>Runs <c>netlint render</c> on a case.</summary>
    public static Answer Render(RenderCase item, params string[] further) => Render(item.Input, item.TargetPath, [.. item.Arguments, .. further]);

    /// <summary>Runs <c>netlint render</c> without starting a process.</summary>
    public static Answer Render(string root, string target, params string[] further)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = NetLintCommand.Run(["render", target, "--root", root, .. further], new CliHost
        {
            Output = output,
            Error = error,
            OpenInput = () => Stream.Null,
            WorkingDirectory = root,
            Variable = _ => null,
            OutputTerminal = Terminal.Plain,
            ErrorTerminal = Terminal.Plain,
        });
        return new Answer(code, output.ToString(), error.ToString());
    }
}

/// <summary>What a command line answered.</summary>
internal sealed record Answer(int Code, string Output, string Error);
