using System.Collections.Immutable;
using NetLint.Repository.Kustomize.Configuration;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Transformers;

/// <summary>Which subjects of role bindings take the namespace.</summary>
internal enum RoleBindingSubjects
{
    /// <summary>The service account named <c>default</c>.</summary>
    DefaultOnly,

    /// <summary>Every service account.</summary>
    AllServiceAccounts,

    /// <summary>No subject.</summary>
    None,
}

/// <summary>Sets the namespace of objects that have one. The source is kustomize's <c>api/filters/namespace</c>.</summary>
internal sealed class NamespaceTransformer : ITransformer
{
    private static readonly FieldSpec s_metadataNamespace = new(default(ObjectKind) with { Group = "", Version = "", Kind = "" }, "metadata/namespace", Create: true);

    private readonly YamlScalar _namespace;
    private readonly ImmutableArray<FieldSpec> _fields;
    private readonly bool _unsetOnly;
    private readonly RoleBindingSubjects _subjects;

    public NamespaceTransformer(YamlScalar @namespace, ImmutableArray<FieldSpec> fields, bool unsetOnly = false, RoleBindingSubjects subjects = RoleBindingSubjects.DefaultOnly)
    {
        _namespace = @namespace;
        _fields = fields;
        _unsetOnly = unsetOnly;
        _subjects = subjects;
    }

    /// <inheritdoc/>
    public string Kind => "NamespaceTransformer";

    /// <inheritdoc/>
    public void Apply(ObjectList objects)
    {
        foreach (var item in objects.Objects)
        {
            item.RememberName();
            Set(item);
        }

        objects.NamesChanged();
        if (objects.FindConflict() is { } conflict)
        {
            throw new RenderException(
                $"namespace transformation produces ID conflict: two objects become {conflict.Second.Id}",
                _namespace.Origin);
        }
    }

    /// <summary>Sets the namespace of one object, and forgets the one it had.</summary>
    public void Set(KustomizeObject item)
    {
        if (!item.Id.IsClusterScoped)
            Edit(item, s_metadataNamespace);
        var isRoleBinding = item.Kind.Kind is "RoleBinding" or "ClusterRoleBinding";
        if (isRoleBinding)
            SetSubjects(item);
        var apiVersion = item.ApiVersion;
        foreach (var field in _fields)
        {
            // These three are decided above, or must leave other kinds named Namespace alone.
            if (field.Path == "metadata/namespace" || (field.Path == "metadata/name" && apiVersion != "v1"))
                continue;
            if (isRoleBinding && field.Kind.Kind is "RoleBinding" or "ClusterRoleBinding" && field.Path == "subjects/namespace")
                continue;
            Edit(item, field);
        }
    }

    private void Edit(KustomizeObject item, FieldSpec field) =>
        new FieldEditor(field, CreatedField.Scalar, _namespace.Origin, Setter(field.Path)).Apply(item);

    private Func<YamlNode, YamlNode> Setter(string field) => _unsetOnly
        ? Setters.TextIfEmpty(_namespace.Value, _namespace.Origin, field)
        : Setters.Text(_namespace.Value, _namespace.Origin, field);

    private void SetSubjects(KustomizeObject item)
    {
        if (_subjects == RoleBindingSubjects.None || item.Root["subjects"] is not { IsNull: false } subjects)
            return;
        if (subjects is not YamlSequence list)
            throw new RenderException("setting namespace on (cluster)role binding subjects: 'subjects' must be a list", subjects.Origin);
        var set = Setter("subjects/namespace");
        var changed = list.WithItems([.. list.Items.Select(subject => subject is YamlMapping mapping && Takes(mapping)
            ? mapping.With(Rendered.Plain("namespace", _namespace.Origin), set(mapping["namespace"] ?? Rendered.Plain("", _namespace.Origin)))
            : subject)]);
        item.Root = item.Root.With(Rendered.Plain("subjects", list.Origin), changed);
    }

    private bool Takes(YamlMapping subject) => _subjects == RoleBindingSubjects.AllServiceAccounts
        ? subject["kind"] is YamlScalar { Value: "ServiceAccount" }
        : subject["name"] is YamlScalar { Value: "default" };
}
