namespace NetLint.Repository.Kustomize.Transformers;

/// <summary>An image taken apart the way kustomize does it.</summary>
/// <param name="Name">Registry and repository.</param>
/// <param name="Tag">The tag; "" when there is none.</param>
/// <param name="Digest">The digest; "" when there is none.</param>
internal readonly record struct ImageReference(string Name, string Tag, string Digest)
{
    /// <summary>Takes an image apart. A colon before the first slash belongs to the registry.</summary>
    public static ImageReference Parse(string image)
    {
        var slash = Math.Max(image.IndexOf('/', StringComparison.Ordinal), 0);
        var at = image.IndexOf('@', slash);
        var colon = image.IndexOf(':', slash);
        if (at < 0 && colon < 0)
            return new ImageReference(image, "", "");
        if (at >= 0 && (at < colon || colon < 0))
            return new ImageReference(image[..at], "", image[(at + 1)..]);
        return at >= 0
            ? new ImageReference(image[..colon], image[(colon + 1)..at], image[(at + 1)..])
            : new ImageReference(image[..colon], image[(colon + 1)..], "");
    }

    /// <summary>The image as a manifest names it.</summary>
    public override string ToString() => $"{Name}{(Tag.Length > 0 ? $":{Tag}" : "")}{(Digest.Length > 0 ? $"@{Digest}" : "")}";
}
