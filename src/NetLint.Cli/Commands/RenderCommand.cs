using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NetLint.Analysis.Diagnostics;
using NetLint.Cli.Context;
using NetLint.Cli.Output;
using NetLint.Cli.Reporting.Text;
using NetLint.Repository;
using NetLint.Repository.Kustomize;
using NetLint.Repository.Kustomize.Loading;
using NetLint.Syntax.Text;

namespace NetLint.Cli.Commands;

/// <summary><c>netlint render</c>: what a kustomization deploys, and which line decided each value.</summary>
internal static class RenderCommand
{
    private const string RootOnly = "LoadRestrictionsRootOnly";
    private const string None = "LoadRestrictionsNone";

    public static Command Create(CliHost host)
    {
        var path = new Argument<string>("path") { Description = "The directory of a kustomization", Arity = ArgumentArity.ZeroOrOne, DefaultValueFactory = _ => "." };
        var root = new Option<string?>("--root") { Description = "The repository; else the nearest parent with .netlint.yaml or .git", HelpName = "DIR" };
        var restrictor = new Option<string>("--load-restrictor")
        {
            Description = $"{RootOnly}: files of a kustomization lie in or below its directory; {None}: anywhere in the repository",
            HelpName = "RESTRICTION",
            DefaultValueFactory = _ => RootOnly,
        };
        restrictor.CompletionSources.Add(RootOnly, None);
        var origins = new Option<bool>("--origins") { Description = "Say behind each value which line decided it; with --format json as a list" };
        var format = OutputFormatOption.Create();
        var command = new Command("render", "Print what a kustomization deploys, as kubectl kustomize does") { path, root, restrictor, origins, format };
        command.SetAction(result => Run(
            new RenderRequest(
                result.GetValue(path)!,
                result.GetValue(root),
                Restriction(result.GetValue(restrictor)!),
                result.GetValue(origins),
                OutputFormatOption.IsJson(result.GetValue(format)!)),
            host));
        return command;
    }

    private static int Run(RenderRequest request, CliHost host)
    {
        if (request.AsJson && !request.WithOrigins)
            throw new UsageException("--format json is the form of --origins; a rendering itself is YAML");
        var root = LintRoot.Find(request.Root, [request.Path], host.WorkingDirectory);
        var files = host.OpenFiles(root.Directory);
        var directory = DirectoryOf(root.Selected[0], files, request.Path);
        var limit = new RepositoryOptions().MaxFileLength;
        var renderer = new KustomizeRenderer(new KustomizeFiles(files, limit), new KustomizeOptions { LoadRestriction = request.Restriction });
        var result = renderer.Render(directory);
        if (!result.Problems.IsEmpty)
            return Refuse(result.Problems, root, host);
        var printed = result.Print(request.WithOrigins);
        if (printed.Problem is { } problem)
            return Refuse([problem], root, host);
        if (request.AsJson)
            JsonAnswer.Write(host.Output, json => WriteOrigins(result, json));
        else if (request.WithOrigins)
            new OriginComments(new Style(host.OutputTerminal)).Write(printed, host.Output);
        else
            host.Output.Write(printed.Text);
        return ExitCodes.Clean;
    }

    /// <summary>The directory that is asked for; naming its kustomization file is as good.</summary>
    private static string DirectoryOf(string selected, IFileSystem files, string written) => files.KindOf(selected) switch
    {
        PathKind.Directory => selected,
        PathKind.File when FileClassifier.NameOf(selected) is "kustomization.yaml" or "kustomization.yml" or "Kustomization" => FileClassifier.DirectoryOf(selected),
        _ => throw new UsageException($"'{written}' is neither a directory nor a kustomization"),
    };

    /// <summary>Tells why nothing is printed, and shows the place: half a rendering would pass for a whole one.</summary>
    private static int Refuse(ImmutableArray<RenderProblem> problems, LintRoot root, CliHost host)
    {
        var frame = new CodeFrame(new Style(host.ErrorTerminal), host.ErrorTerminal.Width);
        foreach (var problem in problems)
        {
            var start = problem.Origin.LineSpan.Start;
            host.Tell(string.Create(CultureInfo.InvariantCulture, $"error: {problem.Origin.Source.Id}:{start.Line + 1}:{start.Character + 1}: {problem.Message}"));
            frame.Draw(problem.Origin, CodeFrame.GutterOf(problem.Origin), DiagnosticSeverity.Error, withContext: true, host.Error);
        }

        if (problems.Any(problem => problem.Kind == RenderProblemKind.Unsupported))
            host.Tell($"NetLint cannot see what lies outside the root '{root.Directory}' (--root names another), and does not print a part for the whole");
        return ExitCodes.Findings;
    }

    private static void WriteOrigins(RenderResult result, Utf8JsonWriter json)
    {
        json.WriteStartArray();
        for (var document = 0; document < result.Objects.Length; document++)
        {
            foreach (var value in RenderResult.SourcesOf(result.Objects[document]))
            {
                json.WriteStartObject();
                json.WriteNumber("doc", document);
                json.WriteString("pointer", value.Pointer);
                json.WriteStartArray("sources");
                foreach (var source in value.Sources)
                    WriteSource(source, json);
                json.WriteEndArray();
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    private static void WriteSource(Origin source, Utf8JsonWriter json)
    {
        var start = source.LineSpan.Start;
        json.WriteStartObject();
        json.WriteString("file", source.Source.Id.Path);
        json.WriteNumber("line", start.Line + 1);
        json.WriteNumber("column", start.Character + 1);
        json.WriteEndObject();
    }

    private static LoadRestriction Restriction(string value) => value switch
    {
        RootOnly => LoadRestriction.RootOnly,
        None => LoadRestriction.None,
        _ => throw new UsageException($"there is no load restriction '{value}'; choose {RootOnly} or {None}"),
    };

    /// <summary>What is asked for.</summary>
    private sealed record RenderRequest(string Path, string? Root, LoadRestriction Restriction, bool WithOrigins, bool AsJson);
}
