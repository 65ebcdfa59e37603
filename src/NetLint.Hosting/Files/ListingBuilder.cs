using System.Collections.Immutable;
using NetLint.Repository;

namespace NetLint.Hosting.Files;

/// <summary>Collects the files of a listing after looking at what really stands at each path.</summary>
internal sealed class ListingBuilder(string root)
{
    private readonly ImmutableArray<FileEntry>.Builder _files = ImmutableArray.CreateBuilder<FileEntry>();
    private readonly ImmutableArray<Notification>.Builder _notifications = ImmutableArray.CreateBuilder<Notification>();

    public FileListing Build() => new(_files.DrainToImmutable(), _notifications.DrainToImmutable());

    public void Tell(NotificationLevel level, string message, string? path) => _notifications.Add(new Notification(level, message, path));

    /// <summary>Adds the file at a path when it is one whose name matters, and tells why when it cannot be taken.</summary>
    public void Add(string path)
    {
        if (!FileClassifier.IsRelevant(path))
            return;
        var node = FileNode.Of(AbsoluteOf(path));
        switch (node.Kind)
        {
            case FileNodeKind.File:
                _files.Add(new FileEntry(path, node.Length));
                break;
            case FileNodeKind.Link:
                AddLink(path);
                break;
            case FileNodeKind.Special:
                Tell(NotificationLevel.Warning, "this is a pipe, socket or device and was not opened", path);
                break;
            // Bytes that are no UTF-8 were replaced on the way here, so the path leads nowhere. Any other missing file was deleted.
            case FileNodeKind.Missing when path.Contains('\uFFFD', StringComparison.Ordinal):
                Tell(NotificationLevel.Warning, "the name is not valid UTF-8, and the file was not read", path);
                break;
        }
    }

    public string AbsoluteOf(string path) => Path.Join(root, path);

    private void AddLink(string path)
    {
        if (RealPath.Resolve(AbsoluteOf(path)) is not { } target)
        {
            Tell(NotificationLevel.Warning, "the symbolic link leads to nothing or round in a loop", path);
            return;
        }

        if (!LinkScope.IsInside(root, target))
        {
            Tell(NotificationLevel.Warning, "the symbolic link leaves the repository and was not followed", path);
            return;
        }

        var node = FileNode.Of(target);
        // The same directory would hold each object of the file twice.
        if (node.Kind != FileNodeKind.File || Path.GetDirectoryName(target) == Path.GetDirectoryName(AbsoluteOf(path)))
            return;
        _files.Add(new FileEntry(path, node.Length));
    }
}
