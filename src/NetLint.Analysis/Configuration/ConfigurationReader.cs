using System.Collections.Immutable;
using System.Globalization;
using NetLint.Analysis.Diagnostics;
using NetLint.Kubernetes.Knowledge;
using NetLint.Kubernetes.Semantics;
using NetLint.Repository;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Analysis.Configuration;

/// <summary>
/// Reads the configuration file. Only keys that have an effect are accepted, and what is wrong is a problem at its place: a
/// misspelt key that is silently ignored would change what a repository is checked for.
/// </summary>
public sealed class ConfigurationReader
{
    private readonly ConfigurationNodes _nodes = new();
    private readonly UnitSettingsReader _units;
    private readonly RuleNames _names;

    private ConfigurationReader(RuleNames names)
    {
        _names = names;
        _units = new UnitSettingsReader(_nodes);
    }

    /// <summary>Reads the text of a configuration file. Never throws for any input; an empty text is the default configuration.</summary>
    /// <param name="source">The text.</param>
    /// <param name="known">The cases that settings may name.</param>
    public static LintConfiguration Read(SourceText source, IEnumerable<DiagnosticDescriptor> known)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new ConfigurationReader(new RuleNames(known)).Read(YamlReader.Read(source));
    }

    private LintConfiguration Read(YamlStream stream)
    {
        // A comment in front of a document marker is a document without a tree.
        var documents = stream.Documents.Where(document => document.Root is { IsNull: false } || !document.Errors.IsEmpty).ToArray();
        foreach (var error in documents.SelectMany(document => document.Errors))
            _nodes.Add(new Origin(stream.Source, error.Span), error.Message);
        // What can be read of a broken text says too little to judge the rest of it.
        if (!_nodes.Problems.IsEmpty)
            return LintConfiguration.Default with { Problems = _nodes.Problems };
        if (documents is not [{ Root: { } root }, ..])
            return LintConfiguration.Default;

        foreach (var document in documents.Skip(1))
            _nodes.Add(StartOf(document), "the configuration is one YAML document; this is another one");
        var configuration = ReadRoot(root);
        return configuration with { Problems = _nodes.Problems };
    }

    private static Origin StartOf(YamlDocument document)
    {
        var start = document.Source.GetPosition(document.Span.Start);
        var line = document.Source.GetLine(start.Line);
        return new Origin(document.Source, TextSpan.FromBounds(document.Span.Start, line.End));
    }

    private LintConfiguration ReadRoot(YamlNode root)
    {
        var configuration = LintConfiguration.Default;
        var place = root is YamlScalar ? root.Origin : ConfigurationNodes.PlaceOf(root);
        foreach (var (name, entry) in _nodes.Fields(root, ConfigurationKey.All, "the configuration", place))
        {
            configuration = name switch
            {
                "kubernetesVersion" => configuration with { Profile = configuration.Profile with { KubernetesVersion = ReadVersion(entry) } },
                "nodePortRange" => configuration with { Profile = configuration.Profile with { NodePortRange = ReadRange(entry) } },
                "ingressClasses" => configuration with { Profile = configuration.Profile with { IngressClasses = ReadClasses(entry) } },
                "external" => configuration with { Repository = configuration.Repository with { External = ReadExternal(entry) } },
                "units" => configuration with { Repository = configuration.Repository with { Units = _units.ReadUnits(entry) } },
                "clusters" => configuration with { Repository = configuration.Repository with { Clusters = _units.ReadClusters(entry) } },
                "repository" => configuration with { Repository = configuration.Repository with { RepositoryUrls = _units.ReadUrls(entry) } },
                "include" => configuration with { Repository = configuration.Repository with { Include = ReadGlobs(entry) } },
                "exclude" => configuration with { Repository = configuration.Repository with { Exclude = ReadGlobs(entry) } },
                "rules" => configuration with { Rules = new RuleSettings { Settings = [.. ReadRules(entry).Select(setting => (setting.Selector, setting.Setting))] } },
                "overrides" => configuration with { Overrides = ReadOverrides(entry) },
                _ => throw new InvalidOperationException($"The key '{name}' is declared and not read."),
            };
        }

        return configuration;
    }

    private KubernetesVersion ReadVersion(YamlMappingEntry entry)
    {
        const string form = "a version of Kubernetes such as \"1.34\"";
        if (_nodes.Text(entry, form) is not { } text)
            return KubernetesVersion.Newest;
        if (KubernetesVersion.TryParse(text, out var version) && version is { Major: 1, Minor: > 0 })
            return version;
        _nodes.Add(ConfigurationNodes.PlaceOf(entry), $"'{entry.Name}' must be {form}, not '{text}'");
        return KubernetesVersion.Newest;
    }

    private PortRange ReadRange(YamlMappingEntry entry)
    {
        const string form = "two ports such as \"30000-32767\"";
        var usual = ClusterProfile.Default.NodePortRange;
        if (_nodes.Text(entry, form) is not { } text)
            return usual;
        var hyphen = text.IndexOf('-', StringComparison.Ordinal);
        if (hyphen < 0 || !TryPort(text.AsSpan(0, hyphen), out var first) || !TryPort(text.AsSpan(hyphen + 1), out var last))
            _nodes.Add(ConfigurationNodes.PlaceOf(entry), $"'{entry.Name}' must be {form}, not '{text}'");
        else if (first > last)
            _nodes.Add(ConfigurationNodes.PlaceOf(entry), $"'{entry.Name}' begins with port {first}, which is above its last port {last}");
        else
            return new PortRange(first, last);
        return usual;
    }

    private static bool TryPort(ReadOnlySpan<char> text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is >= 1 and <= 65535;

    private ImmutableArray<ConfiguredIngressClass> ReadClasses(YamlMappingEntry entry)
    {
        var classes = ImmutableArray.CreateBuilder<ConfiguredIngressClass>();
        foreach (var item in _nodes.Items(entry))
        {
            var fields = _nodes.Fields(item, ConfigurationKey.IngressClasses.Fields, "an ingress class", ConfigurationNodes.PlaceOf(item));
            var controller = StringOf(fields, ConfigurationKey.ClassController);
            var isDefault = fields.TryGetValue(ConfigurationKey.ClassDefault.Name, out var flag) && _nodes.Flag(flag) == true;
            if (StringOf(fields, ConfigurationKey.ClassName) is not { } name)
                continue;
            if (classes.Any(known => known.Name == name))
                _nodes.Add(fields[ConfigurationKey.ClassName.Name].Value.Origin, $"the ingress class '{name}' is written twice");
            else
                classes.Add(new ConfiguredIngressClass(name, controller, isDefault));
        }

        return classes.DrainToImmutable();
    }

    private ImmutableArray<ExternalResource> ReadExternal(YamlMappingEntry entry)
    {
        var external = ImmutableArray.CreateBuilder<ExternalResource>();
        foreach (var item in _nodes.Items(entry))
        {
            var fields = _nodes.Fields(item, ConfigurationKey.External.Fields, "an external resource", ConfigurationNodes.PlaceOf(item));
            var resource = new ExternalResource(
                KindOf(fields),
                StringOf(fields, ConfigurationKey.ExternalNamespace),
                StringOf(fields, ConfigurationKey.ExternalName));
            if (resource.Kind.Length > 0)
                external.Add(resource);
        }

        return external.DrainToImmutable();
    }

    private string KindOf(Dictionary<string, YamlMappingEntry> fields)
    {
        if (StringOf(fields, ConfigurationKey.ExternalKind) is not { } kind)
            return "";
        if (ExternalResource.Kinds.Contains(kind))
            return kind;
        var near = RuleNames.NearestOf(kind, ExternalResource.Kinds);
        var hint = near is null ? $"it can be {string.Join(", ", ExternalResource.Kinds)}" : $"did you mean '{near}'";
        _nodes.Add(fields[ConfigurationKey.ExternalKind.Name].Value.Origin, $"an external resource cannot be of kind '{kind}'; {hint}");
        return "";
    }

    private ImmutableArray<string> ReadGlobs(YamlMappingEntry entry)
    {
        var globs = ImmutableArray.CreateBuilder<string>();
        foreach (var item in _nodes.Items(entry))
        {
            if (item is not YamlScalar { IsNull: false, Value: var glob })
                _nodes.Add(item.Span.IsEmpty ? entry.Key.Origin : ConfigurationNodes.PlaceOf(item), $"'{entry.Name}' must list globs such as \"deploy/**/*.yaml\"");
            else if (PathGlobs.Validate(glob) is { } problem)
                _nodes.Add(item.Origin, $"'{glob}' cannot be used: {problem}");
            else
                globs.Add(glob);
        }

        return globs.DrainToImmutable();
    }

    private ImmutableArray<RuleOverrideSetting> ReadRules(YamlMappingEntry entry)
    {
        if (entry.Value is not YamlMapping mapping)
        {
            _nodes.Add(ConfigurationNodes.PlaceOf(entry), $"'{entry.Name}' must map rules to settings, such as \"NL1004: off\"");
            return [];
        }

        var settings = ImmutableArray.CreateBuilder<RuleOverrideSetting>();
        foreach (var (key, rule) in _nodes.Entries(mapping))
        {
            var setting = ReadSetting(rule, key.Value);
            if (!_names.IsKnown(key.Value))
                _nodes.Add(key.Origin, _names.Explain(key.Value));
            else if (setting is { } value)
                settings.Add(new RuleOverrideSetting(new RuleSelector(key.Value), value, key.Origin));
        }

        return settings.DrainToImmutable();
    }

    private RuleSetting? ReadSetting(YamlMappingEntry entry, string rule)
    {
        var words = ConfigurationKey.Settings.Select(setting => setting.Word).ToArray();
        // The text as written: an unquoted off is false to a YAML parser.
        var text = (entry.Value as YamlScalar)?.Value ?? "";
        foreach (var (word, setting, _) in ConfigurationKey.Settings)
        {
            if (word == text)
                return setting;
        }

        var near = text switch
        {
            "false" or "no" or "none" => "off",
            "true" or "yes" => "on",
            "warn" => "warning",
            "err" => "error",
            "note" or "hint" or "information" => "info",
            _ => RuleNames.NearestOf(text, words),
        };
        var found = text.Length > 0 ? $", not '{text}'" : "";
        _nodes.Add(ConfigurationNodes.PlaceOf(entry), $"the setting of '{rule}' must be {string.Join(", ", words[..^1])} or {words[^1]}{found}{(near is null ? "" : $"; did you mean '{near}'")}");
        return null;
    }

    private ImmutableArray<RuleOverride> ReadOverrides(YamlMappingEntry entry)
    {
        var overrides = ImmutableArray.CreateBuilder<RuleOverride>();
        foreach (var item in _nodes.Items(entry))
        {
            var place = ConfigurationNodes.PlaceOf(item);
            var fields = _nodes.Fields(item, ConfigurationKey.Overrides.Fields, "an override", place);
            var files = fields.TryGetValue(ConfigurationKey.OverrideFiles.Name, out var globs) ? ReadGlobs(globs) : [];
            if (globs.Value is YamlSequence { Items.IsEmpty: true })
                _nodes.Add(globs.Key.Origin, "an override without files has no effect");
            var settings = fields.TryGetValue(ConfigurationKey.OverrideRules.Name, out var rules) ? ReadRules(rules) : [];
            overrides.Add(new RuleOverride(new PathGlobs(files), settings, StringOf(fields, ConfigurationKey.OverrideReason), place));
        }

        return overrides.DrainToImmutable();
    }

    private string? StringOf(Dictionary<string, YamlMappingEntry> fields, ConfigurationKey key) =>
        fields.TryGetValue(key.Name, out var entry) ? _nodes.String(entry) : null;
}
