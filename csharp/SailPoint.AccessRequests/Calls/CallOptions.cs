// How one call shall go. Handed to every operation's method and to SailPointClient.Start.
#nullable enable

using System.Collections.Generic;
using SailPoint.AccessRequests.Json;

namespace SailPoint.AccessRequests;

/// <summary>How one call shall go. What is null is left to the library.</summary>
public sealed class CallOptions
{
    /// <summary>How long one attempt may take, in milliseconds; the client's where null, and 60,000 where it has none.</summary>
    public int? TimeoutMs { get; set; }

    /// <summary>How long the whole call with its waits may take, in milliseconds; the client's where null, and without limit where it has none.</summary>
    public int? DeadlineMs { get; set; }

    /// <summary>How often the request may be sent at most; the client's where null, and 5 where it has none.</summary>
    public int? MaxAttempts { get; set; }

    /// <summary>
    /// The value of the header <c>X-SailPoint-Experimental</c>; where null, <c>true</c> goes with the operations that are or were experimental.
    /// </summary>
    public string? Experimental { get; set; }

    /// <summary>False leaves the header <c>X-SailPoint-Experimental</c> out, whatever <see cref="Experimental"/> says.</summary>
    public bool SendExperimentalHeader { get; set; } = true;

    /// <summary>Headers to add, by name.</summary>
    public IDictionary<string, string>? Headers { get; set; }

    /// <summary>False sends the request as given, without checking it; it is checked where null.</summary>
    public bool? Validate { get; set; }

    /// <summary>
    /// True sends members that the library does not know as they are, with a warning for each; false refuses them. Where null, they are sent if the
    /// request is a <see cref="Model"/> that holds some, such as a newer tenant's answer that goes back, and refused otherwise.
    /// </summary>
    public bool? SendUnknownMembers { get; set; }

    /// <summary>What was set, as JSON; null where that is nothing.</summary>
    /// <param name="request">The request that goes with it.</param>
    /// <param name="defaults">What the client says of times and attempts.</param>
    internal string? ToJson(object? request = null, CallOptions? defaults = null)
    {
        var members = new Dictionary<string, object?>
        {
            ["timeoutMs"] = TimeoutMs ?? defaults?.TimeoutMs,
            ["deadlineMs"] = DeadlineMs ?? defaults?.DeadlineMs,
            ["maxAttempts"] = MaxAttempts ?? defaults?.MaxAttempts,
            ["experimental"] = SendExperimentalHeader ? Experimental : false,
            ["headers"] = Headers is null ? null : new Dictionary<string, string>(Headers),
            ["validate"] = Validate,
            ["sendUnknownMembers"] = SendUnknownMembers ?? (request is Model { HasAdditionalMembers: true } ? true : null),
        };
        return GivenMembers.ToJson(members);
    }
}
