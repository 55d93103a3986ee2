// Objects with free keys and texts as values.
#nullable enable

using System.Collections.Generic;
using System.Text.Json;
using SailPoint.AccessRequests.Json;

namespace SailPoint.AccessRequests.ModelSupport;

/// <summary>Texts by key: a <see cref="Dictionary{TKey, TValue}"/> of <see cref="string"/>, whose values may be null.</summary>
internal sealed class TextMapKind : FieldKind
{
    internal static readonly TextMapKind Instance = new();

    /// <inheritdoc/>
    internal override object? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        var start = reader;
        var map = new Dictionary<string, string?>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = JsonText.TextOrNull(ref reader);
            reader.Read();
            var value = TextKind.Instance.Read(ref reader) as string;
            if (key is null || (value is null && reader.TokenType != JsonTokenType.Null))
            {
                reader = start;
                return null;
            }

            map[key] = value;
        }

        return map;
    }

    /// <inheritdoc/>
    internal override void Write(Utf8JsonWriter writer, object value)
    {
        writer.WriteStartObject();
        foreach (var (key, text) in (Dictionary<string, string?>)value)
        {
            writer.WriteString(key, text);
        }

        writer.WriteEndObject();
    }
}
