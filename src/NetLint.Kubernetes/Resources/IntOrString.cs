using System.Globalization;
using System.Numerics;
using NetLint.Syntax.Yaml;

namespace NetLint.Kubernetes.Resources;

/// <summary>A value that the API takes as a number or as a name; a quoted number is a name.</summary>
public readonly record struct IntOrString
{
    private IntOrString(BigInteger? number, string? name)
    {
        Number = number;
        Name = name;
    }

    /// <summary>The number, or null when it is a name.</summary>
    public BigInteger? Number { get; }

    /// <summary>The name, or null when it is a number.</summary>
    public string? Name { get; }

    /// <summary>Makes a number.</summary>
    public static IntOrString FromNumber(BigInteger number) => new(number, null);

    /// <summary>Makes a name.</summary>
    public static IntOrString FromName(string name) => new(null, name);

    /// <summary>Reads a scalar; false for anything that is neither an integer nor a string.</summary>
    public static bool TryRead(YamlNode node, out IntOrString value)
    {
        value = default;
        if (node is not YamlScalar scalar)
            return false;
        var resolved = scalar.Resolve();
        value = resolved.Kind switch
        {
            ScalarKind.Integer => FromNumber(resolved.Integer),
            ScalarKind.String => FromName(scalar.Value),
            _ => default,
        };
        return resolved.Kind is ScalarKind.Integer or ScalarKind.String;
    }

    /// <inheritdoc/>
    public override string ToString() => Name ?? Number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
