using System;
using System.Text.Json;
using Xunit;

namespace SailPoint.AccessRequests.Tests.Native;

public sealed class NativeLibraryTests
{
    [Fact]
    public void TheLibraryTellsItsVersions()
    {
        Assert.True(Version.TryParse(LibraryInformation.Version, out _), LibraryInformation.Version);
        Assert.Equal(1, LibraryInformation.AbiVersion.Major);
    }

    [Fact]
    public void TheLibraryTellsWhatItKnows()
    {
        var described = JsonDocument.Parse(LibraryInformation.Describe()).RootElement;
        Assert.Equal(9, described.GetProperty("operations").GetArrayLength());
    }

    [Fact]
    public void ALoadedLibraryIsNotReplaced()
    {
        _ = LibraryInformation.Version;
        var error = Assert.Throws<InvalidOperationException>(() => SailPointNativeLibrary.Use("other.so"));
        Assert.Contains("The native library is loaded already, from ", error.Message);
        Assert.Contains("start a new one to use ", error.Message);
    }

    // Texts of every length up to two words, so that the end of a text is found wherever it lies in a word.
    [Fact]
    public void TextsOfEveryLengthComeBackWhole()
    {
        for (var length = 0; length <= 16; length++)
        {
            var comment = new string('ü', length);
            var checkedModel = LibraryInformation.CheckModel("CommentDto", $$"""{"comment":"{{comment}}"}""");
            Assert.Equal(comment, ((CommentDto)checkedModel.Model!).Comment);
        }
    }

    [Fact]
    public void AModelThatKeepsTheRulesComesBackInItsDocumentedSpelling()
    {
        var result = LibraryInformation.CheckModel("bulkapproveaccessrequest", """{"ApprovalIds":["a"],"COMMENT":"c"}""");
        Assert.True(result.IsValid);
        Assert.IsType<BulkApproveAccessRequest>(result.Model);
        Assert.Equal("""{"approvalIds":["a"],"comment":"c"}""", result.Json);
        Assert.Null(result.Error);
    }

    [Theory]
    [InlineData("CommentDto\0", "{}", "model")]
    [InlineData("CommentDto", "{}\0", "json")]
    public void ATextWithANulIsRefused(string model, string json, string parameter) =>
        Assert.Equal(parameter, Assert.Throws<ArgumentException>(() => LibraryInformation.CheckModel(model, json)).ParamName);

    [Fact]
    public void AModelThatBreaksRulesIsToldWhich()
    {
        var result = LibraryInformation.CheckModel("BulkApproveAccessRequest", "{}");
        Assert.False(result.IsValid);
        Assert.Null(result.Model);
        Assert.Equal("validation", result.Error!.Kind);
        Assert.Contains("approvalIds", result.Error.Message);
        Assert.Contains("comment", result.Error.Message);
    }
}
