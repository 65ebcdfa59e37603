using NetLint.Kubernetes.Semantics;

namespace NetLint.Cli.Output;

/// <summary>Finds what somebody may have meant.</summary>
internal static class Suggestion
{
    /// <summary><c>; did you mean 'x'?</c> for the nearest name, or null when none is near.</summary>
    public static string? For(string text, IEnumerable<string> names)
    {
        var nearest = names
            .Select(name => (Name: name, Distance: Spelling.Distance(text.ToUpperInvariant(), name.ToUpperInvariant())))
            .Where(item => item.Distance < 3 && item.Distance < text.Length)
            .OrderBy(item => item.Distance)
            .ThenBy(item => item.Name, StringComparer.Ordinal)
            .Select(item => item.Name)
            .FirstOrDefault();
        return nearest is null ? null : $"; did you mean '{nearest}'?";
    }
}
