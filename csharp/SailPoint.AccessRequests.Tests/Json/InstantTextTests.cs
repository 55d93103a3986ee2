using System;
using SailPoint.AccessRequests.Json;
using Xunit;

namespace SailPoint.AccessRequests.Tests.Json;

public sealed class InstantTextTests
{
    [Theory]
    [InlineData("2020-07-11T21:23:15Z", 0)]
    [InlineData("2020-07-11T21:23:15.000Z", 0)]
    [InlineData("2020-07-11T23:23:15+02:00", 0)]
    [InlineData("2020-07-11T21:23:15", 0)]
    [InlineData("2020-07-11T21:23:15.5Z", 5_000_000)]
    [InlineData("2020-07-11T21:23:15.1234567Z", 1_234_567)]
    [InlineData("2020-07-11T21:23:15.123456789Z", 1_234_567)]
    [InlineData("2020-07-11T23:23:15.1234567899+02:00", 1_234_567)]
    public void ReadsInstantsInUtc(string text, long ticks)
    {
        var read = InstantText.Parse(text);
        Assert.Equal(new DateTime(2020, 7, 11, 21, 23, 15, DateTimeKind.Utc).AddTicks(ticks), read);
        Assert.Equal(DateTimeKind.Utc, read!.Value.Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2020-13-11T21:23:15Z")]
    [InlineData("07/11/2020")]
    [InlineData("2020-07-11")]
    [InlineData("2020-07-11T21:23:15.12345678901234x")]
    public void WhatIsNoInstantIsNull(string text) => Assert.Null(InstantText.Parse(text));

    [Fact]
    public void WritesUtcWithAZ()
    {
        var utc = new DateTime(2030, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        Assert.Equal("2030-01-02T03:04:05.000Z", InstantText.Format(utc));
        Assert.Equal("2030-01-02T03:04:05.0000001Z", InstantText.Format(utc.AddTicks(1)));
        Assert.Equal("2030-01-02T03:04:05.000Z", InstantText.Format(utc.ToLocalTime()));
        Assert.Equal("2030-01-02T03:04:05.000Z", InstantText.Format(DateTime.SpecifyKind(utc.ToLocalTime(), DateTimeKind.Unspecified)));
    }
}
