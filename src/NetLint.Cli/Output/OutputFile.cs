using System.Text;
using NetLint.Hosting.Files;

namespace NetLint.Cli.Output;

/// <summary>Writes a file as a whole or not at all: beside its place under another name, then renamed.</summary>
internal static class OutputFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a file.</summary>
    /// <param name="path">The absolute path.</param>
    /// <param name="shown">The path in messages.</param>
    /// <param name="mayReplace">False to leave a file that is there alone and fail.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="UsageException">The file cannot be written; what was there is untouched.</exception>
    public static void Write(string path, string shown, bool mayReplace, Action<TextWriter> write)
    {
        // A link keeps standing, and the file it leads to is replaced.
        var target = RealPath.Resolve(path) ?? path;
        if (Directory.Exists(target))
            throw new UsageException($"cannot write '{shown}': it is a directory");
        try
        {
            if (File.Exists(target) && !FileKind.IsRegular(target))
                WriteThrough(target, write);
            else
                WriteBeside(target, mayReplace, write);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot write '{shown}': {Reason(exception)}", exception);
        }
    }

    /// <summary>Why output could not be written, without the path of a temporary file.</summary>
    public static string Reason(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "permission denied",
        DirectoryNotFoundException => "its directory does not exist",
        IOException when exception.Message.Contains("No space left", StringComparison.Ordinal) => "no space left on the device",
        _ => exception.Message.Split(" : '")[0],
    };

    /// <summary>A pipe or device, such as <c>/dev/stdout</c>, cannot be replaced by a file.</summary>
    private static void WriteThrough(string target, Action<TextWriter> write)
    {
        using var writer = new StreamWriter(new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite), Utf8);
        write(writer);
    }

    private static void WriteBeside(string target, bool mayReplace, Action<TextWriter> write)
    {
        var temporary = Path.Join(Path.GetDirectoryName(target), $".netlint-{Path.GetRandomFileName()}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                using (var writer = new StreamWriter(stream, Utf8, leaveOpen: true))
                    write(writer);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, mayReplace);
        }
        catch
        {
            // Nothing half-written is left behind; deleting what was never made does nothing.
            if (Directory.Exists(Path.GetDirectoryName(temporary)))
                File.Delete(temporary);
            throw;
        }
    }
}
