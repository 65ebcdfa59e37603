using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Replacements;

/// <summary>
/// The value that a replacement copies. One that is taken whole from a field stays that field: what the replacement itself does to it is
/// seen by the targets after.
/// </summary>
internal sealed class ReplacementValue
{
    private readonly TreePosition _position;
    private KustomizeObject? _item;

    /// <summary>Makes a value of its own.</summary>
    public ReplacementValue(YamlNode node) => Node = node;

    /// <summary>Makes a value that is a field of an object.</summary>
    public ReplacementValue(KustomizeObject item, TreePosition position)
    {
        _item = item;
        _position = position;
        Node = position.In(item.Root);
    }

    /// <summary>The value.</summary>
    public YamlNode Node { get; private set; }

    /// <summary>Looks at the field again.</summary>
    public void Refresh()
    {
        if (_item is not null)
            Node = _position.In(_item.Root);
    }

    /// <summary>Must be called after something was written.</summary>
    public void Follow(KustomizeObject item, TreePosition written)
    {
        if (!ReferenceEquals(item, _item))
            return;
        // Where what is around the field was replaced, the field is gone and its value stays as it was.
        if (written.Steps.Length < _position.Steps.Length && written.IsAtOrAbove(_position))
            _item = null;
        Refresh();
    }
}
