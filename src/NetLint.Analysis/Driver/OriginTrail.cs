using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Analysis.Driver;

/// <summary>The places between the line that decided a value and what was judged: what it replaced or was made of, and who deploys it.</summary>
internal static class OriginTrail
{
    /// <summary>The places, those of the value first.</summary>
    /// <param name="node">The node that was judged; null when it is not known.</param>
    /// <param name="location">The place of the finding.</param>
    /// <param name="way">The places in kustomizations that bring the resource, innermost first.</param>
    public static IEnumerable<RelatedLocation> Of(YamlNode? node, Origin location, ImmutableArray<Origin> way)
    {
        if (node?.Origin == location)
        {
            foreach (var earlier in node.EarlierOrigins)
                yield return new RelatedLocation(RelatedRole.Origin, earlier, "an earlier value, or a part of it");
        }

        foreach (var step in way)
            yield return new RelatedLocation(RelatedRole.Origin, step, RelatedLocation.DeployedThrough);
    }
}
