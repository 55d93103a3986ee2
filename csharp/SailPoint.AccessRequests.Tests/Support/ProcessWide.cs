// Tests that change what the whole process shares (environment variables, connections) run one after the other.
using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Http;
using Xunit;

namespace SailPoint.AccessRequests.Tests.Support;

[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessWide
{
    public const string Name = "process-wide";
}

/// <summary>Environment variables and the system's proxy that the binding reads, all unset and then set as a test wants, and put back afterwards.</summary>
internal sealed class SurroundingsForTest : IDisposable
{
    private static readonly string[] Names =
    [
        "SAIL_BASE_URL", "SAIL_CLIENT_ID", "SAIL_CLIENT_SECRET",
        "HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy",
    ];

    private readonly Dictionary<string, string?> before = [];
    private readonly IWebProxy proxyBefore = HttpClient.DefaultProxy;

    internal SurroundingsForTest(params (string Name, string Value)[] variables)
    {
        foreach (var name in Names)
        {
            before[name] = Environment.GetEnvironmentVariable(name);
            Environment.SetEnvironmentVariable(name, null);
        }

        // None, whatever the machine is set to.
        HttpClient.DefaultProxy = new WebProxy();
        foreach (var (name, value) in variables)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        Folder = Directory.CreateTempSubdirectory("sailpoint-").FullName;
    }

    /// <summary>An empty folder to be the current one.</summary>
    internal string Folder { get; }

    internal string ConfigFile => Path.Combine(Folder, "config.json");

    public void Dispose()
    {
        HttpClient.DefaultProxy = proxyBefore;
        foreach (var (name, value) in before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        Directory.Delete(Folder, recursive: true);
    }
}
