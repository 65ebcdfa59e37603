using System.Text;
using NetLint.Syntax.Text;

namespace NetLint.Repository.Kustomize.Generators;

/// <summary>One value of a generated object, before it is encoded.</summary>
/// <param name="Key">The key it goes under.</param>
/// <param name="Bytes">The value.</param>
/// <param name="KeyOrigin">The place that decided the key.</param>
/// <param name="Origin">The place that decided the value.</param>
internal readonly record struct DataValue(string Key, ReadOnlyMemory<byte> Bytes, Origin KeyOrigin, Origin Origin)
{
    /// <summary>Encoded values are broken into lines of this length.</summary>
    private const int LineLength = 70;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The value as text, a byte order mark included; null when it is no UTF-8.</summary>
    public string? Text
    {
        get
        {
            try
            {
                return Strict.GetString(Bytes.Span);
            }
            catch (DecoderFallbackException)
            {
                return null;
            }
        }
    }

    /// <summary>The value in base 64; a long one is broken into lines, each with a line break, which Kubernetes skips.</summary>
    public string Base64
    {
        get
        {
            var encoded = Convert.ToBase64String(Bytes.Span);
            if (encoded.Length < LineLength)
                return encoded;
            var lines = new StringBuilder(encoded.Length + encoded.Length / LineLength + 1);
            for (var at = 0; at < encoded.Length; at += LineLength)
                lines.Append(encoded, at, Math.Min(LineLength, encoded.Length - at)).Append('\n');
            return lines.ToString();
        }
    }
}
