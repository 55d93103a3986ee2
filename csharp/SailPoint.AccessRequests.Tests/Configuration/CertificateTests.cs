using System.IO;
using SailPoint.AccessRequests.Tests.Support;
using Xunit;

namespace SailPoint.AccessRequests.Tests.Configuration;

public sealed class CertificateTests
{
    [Fact]
    public void AnAuthorityAndAClientCertificateOpenTheWay()
    {
        using var tenant = new Tenant();
        using var front = new TlsTenant(tenant, demandsClientCertificate: true);
        var configuration = tenant.Configuration();
        (configuration.BaseUrl, configuration.CaFile, configuration.ClientCertificate) = (front.BaseUrl, front.CaFile, front.ClientCertificate);
        using var client = new SailPointClient(configuration);
        Assert.NotNull(client.GetAccessRequestConfig());
        Assert.Equal(1, tenant.Arrived("getAccessRequestConfig"));
    }

    [Fact]
    public void WithoutTheAuthorityTheErrorNamesCaFile()
    {
        using var tenant = new Tenant();
        using var front = new TlsTenant(tenant, demandsClientCertificate: false);
        var configuration = tenant.Configuration();
        configuration.BaseUrl = front.BaseUrl;
        using var client = new SailPointClient(configuration);
        var error = Assert.Throws<SailPointException>(() => client.GetAccessRequestConfig());
        Assert.Equal(("transport", "not_sent"), (error.Kind, error.Delivery));
        Assert.Contains("is signed by an authority that this machine does not trust", error.Message);
        Assert.Contains("give the authority's certificate as caFile", error.Message);
        Assert.Equal(0, tenant.Arrived("getAccessRequestConfig"));
    }

    [Fact]
    public void AFileThatDoesNotDoIsToldByItsPath()
    {
        var path = Path.Combine(Path.GetTempPath(), "no-such-folder", "ca.pem");
        var configuration = new ClientConfiguration { BaseUrl = "https://x.example", AccessToken = "t", CaFile = path };
        var error = Assert.Throws<SailPointException>(() => new SailPointClient(configuration));
        Assert.Equal("config", error.Kind);
        Assert.StartsWith($"caFile in the given configuration is {path}: it can't be read (", error.Message);
    }
}
