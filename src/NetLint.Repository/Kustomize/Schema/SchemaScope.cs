using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Schema;

/// <summary>
/// Which schemas hold while one kustomization is rendered. kustomize keeps them in one place for the whole run: the root, else the first base that
/// names some, decides for everything read afterwards, and what was needed before stays known. So the order of the questions counts, and each
/// rendering of a root has its own scope. A kind is to be asked about with <see cref="IsNamespaceScoped"/> when its object is read.
/// </summary>
internal sealed class SchemaScope
{
    private const string BuiltInVersion = "v1.21.2";

    private SchemaSet _known = SchemaSet.KustomizeOnly;
    private (YamlStream File, Origin At)? _custom;
    private bool _isDecided;
    private bool _isRead;
    private BuiltInUse _builtIn;

    private enum BuiltInUse
    {
        NotNeeded,
        Needed,
        Read,
    }

    /// <summary>True when a kustomization has named schemas.</summary>
    public bool IsDecided => _isDecided;

    /// <summary>Takes over what a kustomization says in <c>openapi</c>. To be called for the root, then for each base and component when it is entered.</summary>
    /// <param name="kustomization">The kustomization.</param>
    /// <param name="load">Reads the file of a path that is written at a place; throws when it cannot be read.</param>
    public void Enter(YamlMapping kustomization, Func<YamlScalar, YamlStream> load)
    {
        if (kustomization["openapi"] is not { } field || field is YamlScalar { IsNull: true })
            return;
        if (field is not YamlMapping openApi)
            throw new RenderException("invalid kustomization: 'openapi' is no mapping", field.Origin);
        foreach (var entry in openApi.Entries)
        {
            if (entry.Value is not YamlScalar scalar || scalar.Resolve().IsBooleanOrNumber)
                throw new RenderException($"invalid kustomization: '{entry.Name}' of 'openapi' is no string", entry.Value.Origin);
        }

        // The file has to be there even when an earlier decision stands.
        var path = openApi["path"] as YamlScalar;
        var file = path is null ? null : load(path);
        if (!_isDecided)
            Decide(openApi["version"] as YamlScalar, path, file);
    }

    /// <summary>The schema of a kind; null when nothing is known of it.</summary>
    public PatchSchema? For(ObjectKind kind)
    {
        Read();
        return _known.For(kind);
    }

    /// <summary>Whether objects of a kind live in a namespace; null when it is not known.</summary>
    public bool? IsNamespaceScoped(ObjectKind kind)
    {
        if (SchemaSet.BuiltIn.IsNamespaceScoped(kind) is { } scoped)
            return scoped;
        if (_custom is not null)
            Read();
        else if (!_isRead && _builtIn == BuiltInUse.NotNeeded)
            _builtIn = BuiltInUse.Needed;
        return _known.IsNamespaceScoped(kind);
    }

    /// <summary>True for kinds that are known to live in no namespace.</summary>
    public bool IsCertainlyClusterScoped(ObjectKind kind) => IsNamespaceScoped(kind) == false;

    private void Decide(YamlScalar? version, YamlScalar? path, YamlStream? file)
    {
        if (file is not null && path is not null)
        {
            if (version is not null)
                throw new RenderException("'openapi': builtin version and custom schema provided, cannot use both", version.Origin);
            _custom = (file, path.Origin);
        }
        else if (version is null || version.IsNull || version.Value.Length == 0)
        {
            return;
        }
        else if (version.Value != BuiltInVersion)
        {
            throw new RenderException($"'openapi': the specified OpenAPI version is not built in: '{version.Value}'", version.Origin);
        }

        _isDecided = true;
        _isRead = false;
    }

    /// <summary>
    /// What is read last counts first. The schemas of Kubernetes are not read beside a file, except when they were needed before the file was named.
    /// </summary>
    private void Read()
    {
        if (_isRead)
            return;
        if (_custom is var (file, at))
            _known = _known.WithCustom(file, at);
        if (_custom is null || _builtIn == BuiltInUse.Needed)
        {
            _known = _known.WithBuiltIn();
            _builtIn = BuiltInUse.Read;
        }

        _isRead = true;
    }
}
