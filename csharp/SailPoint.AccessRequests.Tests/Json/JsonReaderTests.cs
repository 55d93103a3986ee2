using System;
using System.Collections.Specialized;
using Xunit;

namespace SailPoint.AccessRequests.Tests.Json;

public sealed class JsonReaderTests
{
    public static TheoryData<string, object?> Values => new()
    {
        { "null", null },
        { " true ", true },
        { "\"2020-07-11T21:23:15Z\"", "2020-07-11T21:23:15Z" },
        { "7", 7L },
        { "9223372036854775808", 9223372036854775808m },
        { "1.0", 1.0 },
        { "1e2", 100.0 },
        { "1" + "000000000000000000000000000000000000000", 1e39 },
        { "[1,\"a\",null,[]]", new object?[] { 1L, "a", null, Array.Empty<object>() } },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void ReadsEachKind(string json, object? value) => Assert.Equal(value, JsonReader.Parse(json));

    [Fact]
    public void WhatMayBeJsonIsTried()
    {
        Assert.True(JsonReader.TryParse("1", out var value));
        Assert.Equal(1L, value);
        Assert.False(JsonReader.TryParse("{", out value));
        Assert.Null(value);
    }

    [Fact]
    public void NamesIgnoreCaseAndKeepTheirOrder()
    {
        var read = (OrderedDictionary)JsonReader.Parse("""{"b":1,"A":2,"a\u0000":3}""")!;
        Assert.Equal(2L, read["a"]);
        Assert.Equal([1L, 2L, 3L], new[] { read[0], read[1], read[2] });
    }

    [Fact]
    public void NamesThatDifferInCaseOnlyAreAllKept()
    {
        var read = (OrderedDictionary)JsonReader.Parse("""{"a":1,"A":2,"a":3}""")!;
        Assert.Equal(2, read.Count);
        Assert.Equal((3L, 2L), (read["a"], read["A"]));
    }

    [Fact]
    public void WhatIsNotJsonIsToldWithItsPlace() =>
        Assert.StartsWith("This is not valid JSON: line 3, byte 1.", Assert.Throws<FormatException>(() => JsonReader.Parse("{\n\"a\":1,\n}")).Message);
}
