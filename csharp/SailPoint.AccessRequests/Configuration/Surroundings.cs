// The process's environment as managed code sees it.
#nullable enable

using System;

namespace SailPoint.AccessRequests.Configuration;

/// <summary>Environment variables.</summary>
internal static class Surroundings
{
    /// <summary>The variable's value; null where it is not set or empty.</summary>
    internal static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
