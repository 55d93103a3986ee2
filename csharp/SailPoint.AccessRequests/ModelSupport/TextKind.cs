// Texts, ids and words. Words are not held against their list: the service may know new ones.
#nullable enable

using System.Text.Json;
using SailPoint.AccessRequests.Json;

namespace SailPoint.AccessRequests.ModelSupport;

/// <summary>A text: a <see cref="string"/>.</summary>
internal class TextKind : FieldKind
{
    internal static readonly TextKind Instance = new();

    /// <inheritdoc/>
    internal override object? Read(ref Utf8JsonReader reader) =>
        reader.TokenType != JsonTokenType.String ? null : reader.ValueIsEscaped ? JsonText.TextOrNull(ref reader) : reader.GetString();

    /// <inheritdoc/>
    internal override void Write(Utf8JsonWriter writer, object value) => writer.WriteStringValue((string)value);
}
