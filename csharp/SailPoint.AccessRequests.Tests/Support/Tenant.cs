// A sandbox with a client, for one test or one class of tests.
using System;
using System.Diagnostics;
using System.Linq;
using System.Text.Json;
using Xunit;

namespace SailPoint.AccessRequests.Tests.Support;

public sealed class Tenant : IDisposable
{
    public Tenant()
        : this("{}")
    {
    }

    internal Tenant(string configJson)
    {
        Sandbox = SandboxProcess.Start(new SandboxOptions { ConfigJson = configJson, ExecutablePath = NativeFiles.SandboxProgram });
        Client = new SailPointClient(Configuration());
    }

    internal SandboxProcess Sandbox { get; }

    internal SailPointClient Client { get; }

    /// <summary>Ends both. A sandbox in which something panicked fails the test.</summary>
    public void Dispose()
    {
        Client.Dispose();
        Sandbox.Dispose();
        Assert.Equal(0, Sandbox.ExitCode);
    }

    /// <summary>The limit is off: what is tested here is not the limiter.</summary>
    internal ClientConfiguration Configuration()
    {
        var configuration = Sandbox.ToConfiguration();
        configuration.RequestsPerWindow = 0;
        return configuration;
    }

    /// <summary>How many requests of the operation the tenant has seen.</summary>
    internal int Arrived(string operation) =>
        Json("counters").GetProperty("operations").GetProperty(operation).GetProperty("arrived").GetInt32();

    /// <summary>Returns when the tenant has seen a request of the operation.</summary>
    internal void WaitForArrival(string operation)
    {
        var waited = Stopwatch.StartNew();
        while (Arrived(operation) == 0)
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(30), $"No request of {operation} arrived within 30 s.");
        }
    }

    /// <summary>The newest request of an operation, as the tenant saw it.</summary>
    internal JsonElement LastRequest(string operation) =>
        Json("requests").EnumerateArray().Last(request => request.GetProperty("operation").GetString() == operation);

    private JsonElement Json(string path) => JsonDocument.Parse(Sandbox.GetControl(path)).RootElement;
}
