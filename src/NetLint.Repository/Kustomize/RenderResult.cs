using System.Collections.Immutable;
using NetLint.Repository.Kustomize.Output;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize;

/// <summary>An object that a kustomization deploys.</summary>
/// <param name="Root">Its tree; each node knows where it was written.</param>
/// <param name="Via">The places in kustomizations that bring it, innermost first.</param>
public sealed record RenderedObject(YamlMapping Root, ImmutableArray<Origin> Via);

/// <summary>What a kustomization deploys.</summary>
/// <param name="Objects">The objects in the order in which they are printed; empty when it cannot be rendered.</param>
/// <param name="Problems">Why it, or a part of it, cannot be rendered; empty when all is well.</param>
/// <param name="Inputs">Every path that was read, or that was looked for and could change the result by appearing.</param>
public sealed record RenderResult(ImmutableArray<RenderedObject> Objects, ImmutableArray<RenderProblem> Problems, IReadOnlySet<string> Inputs)
{
    /// <summary>True when kustomize, too, gives up: nothing is deployed.</summary>
    public bool IsFailed { get; init; }

    /// <summary>Prints the objects, byte for byte as <c>kubectl kustomize</c> does.</summary>
    /// <param name="withSources">True to tell also where each value comes from.</param>
    public RenderedText Print(bool withSources = false)
    {
        try
        {
            var values = withSources ? new List<PrintedValue>() : null;
            return new RenderedText(KustomizeYaml.Write(Objects.Select(item => item.Root), values), null) { Values = [.. values ?? []] };
        }
        catch (RenderException exception)
        {
            return new RenderedText("", exception.Problem);
        }
    }

    /// <summary>Where the values of an object come from, in the order in which they are printed.</summary>
    /// <param name="item">One of the objects.</param>
    public static IEnumerable<ValueSources> SourcesOf(RenderedObject item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return JsonPointers.Walk(item.Root).Select(value => new ValueSources(value.Pointer, [value.Scalar.Origin, .. value.Scalar.EarlierOrigins]));
    }
}

/// <summary>What a rendering looks like in print.</summary>
/// <param name="Text">The text; "" when there is none.</param>
/// <param name="Problem">Why it cannot be printed; null when it can.</param>
public sealed record RenderedText(string Text, RenderProblem? Problem)
{
    /// <summary>Where the values come from, in the order of the text; empty when nobody asked.</summary>
    public ImmutableArray<PrintedValue> Values { get; init; } = [];
}

/// <summary>Where a value of a text comes from: a scalar, or a collection without items.</summary>
/// <param name="LineEnd">The end of the line of the text behind which a comment on the value can stand: its last, or the first of a literal block.</param>
/// <param name="Sources">The places it was made from: the one that decided it first.</param>
public readonly record struct PrintedValue(int LineEnd, ImmutableArray<Origin> Sources);

/// <summary>Where a value comes from.</summary>
/// <param name="Pointer">Where the value stands in its object (RFC 6901).</param>
/// <param name="Sources">The places it was made from: the one that decided it first.</param>
public readonly record struct ValueSources(string Pointer, ImmutableArray<Origin> Sources);
