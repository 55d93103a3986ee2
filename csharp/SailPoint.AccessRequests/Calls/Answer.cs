// What an operation answers: how the envelope's data becomes objects. The table of operations names one for each.
#nullable enable

using System;
using System.Collections.Generic;
using System.Text.Json;
using SailPoint.AccessRequests.Json;

namespace SailPoint.AccessRequests.Calls;

/// <summary>Reads an envelope's <c>data</c>.</summary>
internal abstract class Answer
{
    /// <summary>An object without documented members: read as null.</summary>
    internal static readonly Answer Empty = new EmptyAnswer();

    /// <summary>An answer of an operation that this assembly does not know: read as plain objects.</summary>
    internal static readonly Answer Plain = new PlainAnswer();

    /// <summary>Where the content stands in the text: read as a <see cref="Range"/> of bytes.</summary>
    internal static readonly Answer Place = new PlaceAnswer();

    /// <summary>The value that the reader stands at. The reader is left on its last token.</summary>
    /// <exception cref="JsonException">It nests deeper than the reader goes. Nothing else that the service sends makes this fail.</exception>
    internal abstract object? Read(ref Utf8JsonReader reader);

    /// <summary>What stands for an envelope without data.</summary>
    internal virtual object? Absent() => null;

    private sealed class EmptyAnswer : Answer
    {
        internal override object? Read(ref Utf8JsonReader reader)
        {
            reader.Skip();
            return null;
        }
    }

    private sealed class PlaceAnswer : Answer
    {
        internal override object? Read(ref Utf8JsonReader reader)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            return start..(int)reader.BytesConsumed;
        }
    }

    private sealed class PlainAnswer : Answer
    {
        internal override object? Read(ref Utf8JsonReader reader) => JsonReader.ToObject(JsonText.Raw(ref reader));
    }
}

/// <summary>One object of a model. What is no object is kept by an instance without members, under the empty name.</summary>
internal sealed class ObjectAnswer<T> : Answer
    where T : Model, new()
{
    /// <inheritdoc/>
    internal override object Absent() => new T();

    /// <inheritdoc/>
    internal override object Read(ref Utf8JsonReader reader) => ReadOne(ref reader);

    /// <summary>One row.</summary>
    internal static T ReadOne(ref Utf8JsonReader reader)
    {
        var model = new T();
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            model.ReadFrom(ref reader);
        }
        else
        {
            model.KeepWhole(ref reader);
        }

        return model;
    }
}

/// <summary>A list of a model: always an array. What is no list counts as a list of one, null as an empty one.</summary>
internal sealed class ListAnswer<T> : Answer
    where T : Model, new()
{
    /// <inheritdoc/>
    internal override object Absent() => Array.Empty<T>();

    /// <inheritdoc/>
    internal override object Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return Absent();
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return new[] { ObjectAnswer<T>.ReadOne(ref reader) };
        }

        var rows = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            rows.Add(ObjectAnswer<T>.ReadOne(ref reader));
        }

        return rows.ToArray();
    }
}
