using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace SailPoint.AccessRequests.Tests.Json;

public sealed class JsonWriterTests
{
    public static TheoryData<object?, string> Values => new()
    {
        { null, "null" },
        { DBNull.Value, "null" },
        { true, "true" },
        { "a\"b\nü😀<>&'", "\"a\\\"b\\nü\\uD83D\\uDE00<>&'\"" },
        { 'c', "\"c\"" },
        { (byte)1, "1" },
        { -7L, "-7" },
        { ulong.MaxValue, "18446744073709551615" },
        { 1.5, "1.5" },
        { 1.5f, "1.5" },
        { 1e300, "1E+300" },
        { 1.10m, "1.10" },
        { Guid.Empty, "\"00000000-0000-0000-0000-000000000000\"" },
        { DayOfWeek.Friday, "\"Friday\"" },
        { new Uri("https://example.com/a?b=c d"), "\"https://example.com/a?b=c d\"" },
        { new DateTime(2030, 1, 2, 3, 4, 5, DateTimeKind.Utc), "\"2030-01-02T03:04:05.000Z\"" },
        { new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)), "\"2030-01-02T02:04:05.000Z\"" },
        { new[] { 1, 2 }, "[1,2]" },
        { Array.Empty<string>(), "[]" },
        { new ArrayList { "a", null, new Hashtable() }, "[\"a\",null,{}]" },
        { new OrderedDictionary { ["b"] = 1, ["a"] = new Hashtable { [2] = false } }, "{\"b\":1,\"a\":{\"2\":false}}" },
        { new CommentDto { Comment = "c" }, "{\"comment\":\"c\"}" },
        { JsonDocument.Parse("{\"x\": 1.00}").RootElement, "{\"x\": 1.00}" },
        { default(JsonElement), "null" },
        { JsonNode.Parse("""{"b":1.00,"a":[null,"x<",{}]}"""), """{"b":1.00,"a":[null,"x<",{}]}""" },
        { new Hashtable { ["items"] = new JsonArray(true, new JsonObject { ["n"] = 2 }) }, """{"items":[true,{"n":2}]}""" },
        { JsonValue.Create(1.5m), "1.5" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void WritesEachKind(object? value, string json)
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
            Assert.Equal(json, JsonWriter.ToJson(value));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void SixtyFourLevelsAreWrittenAndNoMore()
    {
        Assert.Equal(new string('[', 65) + new string(']', 65), JsonWriter.ToJson(Nested(64)));
        var error = Assert.Throws<ArgumentException>(() => JsonWriter.ToJson(Nested(65)));
        Assert.StartsWith("The value nests deeper than 64 levels at [0][0]", error.Message);
    }

    [Fact]
    public void NodesNestAsDeepAsLists()
    {
        JsonNode node = new JsonArray();
        for (var level = 0; level < 65; level++)
        {
            node = new JsonArray(node);
        }

        Assert.StartsWith("The value nests deeper than 64 levels at [0][0]", Assert.Throws<ArgumentException>(() => JsonWriter.ToJson(node)).Message);
    }

    [Fact]
    public void WhatHoldsItselfIsToldByItsPlace()
    {
        var loop = new Dictionary<string, object>();
        loop["self"] = loop;
        var error = Assert.Throws<ArgumentException>(() => JsonWriter.ToJson(loop));
        Assert.StartsWith("The value nests deeper than 64 levels at self.self.", error.Message);
        Assert.EndsWith("Does it hold itself?", error.Message);
    }

    [Fact]
    public void ATypeWithoutJsonFormIsToldByItsPlace()
    {
        var error = Assert.Throws<ArgumentException>(() => JsonWriter.ToJson(new Hashtable { ["items"] = new object[] { 1, new Version(1, 2) } }));
        Assert.Equal(
            "An object of the type System.Version at items[1] has no JSON form. Give a dictionary, a list, a text, a number, a date or a model.",
            error.Message);
    }

    [Theory]
    [InlineData(double.NaN, "JSON has no form for the number NaN at its top.")]
    [InlineData(float.PositiveInfinity, "JSON has no form for the number Infinity at its top.")]
    public void ANumberWithoutJsonFormIsTold(object number, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => JsonWriter.ToJson(number)).Message);

    [Fact]
    public void TheCallerConvertsWhatIsUnknown()
    {
        static object? Convert(object value) => value is Version version ? new[] { version.Major, version.Minor } : value;
        Assert.Equal("""{"v":[1,2]}""", JsonWriter.ToJson(new Hashtable { ["v"] = new Version(1, 2) }, Convert));
        Assert.Throws<ArgumentException>(() => JsonWriter.ToJson(new object(), Convert));
    }

    private static object[] Nested(int levels) => levels == 0 ? [] : [Nested(levels - 1)];
}
