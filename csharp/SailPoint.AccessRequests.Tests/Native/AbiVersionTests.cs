using System;
using SailPoint.AccessRequests.Native;
using Xunit;

namespace SailPoint.AccessRequests.Tests.Native;

public sealed class AbiVersionTests
{
    [Theory]
    [InlineData(1u << 16)]
    [InlineData((1u << 16) | 7)]
    public void AnEqualMajorAndAnyLaterMinorFit(uint found) => AbiVersion.Check(found);

    [Theory]
    [InlineData(2u << 16, "2.0")]
    [InlineData(9u, "0.9")]
    public void AnotherMajorDoesNot(uint found, string version)
    {
        var error = Assert.Throws<InvalidOperationException>(() => AbiVersion.Check(found));
        Assert.Contains($"offers version {version} of its interface, and this assembly needs 1.0 or a later 1.x.", error.Message);
    }
}
