using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Discovery;

/// <summary>The object that asks for a deployment, and what else of its surroundings decides about it.</summary>
/// <param name="Node">The object.</param>
/// <param name="Namespace">The namespace it is in.</param>
/// <param name="Cluster">The cluster it is in.</param>
/// <param name="GeneratedBy">The object that made it; null for one that is written.</param>
/// <param name="Reservations">What is uncertain about it.</param>
internal readonly record struct DeploymentKey(TreeIdentity Node, string? Namespace, string? Cluster, Origin? GeneratedBy, (bool IsOpen, bool IsAssumed, bool IsPatched) Reservations);

/// <summary>A tree that equals another one of the same values at the same places.</summary>
internal readonly struct TreeIdentity(YamlNode root) : IEquatable<TreeIdentity>
{
    private readonly YamlNode _root = root;

    public bool Equals(TreeIdentity other) => AreSame(_root, other._root);

    public override bool Equals(object? obj) => obj is TreeIdentity other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_root.Origin, _root.Weight, _root.Height);

    /// <summary>True when nothing tells two trees apart. Trees are as deep as their reader allows, which bounds this recursion.</summary>
    public static bool AreSame(YamlNode? left, YamlNode? right)
    {
        if (ReferenceEquals(left, right))
            return true;
        if (left is null || right is null || left.Origin != right.Origin || left.Weight != right.Weight || left.Height != right.Height || left.Tag != right.Tag)
            return false;
        return (left, right) switch
        {
            (YamlScalar a, YamlScalar b) => a.Style == b.Style && a.Value == b.Value && a.EarlierOrigins.AsSpan().SequenceEqual(b.EarlierOrigins.AsSpan()),
            (YamlSequence a, YamlSequence b) => AreSame(a, b),
            (YamlMapping a, YamlMapping b) => AreSame(a, b),
            _ => false,
        };
    }

    private static bool AreSame(YamlSequence left, YamlSequence right)
    {
        if (left.Items.Length != right.Items.Length)
            return false;
        for (var i = 0; i < left.Items.Length; i++)
        {
            if (!AreSame(left.Items[i], right.Items[i]))
                return false;
        }

        return true;
    }

    private static bool AreSame(YamlMapping left, YamlMapping right)
    {
        if (left.Entries.Length != right.Entries.Length)
            return false;
        for (var i = 0; i < left.Entries.Length; i++)
        {
            var (a, b) = (left.Entries[i], right.Entries[i]);
            if (a.Name != b.Name || !AreSame(a.Key, b.Key) || !AreSame(a.Value, b.Value))
                return false;
        }

        return true;
    }
}

/// <summary>
/// What objects of deployment tools came to, with what was looked at for it. A discovery takes over from the one before what nothing has
/// touched, and forgets what nobody asks for any more.
/// </summary>
/// <typeparam name="T">What is remembered.</typeparam>
internal sealed class DeploymentMemory<T>
    where T : class
{
    private readonly DeploymentMemory<T>? _earlier;
    private readonly SnapshotChanges _changes;
    private readonly Dictionary<DeploymentKey, Remembered> _items = [];

    private DeploymentMemory(DeploymentMemory<T>? earlier, SnapshotChanges changes)
    {
        _earlier = earlier;
        _changes = changes;
    }

    /// <summary>How many were made and not taken over.</summary>
    public int Made { get; private set; }

    /// <summary>A memory that takes over from another one.</summary>
    public static DeploymentMemory<T> After(DeploymentMemory<T>? earlier, SnapshotChanges? changes) =>
        changes is null ? new(null, SnapshotChanges.None) : new(earlier?.Forgetful(), changes);

    /// <summary>What an object came to.</summary>
    /// <param name="key">The object.</param>
    /// <param name="inputs">What may be looked at.</param>
    /// <param name="isCurrent">False for what rests on other objects that are not what they were.</param>
    /// <param name="make">Makes it.</param>
    public T Get(DeploymentKey key, DiscoveryInputs inputs, Func<T, bool> isCurrent, Func<ObservedInputs, T> make)
    {
        if (_items.TryGetValue(key, out var known) && isCurrent(known.Value))
            return known.Value;
        if (_earlier is not null && _earlier._items.TryGetValue(key, out var earlier) && earlier.Seen.AreUntouchedBy(_changes) && isCurrent(earlier.Value))
        {
            _items[key] = earlier;
            return earlier.Value;
        }

        Made++;
        var observed = new ObservedInputs(inputs);
        var made = make(observed);
        _items[key] = new Remembered(made, observed.Seen);
        return made;
    }

    /// <summary>The same without what it has taken over from, which would otherwise never go away.</summary>
    private DeploymentMemory<T> Forgetful()
    {
        var memory = new DeploymentMemory<T>(null, SnapshotChanges.None);
        foreach (var (key, item) in _items)
            memory._items.Add(key, item);
        return memory;
    }

    private readonly record struct Remembered(T Value, Observations Seen);
}
