using System.Collections.Immutable;
using System.Globalization;
using NetLint.Repository.Kustomize.Loading;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.ArgoCd;

/// <summary>The generator that lists directories or reads files of a git repository, where that is this one.</summary>
internal sealed class GitGenerator(ParameterTemplate template, ExpansionBudget budget, RepositoryIdentity identity, RepositoryPaths paths, IKustomizeFiles files)
{
    private readonly Dictionary<(string Pattern, GlobDialect Dialect), GlobPattern?> _patterns = [];
    private readonly Dictionary<YamlMapping, ImmutableArray<(string Path, YamlScalar Item)>> _found = new(ReferenceEqualityComparer.Instance);

    /// <summary>What is not known so far.</summary>
    public List<UnresolvedGenerator> Unresolved { get; } = [];

    /// <summary>The sets of parameters.</summary>
    public IEnumerable<ParameterSet> Expand(YamlMapping node)
    {
        var isOfFiles = node.Mappings("directories").IsEmpty;
        var items = node.Mappings(isOfFiles ? "files" : "directories");
        var dialect = isOfFiles ? GlobDialect.GitPathspec : GlobDialect.GoPath;
        var match = identity.Match(node.Text("repoURL")?.Value);
        if (match == RepositoryMatch.Other)
            return Open(node, "the generator asks another repository");
        if (items.FirstOrDefault(item => !IsUnderstood(item.Text("path"), dialect)) is { } other)
            return Open(other, "the path of the generator is not understood");
        // The second generator of a matrix is asked once for each set of the first; where no parameter changes it, it is the same node.
        if (!_found.TryGetValue(node, out var found))
            _found.Add(node, found = Select(isOfFiles ? paths.Files : paths.Directories, items, dialect));
        var isAssumed = match == RepositoryMatch.Unknown;
        // As for every source that is not known to be this repository, only a path of two segments says that it is.
        if (isAssumed && (found.IsEmpty || found.Any(static pair => !pair.Path.Contains('/', StringComparison.Ordinal))))
            return Open(node, "nothing says whether the generator asks this repository");
        var sets = found.SelectMany(pair => isOfFiles ? OfFile(node, pair.Path, pair.Item) : [OfDirectory(node, pair.Path, pair.Item)]);
        return sets.TakeWhile(_ => budget.TakeParameterSet()).Select(set => GeneratorValues.Append(template, set, node.Mapping("values")) with { IsAssumed = isAssumed });
    }

    private IEnumerable<ParameterSet> Open(YamlMapping node, string reason)
    {
        Unresolved.Add(new UnresolvedGenerator(reason, node.Origin));
        return [new ParameterSet(ParameterNodes.Object(node, []), IsOpen: true)];
    }

    /// <summary>False for a template that is not filled in and for git's special forms. A malformed glob matches nothing, as for Argo CD.</summary>
    private static bool IsUnderstood(YamlScalar? path, GlobDialect dialect) =>
        path?.Value.Contains("{{", StringComparison.Ordinal) != true && !(dialect == GlobDialect.GitPathspec && path?.Value.StartsWith(':') == true);

    private ImmutableArray<(string Path, YamlScalar Item)> Select(ImmutableArray<string> candidates, ImmutableArray<YamlMapping> items, GlobDialect dialect)
    {
        var included = Compile(items.Where(static item => !item.Flag("exclude")), dialect);
        var excluded = Compile(items.Where(static item => item.Flag("exclude")), dialect);
        if (!budget.TakeMatches((long)candidates.Length * (included.Length + excluded.Length)))
            return [];
        var found = ImmutableArray.CreateBuilder<(string, YamlScalar)>();
        foreach (var candidate in candidates)
        {
            foreach (var (item, pattern) in included)
            {
                if (!pattern.Matches(candidate))
                    continue;
                if (!excluded.Any(other => other.Pattern.Matches(candidate)))
                    found.Add((candidate, item));
                break;
            }
        }

        return found.DrainToImmutable();
    }

    private ImmutableArray<(YamlScalar Item, GlobPattern Pattern)> Compile(IEnumerable<YamlMapping> items, GlobDialect dialect)
    {
        var compiled = ImmutableArray.CreateBuilder<(YamlScalar, GlobPattern)>();
        foreach (var path in items.Select(item => item.Text("path")).OfType<YamlScalar>())
        {
            var text = dialect == GlobDialect.GitPathspec && path.Value.StartsWith("./", StringComparison.Ordinal) ? path.Value[2..] : path.Value;
            if (!_patterns.TryGetValue((text, dialect), out var pattern))
                _patterns.Add((text, dialect), pattern = GlobPattern.Compile(text, dialect));
            if (pattern is not null)
                compiled.Add((path, pattern));
        }

        return compiled.DrainToImmutable();
    }

    private ParameterSet OfDirectory(YamlMapping node, string directory, YamlScalar item) =>
        new(ParameterNodes.Object(item, PathParameters(node, item, directory, fileName: null)));

    /// <summary>A file holds one object or a list of objects; each makes a set.</summary>
    private IEnumerable<ParameterSet> OfFile(YamlMapping node, string path, YamlScalar item)
    {
        var document = files.ReadYaml(path)?.Documents.FirstOrDefault();
        var objects = document switch
        {
            null or { Errors.IsEmpty: true, Root: null } => [ParameterNodes.Object(item, [])],
            { Errors.IsEmpty: true, Root: YamlMapping mapping } => [mapping],
            { Errors.IsEmpty: true, Root: YamlSequence sequence } when sequence.Items.All(static one => one is YamlMapping) => sequence.Items.Cast<YamlMapping>(),
            _ => Enumerable.Empty<YamlMapping>(),
        };
        if (document is { Errors.IsEmpty: false } or { Root: YamlScalar })
            Unresolved.Add(new UnresolvedGenerator($"the file '{path}' holds no object or cannot be read", item.Origin));
        var (directory, name) = (FileClassifier.DirectoryOf(path), FileClassifier.NameOf(path));
        foreach (var values in objects)
        {
            if (!budget.TakeMatches(values.Weight))
                yield break;
            var own = new ParameterSet(template.IsGo ? values : Flat(values));
            var place = ParameterNodes.Object(item, PathParameters(node, item, directory.Length == 0 ? "." : directory, name));
            yield return own.With(new ParameterSet(place), isDeep: false);
        }
    }

    private static YamlMapping Flat(YamlMapping values)
    {
        var flat = new List<KeyValuePair<string, YamlNode>>();
        Add("", values);
        return ParameterNodes.Object(values, flat.DistinctBy(pair => pair.Key));

        void Add(string prefix, YamlNode node)
        {
            var join = prefix.Length == 0 ? "" : prefix + ".";
            if (node is YamlMapping mapping)
            {
                foreach (var entry in mapping.Entries)
                    Add(join + entry.Name, entry.Value);
            }
            else if (node is YamlSequence sequence)
            {
                for (var i = 0; i < sequence.Items.Length; i++)
                    Add(string.Create(CultureInfo.InvariantCulture, $"{join}{i}"), sequence.Items[i]);
            }
            else if (node is YamlScalar scalar)
            {
                // What has no certain text stays a number, and so what uses it stays unknown.
                flat.Add(new(prefix, ParameterSet.Print(scalar) is { } text ? ParameterNodes.Text(scalar, text) : scalar));
            }
        }
    }

    private IEnumerable<KeyValuePair<string, YamlNode>> PathParameters(YamlMapping node, YamlScalar item, string directory, string? fileName)
    {
        var prefix = node.Text("pathParamPrefix")?.Value;
        var basename = FileClassifier.NameOf(directory);
        var segments = directory.Split('/');
        var members = new List<KeyValuePair<string, YamlNode>>
        {
            new("path", ParameterNodes.Text(item, directory)),
            new("basename", ParameterNodes.Text(item, basename)),
            new("basenameNormalized", ParameterNodes.Text(item, ParameterNodes.Normalize(basename))),
        };
        if (fileName is not null)
        {
            members.Add(new("filename", ParameterNodes.Text(item, fileName)));
            members.Add(new("filenameNormalized", ParameterNodes.Text(item, ParameterNodes.Normalize(fileName))));
        }

        if (template.IsGo)
        {
            members.Add(new("segments", ParameterNodes.List(item, segments)));
            YamlNode path = ParameterNodes.Object(item, members);
            return [prefix is null ? new("path", path) : new(prefix, ParameterNodes.Object(item, [new("path", path)]))];
        }

        var name = prefix is null ? "path" : prefix + ".path";
        return members.Select(member => member.Key == "path" ? new(name, member.Value) : KeyValuePair.Create(name + "." + member.Key, member.Value))
            .Concat(segments.Select((segment, i) => KeyValuePair.Create<string, YamlNode>(string.Create(CultureInfo.InvariantCulture, $"{name}[{i}]"), ParameterNodes.Text(item, segment))));
    }
}
