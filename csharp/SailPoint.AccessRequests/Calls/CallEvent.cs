// What a running call tells. Read by Call.Next.
#nullable enable

using System;
using System.Text.Json;
using SailPoint.AccessRequests.Calls;
using SailPoint.AccessRequests.Json;

namespace SailPoint.AccessRequests;

/// <summary>Something that a running call tells.</summary>
public sealed class CallEvent
{
    private CallEvent(string kind, JsonElement json, Envelope? envelope)
    {
        Kind = kind;
        Json = json;
        Envelope = envelope;
    }

    /// <summary><c>log</c>, <c>progress</c>, or <c>result</c>, which comes once and last. Later versions may know more.</summary>
    public string Kind { get; }

    /// <summary>One sentence for a person; null for a result.</summary>
    public string? Message => Text("message");

    /// <summary>How important a log line is, such as <c>info</c>; null for other kinds.</summary>
    public string? Level => Text("level");

    /// <summary>The outcome; null unless this is the result.</summary>
    public Envelope? Envelope { get; }

    /// <summary>The event as the library wrote it; undefined for a result, whose parts <see cref="Envelope"/> holds.</summary>
    public JsonElement Json { get; }

    internal static CallEvent Read(ReadOnlySpan<byte> utf8, Answer answer)
    {
        var reader = JsonText.Reader(utf8);
        var start = reader;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isEnvelope = reader.ValueTextEquals("envelope"u8);
            reader.Read();
            if (isEnvelope)
            {
                return new CallEvent("result", default, EnvelopeReader.Read(utf8[(int)reader.TokenStartIndex..], answer));
            }

            reader.Skip();
        }

        var json = JsonText.Raw(ref start);
        return new CallEvent(json.TryGetProperty("event", out var kind) ? JsonText.Text(kind) : "", json, null);
    }

    private string? Text(string name) =>
        Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? JsonText.Text(text) : null;
}
