using System.CommandLine;

namespace NetLint.Cli.Commands;

/// <summary><c>netlint completion</c>: a script that makes a shell complete commands, options, rules and paths.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] =
            """
            _netlint() {
                local IFS=$'\n'
                COMPREPLY=($(compgen -W "$(netlint "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o bashdefault -o default -F _netlint netlint
            """,
        ["zsh"] =
            """
            #compdef netlint
            _netlint() {
                local -a words_of_netlint
                words_of_netlint=("${(@f)$(netlint "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
                compadd -- $words_of_netlint
                _files
            }
            compdef _netlint netlint
            """,
        ["fish"] =
            """
            complete -c netlint -a '(netlint "[suggest:"(commandline -C)"]" (commandline -p | string collect) 2>/dev/null)'
            """,
        ["pwsh"] =
            """
            Register-ArgumentCompleter -Native -CommandName netlint -ScriptBlock {
                param($wordToComplete, $commandAst, $cursorPosition)
                netlint "[suggest:$cursorPosition]" "$commandAst" 2>$null | ForEach-Object {
                    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
                }
            }
            """,
    };

    public static Command Create(CliHost host)
    {
        var shell = new Argument<string>("shell") { Description = string.Join(", ", Scripts.Keys), HelpName = "shell" };
        shell.CompletionSources.Add([.. Scripts.Keys]);
        var command = new Command("completion", "Print a script for the completion of a shell") { shell };
        command.SetAction(result =>
        {
            var name = result.GetValue(shell)!;
            host.Output.WriteLine(Scripts.TryGetValue(name, out var script)
                ? script.ReplaceLineEndings("\n")
                : throw new UsageException($"there is no completion for '{name}'; choose one of {string.Join(", ", Scripts.Keys)}"));
            return ExitCodes.Clean;
        });
        return command;
    }
}
