// What a connection is made of, where a program gives it. Handed to SailPointClient and TenantConnections.Connect.
#nullable enable

using System.Collections.Generic;
using System.Net;
using System.Security;

namespace SailPoint.AccessRequests;

/// <summary>What a connection is made of. What is null is left to the library.</summary>
/// <remarks>Secrets can be set and not read, so that no dump of this object shows them.</remarks>
public sealed class ClientConfiguration
{
    /// <summary>The tenant's address, such as <c>https://example.api.identitynow.com</c>.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>The id of the credentials; not needed with an <see cref="AccessToken"/>.</summary>
    public string? ClientId { get; set; }

    /// <summary>The secret of the credentials.</summary>
    public string? ClientSecret { internal get; set; }

    /// <summary>A token to use as it is, instead of credentials.</summary>
    public string? AccessToken { internal get; set; }

    /// <summary>Where tokens come from; the address with <c>/oauth/token</c> where null.</summary>
    public string? TokenUrl { get; set; }

    /// <summary>The version in the path; <c>v2024</c> where null.</summary>
    public string? ApiVersion { get; set; }

    /// <summary>True allows http to hosts other than this machine.</summary>
    public bool? AllowInsecureHttp { get; set; }

    /// <summary>How many requests a window takes; 95 where null, 0 is without limit.</summary>
    public int? RequestsPerWindow { get; set; }

    /// <summary>How long that window is, in milliseconds; 10,000 where null.</summary>
    public int? WindowMs { get; set; }

    /// <summary>A file through which the processes of this machine share one limit; a relative path counts from the current directory.</summary>
    public string? LimiterFile { get; set; }

    /// <summary>How long connecting may take, in milliseconds; 10,000 where null.</summary>
    public int? ConnectTimeoutMs { get; set; }

    /// <summary>How long the tenant may be silent within an answer, in milliseconds; 30,000 where null.</summary>
    public int? ReadTimeoutMs { get; set; }

    /// <summary>How long an idle connection is kept, in milliseconds; 4,000 where null.</summary>
    public int? IdleMs { get; set; }

    /// <summary>How long one attempt may take, in milliseconds, where a call's <see cref="CallOptions.TimeoutMs"/> is null; 60,000 where this is null too.</summary>
    public int? TimeoutMs { get; set; }

    /// <summary>
    /// How long a whole call with its waits may take, in milliseconds, where its <see cref="CallOptions.DeadlineMs"/> is null; without limit where this is null too.
    /// </summary>
    public int? DeadlineMs { get; set; }

    /// <summary>How often a request may be sent at most, where a call's <see cref="CallOptions.MaxAttempts"/> is null; 5 where this is null too.</summary>
    public int? MaxAttempts { get; set; }

    /// <summary>The proxy's address, with <c>USER:PASSWORD@</c> where it wants them; where null, the environment's, else the system's.</summary>
    /// <remarks>HTTPS_PROXY or HTTP_PROXY by the address's scheme, else ALL_PROXY, else what <see cref="System.Net.Http.HttpClient.DefaultProxy"/> says.</remarks>
    public string? Proxy { get; set; }

    /// <summary>Hosts that need no proxy, comma-separated; where <see cref="Proxy"/> is null, those of the proxy that is taken instead.</summary>
    public string? NoProxy { get; set; }

    /// <summary>A PEM file with certificates of authorities that are trusted beside those of the operating system.</summary>
    /// <remarks>A relative path starts at the process's current directory. The file is read when a client is made.</remarks>
    public string? CaFile { get; set; }

    /// <summary>A PEM file with the client's certificate, those that signed it, and its private key, for a server that demands one.</summary>
    /// <remarks>As for <see cref="CaFile"/>. The key is RSA, EC or Ed25519, and not encrypted.</remarks>
    public string? ClientCertificate { get; set; }

    /// <summary>The program's own part of the header <c>User-Agent</c>, such as <c>nightly/2.1</c>; appended to the library's.</summary>
    public string? UserAgent { get; set; }

    /// <summary>Headers that go with every request, by name.</summary>
    public IDictionary<string, string>? Headers { get; set; }

    /// <summary>Where these settings came from, for error messages; <c>the given configuration</c> where null.</summary>
    public string? Source { get; set; }

    /// <summary>Sets <see cref="ClientSecret"/>.</summary>
    public void SetClientSecret(SecureString secret) => ClientSecret = Reveal(secret);

    /// <summary>Sets <see cref="AccessToken"/>.</summary>
    public void SetAccessToken(SecureString token) => AccessToken = Reveal(token);

    private static string Reveal(SecureString secret) => new NetworkCredential("", secret).Password;
}
