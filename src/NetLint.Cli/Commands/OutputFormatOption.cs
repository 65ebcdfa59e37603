using System.CommandLine;

namespace NetLint.Cli.Commands;

/// <summary>The option of commands that answer people and programs.</summary>
internal static class OutputFormatOption
{
    public static Option<string> Create()
    {
        var option = new Option<string>("--format", "-f") { Description = "text or json", HelpName = "FORMAT", DefaultValueFactory = _ => "text" };
        option.CompletionSources.Add("text", "json");
        return option;
    }

    /// <summary>True when programs are answered.</summary>
    /// <exception cref="UsageException">There is no such format.</exception>
    public static bool IsJson(string value) => value switch
    {
        "json" => true,
        "text" => false,
        _ => throw new UsageException($"there is no format '{value}' here; choose text or json"),
    };
}
