using NetLint.Analysis.Diagnostics;
using NetLint.Syntax.Text;

namespace NetLint.Cli.Reporting.Sarif;

/// <summary>Turns places into SARIF locations.</summary>
/// <param name="baseId">What relative URIs are relative to; null when the input is no repository.</param>
internal sealed class SarifLocations(string? baseId)
{
    /// <summary>The place of a finding, with the object and field it is about.</summary>
    public SarifLocation Of(Diagnostic diagnostic) => new(null, Physical(diagnostic.Location), Logical(diagnostic), null);

    /// <summary>A related place.</summary>
    public SarifLocation Of(RelatedLocation related, int id) =>
        new(id, Physical(related.Origin), null, new SarifText(SarifProse.Message(related.Message)));

    /// <summary>A place.</summary>
    public SarifLocation Of(Origin origin) => new(null, Physical(origin), null, null);

    /// <summary>A whole file.</summary>
    public SarifLocation OfFile(string path) => new(null, new SarifPhysicalLocation(File(path), null), null, null);

    private SarifPhysicalLocation Physical(Origin origin)
    {
        // A region that ends where it starts is an insertion point (SARIF 2.1.0, 3.30.2): where an absent field would stand.
        var (start, end) = origin.LineSpan;
        return new SarifPhysicalLocation(
            File(origin.Source.Id.Path),
            new SarifRegion(start.Line + 1, start.Character + 1, end.Line + 1, end.Character + 1));
    }

    private SarifArtifactLocation File(string path) => new(SarifUri.Relative(path), baseId);

    private static SarifLogicalLocation[]? Logical(Diagnostic diagnostic)
    {
        if (diagnostic.Resource is not { } resource)
            return null;
        var qualified = resource.Namespace is { } @namespace ? $"{@namespace}/{resource.Kind}/{resource.Name}" : $"{resource.Kind}/{resource.Name}";
        var named = new SarifLogicalLocation(SarifProse.Name(resource.Name), SarifProse.Name(qualified), "resource");
        return diagnostic.FieldPath is { Length: > 0 } path
            ? [named, new SarifLogicalLocation(SarifProse.Name(path), SarifProse.Name($"{qualified}/{path}"), "member")]
            : [named];
    }
}
