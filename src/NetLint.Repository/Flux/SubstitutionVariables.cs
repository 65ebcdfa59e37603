using System.Text;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Flux;

/// <summary>A variable that is filled in.</summary>
/// <param name="Value">Its value, without line breaks as Flux removes them.</param>
/// <param name="Origin">Where the value is written; null for a variable that is nowhere defined, which is empty.</param>
internal readonly record struct SubstitutionVariable(string Value, Origin? Origin);

/// <summary>The variables of a Flux Kustomization.</summary>
internal sealed class SubstitutionVariables
{
    private readonly Dictionary<string, SubstitutionVariable?> _variables = new(StringComparer.Ordinal);

    /// <summary>True when every object that holds variables is seen, so that a name that none defines is empty.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>True when no variable is defined as far as is seen.</summary>
    public bool IsEmpty => _variables.Count == 0;

    /// <summary>A name that no variable can have, for which Flux refuses everything; null when there is none.</summary>
    public (string Name, Origin Origin)? Refused { get; private set; }

    /// <summary>Gathers the variables: of the objects in order, later ones winning, then those written in the Kustomization.</summary>
    public static SubstitutionVariables Of(PostBuild postBuild, Func<SubstituteReference, YamlMapping?> find)
    {
        var variables = new SubstitutionVariables();
        foreach (var reference in postBuild.SubstituteFrom)
        {
            // What the repository does not hold may well be in the cluster, also where it is optional.
            if (find(reference) is not { } source)
                variables.IsComplete = false;
            else
                variables.AddSource(source, isSecret: reference.Kind?.Value == "Secret");
        }

        foreach (var entry in postBuild.Substitute?.Entries ?? [])
            variables.Add(entry, static value => value);
        return variables;
    }

    /// <summary>A variable; null when it is not known.</summary>
    public SubstitutionVariable? Find(string name) =>
        _variables.TryGetValue(name, out var variable) ? variable : IsComplete ? new SubstitutionVariable("", null) : null;

    private void AddSource(YamlMapping source, bool isSecret)
    {
        foreach (var entry in source.Mapping("data")?.Entries ?? [])
            Add(entry, isSecret ? Decode : static value => value);
        // The API server moves these into data, where they win.
        foreach (var entry in (isSecret ? source.Mapping("stringData")?.Entries : null) ?? [])
            Add(entry, static value => value);
    }

    private void Add(YamlMappingEntry entry, Func<string, string?> decode)
    {
        if (entry.Name is not { } name)
            return;
        if (!IsName(name))
            Refused ??= (name, entry.Key.Origin);
        var text = entry.Value switch
        {
            YamlScalar { IsNull: true } => "",
            YamlScalar scalar => IsHidden(scalar.Value) ? null : decode(scalar.Value),
            _ => null,
        };
        _variables[name] = text is null || IsHidden(text) ? null : new SubstitutionVariable(text.Replace("\n", "", StringComparison.Ordinal), entry.Value.Origin);
    }

    /// <summary>A value that SOPS encrypted, or that a variable of an outer Kustomization fills in, cannot be seen.</summary>
    private static bool IsHidden(string value) => value.StartsWith("ENC[", StringComparison.Ordinal) || value.Contains("${", StringComparison.Ordinal);

    private static string? Decode(string value)
    {
        var bytes = new byte[value.Length];
        return Convert.TryFromBase64String(value, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : null;
    }

    private static bool IsName(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
