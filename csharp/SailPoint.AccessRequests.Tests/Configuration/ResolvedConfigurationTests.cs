using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Reflection;
using System.Text;
using SailPoint.AccessRequests.Configuration;
using SailPoint.AccessRequests.Tests.Support;
using Xunit;

namespace SailPoint.AccessRequests.Tests.Configuration;

[Collection(ProcessWide.Name)]
public sealed class ResolvedConfigurationTests
{
    private const string File = """{"BaseUrl":"https://file","ClientId":"f","ClientSecret":"g"}""";

    [Fact]
    public void OnlyWhatWasGivenIsHandedDown()
    {
        using var surroundings = new SurroundingsForTest();
        var given = new ClientConfiguration { BaseUrl = "https://x", AllowInsecureHttp = false, WindowMs = 0, Headers = new Dictionary<string, string> { ["A"] = "b" } };
        Assert.Equal(
            """{"baseUrl":"https://x","allowInsecureHttp":false,"windowMs":0,"headers":{"A":"b"},"source":"the given configuration"}""",
            Json(ResolvedConfiguration.From(given)));
    }

    private static readonly string Root = Path.GetFullPath("/limiter");

    [Fact]
    public void APathIsHandedDownFromTheRoot()
    {
        using var surroundings = new SurroundingsForTest();
        var given = ResolvedConfiguration.From(new ClientConfiguration { LimiterFile = "a/limiter" });
        Assert.Contains($"\"limiterFile\":{JsonWriter.ToJson(Path.Combine(Directory.GetCurrentDirectory(), "a", "limiter"))}", Json(given));

        System.IO.File.WriteAllText(surroundings.ConfigFile, """{"BaseUrl":"https://file","LimiterFile":"limiter"}""");
        var resolved = ResolvedConfiguration.FromSurroundings(surroundings.Folder);
        Assert.Contains($"\"LimiterFile\":{JsonWriter.ToJson(Path.Combine(surroundings.Folder, "limiter"))}", Json(resolved));
    }

    [Fact]
    public void WhatIsNoPathTheLibraryTells()
    {
        using var surroundings = new SurroundingsForTest();
        var error = Assert.Throws<SailPointException>(
            () => new SailPointClient(new ClientConfiguration { BaseUrl = "https://x", AccessToken = "t", LimiterFile = "a\0b" }));
        Assert.Equal("config", error.Kind);
        Assert.StartsWith("limiterFile", error.Message);
        using var without = new SailPointClient(new ClientConfiguration { BaseUrl = "https://x", AccessToken = "t", LimiterFile = " " });
    }

    [Fact]
    public void EveryPropertyReachesTheLibraryByItsName()
    {
        using var surroundings = new SurroundingsForTest();
        var given = new ClientConfiguration
        {
            BaseUrl = "1", ClientId = "2", ClientSecret = "3", AccessToken = "4", TokenUrl = "5", ApiVersion = "6", AllowInsecureHttp = true,
            RequestsPerWindow = 7, WindowMs = 8, LimiterFile = Path.GetFullPath("c"), ConnectTimeoutMs = 9, ReadTimeoutMs = 10, IdleMs = 11, Proxy = "12", NoProxy = "13", UserAgent = "14",
            CaFile = Path.GetFullPath("a"), ClientCertificate = Path.GetFullPath("b"),
            Headers = new Dictionary<string, string>(), Source = "15", TimeoutMs = 16, DeadlineMs = 17, MaxAttempts = 18,
        };
        var (caFile, certificate, limiterFile) = (JsonWriter.ToJson(given.CaFile), JsonWriter.ToJson(given.ClientCertificate), JsonWriter.ToJson(given.LimiterFile));
        Assert.Equal(
            $$$"""{"baseUrl":"1","clientId":"2","clientSecret":"3","accessToken":"4","tokenUrl":"5","apiVersion":"6","allowInsecureHttp":true,"requestsPerWindow":7,"windowMs":8,"limiterFile":{{{limiterFile}}},"connectTimeoutMs":9,"readTimeoutMs":10,"idleMs":11,"proxy":"12","noProxy":"13","caFile":{{{caFile}}},"clientCertificate":{{{certificate}}},"userAgent":"14","headers":{},"source":"15"}""",
            Json(ResolvedConfiguration.From(given)));
        // The library takes these with each call.
        Assert.Equal("""{"timeoutMs":16,"deadlineMs":17,"maxAttempts":18}""", ResolvedConfiguration.From(given).CallDefaults.ToJson());
        Assert.Equal(23, typeof(ClientConfiguration).GetProperties().Length);
    }

    [Theory]
    [InlineData(0, null, null, "timeoutMs in the given configuration must be a number of milliseconds from 1, not the number 0.")]
    [InlineData(null, -1, null, "deadlineMs in the given configuration must be a number of milliseconds from 1, not the number -1.")]
    [InlineData(null, null, 0, "maxAttempts in the given configuration must be a whole number from 1, not the number 0.")]
    public void WhatNoCallCouldGoByIsRefusedAtOnce(int? timeoutMs, int? deadlineMs, int? maxAttempts, string message)
    {
        var given = new ClientConfiguration { BaseUrl = "https://example.com", ClientId = "i", ClientSecret = "s", TimeoutMs = timeoutMs, DeadlineMs = deadlineMs, MaxAttempts = maxAttempts };
        var error = Assert.Throws<SailPointException>(() => new SailPointClient(given));
        Assert.Equal(("config", message), (error.Kind, error.Message));
    }

    [Fact]
    public void SecretsCanBeSetAndNotRead()
    {
        var configuration = new ClientConfiguration();
        configuration.SetClientSecret(new NetworkCredential("", "s3").SecurePassword);
        configuration.SetAccessToken(new NetworkCredential("", "t4").SecurePassword);
        using var surroundings = new SurroundingsForTest();
        Assert.Equal("""{"clientSecret":"s3","accessToken":"t4","source":"the given configuration"}""", Json(ResolvedConfiguration.From(configuration)));
        foreach (var name in new[] { "ClientSecret", "AccessToken" })
        {
            Assert.Null(typeof(ClientConfiguration).GetProperty(name, BindingFlags.Public | BindingFlags.Instance)!.GetGetMethod());
        }
    }

    [Fact]
    public void TheEnvironmentIsTakenAsAWhole()
    {
        using var surroundings = new SurroundingsForTest(("SAIL_BASE_URL", "https://env"), ("SAIL_CLIENT_ID", "i"));
        System.IO.File.WriteAllText(surroundings.ConfigFile, File);
        var resolved = ResolvedConfiguration.FromSurroundings(surroundings.Folder);
        Assert.Equal("""{"baseUrl":"https://env","clientId":"i","source":"the environment"}""", Json(resolved));
        Assert.Equal(("https://env", "i", "the environment"), (resolved.BaseUrl, resolved.ClientId, resolved.Source));
    }

    [Fact]
    public void WithoutAClientIdInTheEnvironmentTheFileIsTakenAsAWhole()
    {
        using var surroundings = new SurroundingsForTest(("SAIL_BASE_URL", "https://env"), ("SAIL_CLIENT_SECRET", "s"));
        System.IO.File.WriteAllText(surroundings.ConfigFile, File);
        var resolved = ResolvedConfiguration.FromSurroundings(surroundings.Folder);
        Assert.Equal(JsonWriter.ToJson(surroundings.ConfigFile), JsonWriter.ToJson(resolved.Source));
        Assert.Equal($$"""{"BaseUrl":"https://file","ClientId":"f","ClientSecret":"g","source":{{JsonWriter.ToJson(surroundings.ConfigFile)}}}""", Json(resolved));
    }

    [Fact]
    public void AFileMayHaveAByteOrderMark()
    {
        using var surroundings = new SurroundingsForTest();
        System.IO.File.WriteAllText(surroundings.ConfigFile, File, Encoding.Unicode);
        Assert.Equal("https://file", ResolvedConfiguration.FromSurroundings(surroundings.Folder).BaseUrl);
    }

    [Fact]
    public void AMemberThatStandsTwiceIsLeftForTheLibraryToTell()
    {
        using var surroundings = new SurroundingsForTest();
        System.IO.File.WriteAllText(surroundings.ConfigFile, """{"BaseUrl":"a","BaseUrl":"b"}""");
        Assert.StartsWith("""{"BaseUrl":"a","BaseUrl":"b",""", Json(ResolvedConfiguration.FromSurroundings(surroundings.Folder)));
    }

    [Theory]
    [InlineData("{\"BaseUrl\":\n 7x", " cannot be used. This is not valid JSON: line 2, byte 3. ")]
    [InlineData("[]", " cannot be used. It holds no JSON object. ")]
    public void AFileThatCannotBeReadIsToldByItsPath(string content, string message)
    {
        using var surroundings = new SurroundingsForTest();
        System.IO.File.WriteAllText(surroundings.ConfigFile, content);
        var error = Assert.Throws<SailPointException>(() => ResolvedConfiguration.FromSurroundings(surroundings.Folder));
        Assert.Equal("config", error.Kind);
        Assert.StartsWith($"The settings in {surroundings.ConfigFile}{message}", error.Message);
    }

    [Fact]
    public void NothingAnywhereAsksTheLibraryToExplain()
    {
        using var surroundings = new SurroundingsForTest(("HTTPS_PROXY", "http://p:1"));
        Assert.Equal("{}", Json(ResolvedConfiguration.FromSurroundings(surroundings.Folder)));
        var error = Assert.Throws<SailPointException>(() => SailPointClient.FromEnvironment(surroundings.Folder));
        Assert.Equal("config", error.Kind);
        Assert.Contains("SAIL_CLIENT_ID", error.Message);
        Assert.Contains("config.json", error.Message);
    }

    [Theory]
    [InlineData("\"Proxy\":null,\"noProxy\":null,\"source\":null", "\"source\":PATH,\"proxy\":\"http://p:1\",\"noProxy\":\"a\"")]
    [InlineData("\"proxy\":\"\",\"noProxy\":null", "\"proxy\":\"\",\"source\":PATH")]
    [InlineData("\"noProxy\":\"b\"", "\"noProxy\":\"b\",\"source\":PATH,\"proxy\":\"http://p:1\"")]
    public void ANullInTheFileCountsAsAbsent(string given, string expected)
    {
        using var surroundings = new SurroundingsForTest(("HTTPS_PROXY", "http://p:1"), ("NO_PROXY", "a"));
        System.IO.File.WriteAllText(surroundings.ConfigFile, $$"""{"baseUrl":"https://x","accessToken":"t",{{given}}}""");
        var resolved = ResolvedConfiguration.FromSurroundings(surroundings.Folder);
        Assert.Equal($$"""{"baseUrl":"https://x","accessToken":"t",{{expected.Replace("PATH", JsonWriter.ToJson(surroundings.ConfigFile))}}}""", Json(resolved));
        using var client = SailPointClient.FromEnvironment(surroundings.Folder);
    }

    [Theory]
    [InlineData("proxy", "proxy in the file must be a text, not ")]
    [InlineData("source", "source in ")]
    public void AValueOfTheWrongTypeIsToldAsThat(string name, string message)
    {
        using var surroundings = new SurroundingsForTest(("HTTPS_PROXY", "http://p:1"));
        var source = name == "source" ? "" : "\"source\":\"the file\",";
        System.IO.File.WriteAllText(surroundings.ConfigFile, $$"""{"baseUrl":"https://x","accessToken":"t",{{source}}"{{name}}":5}""");
        Assert.StartsWith(message, Assert.Throws<SailPointException>(() => SailPointClient.FromEnvironment(surroundings.Folder)).Message);
    }

    [Theory]
    [InlineData("https://x", "HTTPS_PROXY", "http://p:1")]
    [InlineData("https://x", "https_proxy", "http://p:1")]
    [InlineData("https://x", "ALL_PROXY", "http://p:1")]
    [InlineData("http://x", "HTTP_PROXY", "http://p:1")]
    [InlineData("http://x", "HTTPS_PROXY", null)]
    [InlineData("https://x", "HTTP_PROXY", null)]
    public void TheEnvironmentsProxyIsTheOneOfTheScheme(string baseUrl, string variable, string? proxy)
    {
        using var surroundings = new SurroundingsForTest((variable, "http://p:1"), ("NO_PROXY", "a,b"));
        var expected = proxy is null ? "" : $",\"proxy\":\"{proxy}\",\"noProxy\":\"a,b\"";
        Assert.Equal(
            $$"""{"baseUrl":"{{baseUrl}}","source":"the given configuration"{{expected}}}""", Json(ResolvedConfiguration.From(new ClientConfiguration { BaseUrl = baseUrl })));
    }

    [Theory]
    [InlineData("https://x", "HTTPS_PROXY", "https_proxy,ALL_PROXY,all_proxy,HTTP_PROXY,http_proxy")]
    [InlineData("https://x", "https_proxy", "ALL_PROXY,all_proxy,HTTP_PROXY,http_proxy")]
    [InlineData("https://x", "ALL_PROXY", "all_proxy,HTTP_PROXY,http_proxy")]
    [InlineData("https://x", "all_proxy", "HTTP_PROXY,http_proxy")]
    [InlineData("http://x", "HTTP_PROXY", "http_proxy,ALL_PROXY,all_proxy,HTTPS_PROXY,https_proxy")]
    [InlineData("http://x", "http_proxy", "ALL_PROXY,all_proxy,HTTPS_PROXY,https_proxy")]
    public void UpperCaseComesBeforeLowerAndTheSchemeBeforeAll(string baseUrl, string first, string others)
    {
        using var surroundings = new SurroundingsForTest();
        foreach (var name in others.Split(',').Append("no_proxy"))
        {
            Environment.SetEnvironmentVariable(name, "other");
        }

        // Last, for a system whose variables ignore case.
        Environment.SetEnvironmentVariable(first, "counts");
        Environment.SetEnvironmentVariable("NO_PROXY", "too");
        Assert.Equal(new ProxySettings("counts", "too"), ProxySettings.FromEnvironment(baseUrl));
    }

    [Fact]
    public void AnEmptyVariableCountsAsUnset()
    {
        using var surroundings = new SurroundingsForTest(("HTTPS_PROXY", ""), ("ALL_PROXY", "http://p:1"), ("NO_PROXY", ""));
        Assert.Equal(new ProxySettings("http://p:1", null), ProxySettings.FromEnvironment("https://x"));
    }

    [Fact]
    public void AGivenProxyCounts()
    {
        using var surroundings = new SurroundingsForTest(("HTTPS_PROXY", "http://p:1"), ("NO_PROXY", "a"));
        var json = Json(ResolvedConfiguration.From(new ClientConfiguration { BaseUrl = "https://x", Proxy = "http://q:2" }));
        Assert.Equal("""{"baseUrl":"https://x","proxy":"http://q:2","source":"the given configuration"}""", json);
    }

    [Fact]
    public void TheSystemsProxyCountsWhereTheEnvironmentNamesNone()
    {
        using var surroundings = new SurroundingsForTest();
        HttpClient.DefaultProxy = new WebProxy("http://system:3128") { BypassList = [@"^https://direct\.example"] };
        Assert.Equal(new ProxySettings("http://system:3128/", null), ProxySettings.FromSurroundings("https://x.example"));
        foreach (var direct in new[] { "https://direct.example", "https://localhost:1", "http://127.0.0.1:5", "no address", null })
        {
            Assert.Equal(default, ProxySettings.FromSurroundings(direct));
        }

        Environment.SetEnvironmentVariable("HTTPS_PROXY", "http://environment:1");
        Assert.Equal("http://environment:1", ProxySettings.FromSurroundings("https://x.example").Proxy);
    }

    [Fact]
    public void CredentialsOfTheSystemsProxyStandInItsAddress()
    {
        using var surroundings = new SurroundingsForTest();
        HttpClient.DefaultProxy = new WebProxy("http://system:3128") { Credentials = new NetworkCredential("svc", "p@ss/:#%") };
        Assert.Equal("http://svc:p%40ss%2F%3A%23%25@system:3128", ProxySettings.FromSurroundings("https://x.example").Proxy);
        HttpClient.DefaultProxy = new WebProxy("http://system:3128") { UseDefaultCredentials = true };
        Assert.Equal("http://system:3128/", ProxySettings.FromSurroundings("https://x.example").Proxy);
    }

    [Fact]
    public void WhatDotNetReadOfTheEnvironmentBeforeIsNoSystemProxy()
    {
        using var surroundings = new SurroundingsForTest();
        HttpClient.DefaultProxy = new HttpEnvironmentProxy();
        Assert.Equal(default, ProxySettings.FromSurroundings("https://x.example"));
    }

    [Fact]
    public void NamesOfFilesInAFileStartAtTheCurrentFolder()
    {
        using var surroundings = new SurroundingsForTest();
        System.IO.File.WriteAllText(surroundings.ConfigFile, """{"baseUrl":"https://x","accessToken":"t","CaFile":"ca.pem","clientCertificate":"","source":"s"}""");
        var expected = JsonWriter.ToJson(Path.Combine(surroundings.Folder, "ca.pem"));
        var resolved = ResolvedConfiguration.FromSurroundings(surroundings.Folder);
        Assert.Equal($$"""{"baseUrl":"https://x","accessToken":"t","CaFile":{{expected}},"clientCertificate":"","source":"s"}""", Json(resolved));
    }

    [Fact]
    public void GivenNamesOfFilesStartAtTheProcesssFolder()
    {
        using var surroundings = new SurroundingsForTest();
        var given = new ClientConfiguration { CaFile = Path.Combine("sub", "ca.pem"), Source = "s" };
        Assert.Equal($$"""{"caFile":{{JsonWriter.ToJson(Path.GetFullPath("sub/ca.pem"))}},"source":"s"}""", Json(ResolvedConfiguration.From(given)));
    }

    [Fact]
    public void TheLibraryReadsWhatIsHandedDownAndItIsWipedThen()
    {
        using var surroundings = new SurroundingsForTest();
        var resolved = ResolvedConfiguration.From(new ClientConfiguration { BaseUrl = "https://x.example.com", ClientId = "i", ClientSecret = "s" });
        using var client = new SailPointClient(resolved);
        Assert.Equal(("https://x.example.com", "i", "the given configuration"), (client.BaseUrl, client.ClientId, client.Source));
        Assert.All(resolved.Utf8, value => Assert.Equal(0, value));
    }

    private static string Json(ResolvedConfiguration configuration)
    {
        Assert.Equal(0, configuration.Utf8[^1]);
        return Encoding.UTF8.GetString(configuration.Utf8.AsSpan(..^1));
    }

    // Named as the one of .NET, which no program can make.
    private sealed class HttpEnvironmentProxy : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri GetProxy(Uri destination) => new("http://before:1");

        public bool IsBypassed(Uri host) => false;
    }
}
