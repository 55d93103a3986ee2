// Envelopes of the library to objects, straight from its UTF-8. Called with the texts that NativeMethods lends.
#nullable enable

using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;
using SailPoint.AccessRequests.Json;

namespace SailPoint.AccessRequests.Calls;

/// <summary>Reads envelopes.</summary>
internal static class EnvelopeReader
{
    /// <summary>The headers where there was no answer.</summary>
    internal static readonly IReadOnlyDictionary<string, string[]> NoHeaders = new Dictionary<string, string[]>();

    /// <summary>The envelope that this text begins with. Content that cannot be read makes it an error, which keeps the rest.</summary>
    internal static Envelope Read(ReadOnlySpan<byte> utf8, Answer answer)
    {
        try
        {
            return Read(JsonText.Reader(utf8), answer);
        }
        catch (Exception cause) when (cause is not OutOfMemoryException)
        {
            // Whatever it is, the caller has to hear the status: a change that was carried out must not look like one that was not sent.
            return ReadAroundData(utf8, answer, cause);
        }
    }

    /// <summary>The error that this envelope holds.</summary>
    internal static Exception ReadError(ReadOnlySpan<byte> utf8) => Read(utf8, Answer.Plain).Error!;

    private static Envelope Read(Utf8JsonReader reader, Answer answer)
    {
        var isSuccess = false;
        var hasData = false;
        object? data = null;
        JsonElement status = default, headers = default, meta = default, error = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("data"u8))
            {
                reader.Read();
                data = answer.Read(ref reader);
                hasData = true;
                continue;
            }

            var name = JsonText.Name(ref reader);
            reader.Read();
            switch (name)
            {
                case "ok":
                    isSuccess = reader.TokenType == JsonTokenType.True;
                    break;
                case "status":
                    status = JsonText.Raw(ref reader);
                    break;
                case "headers":
                    headers = JsonText.Raw(ref reader);
                    break;
                case "meta":
                    meta = JsonText.Raw(ref reader);
                    break;
                case "error":
                    error = JsonText.Raw(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        var metadata = ReadMeta(meta);
        var exception = isSuccess ? null : ReadError(error, metadata);
        return new Envelope
        {
            IsSuccess = isSuccess,
            Status = exception is null ? NumberOrNull(status) : exception.Status,
            Headers = exception is null ? ReadHeaders(headers) : exception.Headers,
            Data = hasData || !isSuccess ? data : answer.Absent(),
            Meta = metadata,
            Error = exception,
        };
    }

    // The library lets content through whatever its depth. Passing over it takes neither stack nor memory.
    private static Envelope ReadAroundData(ReadOnlySpan<byte> utf8, Answer answer, Exception cause)
    {
        var rest = Read(JsonText.ReaderOfAnyDepth(utf8), answer == Answer.Empty ? answer : Answer.Place);
        return rest.Data is not Range content ? rest : new Envelope
        {
            Status = rest.Status,
            Headers = rest.Headers,
            Meta = rest.Meta,
            Error = rest.Error ?? Unreadable(rest, Encoding.UTF8.GetString(utf8[content]), cause),
        };
    }

    private static SailPointException Unreadable(Envelope rest, string content, Exception cause) => new(
        $"The tenant answered {rest.Status}, but its content could not be read: {JsonText.FirstSentence(cause)} Body holds it as it came. " +
        "The request itself was carried out.",
        cause)
    {
        Kind = "http",
        Status = rest.Status,
        Delivery = "responded",
        Body = content,
        Headers = rest.Headers,
        Attempts = rest.Meta.Attempts,
        ElapsedMs = rest.Meta.ElapsedMs,
        RequestId = rest.Meta.RequestId,
        Warnings = rest.Meta.Warnings,
    };

    private static SailPointException ReadError(JsonElement error, CallMetadata meta) => new(Text(error, "message") ?? "The library told no reason.")
    {
        Kind = Text(error, "kind") ?? "internal",
        Status = NumberOrNull(Member(error, "status")),
        DetailCode = Text(error, "detailCode"),
        TrackingId = Text(error, "trackingId"),
        Messages = Texts(error, "messages"),
        Causes = Texts(error, "causes"),
        RetryAfter = SecondsOrNull(Member(error, "retryAfterSeconds")),
        Delivery = Text(error, "delivery") ?? "unknown",
        Body = Text(error, "body"),
        BodyCut = Member(error, "bodyCut").ValueKind == JsonValueKind.True,
        Headers = ReadHeaders(Member(error, "headers")),
        Attempts = meta.Attempts,
        ElapsedMs = meta.ElapsedMs,
        RequestId = meta.RequestId,
        Warnings = meta.Warnings,
    };

    private static CallMetadata ReadMeta(JsonElement meta) => new()
    {
        Attempts = NumberOrNull(Member(meta, "attempts")) ?? 0,
        ElapsedMs = Member(meta, "elapsedMs") is { ValueKind: JsonValueKind.Number } elapsed && elapsed.TryGetInt64(out var milliseconds) ? milliseconds : 0,
        RequestId = Text(meta, "requestId"),
        Warnings = Texts(meta, "warnings"),
    };

    private static IReadOnlyDictionary<string, string[]> ReadHeaders(JsonElement headers)
    {
        if (headers.ValueKind != JsonValueKind.Object)
        {
            return NoHeaders;
        }

        var read = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in headers.EnumerateObject())
        {
            read[header.Name] = Texts(header.Value);
        }

        return read;
    }

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    private static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } text ? JsonText.Text(text) : null;

    private static string[] Texts(JsonElement element, string name) => Texts(Member(element, name));

    private static string[] Texts(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        var texts = new List<string>();
        foreach (var text in list.EnumerateArray())
        {
            if (text.ValueKind == JsonValueKind.String)
            {
                texts.Add(JsonText.Text(text));
            }
        }

        return texts.ToArray();
    }

    private static int? NumberOrNull(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number) ? number : null;

    private static TimeSpan? SecondsOrNull(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var seconds) && seconds < TimeSpan.MaxValue.TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
