// What a member may hold: the one place that decides whether a value fits. A kind for each file beside this one.
#nullable enable

using System.Text.Json;
using SailPoint.AccessRequests.Json;

namespace SailPoint.AccessRequests.ModelSupport;

/// <summary>How values of one documented type are read, written and converted. Null never gets here: a model keeps it itself.</summary>
internal abstract class FieldKind
{
    /// <summary>
    /// The value that the reader stands at, with the reader left on its last token; null where it does not fit, with the reader left where it was.
    /// </summary>
    internal abstract object? Read(ref Utf8JsonReader reader);

    /// <summary>Writes a value that <see cref="Read"/> gave or a property set.</summary>
    internal abstract void Write(Utf8JsonWriter writer, object value);

    /// <summary>The value as the indexer gives it.</summary>
    internal virtual object ToObject(object value) => value;

    /// <summary>Any object as a value of this kind, by way of its JSON; what does not fit comes as a <see cref="JsonElement"/>.</summary>
    internal object FromObject(object value)
    {
        var json = JsonText.Write(writer => JsonWriter.Write(writer, value));
        var reader = JsonText.Reader(json.Span);
        return Read(ref reader) ?? JsonText.Raw(ref reader);
    }

    /// <summary>Any object as JSON that no kind describes.</summary>
    internal static JsonElement Unfitting(object? value)
    {
        var json = JsonText.Write(writer => JsonWriter.Write(writer, value));
        var reader = JsonText.Reader(json.Span);
        return JsonText.Raw(ref reader);
    }
}
