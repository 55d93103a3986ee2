// JSON text to plain objects. Used for members that no model describes, and by scripts.
#nullable enable

using System;
using System.Collections.Specialized;
using System.Linq;
using System.Text;
using System.Text.Json;
using SailPoint.AccessRequests.Json;

namespace SailPoint.AccessRequests;

/// <summary>
/// Reads JSON as plain objects: <see cref="OrderedDictionary"/>, <see cref="object"/>[], <see cref="string"/>, <see cref="long"/>,
/// <see cref="decimal"/> (whole numbers that are too large for a long), <see cref="double"/>, <see cref="bool"/> and null. Dates stay texts.
/// </summary>
/// <remarks>Names in a dictionary ignore case, unless the object has names that differ in case only.</remarks>
public static class JsonReader
{
    /// <summary>The value that this JSON text holds.</summary>
    /// <exception cref="FormatException">The text is not JSON; the message tells line and position.</exception>
    public static object? Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(json), new JsonDocumentOptions { MaxDepth = JsonText.MaxReadDepth });
            return ToObject(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw JsonText.NotJson(exception);
        }
    }

    /// <summary>As <see cref="Parse"/>, for texts of which it is not known whether they are JSON.</summary>
    /// <param name="json">The text.</param>
    /// <param name="value">The value that it holds; null where it is not JSON.</param>
    /// <returns>Whether it is JSON.</returns>
    public static bool TryParse(string json, out object? value)
    {
        try
        {
            value = Parse(json);
            return true;
        }
        catch (FormatException)
        {
            value = null;
            return false;
        }
    }

    /// <summary>The element as a plain object.</summary>
    public static object? ToObject(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => ToDictionary(element),
        JsonValueKind.Array => element.EnumerateArray().Select(ToObject).ToArray(),
        JsonValueKind.String => JsonText.Text(element),
        JsonValueKind.Number => ToNumber(element),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static OrderedDictionary ToDictionary(JsonElement element)
    {
        var dictionary = new OrderedDictionary(StringComparer.OrdinalIgnoreCase);
        foreach (var member in element.EnumerateObject())
        {
            var name = JsonText.Name(member);
            if (dictionary.Contains(name))
            {
                return ToExactDictionary(element);
            }

            dictionary.Add(name, ToObject(member.Value));
        }

        return dictionary;
    }

    private static OrderedDictionary ToExactDictionary(JsonElement element)
    {
        var dictionary = new OrderedDictionary(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            dictionary[JsonText.Name(member)] = ToObject(member.Value);
        }

        return dictionary;
    }

    private static object ToNumber(JsonElement element)
    {
        if (element.TryGetInt64(out var whole))
        {
            return whole;
        }

        var isWhole = element.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') < 0;
        return isWhole && element.TryGetDecimal(out var large) ? large : element.GetDouble();
    }
}
