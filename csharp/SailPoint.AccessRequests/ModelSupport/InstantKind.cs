// Dates. The text is kept, so that it is written back as it came; properties and the indexer read it as an instant.
#nullable enable

using SailPoint.AccessRequests.Json;

namespace SailPoint.AccessRequests.ModelSupport;

/// <summary>An instant: a <see cref="string"/> in the slot, a UTC <see cref="System.DateTime"/> outside, or the text where it is no date.</summary>
internal sealed class InstantKind : TextKind
{
    internal static new readonly InstantKind Instance = new();

    /// <inheritdoc/>
    internal override object ToObject(object value) => InstantText.Parse((string)value) is { } instant ? instant : value;
}
