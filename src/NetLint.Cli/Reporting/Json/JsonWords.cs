using System.Text.Json;

namespace NetLint.Cli.Reporting.Json;

/// <summary>The values of enumerations as the contract spells them.</summary>
internal static class JsonWords
{
    /// <summary>The name of a value in camel case.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Words<T>.Of[value];

    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Of =
            Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));
    }
}
