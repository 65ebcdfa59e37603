using System.Collections.Immutable;
using System.Text;

namespace NetLint.Repository.Kustomize;

/// <summary>What <c>buildMetadata</c> writes about where an object comes from and what changed it.</summary>
/// <param name="Source">Where it comes from; null for an object that is new.</param>
/// <param name="Transformations">What changed it, in order.</param>
internal sealed record BuildProvenance(BuildStep? Source, ImmutableArray<BuildStep> Transformations)
{
    /// <summary>The text of the annotation that says where the object comes from.</summary>
    public string SourceText => Source?.Write("", "") ?? "";

    /// <summary>The text of the annotation that lists what changed the object.</summary>
    public string TransformationsText => string.Concat(Transformations.Select(step => step.Write("- ", "  ")));

    /// <summary>The same with a further step. What changes an object of unknown source is taken for its source.</summary>
    public BuildProvenance With(BuildStep step) => Source is null ? this with { Source = step } : this with { Transformations = Transformations.Add(step) };
}

/// <summary>A file, or a generator or transformer.</summary>
/// <param name="Path">The path of a resource, relative to the built directory; "" for a generator or transformer.</param>
/// <param name="ConfiguredIn">The kustomization or configuration file of a generator or transformer.</param>
/// <param name="ApiVersion">The apiVersion of a generator or transformer, <c>builtin</c> for a field of a kustomization.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Name">Its name, for a configuration in a file.</param>
/// <param name="Namespace">Its namespace.</param>
internal sealed record BuildStep(string Path, string ConfiguredIn = "", string ApiVersion = "", string Kind = "", string Name = "", string Namespace = "")
{
    /// <summary>The step as the YAML that the tool writes into an annotation.</summary>
    public string Write(string first, string indent)
    {
        var text = new StringBuilder();
        Line("path", Path, "");
        Line("configuredIn", ConfiguredIn, "");
        if (Kind.Length > 0)
        {
            text.Append(text.Length == 0 ? first : indent).Append("configuredBy:\n");
            Line("apiVersion", ApiVersion, "  ");
            Line("kind", Kind, "  ");
            Line("name", Name, "  ");
            Line("namespace", Namespace, "  ");
        }

        return text.ToString();

        void Line(string key, string value, string deeper)
        {
            if (value.Length > 0)
                text.Append(text.Length == 0 ? first : indent).Append(deeper).Append(key).Append(": ").Append(value).Append('\n');
        }
    }
}
