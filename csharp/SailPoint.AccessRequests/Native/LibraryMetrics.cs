// The library's counters as objects. Made by LibraryInformation.GetMetrics.
#nullable enable

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using SailPoint.AccessRequests.Json;

namespace SailPoint.AccessRequests;

/// <summary>What the process's calls came to since the library was loaded, whatever client made them.</summary>
public sealed class LibraryMetrics
{
    /// <summary>The counters of each operation by its operationId, also of those that were never called, in the order of their names.</summary>
    public IReadOnlyDictionary<string, OperationMetrics> Operations { get; private init; } = new Dictionary<string, OperationMetrics>();

    /// <summary>How many requests for an access token were sent, those included that got none.</summary>
    public long TokenRequests { get; private init; }

    /// <summary>The counters that this JSON text of the library holds. What is absent counts as 0.</summary>
    internal static LibraryMetrics Read(ReadOnlySpan<byte> utf8)
    {
        var reader = JsonText.Reader(utf8);
        var metrics = JsonText.Raw(ref reader);
        return new LibraryMetrics
        {
            Operations = Members(metrics, "operations").ToDictionary(member => member.Name, member => ReadOperation(member.Value)),
            TokenRequests = Count(metrics, "tokenRequests"),
        };
    }

    private static OperationMetrics ReadOperation(JsonElement counters) => new()
    {
        Succeeded = Count(counters, "ok"),
        Attempts = Count(counters, "attempts"),
        Errors = Members(counters, "errors").ToDictionary(member => member.Name, member => member.Value.GetInt64()),
    };

    private static long Count(JsonElement counters, string name) => counters.TryGetProperty(name, out var count) ? count.GetInt64() : 0;

    private static IEnumerable<JsonProperty> Members(JsonElement counters, string name) =>
        counters.TryGetProperty(name, out var members) ? members.EnumerateObject() : Enumerable.Empty<JsonProperty>();
}
