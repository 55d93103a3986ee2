// What a sandbox counted. Made by SandboxProcess.GetCounters.
#nullable enable

using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace SailPoint.AccessRequests;

/// <summary>What a sandbox saw and did, from its start or its last reset up to now.</summary>
public sealed class SandboxCounters
{
    internal SandboxCounters(JsonElement counters)
    {
        Operations = counters.GetProperty("operations").EnumerateObject().ToDictionary(operation => operation.Name, operation => new SandboxOperationCounters(operation.Value));
        Ids = counters.GetProperty("ids").EnumerateObject().ToDictionary(id => id.Name, id => id.Value.GetInt64());
        TokensRequested = counters.GetProperty("tokens").GetProperty("requests").GetInt64();
        TokensGranted = counters.GetProperty("tokens").GetProperty("granted").GetInt64();
    }

    /// <summary>The requests of each operation, by operationId.</summary>
    public IReadOnlyDictionary<string, SandboxOperationCounters> Operations { get; }

    /// <summary>How often each id was acted on: ids of approvals and access requests, and for a new request the identity's and the item's with a slash between.</summary>
    public IReadOnlyDictionary<string, long> Ids { get; }

    /// <summary>How many requests for a token came in.</summary>
    public long TokensRequested { get; }

    /// <summary>How many of them got one.</summary>
    public long TokensGranted { get; }

    /// <summary>How often this id was acted on; 0 where it never was.</summary>
    public long ActedOn(string id) => Ids.GetValueOrDefault(id);
}

/// <summary>The requests of one operation.</summary>
public sealed class SandboxOperationCounters
{
    internal SandboxOperationCounters(JsonElement counters)
    {
        Arrived = counters.GetProperty("arrived").GetInt64();
        Acted = counters.GetProperty("acted").GetInt64();
    }

    /// <summary>How many came in, whatever became of them.</summary>
    public long Arrived { get; }

    /// <summary>How many the tenant carried out.</summary>
    public long Acted { get; }
}
