// The nine operations through the whole path: method, library, HTTP, tenant, and back.
using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using SailPoint.AccessRequests.Tests.Support;
using Xunit;

namespace SailPoint.AccessRequests.Tests.Calls;

public sealed class OperationTests(Tenant tenant) : IClassFixture<Tenant>
{
    private readonly SailPointClient client = tenant.Client;

    [Fact]
    public void ApproveMovesARequestOn()
    {
        var waiting = Waiting();
        var answer = client.ApproveBulkAccessRequest(new BulkApproveAccessRequest { ApprovalIds = waiting.ApprovalIds, Comment = "c" });
        Assert.Equal(202, answer.Status);
        Assert.Equal(1, answer.Meta.Attempts);
        Assert.NotEqual("EXECUTING", Row(waiting.AccessRequestId!).State);
    }

    [Fact]
    public async Task ApproveMovesARequestOnForATask()
    {
        var waiting = Waiting();
        var answer = await client.ApproveBulkAccessRequestAsync(new BulkApproveAccessRequest { ApprovalIds = waiting.ApprovalIds, Comment = "c" });
        Assert.Equal(202, answer.Status);
        Assert.NotEqual("EXECUTING", Row(waiting.AccessRequestId!).State);
    }

    [Fact]
    public void CancelEndsARequest()
    {
        var waiting = Waiting();
        Assert.Equal(202, client.CancelAccessRequest(new CancelAccessRequest { AccountActivityId = waiting.AccessRequestId, Comment = "c" }).Status);
        Assert.Equal("CANCELLED", Row(waiting.AccessRequestId!).State);
    }

    [Fact]
    public async Task CancelInBulkEndsARequest()
    {
        var waiting = Waiting();
        var body = new BulkCancelAccessRequest { AccessRequestIds = [waiting.AccessRequestId!], Comment = "c" };
        Assert.Equal(202, client.CancelAccessRequestInBulk(body).Status);
        Assert.Equal("CANCELLED", Row(waiting.AccessRequestId!).State);
        body.AccessRequestIds = [Waiting().AccessRequestId!];
        Assert.Equal(202, (await client.CancelAccessRequestInBulkAsync(body)).Status);
        Assert.Equal("CANCELLED", Row(body.AccessRequestIds[0]).State);
    }

    [Fact]
    public async Task CloseEndsARequest()
    {
        var waiting = Waiting();
        Assert.Equal(202, client.CloseAccessRequest(new CloseAccessRequest { AccessRequestIds = [waiting.AccessRequestId!] }).Status);
        Assert.NotEqual("EXECUTING", Row(waiting.AccessRequestId!).State);
        Assert.Equal("true", Header(tenant.LastRequest("closeAccessRequest"), "x-sailpoint-experimental"));
        await client.CloseAccessRequestAsync(
            new CloseAccessRequest { AccessRequestIds = [Waiting().AccessRequestId!] }, new CallOptions { SendExperimentalHeader = false });
        Assert.Null(Header(tenant.LastRequest("closeAccessRequest"), "x-sailpoint-experimental"));
    }

    [Fact]
    public async Task WhatIsRequestedShowsInBothLists()
    {
        var model = client.ListAccessRequestStatus().Data.First(row => row.Type == "ROLE");
        var body = new AccessRequest { RequestedFor = [model.RequestedFor!.Id!], RequestedItems = [new AccessRequestItem { Type = "ROLE", Id = RoleId() }] };
        var made = client.CreateAccessRequest(body).Data;
        var id = made.NewRequests!.Single().AccessRequestIds!.Single();
        Assert.Equal(id, Row(id).AccessRequestId);
        var seen = await client.ListAdministratorsAccessRequestStatusAsync(
            new ListAdministratorsAccessRequestStatusQuery { Filters = $"accessRequestId in (\"{id}\")" });
        Assert.Equal(id, Assert.Single(seen.Data).AccessRequestId);
    }

    [Fact]
    public async Task SettingsThatWereReadAndAreSetChangeNothing()
    {
        var read = await client.GetAccessRequestConfigAsync();
        Assert.Equal(200, read.Status);
        var set = client.SetAccessRequestConfig(read.Data);
        Assert.Equal(read.Data.ToJson(), set.Data.ToJson());
        Assert.Equal(read.Data.ToJson(), tenant.LastRequest("setAccessRequestConfig").GetProperty("body").GetString());
        Assert.Equal(read.Data.ToJson(), client.GetAccessRequestConfig().Data.ToJson());
    }

    [Fact]
    public void WhatWasGivenIsSentBeItZeroOrFalse()
    {
        var none = client.ListAccessRequestStatus(new ListAccessRequestStatusQuery { Limit = 0, Offset = 0, Count = false });
        Assert.Empty(none.Data);
        var path = tenant.LastRequest("listAccessRequestStatus").GetProperty("path").GetString()!;
        Assert.Equal(["count=false", "limit=0", "offset=0"], path.Split('?')[1].Split('&').Order());
    }

    [Fact]
    public async Task AListOfOneIsAList()
    {
        var one = await client.ListAccessRequestStatusAsync(new ListAccessRequestStatusQuery { Limit = 1, Count = true });
        Assert.Single(one.Data);
        Assert.True(int.Parse(Assert.Single(one.Headers["X-Total-Count"])) > 1);
    }

    [Fact]
    public void AdministratorsSeeTheSameRequests() =>
        Assert.NotEmpty(client.ListAdministratorsAccessRequestStatus().Data);

    [Fact]
    public async Task AnUnknownIdIsTheServicesError()
    {
        var body = new CancelAccessRequest { AccountActivityId = "00000000000000000000000000000000", Comment = "c" };
        var error = await Assert.ThrowsAsync<SailPointException>(() => client.CancelAccessRequestAsync(body));
        Assert.Equal(("http", 404, "responded", 1), (error.Kind, error.Status, error.Delivery, error.Attempts));
        Assert.NotNull(error.TrackingId);
        Assert.NotEmpty(error.Messages);
        Assert.Equal(error.TrackingId, JsonDocument.Parse(error.Body!).RootElement.GetProperty("trackingId").GetString());
        Assert.Equal(["application/json"], error.Headers["Content-Type"]);
    }

    private static string? Header(JsonElement request, string name) => request.GetProperty("headers").EnumerateArray()
        .Where(header => header[0].GetString()!.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header[1].GetString()).SingleOrDefault();

    /// <summary>A request that waits for its approvals. Every test takes another: what it does ends the waiting.</summary>
    private RequestedItemStatus Waiting() => client.ListAccessRequestStatus().Data.First(row =>
        row is { State: "EXECUTING", ApprovalIds.Length: > 0, Cancelable: true, ApprovalDetails: { } steps } && steps.All(step => step.Status == "PENDING"));

    private RequestedItemStatus Row(string id) =>
        client.ListAccessRequestStatus(new ListAccessRequestStatusQuery { Filters = $"accessRequestId eq \"{id}\"" }).Data.Single();

    private string RoleId() => JsonDocument.Parse(tenant.Sandbox.GetControl("state")).RootElement.GetProperty("items").EnumerateArray()
        .First(item => item.GetProperty("type").GetString() == "ROLE").GetProperty("id").GetString()!;
}
