// The one exception of the binding: the error part of an envelope.
#nullable enable

using System;
using System.Collections.Generic;
using SailPoint.AccessRequests.Calls;

namespace SailPoint.AccessRequests;

/// <summary>A call, or a configuration, that failed. The message says what was wrong, where, and what to do.</summary>
public sealed class SailPointException : Exception
{
    internal SailPointException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// <c>validation</c>, <c>config</c>, <c>auth</c>, <c>http</c>, <c>rate_limited</c>, <c>timeout</c>, <c>transport</c>, <c>aborted</c>,
    /// <c>partial</c> or <c>internal</c>. Later versions may know more; take those as <c>internal</c>.
    /// </summary>
    public string Kind { get; init; } = "internal";

    /// <summary>The HTTP status; null where no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>The service's finer code, such as <c>400.1 Bad Request Content</c>.</summary>
    public string? DetailCode { get; init; }

    /// <summary>What SailPoint's support asks for.</summary>
    public string? TrackingId { get; init; }

    /// <summary>The service's messages, each in every language that it sent.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>The service's causes.</summary>
    public IReadOnlyList<string> Causes { get; init; } = [];

    /// <summary>How long the service asks to wait; null where it did not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// Whether the service may have acted: <c>not_sent</c>, <c>responded</c> (it answered, so the status tells), or <c>unknown</c>.
    /// </summary>
    public string Delivery { get; init; } = "not_sent";

    /// <summary>The answer's body as received; null where there was none.</summary>
    public string? Body { get; init; }

    /// <summary>Whether <see cref="Body"/> is only the beginning of a longer one.</summary>
    public bool BodyCut { get; init; }

    /// <summary>The answer's headers. Names ignore case.</summary>
    public IReadOnlyDictionary<string, string[]> Headers { get; init; } = EnvelopeReader.NoHeaders;

    /// <summary>How many requests the service took.</summary>
    public int Attempts { get; init; }

    /// <summary>How long the call took with all its waits, in milliseconds; 0 where none was made.</summary>
    public long ElapsedMs { get; init; }

    /// <summary>The service's id of the request; null where it told none.</summary>
    public string? RequestId { get; init; }

    /// <summary>What looked wrong but was sent, a sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
