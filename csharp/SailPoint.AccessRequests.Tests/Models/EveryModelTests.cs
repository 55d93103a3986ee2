using System;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using Xunit;

namespace SailPoint.AccessRequests.Tests.Models;

/// <summary>What holds for each generated class, held against what the native library declares.</summary>
public sealed class EveryModelTests
{
    private static readonly JsonElement Declared = JsonDocument.Parse(LibraryInformation.Describe()).RootElement.GetProperty("models");

    public static TheoryData<string> Names => new(Declared.EnumerateArray().Select(model => model.GetProperty("name").GetString()!));

    [Fact]
    public void TheLibraryDeclaresTheModelsOfThisAssembly()
    {
        Assert.Equal(50, Declared.GetArrayLength());
        Assert.Equal(Declared.EnumerateArray().Select(model => model.GetProperty("name").GetString()!).Order(StringComparer.OrdinalIgnoreCase), ModelRegistry.Names);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void PropertiesAreTheDocumentedMembers(string name)
    {
        var properties = ModelRegistry.Create(name).GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0).Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]);
        Assert.Equal(FieldsOf(name), properties);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AbsentStaysAbsentAndNullStaysNull(string name)
    {
        Assert.Equal("{}", ModelRegistry.Parse(name, "{}").ToJson());

        var nulls = "{" + string.Join(",", FieldsOf(name).Select(field => $"\"{field}\":null")) + "}";
        var model = ModelRegistry.Parse(name.ToUpperInvariant(), nulls);
        Assert.Equal(nulls, model.ToJson());
        Assert.All(FieldsOf(name), field => Assert.Null(model[field]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AValueOfTheWrongTypeIsKept(string name)
    {
        // An empty list in a list of lists fits nothing, whatever a member is.
        var wrong = "{" + string.Join(",", FieldsOf(name).Select(field => $"\"{field}\":[[[]]]")) + "}";
        var model = ModelRegistry.Parse(name, wrong);
        Assert.Equal(wrong, model.ToJson());
        Assert.Equal(FieldsOf(name), model.GetAdditionalMembers().Keys);
    }

    private static string[] FieldsOf(string name) => Declared.EnumerateArray().Single(model => model.GetProperty("name").GetString() == name)
        .GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString()!).ToArray();
}
