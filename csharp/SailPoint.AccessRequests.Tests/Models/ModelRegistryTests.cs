using System;
using Xunit;

namespace SailPoint.AccessRequests.Tests.Models;

public sealed class ModelRegistryTests
{
    [Fact]
    public void AnUnknownNameIsToldWithTheKnownOnes()
    {
        var error = Assert.Throws<ArgumentException>(() => ModelRegistry.Parse("Nothing", "{}"));
        Assert.StartsWith("There is no model Nothing. The models are AccessItemRequester, AccessItemReviewedBy, ", error.Message);
    }

    [Theory]
    [InlineData("[]", "The JSON of AccessRequest has to be an object, {...}.")]
    [InlineData("{\n  \"a\": tru }", "This is not valid JSON: line 2, byte 11. ")]
    [InlineData("{} {}", "This is not valid JSON: line 1, byte 4. ")]
    [InlineData("", "This is not valid JSON: line 1, byte 1. ")]
    [InlineData("{\"a\":1", "This is not valid JSON: line 1, byte 7. ")]
    public void WhatIsNoObjectIsToldWithItsPlace(string json, string message)
    {
        var error = Assert.Throws<FormatException>(() => ModelRegistry.Parse("AccessRequest", json));
        Assert.StartsWith(message, error.Message);
        Assert.DoesNotContain("LineNumber", error.Message);
    }
}
