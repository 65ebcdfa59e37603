using System.Text.RegularExpressions;

namespace NetLint.Testing.Kustomize;

/// <summary>What a message of the real command names: files, fields, objects. Another wording of the same problem names one of them too.</summary>
public static partial class ExpectedError
{
    /// <summary>Words of the real messages that name a step of that program or stand in every message.</summary>
    private static readonly HashSet<string> Empty = new(StringComparer.OrdinalIgnoreCase)
    {
        "error", "accumulateDirectory", "loader.New", "File", "Kustomization", "accumulating", "accumulation", "resources", "recursed", "merging", "lstat", "evalsymlink",
        "failure", "trouble", "configuring", "builtin", "config", "resid.ResId", "resid.Gvk", "isClusterScoped", "isClusterScoped:false", "isClusterScoped:true", "MalformedYAMLError", "noGrp",
        "noNs", "noVer", "should", "could", "which", "already", "registered", "cannot", "behavior", "transformer", "generator",
    };

    /// <summary>True when a message names a file, field or object that the real message names.</summary>
    /// <param name="message">NetLint's message.</param>
    /// <param name="fragments">The parts of the real message that matter; may be empty.</param>
    /// <param name="real">The whole real message.</param>
    public static bool IsNamedBy(string message, IEnumerable<string> fragments, string real)
    {
        var names = fragments.SelectMany(Names).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (names.Count == 0)
            names = [.. Names(real)];
        // A sentence without any name is known by its long words.
        if (names.Count == 0)
            names = [.. LongWord().Matches(string.Join(' ', [.. fragments, real])).Select(match => match.Value).Where(word => !Empty.Contains(word))];
        return names.Any(name => message.Contains(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The names in a sentence, paths by their last segment.</summary>
    public static IEnumerable<string> Names(string sentence)
    {
        foreach (var id in Id().Matches(sentence).Cast<Match>())
            yield return id.Groups[1].Success ? id.Groups[1].Value : id.Groups[2].Value;
        foreach (var word in Word().Matches(Id().Replace(sentence, " ")).Select(match => match.Value.Trim('.', ':', '/')))
        {
            var last = word[(word.LastIndexOf('/') + 1)..];
            if (last.Length < 2 || Empty.Contains(word) || Empty.Contains(last))
                continue;
            if (word != last || FileOrField().IsMatch(last))
                yield return last;
        }

        foreach (var quoted in Quoted().Matches(sentence).Cast<Match>())
        {
            if (quoted.Groups[1].Value is { Length: > 1 } name && !Empty.Contains(name))
                yield return name[(name.LastIndexOf('/') + 1)..];
        }
    }

    /// <summary>An object: <c>Deployment.v1.apps/web.[noNs]</c> or <c>Name:"web"</c>.</summary>
    [GeneratedRegex("""\b[A-Z]\w+\.(?:\[noVer\]|\w+)\.(?:\[noGrp\]|[\w.-]+)/([\w-]+)\.(?:\[noNs\]|[\w-]+)|Name:"([^"]+)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Id();

    [GeneratedRegex("""[\w./-]+""")]
    private static partial Regex Word();

    /// <summary>A file name, a field below another, or a word with an inner capital.</summary>
    [GeneratedRegex("""^[\w-]+(\.[\w-]+)*\.(ya?ml|json|env|txt|properties)$|^[a-z]\w*\.[a-z]\w*$|^[a-z]+[A-Z]\w+$""")]
    private static partial Regex FileOrField();

    [GeneratedRegex("""['"`]([^'"`\s]+)['"`]""")]
    private static partial Regex Quoted();

    [GeneratedRegex("""[A-Za-z]{7,}""")]
    private static partial Regex LongWord();
}
