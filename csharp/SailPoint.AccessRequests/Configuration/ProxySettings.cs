// The proxy of the managed surroundings: the environment, which native code does not see as PowerShell sets it, and the system's settings.
#nullable enable

using System;
using System.Net;
using System.Net.Http;

namespace SailPoint.AccessRequests.Configuration;

/// <summary>A proxy and the hosts that need none.</summary>
internal readonly record struct ProxySettings(string? Proxy, string? NoProxy)
{
    /// <summary>What the environment says for an address; where it says nothing, what the system is set to.</summary>
    internal static ProxySettings FromSurroundings(string? baseUrl)
    {
        var environment = FromEnvironment(baseUrl);
        return environment.Proxy is null ? FromSystem(baseUrl) : environment;
    }

    /// <summary>
    /// What the environment says for an address: HTTPS_PROXY or HTTP_PROXY by its scheme, else ALL_PROXY. NO_PROXY counts together with one of these only.
    /// </summary>
    internal static ProxySettings FromEnvironment(string? baseUrl)
    {
        var isPlain = baseUrl is not null && baseUrl.StartsWith("http:", StringComparison.OrdinalIgnoreCase);
        var proxy = Variable(isPlain ? "HTTP_PROXY" : "HTTPS_PROXY") ?? Variable("ALL_PROXY");
        return proxy is null ? default : new ProxySettings(proxy, Variable("NO_PROXY"));
    }

    /// <summary>
    /// What .NET finds for this one address: Windows settings with their script, macOS network settings, or what the program set. The exceptions have been
    /// applied then.
    /// </summary>
    private static ProxySettings FromSystem(string? baseUrl)
    {
        if (!Uri.TryCreate(baseUrl, UriKind.Absolute, out var address) || address.IsLoopback)
        {
            return default;
        }

        var system = HttpClient.DefaultProxy;
        // .NET read the environment once, when it was first asked; ours is read anew, and says that there is none now.
        if (system.GetType().Name == "HttpEnvironmentProxy" || system.IsBypassed(address))
        {
            return default;
        }

        var proxy = system.GetProxy(address);
        return proxy is null || proxy == address ? default : new ProxySettings(WithCredentials(proxy, system.Credentials), null);
    }

    // Given by a program as WebProxy.Credentials; those of the signed-in user are no text that could be handed down.
    private static string WithCredentials(Uri proxy, ICredentials? credentials)
    {
        var given = credentials?.GetCredential(proxy, "Basic");
        if (string.IsNullOrEmpty(given?.UserName) || proxy.UserInfo.Length > 0)
        {
            return proxy.AbsoluteUri;
        }

        return $"{proxy.Scheme}://{Uri.EscapeDataString(given.UserName)}:{Uri.EscapeDataString(given.Password)}@{proxy.Authority}";
    }

    // The order in which the native library reads them.
    private static string? Variable(string name) => Surroundings.Variable(name) ?? Surroundings.Variable(name.ToLowerInvariant());
}
