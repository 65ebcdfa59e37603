using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Output;

/// <summary>The JSON pointers of a document's scalars.</summary>
internal static class JsonPointers
{
    /// <summary>Every scalar with its pointer, in the order in which kustomize prints them.</summary>
    /// <exception cref="RenderException">A key is no string.</exception>
    public static IEnumerable<(string Pointer, YamlScalar Scalar)> Walk(YamlMapping document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var pending = new Stack<(string Pointer, YamlNode Node)>();
        pending.Push(("", document));
        while (pending.TryPop(out var next))
        {
            switch (next.Node)
            {
                case YamlScalar scalar:
                    yield return (next.Pointer, scalar);
                    break;
                case YamlMapping mapping:
                    var members = KustomizeMember.SortedOf(mapping, isRoot: next.Pointer.Length == 0);
                    for (var i = members.Length - 1; i >= 0; i--)
                        pending.Push(($"{next.Pointer}/{Escape(members[i].Name)}", members[i].Value));
                    break;
                case YamlSequence sequence:
                    for (var i = sequence.Items.Length - 1; i >= 0; i--)
                        pending.Push(($"{next.Pointer}/{i}", sequence.Items[i]));
                    break;
            }
        }
    }

    /// <summary>A member name as a segment of a pointer (RFC 6901).</summary>
    public static string Escape(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
    }
}
