using System.Collections.Generic;
using Xunit;

namespace SailPoint.AccessRequests.Tests.Calls;

public sealed class CallOptionsTests
{
    [Fact]
    public void NothingSetIsNothingSent() => Assert.Null(new CallOptions().ToJson());

    [Fact]
    public void OnlyWhatWasSetIsSent()
    {
        var options = new CallOptions
        {
            TimeoutMs = 1, DeadlineMs = 0, MaxAttempts = 2, Experimental = "yes", Validate = false, Headers = new SortedList<string, string> { ["X-A"] = "b" },
        };
        Assert.Equal(
            """{"timeoutMs":1,"deadlineMs":0,"maxAttempts":2,"experimental":"yes","headers":{"X-A":"b"},"validate":false}""", options.ToJson());
    }

    [Fact]
    public void WhatACallDoesNotSayIsTheClients()
    {
        var defaults = new CallOptions { TimeoutMs = 1, DeadlineMs = 2, MaxAttempts = 3 };
        Assert.Equal("""{"timeoutMs":1,"deadlineMs":2,"maxAttempts":3}""", new CallOptions().ToJson(null, defaults));
        Assert.Equal("""{"timeoutMs":7,"deadlineMs":2,"maxAttempts":3}""", new CallOptions { TimeoutMs = 7 }.ToJson(null, defaults));
    }

    [Fact]
    public void UnknownMembersOfAModelAreSentUnlessTheCallerSaysOtherwise()
    {
        var model = ModelRegistry.Parse<AccessRequestConfig>("""{"requestOnBehalfOfConfig":{"newBelow":1}}""");
        Assert.Equal("""{"sendUnknownMembers":true}""", new CallOptions().ToJson(model));
        Assert.Equal("""{"sendUnknownMembers":false}""", new CallOptions { SendUnknownMembers = false }.ToJson(model));
        Assert.Equal("""{"sendUnknownMembers":true}""", new CallOptions { SendUnknownMembers = true }.ToJson());
        Assert.Null(new CallOptions().ToJson(new AccessRequestConfig { AutoApprovalEnabled = true }));
        Assert.Null(new CallOptions().ToJson("""{"newOnTop":1}"""));
    }

    [Fact]
    public void TheExperimentalHeaderCanBeLeftOut() =>
        Assert.Equal("""{"experimental":false}""", new CallOptions { Experimental = "true", SendExperimentalHeader = false }.ToJson());
}
