namespace NetLint.Cli.Output;

/// <summary>What the place that text goes to can show.</summary>
/// <param name="IsInteractive">True when a person watches: lines may be rewritten.</param>
/// <param name="HasColor">True when colours are shown.</param>
/// <param name="HasLinks">True when links are shown.</param>
/// <param name="Width">Columns.</param>
public sealed record Terminal(bool IsInteractive, bool HasColor, bool HasLinks, int Width)
{
    /// <summary>A file or a pipe.</summary>
    public static Terminal Plain { get; } = new(false, false, false, DefaultWidth);

    private const int DefaultWidth = 120;

    /// <summary>Finds out what a stream can show, by the conventions of <c>NO_COLOR</c>, <c>FORCE_COLOR</c>, <c>CI</c> and <c>TERM</c>.</summary>
    /// <param name="isTerminal">True when the stream is a terminal.</param>
    /// <param name="width">Its columns; 0 when not known.</param>
    /// <param name="variable">Reads the environment.</param>
    public static Terminal Detect(bool isTerminal, int width, Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var isDumb = variable("TERM") is "dumb" or "";
        var isForced = variable("FORCE_COLOR") is { Length: > 0 } force && force != "0";
        var isRefused = variable("NO_COLOR") is { Length: > 0 };
        var hasColor = !isRefused && (isForced || (isTerminal && !isDumb));
        var isWatched = isTerminal && !isDumb && string.IsNullOrEmpty(variable("CI"));
        return new Terminal(isWatched, hasColor, hasColor && isWatched && KnowsLinks(variable), width > 0 ? width : DefaultWidth);
    }

    /// <summary>Terminals that do not know links may print them as text, so only those that say who they are get them.</summary>
    private static bool KnowsLinks(Func<string, string?> variable) =>
        variable("TERM_PROGRAM") is "iTerm.app" or "WezTerm" or "vscode" or "ghostty" or "Hyper"
        || variable("TERM") is "xterm-kitty" or "xterm-ghostty" or "alacritty" or "foot"
        || !string.IsNullOrEmpty(variable("WT_SESSION"))
        || !string.IsNullOrEmpty(variable("KONSOLE_VERSION"))
        || (int.TryParse(variable("VTE_VERSION"), out var vte) && vte >= 5000);
}
