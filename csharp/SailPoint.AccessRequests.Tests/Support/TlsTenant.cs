// A tenant that is reached by TLS: SslStream before a sandbox. With an authority of its own, which nobody trusts unless told to.
using System;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;

namespace SailPoint.AccessRequests.Tests.Support;

internal sealed class TlsTenant : IDisposable
{
    private static readonly DateTimeOffset From = DateTimeOffset.UtcNow.AddDays(-1);
    private static readonly DateTimeOffset Until = DateTimeOffset.UtcNow.AddDays(1);

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 authority;
    private readonly X509Certificate2 server;
    private readonly Uri sandbox;
    private readonly bool demandsClientCertificate;

    internal TlsTenant(Tenant tenant, bool demandsClientCertificate)
    {
        this.demandsClientCertificate = demandsClientCertificate;
        sandbox = new Uri(tenant.Sandbox.BaseUrl);
        authority = MakeAuthority();
        // Windows serves no key that exists in memory only.
        server = X509CertificateLoader.LoadPkcs12(Sign("CN=localhost").Export(X509ContentType.Pkcs12), null);
        Folder = Directory.CreateTempSubdirectory("sailpoint-").FullName;
        File.WriteAllText(CaFile, authority.ExportCertificatePem());
        var client = Sign("CN=runbook");
        File.WriteAllText(ClientCertificate, client.ExportCertificatePem() + "\n" + client.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        listener.Start();
        _ = AcceptAsync();
    }

    internal string BaseUrl => $"https://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}";

    internal string Folder { get; }

    internal string CaFile => Path.Combine(Folder, "authority.pem");

    internal string ClientCertificate => Path.Combine(Folder, "client.pem");

    public void Dispose()
    {
        listener.Stop();
        Directory.Delete(Folder, recursive: true);
    }

    private static X509Certificate2 MakeAuthority()
    {
        var request = new CertificateRequest("CN=Authority of a test", ECDsa.Create(ECCurve.NamedCurves.nistP256), HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(From, Until);
    }

    private X509Certificate2 Sign(string name)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        return request.Create(authority, From, Until, RandomNumberGenerator.GetBytes(8)).CopyWithPrivateKey(key);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The tenant was disposed.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        using (var tenant = new TcpClient())
        {
            try
            {
                using var stream = new SslStream(client.GetStream());
                await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
                {
                    ServerCertificate = server,
                    ClientCertificateRequired = demandsClientCertificate,
                    RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                        !demandsClientCertificate || certificate?.Issuer == authority.Subject,
                });
                await tenant.ConnectAsync(sandbox.Host, sandbox.Port);
                var there = stream.CopyToAsync(tenant.GetStream());
                await Task.WhenAny(there, tenant.GetStream().CopyToAsync(stream));
            }
            catch (Exception exception) when (exception is IOException or System.Security.Authentication.AuthenticationException)
            {
                // What the client is told is what the test looks at.
            }
        }
    }
}
