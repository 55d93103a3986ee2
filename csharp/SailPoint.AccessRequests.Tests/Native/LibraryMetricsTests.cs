using System.Collections.Generic;
using System.Text;
using SailPoint.AccessRequests.Tests.Support;
using Xunit;

namespace SailPoint.AccessRequests.Tests.Native;

// Other tests of the process would count in between.
[Collection(ProcessWide.Name)]
public sealed class LibraryMetricsTests
{
    private const string Close = "closeAccessRequest";
    private static readonly CloseAccessRequest Body = new() { AccessRequestIds = ["2c90ad2a70ace7d50170acf22ca90010"] };

    [Fact]
    public void CallsAreCountedByOperationAndOutcome()
    {
        using var tenant = new Tenant(
            """{"faults":[{"operation":"closeAccessRequest","status":429,"headers":{"Retry-After":"0"},"times":1},{"operation":"closeAccessRequest","status":400,"times":1}]}""");
        var before = LibraryInformation.GetMetrics();
        Assert.Equal(400, Assert.Throws<SailPointException>(() => tenant.Client.CloseAccessRequest(Body)).Status);
        tenant.Client.CloseAccessRequest(Body);
        Assert.Throws<SailPointException>(() => tenant.Client.CloseAccessRequest(new CloseAccessRequest { AccessRequestIds = [] }));

        var after = LibraryInformation.GetMetrics();
        Assert.Equal(9, after.Operations.Count);
        var (was, now) = (before.Operations[Close], after.Operations[Close]);
        Assert.Equal((1, 2, 3), (now.Succeeded - was.Succeeded, now.Failed - was.Failed, now.Attempts - was.Attempts));
        Assert.Equal(1, now.Errors["http"] - was.Errors.GetValueOrDefault("http"));
        Assert.Equal(1, now.Errors["validation"] - was.Errors.GetValueOrDefault("validation"));
        // A fetch for a call that another test has given up may still go on.
        Assert.True(after.TokenRequests > before.TokenRequests);
    }

    [Fact]
    public void WhatALaterLibraryAddsOrLeavesOutFailsNothing()
    {
        var metrics = LibraryMetrics.Read(Encoding.UTF8.GetBytes("""{"operations":{"a":{"ok":2,"new":[]},"b":{"errors":{"later":3,"http":1}}},"since":"today"}"""));
        Assert.Equal((2, 0, 0), (metrics.Operations["a"].Succeeded, metrics.Operations["a"].Failed, metrics.Operations["a"].Attempts));
        Assert.Equal((0, 4, 3), (metrics.Operations["b"].Succeeded, metrics.Operations["b"].Failed, metrics.Operations["b"].Errors["later"]));
        Assert.Equal(0, metrics.TokenRequests);
    }
}
