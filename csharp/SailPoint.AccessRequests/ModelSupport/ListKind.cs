// Lists. A list with an entry that does not fit does not fit as a whole, so that no entry is lost.
#nullable enable

using System.Collections.Generic;
using System.Text.Json;

namespace SailPoint.AccessRequests.ModelSupport;

/// <summary>A list: an array of <typeparamref name="T"/>.</summary>
/// <param name="entry">What each entry is.</param>
/// <param name="single">Whether one bare entry stands for a list of one.</param>
internal sealed class ListKind<T>(FieldKind entry, bool single = false) : FieldKind
    where T : class
{
    /// <inheritdoc/>
    internal override object? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return single && entry.Read(ref reader) is T only ? new[] { only } : null;
        }

        var start = reader;
        var entries = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (entry.Read(ref reader) is not T value)
            {
                reader = start;
                return null;
            }

            entries.Add(value);
        }

        return entries.ToArray();
    }

    /// <inheritdoc/>
    internal override void Write(Utf8JsonWriter writer, object value)
    {
        writer.WriteStartArray();
        foreach (var item in (T?[])value)
        {
            if (item is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                entry.Write(writer, item);
            }
        }

        writer.WriteEndArray();
    }
}
