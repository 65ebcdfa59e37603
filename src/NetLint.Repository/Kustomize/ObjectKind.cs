namespace NetLint.Repository.Kustomize;

/// <summary>Group, version and kind, where an empty part of a pattern stands for any.</summary>
/// <param name="Group">The API group; "" for the core group.</param>
/// <param name="Version">The version.</param>
/// <param name="Kind">The kind.</param>
public readonly record struct ObjectKind(string Group, string Version, string Kind)
{
    /// <summary>Takes an <c>apiVersion</c> apart: without a slash it is the version of the core group.</summary>
    public static ObjectKind Of(string apiVersion, string kind)
    {
        ArgumentNullException.ThrowIfNull(apiVersion);
        var slash = apiVersion.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? new ObjectKind("", apiVersion, kind) : new ObjectKind(apiVersion[..slash], apiVersion[(slash + 1)..], kind);
    }

    /// <summary>Group and version the way a manifest writes them.</summary>
    public string ApiVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";

    /// <summary>True when this, read as a pattern, selects a kind. An empty part selects anything.</summary>
    public bool Selects(ObjectKind other) =>
        (Group.Length == 0 || Group == other.Group) && (Version.Length == 0 || Version == other.Version) && (Kind.Length == 0 || Kind == other.Kind);
}
