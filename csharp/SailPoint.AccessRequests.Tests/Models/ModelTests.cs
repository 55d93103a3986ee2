using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Linq;
using Xunit;

namespace SailPoint.AccessRequests.Tests.Models;

public sealed class ModelTests
{
    [Fact]
    public void WhatIsNotDocumentedIsFoundWhereverItIs()
    {
        var row = ModelRegistry.Parse<RequestedItemStatus>(
            """{"later":1,"requester":{"id":"a","newBelow":2},"approvalDetails":[{"status":"PENDING"},{"newInList":{"a":3},"status":4}]}""");
        Assert.Equal(["approvalDetails[1].newInList", "approvalDetails[1].status", "later", "requester.newBelow"], row.GetAdditionalPaths().Order());
        Assert.Empty(ModelRegistry.Parse<RequestedItemStatus>("""{"requester":{"id":"a"},"approvalDetails":[{"status":"PENDING"}]}""").GetAdditionalPaths());
    }

    [Fact]
    public void AbsentNullAndFalseAreThreeThings()
    {
        var config = ModelRegistry.Parse<AccessRequestConfig>("""{"autoApprovalEnabled":false,"reauthorizationEnabled":null}""");

        Assert.Null(config.ApprovalsMustBeExternal);
        Assert.False(config.Contains("approvalsMustBeExternal"));
        Assert.Equal(false, config.AutoApprovalEnabled);
        Assert.Null(config.ReauthorizationEnabled);
        Assert.True(config.Contains("reauthorizationEnabled"));
        Assert.Equal(["autoApprovalEnabled", "reauthorizationEnabled"], config.GetMemberNames());
        Assert.Equal("""{"autoApprovalEnabled":false,"reauthorizationEnabled":null}""", config.ToJson());
    }

    [Fact]
    public void OnlyWhatWasSetIsWritten()
    {
        var body = new CloseAccessRequest { AccessRequestIds = ["a", "b"], Message = null };
        Assert.Equal("""{"accessRequestIds":["a","b"],"message":null}""", body.ToJson());

        Assert.True(body.Remove("message"));
        Assert.False(body.Remove("message"));
        Assert.Equal("""{"accessRequestIds":["a","b"]}""", body.ToString());
    }

    [Theory]
    [InlineData("""{"created":"2020-07-11T21:23:15Z"}""")]
    [InlineData("""{"modified":null,"created":"2020-07-11T21:23:15.123456789+02:00"}""")]
    [InlineData("""{"created":"yesterday","cancelable":"yes"}""")]
    [InlineData("""{"id":7,"approvalIds":["a",null],"requester":"me","clientMetadata":{"a":1}}""")]
    [InlineData("""{"errorMessages":[[{"text":"x"}],[]],"clientMetadata":{"a":"b","c":null}}""")]
    [InlineData("""{"approvalDetails":[{"status":"NEW_WORD","new":{"deep":[1.50,1e3]}}],"later":1.10}""")]
    [InlineData("""{"name":"Grüße <a&b> \" \\ "}""")]
    public void WhatWasReceivedIsWrittenBackUnchanged(string json) => Assert.Equal(json, ModelRegistry.Parse<RequestedItemStatus>(json).ToJson());

    [Fact]
    public void ValuesThatDoNotFitAreKeptAndTheRestIsRead()
    {
        var row = ModelRegistry.Parse<RequestedItemStatus>(
            """{"id":7,"name":"n","cancelable":null,"created":"yesterday","approvalIds":["a",null],"requester":[],"clientMetadata":{"a":1},"later":{"B":[1,2.5]}}""");

        Assert.Null(row.Id);
        Assert.Equal(7L, row["id"]);
        Assert.Equal("n", row.Name);
        Assert.Null(row.Cancelable);
        Assert.True(row.Contains("cancelable"));
        Assert.Null(row.Created);
        Assert.Equal("yesterday", row["created"]);
        Assert.Null(row.ApprovalIds);
        Assert.Equal(new object?[] { "a", null }, row["approvalIds"]);
        Assert.Null(row.Requester);
        Assert.Null(row.ClientMetadata);
        Assert.Equal(new object[] { 1L, 2.5 }, ((OrderedDictionary)row["later"]!)["b"]);
        Assert.Equal(["approvalIds", "clientMetadata", "id", "later", "requester"], row.GetAdditionalMembers().Keys.Order());
    }

    [Fact]
    public void HalfASurrogatePairIsKept()
    {
        const string Json = """{"name":"\ud800","clientMetadata":{"a":"\ud800"},"x":"\udc00"}""";
        var row = ModelRegistry.Parse<RequestedItemStatus>(Json);
        Assert.Null(row.Name);
        Assert.Equal("\"\\ud800\"", row["name"]);
        Assert.Equal(Json, row.ToJson());
    }

    [Fact]
    public void EscapedNamesAreFound()
    {
        var row = ModelRegistry.Parse<RequestedItemStatus>("""{"n\u0061me":"x"}""");
        Assert.Equal("x", row.Name);
    }

    [Fact]
    public void TheLastOfTwoCounts()
    {
        var row = ModelRegistry.Parse<RequestedItemStatus>("""{"name":"a","later":1,"name":"b","later":2}""");
        Assert.Equal("""{"name":"b","later":2}""", row.ToJson());
    }

    [Fact]
    public void TheOrderOfMembersDoesNotMatter()
    {
        var body = ModelRegistry.Parse<CloseAccessRequest>("""{"completionStatus":"Success","accessRequestIds":[],"message":"m"}""");
        Assert.Equal("Success", body.CompletionStatus);
        Assert.Equal("m", body.Message);
        Assert.Empty(body.AccessRequestIds!);
    }

    [Fact]
    public void DatesAreInstantsInUtc()
    {
        var item = ModelRegistry.Parse<AccessRequestItem>("""{"removeDate":"2030-07-11T23:23:15.5+02:00"}""");
        Assert.Equal(new DateTime(2030, 7, 11, 21, 23, 15, 500, DateTimeKind.Utc), item.RemoveDate);
        Assert.Equal(DateTimeKind.Utc, item.RemoveDate!.Value.Kind);
        Assert.Equal(item.RemoveDate, item["removeDate"]);

        item.RemoveDate = new DateTimeOffset(2031, 1, 1, 1, 0, 0, TimeSpan.FromHours(1)).UtcDateTime;
        Assert.Equal("""{"removeDate":"2031-01-01T00:00:00.000Z"}""", item.ToJson());
    }

    [Fact]
    public void OneBareEntryStandsForAListWhereTheDocumentationWritesItSo()
    {
        var body = ModelRegistry.Parse<AccessRequest>("""{"requestedFor":"id"}""");
        Assert.Equal(["id"], body.RequestedFor!);
    }

    [Fact]
    public void TheIndexerIgnoresCaseAndTakesAnythingWithAJsonForm()
    {
        var body = new AccessRequest
        {
            ["RequestedFor"] = new List<object> { "a", "b" },
            ["requestedItems"] = new object[] { new Hashtable { ["type"] = "ROLE" } },
            ["later"] = new Dictionary<string, int> { ["x"] = 1 },
            ["LATER"] = true,
        };

        Assert.Equal(["a", "b"], body.RequestedFor!);
        Assert.Equal("ROLE", body.RequestedItems![0].Type);
        Assert.Equal(true, body["Later"]);
        Assert.Equal("""{"requestedFor":["a","b"],"requestedItems":[{"type":"ROLE"}],"later":true}""", body.ToJson());

        body["requestedItems"] = "none";
        Assert.Null(body.RequestedItems);
        Assert.Equal("none", body["requestedItems"]);

        body["requestedFor"] = null;
        Assert.True(body.Contains("REQUESTEDFOR"));
        Assert.Null(body["nothing"]);
        Assert.False(body.Contains("nothing"));
    }

    [Fact]
    public void AMemberThatDiffersInCaseOnlyIsAMemberOfItsOwnWhenReceived()
    {
        const string Json = """{"name":"a","Name":"b"}""";
        var row = ModelRegistry.Parse<RequestedItemStatus>(Json);
        Assert.Equal("a", row.Name);
        Assert.Equal(Json, row.ToJson());
    }
}
