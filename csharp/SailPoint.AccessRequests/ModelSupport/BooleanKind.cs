// True and false.
#nullable enable

using System.Text.Json;

namespace SailPoint.AccessRequests.ModelSupport;

/// <summary>A boolean: a <see cref="bool"/>.</summary>
internal sealed class BooleanKind : FieldKind
{
    internal static readonly BooleanKind Instance = new();

    private static readonly object True = true;
    private static readonly object False = false;

    /// <inheritdoc/>
    internal override object? Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => True,
        JsonTokenType.False => False,
        _ => null,
    };

    /// <inheritdoc/>
    internal override void Write(Utf8JsonWriter writer, object value) => writer.WriteBooleanValue((bool)value);
}
