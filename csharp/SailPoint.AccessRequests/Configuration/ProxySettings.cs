// The proxy of the managed environment, which native code does not see as PowerShell sets it.
#nullable enable

using System;

namespace SailPoint.AccessRequests.Configuration;

/// <summary>A proxy and the hosts that need none.</summary>
internal readonly record struct ProxySettings(string? Proxy, string? NoProxy)
{
    /// <summary>
    /// What the environment says for an address: HTTPS_PROXY or HTTP_PROXY by its scheme, else ALL_PROXY. NO_PROXY counts together with one of these only.
    /// </summary>
    internal static ProxySettings FromEnvironment(string? baseUrl)
    {
        var isPlain = baseUrl is not null && baseUrl.StartsWith("http:", StringComparison.OrdinalIgnoreCase);
        var proxy = Variable(isPlain ? "HTTP_PROXY" : "HTTPS_PROXY") ?? Variable("ALL_PROXY");
        return proxy is null ? default : new ProxySettings(proxy, Variable("NO_PROXY"));
    }

    // The order in which the native library reads them.
    private static string? Variable(string name) => Surroundings.Variable(name) ?? Surroundings.Variable(name.ToLowerInvariant());
}
