// The counters of one operation. Held by LibraryMetrics.
#nullable enable

using System.Collections.Generic;
using System.Linq;

namespace SailPoint.AccessRequests;

/// <summary>What the calls of one operation came to. Calls that are still under way are not in it.</summary>
public sealed class OperationMetrics
{
    /// <summary>How many calls succeeded.</summary>
    public long Succeeded { get; internal init; }

    /// <summary>How many calls failed, for whatever reason.</summary>
    public long Failed => Errors.Values.Sum();

    /// <summary>How many requests the service was given for them; more than calls where some were sent again, fewer where some were refused before sending.</summary>
    public long Attempts { get; internal init; }

    /// <summary>How many calls failed in each way, by <see cref="SailPointException.Kind"/>. Kinds that never occurred are absent.</summary>
    public IReadOnlyDictionary<string, long> Errors { get; internal init; } = new Dictionary<string, long>();
}
