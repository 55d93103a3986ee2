// Settings as JSON where null means "not given". Used by CallOptions and ClientConfiguration.
#nullable enable

using System.Collections.Generic;
using System.Linq;

namespace SailPoint.AccessRequests.Json;

/// <summary>Writes objects that hold only what was given.</summary>
internal static class GivenMembers
{
    /// <summary>The members that are not null; null where there are none.</summary>
    internal static string? ToJson(Dictionary<string, object?> members)
    {
        var given = members.Where(member => member.Value is not null).ToDictionary(member => member.Key, member => member.Value);
        return given.Count == 0 ? null : JsonWriter.ToJson(given);
    }
}
