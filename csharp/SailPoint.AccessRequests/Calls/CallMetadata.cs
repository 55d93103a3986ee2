// The envelope's meta.
#nullable enable

using System.Collections.Generic;

namespace SailPoint.AccessRequests;

/// <summary>How a call went.</summary>
public sealed class CallMetadata
{
    /// <summary>How many requests the service took.</summary>
    public int Attempts { get; init; }

    /// <summary>How long the call took with all its waits, in milliseconds.</summary>
    public long ElapsedMs { get; init; }

    /// <summary>The service's id of the request, for SailPoint's support; null where it told none.</summary>
    public string? RequestId { get; init; }

    /// <summary>What looked wrong but was sent, a sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
