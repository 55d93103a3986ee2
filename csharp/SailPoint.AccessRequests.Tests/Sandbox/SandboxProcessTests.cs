using System;
using System.Diagnostics;
using System.IO;
using System.Net.Http;
using SailPoint.AccessRequests.Tests.Support;
using Xunit;

namespace SailPoint.AccessRequests.Tests.Sandbox;

public sealed class SandboxProcessTests
{
    [Fact]
    public void ItServesUntilItIsDisposed()
    {
        var sandbox = Start(new SandboxOptions());
        Assert.StartsWith("http://127.0.0.1:", sandbox.BaseUrl);
        using (var process = Process.GetProcessById(sandbox.ProcessId))
        {
            Assert.Null(sandbox.ExitCode);
            sandbox.Dispose();
            sandbox.Dispose();
            Assert.True(process.HasExited);
        }

        Assert.Equal(0, sandbox.ExitCode);
    }

    [Fact]
    public void ItIsAmongTheRunningOnesUntilItIsDisposed()
    {
        var sandbox = Start(new SandboxOptions());
        var running = SandboxProcess.Running;
        Assert.Contains(sandbox, running);
        sandbox.Dispose();
        Assert.DoesNotContain(sandbox, SandboxProcess.Running);
        Assert.Contains(sandbox, running);
    }

    [Fact]
    public void TheSameSeedMakesTheSameTenant()
    {
        using var one = Start(new SandboxOptions { Seed = 7 });
        using var two = Start(new SandboxOptions { Seed = 7 });
        using var other = Start(new SandboxOptions { Seed = 8 });
        Assert.Equal(one.ClientId, two.ClientId);
        Assert.NotEqual(one.ClientId, other.ClientId);
    }

    [Fact]
    public void AConfigurationMayHaveLineBreaks()
    {
        using var sandbox = Start(new SandboxOptions { ConfigJson = "{\r\n  \"clientId\":\n\"id\"\n}\n" });
        Assert.Equal("id", sandbox.ClientId);
    }

    [Fact]
    public void AConfigurationThatDoesNotDoIsToldInItsWords()
    {
        var error = Assert.Throws<SailPointException>(() => Start(new SandboxOptions { ConfigJson = """{"nothing":1}""" }));
        Assert.Equal("config", error.Kind);
        Assert.Contains(" ended with code 2 before it was ready. It said: sailpoint-sandbox: --config -: nothing is unknown. The settings are clientId, ", error.Message);
    }

    // More than a pipe holds, so that the program ends before it has all been written.
    [Fact]
    public void ASeedThatDoesNotDoIsToldWhateverTheConfiguration()
    {
        var error = Assert.Throws<SailPointException>(() => Start(new SandboxOptions { Seed = -1, ConfigJson = new string(' ', 1_000_000) }));
        Assert.Equal("config", error.Kind);
        Assert.Contains("--seed", error.Message);
    }

    [Fact]
    public void AProgramThatIsNotThereIsToldByItsPath()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "nothing", "sailpoint-sandbox");
        var error = Assert.Throws<FileNotFoundException>(() => SandboxProcess.Start(new SandboxOptions { ExecutablePath = path }));
        Assert.Contains($" was not found. It was looked for at {path}. ", error.Message);
    }

    [Fact]
    public void AFaultOfItsOwnShowsInTheExitCode()
    {
        var sandbox = Start(new SandboxOptions { ConfigJson = """{"faults":[{"operation":"getAccessRequestConfig","do":"panic"}]}""" });
        using (var client = new SailPointClient(sandbox.ToConfiguration()))
        {
            Assert.Throws<SailPointException>(() => client.GetAccessRequestConfig(new CallOptions { MaxAttempts = 1 }));
        }

        sandbox.Dispose();
        Assert.Equal(1, sandbox.ExitCode);
    }

    [Fact]
    public void ItTellsWhatItSawAndBehavesAsItIsTold()
    {
        using var sandbox = Start(new SandboxOptions());
        Assert.StartsWith("{\"operations\":", sandbox.GetControl("counters"));
        sandbox.PostControl("faults", """{"operation":"getAccessRequestConfig","status":403}""");
        using var client = new SailPointClient(sandbox.ToConfiguration());
        Assert.Equal(403, Assert.Throws<SailPointException>(() => client.GetAccessRequestConfig()).Status);
        sandbox.DeleteControl("faults");
        client.GetAccessRequestConfig();
        Assert.Contains("The sandbox answered 404 to GET /sandbox/nothing: ", Assert.Throws<HttpRequestException>(() => sandbox.GetControl("nothing")).Message);
    }

    [Fact]
    public void ItCountsWhatItActedOnAlsoWhereTheAnswerWasLost()
    {
        const string id = "2c9180835d2e5168015d32f890ca1581";
        using var sandbox = Start(new SandboxOptions { ConfigJson = """{"faults":[{"operation":"approveBulkAccessRequest","do":"resetAfterActing"}]}""" });
        using var client = new SailPointClient(sandbox.ToConfiguration());
        var error = Assert.Throws<SailPointException>(() => client.ApproveBulkAccessRequest(new BulkApproveAccessRequest { ApprovalIds = [id], Comment = "fine" }));
        Assert.Equal("unknown", error.Delivery);

        var counters = sandbox.GetCounters();
        Assert.Equal((1L, 0L), (counters.ActedOn(id), counters.ActedOn("another")));
        var approvals = counters.Operations["approveBulkAccessRequest"];
        Assert.Equal((1L, 1L), (approvals.Arrived, approvals.Acted));
        Assert.Equal((1L, 1L), (counters.TokensRequested, counters.TokensGranted));
    }

    [Fact]
    public void ItCanBeAskedWhileItsPortRefusesConnections()
    {
        using var sandbox = Start(new SandboxOptions { ConfigJson = """{"faults":[{"operation":"token","do":"refuse"}]}""" });
        using var client = new SailPointClient(sandbox.ToConfiguration());
        var error = Assert.Throws<SailPointException>(() => client.GetAccessRequestConfig(new CallOptions { MaxAttempts = 1 }));
        Assert.Equal(("transport", "not_sent"), (error.Kind, error.Delivery));
        Assert.Equal((1L, 0L), (sandbox.GetCounters().TokensGranted, sandbox.GetCounters().Operations["getAccessRequestConfig"].Arrived));
    }

    private static SandboxProcess Start(SandboxOptions options)
    {
        options.ExecutablePath = NativeFiles.SandboxProgram;
        return SandboxProcess.Start(options);
    }
}
