using System.Collections.Immutable;
using NetLint.Syntax.Text;

namespace NetLint.Syntax.Yaml;

/// <summary>
/// YAML or JSON that stands inside a scalar, as a patch does in a kustomization. Its nodes and errors have their places in the file that
/// holds the scalar.
/// </summary>
/// <param name="Documents">The documents; spans are those of the file that holds the scalar.</param>
/// <param name="IsExact">
/// False when the places inside the scalar are not known, because its value does not stand in the file as it is; everything then has the
/// span of the whole scalar.
/// </param>
public sealed record EmbeddedYaml(ImmutableArray<YamlDocument> Documents, bool IsExact)
{
    /// <summary>Reads the documents that a scalar holds.</summary>
    /// <param name="host">The scalar.</param>
    /// <param name="trim">True to leave out white space around the value before it is read.</param>
    /// <param name="options">The limits.</param>
    public static EmbeddedYaml Read(YamlScalar host, bool trim = false, YamlReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(host);
        var map = ScalarPlaces.Of(host);
        var first = trim ? host.Value.Length - host.Value.AsSpan().TrimStart().Length : 0;
        var text = trim ? host.Value.Trim() : host.Value;
        var stream = YamlReader.Read(SourceText.From(host.Source.Id, text), options);
        Func<TextSpan, TextSpan> place = map is null ? _ => host.Span : span => map.PlaceOf(new TextSpan(span.Start + first, span.Length));
        var relocation = new YamlRelocation(host.Source, place);
        return new EmbeddedYaml([.. stream.Documents.Select(relocation.Move)], map is not null);
    }
}
