using System.Globalization;

namespace NetLint.Cli.Output;

/// <summary>Counts in words: <c>1 file</c>, <c>1,234 files</c>.</summary>
internal static class Plural
{
    public static string Of(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");
}
