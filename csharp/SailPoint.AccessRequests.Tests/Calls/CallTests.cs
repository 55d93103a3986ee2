// Running calls: events, abort, tasks that are canceled, and what freeing does.
using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SailPoint.AccessRequests.Calls;
using SailPoint.AccessRequests.Tests.Support;
using Xunit;

namespace SailPoint.AccessRequests.Tests.Calls;

public sealed class CallTests
{
    private const string Approve = "approveBulkAccessRequest";
    private const string List = "listAccessRequestStatus";
    private const string StallApprove = """{"faults":[{"operation":"approveBulkAccessRequest","do":"stall"}]}""";

    private static readonly BulkApproveAccessRequest Body = new() { ApprovalIds = ["a"], Comment = "c" };

    [Fact]
    public void EventsEndWithTheResultWhichComesOnce()
    {
        using var tenant = new Tenant();
        using var call = tenant.Client.Start(List, new Hashtable { ["LIMIT"] = 1 });
        var events = new List<CallEvent>();
        while (!call.IsFinished)
        {
            events.Add(call.Next(-1)!);
        }

        Assert.Null(call.Next(-1));
        Assert.Equal("result", events[^1].Kind);
        Assert.Single(Assert.IsType<RequestedItemStatus[]>(events[^1].Envelope!.Data));
        var attempt = Assert.Single(events, entry => entry.Status is not null);
        Assert.Equal(("log", "info", List, 200), (attempt.Kind, attempt.Level, attempt.Operation, attempt.Status));
        Assert.Contains("listAccessRequestStatus", attempt.Message);
        Assert.All(events.SkipLast(1), entry => Assert.Null(entry.Envelope));
    }

    [Theory]
    [InlineData("""{"approvalIds":["a"],"comment":"c"}""")]
    [InlineData(null)]
    public void ARequestMayBeTextOrAModel(string? json)
    {
        using var tenant = new Tenant("""{"unknownIds":"accept"}""");
        using var call = tenant.Client.Start(Approve.ToUpperInvariant(), json is null ? Body : json);
        Assert.Equal(202, call.WaitForResult().Status);
        Assert.Equal(Body.ToJson(), tenant.LastRequest(Approve).GetProperty("body").GetString());
    }

    [Fact]
    public void NothingYetIsNull()
    {
        using var tenant = new Tenant(StallApprove);
        using var call = tenant.Client.Start(Approve, Body);
        tenant.WaitForArrival(Approve);
        while (call.Next(0) is { } entry)
        {
            Assert.NotEqual("result", entry.Kind);
        }

        Assert.False(call.IsFinished);
    }

    [Fact]
    public void AnAbortedCallTellsThatTheServiceMayHaveActed()
    {
        using var tenant = new Tenant(StallApprove);
        using var call = tenant.Client.Start(Approve, Body);
        tenant.WaitForArrival(Approve);
        call.Abort();
        var error = call.WaitForResult().Error!;
        Assert.Equal(("aborted", "unknown", null), (error.Kind, error.Delivery, error.Status));
        call.Abort();
    }

    [Fact]
    public void ADisposedCallIsOver()
    {
        using var tenant = new Tenant(StallApprove);
        var call = tenant.Client.Start(Approve, Body);
        tenant.WaitForArrival(Approve);
        call.Dispose();
        call.Dispose();
        call.Abort();
        Assert.Throws<ObjectDisposedException>(() => call.Next(-1));
    }

    [Fact]
    public void DisposingEndsTheWaitOfAnotherThread()
    {
        using var tenant = new Tenant(StallApprove);
        var call = tenant.Client.Start(Approve, Body);
        tenant.WaitForArrival(Approve);
        using var isReading = new ManualResetEventSlim();
        var reader = new Thread(() => ReadToTheEnd(call, isReading)) { IsBackground = true };
        reader.Start();
        isReading.Wait();
        call.Dispose();
        Assert.True(reader.Join(TimeSpan.FromSeconds(30)), "The reader still waits.");
    }

    [Fact]
    public async Task ACanceledTaskTellsThatTheServiceMayHaveActed()
    {
        using var tenant = new Tenant(StallApprove);
        using var source = new CancellationTokenSource();
        var task = tenant.Client.ApproveBulkAccessRequestAsync(Body, null, source.Token);
        tenant.WaitForArrival(Approve);
        source.Cancel();

        var canceled = await Assert.ThrowsAsync<CallCanceledException>(() => task);
        Assert.True(task.IsCanceled);
        Assert.Equal(("unknown", source.Token), (canceled.Delivery, canceled.CancellationToken));
        Assert.Equal("aborted", Assert.IsType<SailPointException>(canceled.InnerException).Kind);
        Assert.Equal(canceled.InnerException!.Message, canceled.Message);
        Assert.Equal(1, tenant.Arrived(Approve));
    }

    [Fact]
    public async Task ATaskThatIsCanceledBeforeSendsNothing()
    {
        using var tenant = new Tenant();
        var task = tenant.Client.ApproveBulkAccessRequestAsync(Body, null, new CancellationToken(canceled: true));
        Assert.Equal("not_sent", (await Assert.ThrowsAsync<CallCanceledException>(() => task)).Delivery);
        Assert.True(task.IsCanceled);
        Assert.Equal(0, tenant.Arrived(Approve));
    }

    [Fact]
    public async Task CancelingAfterTheEndDoesNothing()
    {
        using var tenant = new Tenant();
        using var source = new CancellationTokenSource();
        var answer = await tenant.Client.GetAccessRequestConfigAsync(null, source.Token);
        source.Cancel();
        Assert.Equal(200, answer.Status);
    }

    [Fact]
    public async Task ManyTasksAtOnceKeepThePoolFree()
    {
        using var tenant = new Tenant("""{"faults":[{"operation":"approveBulkAccessRequest","do":"stall"}],"latencyMs":50}""");
        using var source = new CancellationTokenSource();
        var stalled = Enumerable.Range(0, 100).Select(_ => tenant.Client.ApproveBulkAccessRequestAsync(Body, null, source.Token)).ToArray();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => tenant.Client.ListAccessRequestStatusAsync()));
        Assert.All(answers, answer => Assert.NotEmpty(answer.Data));
        source.Cancel();
        foreach (var task in stalled)
        {
            await Assert.ThrowsAsync<CallCanceledException>(() => task);
        }
    }

    [Fact]
    public void WithoutAThreadToWaitNothingIsSent()
    {
        var error = Assert.Throws<SailPointException>(() => CallThread.Take(static _ => throw new OutOfMemoryException()));
        Assert.Equal(("internal", "not_sent"), (error.Kind, error.Delivery));
        Assert.StartsWith("The call was not sent: the process has as many threads as its limits allow", error.Message);
    }

    [Fact]
    public void AThreadThatIsGivenNoCallEnds()
    {
        Thread? started = null;
        CallThread.Take(thread => (started = thread).Start()).Dispose();
        Assert.True(started!.Join(TimeSpan.FromSeconds(30)), "The thread still waits.");
    }

    [Fact]
    public void ACallOutlivesItsClient()
    {
        using var tenant = new Tenant("""{"latencyMs":100}""");
        using var client = new SailPointClient(tenant.Configuration());
        using var call = client.Start(List);
        client.Dispose();
        Assert.True(call.WaitForResult().IsSuccess);
        Assert.Throws<ObjectDisposedException>(() => client.ListAccessRequestStatus());
    }

    [Fact]
    public void ATimeoutIsForOneAttempt()
    {
        using var tenant = new Tenant(StallApprove);
        var error = Assert.Throws<SailPointException>(() => tenant.Client.ApproveBulkAccessRequest(Body, new CallOptions { TimeoutMs = 200 }));
        Assert.Equal(("timeout", "unknown", 1), (error.Kind, error.Delivery, error.Attempts));
    }

    [Fact]
    public void AClientsTimesAndAttemptsHoldForItsCallsUnlessTheySayOtherwise()
    {
        using var tenant = new Tenant("""{"latencyMs":10000,"faults":[{"operation":"listAccessRequestStatus","status":503}]}""");
        var configuration = tenant.Configuration();
        (configuration.TimeoutMs, configuration.MaxAttempts) = (200, 1);
        using var hasty = new SailPointClient(configuration);
        var timeout = Assert.Throws<SailPointException>(() => hasty.ApproveBulkAccessRequest(Body));
        Assert.Equal(("timeout", "unknown", 1), (timeout.Kind, timeout.Delivery, timeout.Attempts));
        Assert.Contains("timeoutMs is 200 ms", timeout.Message);
        Assert.Equal(1, Assert.Throws<SailPointException>(() => hasty.ListAccessRequestStatus()).Attempts);
        Assert.Equal(2, Assert.Throws<SailPointException>(() => hasty.ListAccessRequestStatus(null, new CallOptions { MaxAttempts = 2 })).Attempts);

        configuration = tenant.Configuration();
        configuration.DeadlineMs = 150;
        using var bounded = new SailPointClient(configuration);
        Assert.Contains("deadlineMs", Assert.Throws<SailPointException>(() => bounded.ApproveBulkAccessRequest(Body)).Message);
    }

    [Fact]
    public void AskingToWaitIsToldInTime()
    {
        using var tenant = new Tenant("""{"faults":[{"operation":"approveBulkAccessRequest","status":429,"headers":{"Retry-After":"7"}}]}""");
        var error = Assert.Throws<SailPointException>(() => tenant.Client.ApproveBulkAccessRequest(Body, new CallOptions { MaxAttempts = 1 }));
        Assert.Equal(("rate_limited", 429, TimeSpan.FromSeconds(7)), (error.Kind, error.Status, error.RetryAfter));
    }

    [Fact]
    public void AWaitIsToldAsProgress()
    {
        using var tenant = new Tenant("""{"faults":[{"operation":"approveBulkAccessRequest","status":429,"headers":{"Retry-After":"600"}}]}""");
        using var call = tenant.Client.Start(Approve, Body);
        CallEvent progress;
        do
        {
            progress = call.Next(-1)!;
        }
        while (progress.Kind != "progress");
        Assert.Equal("retry_after", progress.Json.GetProperty("reason").GetString());
        Assert.InRange(progress.Json.GetProperty("waitMs").GetInt64(), 590_000, 600_000);
        Assert.NotNull(progress.Message);
        Assert.Equal((Approve, "retry_after", progress.Json.GetProperty("waitMs").GetInt64()), (progress.Operation, progress.Reason, progress.WaitMs));
        Assert.Equal((null, null, null, null, null), (progress.Level, progress.Attempt, progress.Status, progress.ElapsedMs, progress.RequestId));
    }

    [Fact]
    public void EachAttemptIsToldWithItsFacts()
    {
        using var tenant = new Tenant("""{"faults":[{"operation":"approveBulkAccessRequest","status":503,"headers":{"Retry-After":"0"},"times":1}],"unknownIds":"accept"}""");
        var events = Events(tenant.Client.Start(Approve, Body)).Where(entry => entry.Kind != "progress").ToList();
        Assert.Equal(["log", "log", "log", "result"], events.Select(entry => entry.Kind));
        var (token, first, second, result) = (events[0], events[1], events[2], events[3]);
        Assert.All(events.SkipLast(1), entry => Assert.Equal(("info", Approve), (entry.Level, entry.Operation)));
        Assert.Equal((1, null, null), (token.Attempt, token.Status, token.WaitMs));
        Assert.Equal((1, 503, 0L, "retry_after"), (first.Attempt, first.Status, first.WaitMs, first.Reason));
        Assert.Equal((2, 202, null, null), (second.Attempt, second.Status, second.WaitMs, second.Reason));
        Assert.All(events.SkipLast(1), entry => Assert.InRange(entry.ElapsedMs!.Value, 0, 60_000));
        Assert.Equal(result.Envelope!.Meta.RequestId, second.RequestId);
        Assert.NotEqual(first.RequestId, second.RequestId);
        Assert.Equal((null, null, null), (result.Operation, result.Attempt, result.WaitMs));
    }

    [Fact]
    public void AWarningIsToldAsOneAndHoldsNoFactsOfAnAttempt()
    {
        using var tenant = new Tenant();
        var request = """{"requestedFor":["a"],"requestedItems":[{"type":"ROLE","id":"b","removeDate":"2020-01-01T00:00:00Z"}]}""";
        var events = Events(tenant.Client.Start("createAccessRequest", request));
        var warning = Assert.Single(events, entry => entry.Level == "warning");
        Assert.Equal(warning.Message, Assert.Single(events[^1].Envelope!.Meta.Warnings));
        Assert.Equal(("createAccessRequest", null, null, null), (warning.Operation, warning.Attempt, warning.Status, warning.ElapsedMs));
    }

    [Fact]
    public void WhatBreaksARuleIsNotSent()
    {
        using var tenant = new Tenant();
        var error = Assert.Throws<SailPointException>(() => tenant.Client.ApproveBulkAccessRequest(new BulkApproveAccessRequest { ApprovalIds = [] }));
        Assert.Equal(("validation", "not_sent"), (error.Kind, error.Delivery));
        Assert.Equal(0, tenant.Arrived(Approve));

        var refused = Assert.Throws<SailPointException>(
            () => tenant.Client.ApproveBulkAccessRequest(new BulkApproveAccessRequest { ApprovalIds = [] }, new CallOptions { Validate = false }));
        Assert.Equal(400, refused.Status);
    }

    [Fact]
    public void AnUnknownOperationIsToldWhenStarting()
    {
        using var tenant = new Tenant();
        var error = Assert.Throws<SailPointException>(() => tenant.Client.Start("approveBulk"));
        Assert.Equal("validation", error.Kind);
        Assert.Contains("approveBulk", error.Message);
    }

    [Fact]
    public void RowsThatFitNoModelFailNoPage()
    {
        const string Rows = """[{"id":"a","cancelable":null,"created":"soon","new":{"x":1}},null,{"id":"b","approvalIds":7}]""";
        using var tenant = new Tenant($$"""{"faults":[{"operation":"listAccessRequestStatus","status":200,"body":{{JsonWriter.ToJson(Rows)}}}]}""");
        var rows = tenant.Client.ListAccessRequestStatus().Data;
        Assert.Equal(3, rows.Length);
        Assert.Equal(("a", null, "soon"), (rows[0].Id, rows[0].Created, rows[0]["created"]));
        Assert.Equal("""{"id":"a","created":"soon","cancelable":null,"new":{"x":1}}""", rows[0].ToJson());
        Assert.Equal(("b", 7L), (rows[2].Id, rows[2]["approvalIds"]));
    }

    [Fact]
    public void ContentThatNestsTooDeepIsNotLost()
    {
        var deep = $$"""[{"id":"a","x":{{new string('[', 600)}}{{new string(']', 600)}}}]""";
        using var tenant = new Tenant($$"""{"faults":[{"operation":"listAccessRequestStatus","status":200,"headers":{"X-A":"b"},"body":{{JsonWriter.ToJson(deep)}}}]}""");
        var error = Assert.Throws<SailPointException>(() => tenant.Client.ListAccessRequestStatus());
        Assert.Equal(("http", 200, "responded", 1), (error.Kind, error.Status, error.Delivery, error.Attempts));
        Assert.StartsWith("The tenant answered 200, but its content could not be read: The maximum configured depth of 512 has been exceeded. ", error.Message);
        Assert.Equal(deep, error.Body);
        Assert.Equal(["b"], error.Headers["X-A"]);
        Assert.Equal(tenant.LastRequest(List).GetProperty("requestId").GetString(), error.RequestId);
    }

    [Fact]
    public void ContentThatNobodyReadsMayNestAsItLikes()
    {
        var deep = $$"""{"x":{{new string('[', 600)}}{{new string(']', 600)}}}""";
        using var tenant = new Tenant($$"""{"faults":[{"operation":"approveBulkAccessRequest","status":202,"body":{{JsonWriter.ToJson(deep)}}}]}""");
        var answer = tenant.Client.ApproveBulkAccessRequest(Body);
        Assert.Equal((202, 1), (answer.Status, answer.Meta.Attempts));
    }

    [Fact]
    public void ATextWithANulIsRefusedByItsPlaceAndNotSent()
    {
        using var tenant = new Tenant();
        var request = Assert.Throws<ArgumentException>(() => tenant.Client.Start(Approve, "{\"approvalIds\":[\"a\"]}\0, ..."));
        Assert.StartsWith("The text holds a NUL character at index 21, and the library would read it to there only.", request.Message);
        Assert.Equal("request", request.ParamName);
        Assert.Equal("operation", Assert.Throws<ArgumentException>(() => tenant.Client.Start(Approve + "\0", Body)).ParamName);
        Assert.Equal(0, tenant.Arrived(Approve));
    }

    [Fact]
    public void AWrongSecretIsToldOnceAndNeverShown()
    {
        const string Canary = "canary-5f0c";
        using var tenant = new Tenant();
        var configuration = tenant.Configuration();
        configuration.ClientSecret = Canary;
        using var client = new SailPointClient(configuration);
        using var call = client.Start(List);
        var told = new List<string>();
        Envelope? envelope = null;
        while (!call.IsFinished && call.Next(-1) is { } entry)
        {
            told.Add($"{entry.Message} {entry.Json}");
            envelope = entry.Envelope ?? envelope;
        }

        told.Add(envelope!.Error!.ToString());
        told.Add(envelope.Error.Body ?? "");
        Assert.Equal(("auth", "not_sent"), (envelope.Error.Kind, envelope.Error.Delivery));
        Assert.DoesNotContain(Canary, string.Concat(told));
        Assert.Equal(0, tenant.Arrived(List));
    }

    private static List<CallEvent> Events(Call call)
    {
        using (call)
        {
            var events = new List<CallEvent>();
            while (!call.IsFinished)
            {
                events.Add(call.Next(-1)!);
            }

            return events;
        }
    }

    private static void ReadToTheEnd(Call call, ManualResetEventSlim isReading)
    {
        try
        {
            while (!call.IsFinished)
            {
                isReading.Set();
                call.Next(-1);
            }
        }
        catch (ObjectDisposedException)
        {
            // Disposed between two reads.
        }
    }
}
