using System.IO.Enumeration;
using NetLint.Repository;

namespace NetLint.Hosting.Files;

/// <summary>Lists every file below a root without git. Links to directories are not followed, so there are no loops.</summary>
internal static class DirectoryWalk
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    public static void Run(ListingBuilder listing, CancellationToken cancellationToken)
    {
        var pending = new Stack<string>();
        pending.Push("");
        while (pending.TryPop(out var directory))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                foreach (var name in Names(listing.AbsoluteOf(directory)))
                    Visit(directory.Length == 0 ? name : directory + "/" + name, name, pending, listing);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                listing.Tell(NotificationLevel.Warning, ReadProblem.Of(exception, "the directory"), directory.Length == 0 ? null : directory);
            }
        }
    }

    private static void Visit(string path, string name, Stack<string> pending, ListingBuilder listing)
    {
        if (LinkScope.IsGitDirectory(name))
            return;
        // A file whose name does not matter is not worth a look at the disk, but a directory may have any name.
        switch (FileNode.Of(listing.AbsoluteOf(path)).Kind)
        {
            case FileNodeKind.Directory:
                pending.Push(path);
                break;
            case FileNodeKind.Link when Directory.Exists(listing.AbsoluteOf(path)):
                listing.Tell(NotificationLevel.Note, "the symbolic link leads to a directory and was not followed", path);
                break;
            default:
                listing.Add(path);
                break;
        }
    }

    private static FileSystemEnumerable<string> Names(string directory) =>
        new(directory, static (ref FileSystemEntry entry) => entry.FileName.ToString(), Everything);
}
