// Whole numbers of 32 bits.
#nullable enable

using System.Text.Json;

namespace SailPoint.AccessRequests.ModelSupport;

/// <summary>A whole number: an <see cref="int"/>.</summary>
internal sealed class IntegerKind : FieldKind
{
    internal static readonly IntegerKind Instance = new();

    /// <inheritdoc/>
    internal override object? Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number) ? number : null;

    /// <inheritdoc/>
    internal override void Write(Utf8JsonWriter writer, object value) => writer.WriteNumberValue((int)value);
}
