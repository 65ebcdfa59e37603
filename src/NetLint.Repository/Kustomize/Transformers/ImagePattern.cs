using System.Buffers;
using System.Text.RegularExpressions;
using NetLint.Repository.Kustomize.Patches;
using NetLint.Syntax.Text;

namespace NetLint.Repository.Kustomize.Transformers;

/// <summary>The images of a name, whatever their tag and digest. The name is a regular expression, whether its writer knows it or not.</summary>
internal sealed class ImagePattern
{
    private const string Digest = "@sha256:";

    private static readonly SearchValues<char> TagCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.{}-");

    private readonly string _name;
    private readonly Origin _place;
    private readonly SimplePattern? _simple;
    private Regex? _engine;

    /// <summary>Makes a pattern.</summary>
    /// <param name="name">The name.</param>
    /// <param name="place">Where it is written.</param>
    /// <exception cref="RenderException">The name is no regular expression.</exception>
    public ImagePattern(string name, Origin place)
    {
        _name = name;
        _place = place;
        _simple = SimplePattern.Parse(name) is { IsFixed: true } simple ? simple : null;
        if (_simple is null)
            _engine = Make();
    }

    /// <summary>True for an image of the name.</summary>
    public bool IsMatch(string image)
    {
        if (_simple is null || !SimplePattern.CanJudge(image))
            return (_engine ??= Make()).IsMatch(image);
        if (image.Length < _simple.Length || !_simple.IsWhole(image.AsSpan(0, _simple.Length)))
            return false;
        var rest = image.AsSpan(_simple.Length);
        if (rest is [':', ..])
            rest = WithoutTag(rest[1..]);
        if (rest.StartsWith(Digest, StringComparison.Ordinal))
            rest = WithoutTag(rest[Digest.Length..]);
        return rest.IsEmpty;
    }

    private static ReadOnlySpan<char> WithoutTag(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExcept(TagCharacters);
        return end < 0 ? [] : text[end..];
    }

    private Regex Make()
    {
        try
        {
            return new Regex($"^{_name}(:[a-zA-Z0-9_.{{}}-]*)?(@sha256:[a-zA-Z0-9_.{{}}-]*)?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            throw new RenderException($"the name of the image '{_name}' is no valid regular expression", _place);
        }
    }
}
