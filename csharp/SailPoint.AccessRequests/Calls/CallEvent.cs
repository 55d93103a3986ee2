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

    /// <summary>
    /// How important a log line is: <c>info</c>, or <c>warning</c> for what <see cref="CallMetadata.Warnings"/> holds as well. Null for other kinds.
    /// </summary>
    public string? Level => Text("level");

    /// <summary>The operationId; null for a result, and for what belongs to no operation.</summary>
    public string? Operation => Text("operation") is { Length: > 0 } operation ? operation : null;

    /// <summary>Which attempt of the call a log line is about, counted from 1; null where it is about none.</summary>
    public int? Attempt => Number("attempt") is > 0 and <= int.MaxValue and var attempt ? (int)attempt : null;

    /// <summary>The HTTP status that an attempt was answered with; null where no answer came, and where it is about no attempt.</summary>
    public int? Status => Number("status") is >= 0 and <= int.MaxValue and var status ? (int)status : null;

    /// <summary>How long the step took that a log line is about, in milliseconds; null where it is not said.</summary>
    public long? ElapsedMs => Number("elapsedMs");

    /// <summary>
    /// How long the call waits, in milliseconds: of progress from now on, of an attempt until the next one, of a wait for the limiter the time that it took.
    /// Null where there is no wait.
    /// </summary>
    public long? WaitMs => Number("waitMs");

    /// <summary>
    /// Why it waits: <c>limiter</c> (the requests of the window are used up), <c>retry_after</c> (the tenant named the wait) or <c>backoff</c> (it named none).
    /// Later versions may know more. Null where there is no wait.
    /// </summary>
    public string? Reason => Text("reason");

    /// <summary>The service's id of the request that an attempt made, for SailPoint's support; null where it told none.</summary>
    public string? RequestId => Text("requestId");

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

    private string? Text(string name) => Member(name) is { ValueKind: JsonValueKind.String } text ? JsonText.Text(text) : null;

    private long? Number(string name) => Member(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var whole) ? whole : null;

    private JsonElement? Member(string name) => Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(name, out var member) ? member : null;
}
