using System.Text;
using System.Text.Json;

namespace NetLint.Cli.Output;

/// <summary>Writes a JSON document to a text writer. Everything but plain ASCII is escaped, so nothing in it can steer a terminal.</summary>
internal static class JsonAnswer
{
    public static void Write(TextWriter output, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
            write(json);
        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }
}
