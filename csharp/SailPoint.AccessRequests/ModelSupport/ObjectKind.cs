// Objects of a documented model. Whatever their members hold, an object fits: the model itself keeps what does not.
#nullable enable

using System.Text.Json;

namespace SailPoint.AccessRequests.ModelSupport;

/// <summary>An object: an instance of <typeparamref name="T"/>.</summary>
internal sealed class ObjectKind<T> : FieldKind
    where T : Model, new()
{
    internal static readonly ObjectKind<T> Instance = new();

    /// <inheritdoc/>
    internal override object? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        var model = new T();
        model.ReadFrom(ref reader);
        return model;
    }

    /// <inheritdoc/>
    internal override void Write(Utf8JsonWriter writer, object value) => ((Model)value).WriteTo(writer);
}
