// The documented members of one model, by position. Each generated class has one.
#nullable enable

using System;
using System.Text.Json;
using SailPoint.AccessRequests.Json;

namespace SailPoint.AccessRequests.ModelSupport;

/// <summary>Names and kinds of a model's documented members, in the documented order.</summary>
internal sealed class ModelShape
{
    private readonly ModelField[] fields;

    internal ModelShape(params ModelField[] fields) => this.fields = fields;

    /// <summary>How many members there are.</summary>
    internal int Count => fields.Length;

    /// <summary>The JSON name of the member at this position.</summary>
    internal string Name(int index) => fields[index].Name;

    /// <summary>The JSON name in UTF-8.</summary>
    internal ReadOnlySpan<byte> Utf8Name(int index) => fields[index].Utf8Name;

    /// <summary>What the member at this position holds.</summary>
    internal FieldKind Kind(int index) => fields[index].Kind;

    /// <summary>The position of the member of this name, ignoring case where none matches exactly; -1 where there is none.</summary>
    internal int Find(string name)
    {
        var exact = Array.FindIndex(fields, field => field.Name == name);
        return exact >= 0 ? exact : Array.FindIndex(fields, field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The position of the member whose name the reader stands at, searched from <paramref name="expected"/> on and then around; -1 where there is none.</summary>
    internal int Find(ref Utf8JsonReader reader, int expected)
    {
        if (reader.ValueIsEscaped)
        {
            // The reader's own comparison fails where the escapes name no characters.
            var text = JsonText.TextOrNull(ref reader);
            return Array.FindIndex(fields, field => field.Name == text);
        }

        for (var step = 0; step < fields.Length; step++)
        {
            var index = expected + step;
            index = index < fields.Length ? index : index - fields.Length;
            if (reader.ValueSpan.SequenceEqual(fields[index].Utf8Name))
            {
                return index;
            }
        }

        return -1;
    }
}
