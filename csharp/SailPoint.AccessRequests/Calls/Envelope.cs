// The outcome of a call, success or not. Held by the call's last event.
#nullable enable

using System.Collections.Generic;
using SailPoint.AccessRequests.Calls;

namespace SailPoint.AccessRequests;

/// <summary>The outcome of a call.</summary>
public sealed class Envelope
{
    /// <summary>Whether the service answered with success.</summary>
    public bool IsSuccess { get; init; }

    /// <summary>The HTTP status; null where no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>The answer's headers. Names ignore case.</summary>
    public IReadOnlyDictionary<string, string[]> Headers { get; init; } = EnvelopeReader.NoHeaders;

    /// <summary>
    /// The content: a <see cref="Model"/>, for lists an array of one, null for operations without documented content and for most errors.
    /// </summary>
    public object? Data { get; init; }

    /// <summary>How the call went.</summary>
    public CallMetadata Meta { get; init; } = new();

    /// <summary>Why it failed; null on success.</summary>
    public SailPointException? Error { get; init; }
}
