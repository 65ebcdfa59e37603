using System.Collections.Concurrent;
using System.Reflection;

namespace NetLint.Rules;

/// <summary>The pages of <c>rules/</c>, embedded at build time.</summary>
public static class RulePages
{
    /// <summary>Where the pages are published.</summary>
    public const string BaseAddress = "https://github.com/netlint/netlint/blob/main/rules/";

    private static readonly ConcurrentDictionary<string, RulePage?> Pages = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The page of a rule; null when there is none.</summary>
    public static RulePage? Find(string id) => Pages.GetOrAdd(id, static id =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"rules/{id.ToUpperInvariant()}.md");
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return RulePage.Parse(reader.ReadToEnd());
    });

    /// <summary>The address of a rule's page.</summary>
    public static Uri AddressOf(string id) => new(BaseAddress + id + ".md");

    /// <summary>The help of a rule in a sentence or two of plain text: what to do about a finding. "" when the rule has no page.</summary>
    public static string HelpOf(string id) => Find(id)?["How to fix"].Split("\n\n")[0].ReplaceLineEndings(" ").Trim() ?? "";
}
