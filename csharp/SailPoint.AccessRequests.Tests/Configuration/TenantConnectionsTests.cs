using System;
using System.IO;
using SailPoint.AccessRequests.Tests.Support;
using Xunit;

namespace SailPoint.AccessRequests.Tests.Configuration;

[Collection(ProcessWide.Name)]
public sealed class TenantConnectionsTests : IDisposable
{
    private readonly SurroundingsForTest surroundings = new();

    public void Dispose()
    {
        TenantConnections.Disconnect();
        surroundings.Dispose();
    }

    [Fact]
    public void WithoutAnyThereIsNone()
    {
        Assert.Null(TenantConnections.Peek(surroundings.Folder));
        Assert.Equal("config", Assert.Throws<SailPointException>(() => TenantConnections.Current(surroundings.Folder)).Kind);
        Assert.False(TenantConnections.Disconnect());
    }

    [Fact]
    public void WhyThereIsNoneCanBeHadWithoutAThrow()
    {
        Assert.Null(TenantConnections.TryCurrent(surroundings.Folder, out var error));
        Assert.Equal("config", error?.Kind);
        Assert.Null(TenantConnections.TryPeek(surroundings.Folder, out error));
        Assert.Null(error);
        Assert.Null(TenantConnections.TryConnect(new ClientConfiguration(), out error));
        Assert.Equal("config", error?.Kind);
        WriteFile("f");
        Assert.Equal("f", TenantConnections.TryCurrent(surroundings.Folder, out error)?.ClientId);
        Assert.Null(error);
    }

    [Fact]
    public void TheOneThatWasAskedForCountsUntilItIsEnded()
    {
        WriteFile("f");
        _ = TenantConnections.Current(surroundings.Folder);
        Assert.Null(TenantConnections.Connected);
        var client = TenantConnections.Connect(Configuration("c"));
        Assert.Same(client, TenantConnections.Connected);
        Assert.Same(client, TenantConnections.Current(surroundings.Folder));
        Assert.Same(client, TenantConnections.Peek(surroundings.Folder));

        Assert.True(TenantConnections.Disconnect());
        Assert.Null(TenantConnections.Connected);
        Assert.Equal("f", TenantConnections.Current(surroundings.Folder).ClientId);
    }

    [Fact]
    public void ClientsThatWereTakenBeforeStillWork()
    {
        WriteFile("f");
        var fromFile = TenantConnections.Current(surroundings.Folder);
        var first = TenantConnections.Connect(Configuration("1"));
        var second = TenantConnections.Connect(Configuration("2"));
        TenantConnections.Disconnect();
        foreach (var client in new[] { fromFile, first, second })
        {
            client.Start("getAccessRequestConfig").Dispose();
        }
    }

    [Fact]
    public void AConnectionThatCannotBeMadeLeavesTheOneBefore()
    {
        var client = TenantConnections.Connect(Configuration("c"));
        Assert.Throws<SailPointException>(() => TenantConnections.Connect(new ClientConfiguration { BaseUrl = "not a url", ClientId = "i", ClientSecret = "s" }));
        Assert.Same(client, TenantConnections.Current(surroundings.Folder));
    }

    [Fact]
    public void TheFileIsReadAnewAndTheClientStaysWhileItIsUnchanged()
    {
        WriteFile("a");
        var first = TenantConnections.Current(surroundings.Folder);
        Assert.Same(first, TenantConnections.Current(surroundings.Folder));
        Assert.Same(first, TenantConnections.Peek(surroundings.Folder));
        Assert.Equal(surroundings.ConfigFile, first.Source);

        WriteFile("b");
        var second = TenantConnections.Current(surroundings.Folder);
        Assert.Equal("b", second.ClientId);
        // Somebody who got the first just before still starts calls with it.
        using var call = first.Start("getAccessRequestConfig");

        File.Delete(surroundings.ConfigFile);
        Assert.Throws<SailPointException>(() => TenantConnections.Current(surroundings.Folder));
    }

    [Fact]
    public void EveryFolderHasItsOwn()
    {
        using var other = new SurroundingsForTest();
        WriteFile("a");
        File.WriteAllText(other.ConfigFile, Json("b"));
        var here = TenantConnections.Current(surroundings.Folder);
        Assert.Equal("b", TenantConnections.Current(other.Folder).ClientId);
        Assert.Same(here, TenantConnections.Current(surroundings.Folder));
    }

    [Fact]
    public void TheEnvironmentIsReadAnew()
    {
        Environment.SetEnvironmentVariable("SAIL_BASE_URL", "https://127.0.0.1:1");
        Environment.SetEnvironmentVariable("SAIL_CLIENT_ID", "e1");
        Environment.SetEnvironmentVariable("SAIL_CLIENT_SECRET", "s");
        var first = TenantConnections.Current(surroundings.Folder);
        Assert.Equal(("e1", "the environment"), (first.ClientId, first.Source));
        Environment.SetEnvironmentVariable("SAIL_CLIENT_SECRET", "t");
        Assert.NotSame(first, TenantConnections.Current(surroundings.Folder));
    }

    private static ClientConfiguration Configuration(string clientId) =>
        new() { BaseUrl = "https://127.0.0.1:1", ClientId = clientId, ClientSecret = "s" };

    private static string Json(string clientId) => $$"""{"BaseUrl":"https://127.0.0.1:1","ClientId":"{{clientId}}","ClientSecret":"s"}""";

    private void WriteFile(string clientId) => File.WriteAllText(surroundings.ConfigFile, Json(clientId));
}
