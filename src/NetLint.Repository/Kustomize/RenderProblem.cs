using NetLint.Kubernetes.Knowledge;
using NetLint.Syntax.Text;

namespace NetLint.Repository.Kustomize;

/// <summary>Why a kustomization, or a part of it, cannot be rendered.</summary>
/// <param name="Kind">What sort of problem it is.</param>
/// <param name="Message">One sentence without a final period, naming the file or field.</param>
/// <param name="Origin">The place in a kustomization, patch or resource that is the cause.</param>
public sealed record RenderProblem(RenderProblemKind Kind, string Message, Origin Origin)
{
    /// <summary>The kinds of objects that it may keep from being seen; none when only the content of an object is not known.</summary>
    public ProducedKinds Hides { get; init; } = ProducedKinds.Anything;
}

/// <summary>Sorts of problems in rendering.</summary>
public enum RenderProblemKind
{
    /// <summary>kustomize refuses it as well: nothing can be deployed from here.</summary>
    Invalid,

    /// <summary>It needs something NetLint does not see: a remote base, a plugin, a chart, a file that is not in the checkout.</summary>
    Unsupported,

    /// <summary>An object has a key twice, which kustomize refuses to print.</summary>
    RepeatedKey,

    /// <summary>kustomize refuses it unless it is told to lift its load restriction, as many who build it do.</summary>
    Restricted,

    /// <summary>It is larger than NetLint is willing to render.</summary>
    Limit,
}

/// <summary>
/// Ends the rendering of a kustomization. It is caught where a rendering or printing begins, which returns the problem as data.
/// </summary>
internal sealed class RenderException(RenderProblem problem) : Exception(problem.Message)
{
    /// <summary>Makes an exception for what kustomize refuses as well.</summary>
    public RenderException(string message, Origin origin)
        : this(new RenderProblem(RenderProblemKind.Invalid, message, origin))
    {
    }

    /// <summary>The problem.</summary>
    public RenderProblem Problem { get; } = problem;
}
