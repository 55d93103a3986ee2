using System;
using System.Collections.Specialized;
using System.Text;
using SailPoint.AccessRequests.Calls;
using Xunit;

namespace SailPoint.AccessRequests.Tests.Calls;

public sealed class EnvelopeReaderTests
{
    private const string List = "listAccessRequestStatus";

    [Fact]
    public void ASuccessIsReadInAnyOrderOfMembers()
    {
        var envelope = Read(List, """
            {"data":[{"id":"a"},{"id":"b","new":1}],"later":[{}],"meta":{"attempts":2,"elapsedMs":34,"requestId":"r","warnings":["w"]},
             "headers":{"x-total-count":["7"],"a":["1","2"]},"status":200,"ok":true}
            """);
        Assert.True(envelope.IsSuccess);
        Assert.Equal(200, envelope.Status);
        Assert.Equal(["7"], envelope.Headers["X-Total-Count"]);
        Assert.Equal(["1", "2"], envelope.Headers["A"]);
        Assert.Equal((2, 34L, "r"), (envelope.Meta.Attempts, envelope.Meta.ElapsedMs, envelope.Meta.RequestId));
        Assert.Equal(["w"], envelope.Meta.Warnings);
        Assert.Null(envelope.Error);

        var rows = Assert.IsType<RequestedItemStatus[]>(envelope.Data);
        Assert.Equal(("a", "b", 1L), (rows[0].Id, rows[1].Id, rows[1]["new"]));
    }

    [Theory]
    [InlineData("""{"ok":true,"status":200,"data":[]}""")]
    [InlineData("""{"ok":true,"status":200,"data":null}""")]
    [InlineData("""{"ok":true,"status":200}""")]
    public void AnEmptyListIsAnEmptyArray(string json) => Assert.Empty(Assert.IsType<RequestedItemStatus[]>(Read(List, json).Data));

    [Fact]
    public void RowsThatAreNoObjectsFailNothing()
    {
        var rows = Assert.IsType<RequestedItemStatus[]>(Read(List, """{"ok":true,"status":200,"data":[null,"x",[1],{"id":"a"}]}""").Data);
        Assert.Equal(4, rows.Length);
        Assert.Equal((null, "x", "a"), (rows[0][""], rows[1][""], rows[3].Id));
        Assert.Equal([1L], (object[])rows[2][""]!);
    }

    [Fact]
    public void AnObjectInsteadOfAListIsAListOfOne() =>
        Assert.Equal("a", Assert.Single(Assert.IsType<RequestedItemStatus[]>(Read(List, """{"ok":true,"status":200,"data":{"id":"a"}}""").Data)).Id);

    [Fact]
    public void AListInsteadOfAnObjectIsKept()
    {
        var config = Assert.IsType<AccessRequestConfig>(Read("getAccessRequestConfig", """{"ok":true,"status":200,"data":[1]}""").Data);
        Assert.Equal([1L], (object[])config[""]!);
    }

    [Fact]
    public void AnswersWithoutDocumentedContentAreNull() =>
        Assert.Null(Read("approveBulkAccessRequest", """{"ok":true,"status":202,"data":{"a":{"b":[]}}}""").Data);

    [Fact]
    public void AnswersOfUnknownOperationsArePlainObjects() =>
        Assert.Equal(1L, Assert.IsType<OrderedDictionary>(Read("newOne", """{"ok":true,"data":{"a":1}}""").Data)["a"]);

    [Fact]
    public void OperationsIgnoreCase() => Assert.IsType<RequestedItemStatus[]>(Read("LISTACCESSREQUESTSTATUS", """{"ok":true}""").Data);

    [Fact]
    public void AnErrorHasAllItsParts()
    {
        var envelope = Read(List, """
            {"ok":false,"error":{"kind":"rate_limited","message":"m","status":429,"detailCode":"d","trackingId":"t","messages":["a","b"],"causes":["c"],
             "retryAfterSeconds":2.5,"delivery":"responded","headers":{"retry-after":["3"]},"body":"{}","bodyCut":true},"meta":{"attempts":5,"elapsedMs":6,"requestId":"r","warnings":["w"]}}
            """);
        var error = envelope.Error!;
        Assert.False(envelope.IsSuccess);
        Assert.Equal(("rate_limited", "m", 429, "d", "t"), (error.Kind, error.Message, error.Status, error.DetailCode, error.TrackingId));
        Assert.Equal(["a", "b"], error.Messages);
        Assert.Equal(["c"], error.Causes);
        Assert.Equal(TimeSpan.FromSeconds(2.5), error.RetryAfter);
        Assert.Equal(("responded", "{}", 5, "r"), (error.Delivery, error.Body, error.Attempts, error.RequestId));
        Assert.Equal((true, 6L), (error.BodyCut, error.ElapsedMs));
        Assert.Equal(["w"], error.Warnings);
        Assert.Equal(["3"], error.Headers["Retry-After"]);
        Assert.Equal((429, error.Headers), (envelope.Status, envelope.Headers));
        Assert.Null(envelope.Data);
    }

    [Fact]
    public void AnErrorWithNullsIsRead()
    {
        var error = Read(List, """
            {"ok":false,"error":{"kind":"transport","message":"m","status":null,"detailCode":null,"trackingId":null,"messages":[],"causes":[],
             "retryAfterSeconds":null,"delivery":"unknown","headers":{},"body":null},"meta":{"attempts":0,"elapsedMs":1,"requestId":null,"warnings":[]}}
            """).Error!;
        Assert.Equal((null, null, null, null, null), (error.Status, error.DetailCode, error.TrackingId, error.Body, error.RequestId));
        Assert.Null(error.RetryAfter);
        Assert.False(error.BodyCut);
        Assert.Empty(error.Warnings);
        Assert.Empty(error.Headers);
    }

    [Fact]
    public void APartialErrorComesWithItsData()
    {
        var envelope = Read(List, """{"ok":false,"error":{"kind":"partial","message":"m"},"data":[{"id":"a"}],"meta":{}}""");
        Assert.Equal("partial", envelope.Error!.Kind);
        Assert.Single(Assert.IsType<RequestedItemStatus[]>(envelope.Data));
    }

    [Fact]
    public void EventsAreRead()
    {
        var log = Event("""{"event":"log","level":"info","message":"m","operation":"o","attempt":1}""");
        Assert.Equal(("log", "info", "m", 1), (log.Kind, log.Level, log.Message, log.Json.GetProperty("attempt").GetInt32()));
        Assert.Null(log.Envelope);

        var progress = Event("""{"event":"progress","message":"m","waitMs":1234,"reason":"limiter"}""");
        Assert.Equal(("progress", null, 1234), (progress.Kind, progress.Level, progress.Json.GetProperty("waitMs").GetInt32()));

        var result = Event("""{"event":"result","envelope":{"ok":true,"status":200,"data":[{"id":"a"}]}}""");
        Assert.Equal(("result", null), (result.Kind, result.Message));
        Assert.Single(Assert.IsType<RequestedItemStatus[]>(result.Envelope!.Data));
    }

    // So deep that reading it by recursion would end the process.
    [Fact]
    public void ContentOfAnyDepthLeavesTheRestReadable()
    {
        var deep = new string('[', 200_000) + new string(']', 200_000);
        var envelope = Read(List, $$"""{"ok":true,"status":200,"headers":{"a":["b"]},"data":{{deep}},"meta":{"attempts":2,"elapsedMs":34,"requestId":"r","warnings":["w"]} }""");
        Assert.Equal((false, 200, null), (envelope.IsSuccess, envelope.Status, envelope.Data));
        Assert.Equal((2, 34L, "r"), (envelope.Meta.Attempts, envelope.Meta.ElapsedMs, envelope.Meta.RequestId));
        Assert.Equal(["b"], envelope.Headers["A"]);
        Assert.Equal(("http", 200, "responded", deep), (envelope.Error!.Kind, envelope.Error.Status, envelope.Error.Delivery, envelope.Error.Body));
        Assert.Equal((2, 34L, "r"), (envelope.Error.Attempts, envelope.Error.ElapsedMs, envelope.Error.RequestId));
        Assert.Equal(["w"], envelope.Error.Warnings);
        Assert.IsAssignableFrom<System.Text.Json.JsonException>(envelope.Error.InnerException);
    }

    // Of a length at which a member's name could be meant.
    [Fact]
    public void NamesWhoseEscapesNameNoCharactersAreKept()
    {
        var envelope = Read(List, """{"ok":true,"status":200,"data":[{"\udc00\ud801":1,"\u0069d":"a"}]}""");
        Assert.Null(envelope.Error);
        var row = Assert.Single(Assert.IsType<RequestedItemStatus[]>(envelope.Data));
        Assert.Equal(("a", 1L), (row.Id, row["\\udc00\\ud801"]));
    }

    [Fact]
    public void ContentThatFailsInAnyOtherWayLeavesTheRestReadable()
    {
        var json = """{"ok":true,"status":202,"data":{"a":1},"meta":{"attempts":2} }""";
        var envelope = EnvelopeReader.Read(Encoding.UTF8.GetBytes(json), new FailingAnswer());
        Assert.Equal(("http", 202, "responded"), (envelope.Error!.Kind, envelope.Error.Status, envelope.Error.Delivery));
        Assert.Equal(("""{"a":1}""", 2), (envelope.Error.Body, envelope.Error.Attempts));
        Assert.StartsWith("The tenant answered 202, but its content could not be read: It fails. ", envelope.Error.Message);
    }

    [Fact]
    public void AnErrorWhoseContentCannotBeReadStaysThatError()
    {
        var deep = new string('[', 600) + new string(']', 600);
        var envelope = Event($$"""{"event":"result","envelope":{"ok":false,"error":{"kind":"partial","message":"m"},"data":{{deep}},"meta":{"attempts":3} } }""").Envelope!;
        Assert.Equal(("partial", "m", 3, null), (envelope.Error!.Kind, envelope.Error.Message, envelope.Error.Attempts, envelope.Data));
    }

    private sealed class FailingAnswer : Answer
    {
        internal override object? Read(ref System.Text.Json.Utf8JsonReader reader) => throw new InvalidOperationException("It fails.");
    }

    private static Envelope Read(string operation, string json) => EnvelopeReader.Read(Encoding.UTF8.GetBytes(json), OperationTable.AnswerOf(operation));

    private static CallEvent Event(string json) => CallEvent.Read(Encoding.UTF8.GetBytes(json), OperationTable.AnswerOf(List));
}
