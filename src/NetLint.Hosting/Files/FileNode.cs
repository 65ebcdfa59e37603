using System.Runtime.InteropServices;

namespace NetLint.Hosting.Files;

/// <summary>What stands at a path, links not followed.</summary>
internal enum FileNodeKind
{
    /// <summary>Nothing, or nothing that can be seen.</summary>
    Missing,

    /// <summary>A regular file.</summary>
    File,

    /// <summary>A directory.</summary>
    Directory,

    /// <summary>A symbolic link or another reparse point.</summary>
    Link,

    /// <summary>A pipe, socket or device: opening one may block or do harm.</summary>
    Special,
}

/// <summary>The entry at a path as the disk knows it; looking never opens it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Length">The size in bytes of a regular file.</param>
internal readonly partial record struct FileNode(FileNodeKind Kind, long Length)
{
    private const int TypeMask = 0xF000;
    private const int Directory = 0x4000;
    private const int Regular = 0x8000;
    private const int SymbolicLink = 0xA000;

    /// <summary>Looks at a path.</summary>
    public static FileNode Of(string path) => OperatingSystem.IsWindows() ? FromAttributes(path) : FromStatus(path);

    private static FileNode FromStatus(string path)
    {
        // The class library tells no pipe from a file, so its own native part is asked.
        if (LStat(path, out var status) != 0)
            return default;
        return (status.Mode & TypeMask) switch
        {
            Regular => new FileNode(FileNodeKind.File, status.Size),
            Directory => new FileNode(FileNodeKind.Directory, 0),
            SymbolicLink => new FileNode(FileNodeKind.Link, 0),
            _ => new FileNode(FileNodeKind.Special, 0),
        };
    }

    private static FileNode FromAttributes(string path)
    {
        var info = new FileInfo(path);
        // A path with no entry has attributes of -1.
        if ((int)info.Attributes == -1)
            return default;
        if ((info.Attributes & FileAttributes.ReparsePoint) != 0)
            return new FileNode(FileNodeKind.Link, 0);
        if ((info.Attributes & FileAttributes.Directory) != 0)
            return new FileNode(FileNodeKind.Directory, 0);
        return (info.Attributes & FileAttributes.Device) != 0 ? new FileNode(FileNodeKind.Special, 0) : new FileNode(FileNodeKind.File, info.Length);
    }

    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_LStat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LStat(string path, out FileStatus status);

    /// <summary>The status the runtime's native part fills in, the same on every Unix; longer than what it writes.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct FileStatus
    {
        [FieldOffset(4)]
        public int Mode;

        [FieldOffset(16)]
        public long Size;
    }
}
