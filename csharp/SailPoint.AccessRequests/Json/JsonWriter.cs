// Object graphs to JSON text: request bodies that come as dictionaries and lists. Called by SailPointClient.Start, models and scripts.
#nullable enable

using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using SailPoint.AccessRequests.Json;

namespace SailPoint.AccessRequests;

/// <summary>
/// Writes objects as JSON: null, texts, booleans, numbers, <see cref="Guid"/>, <see cref="Uri"/>, enumerations (by name), dates (UTC with a Z),
/// <see cref="Model"/>, <see cref="JsonElement"/>, <see cref="JsonNode"/>, <see cref="IDictionary"/> (keys as text) and <see cref="IEnumerable"/> (an array).
/// </summary>
public static class JsonWriter
{
    /// <summary>How deep dictionaries and lists may nest.</summary>
    public const int MaxDepth = 64;

    /// <summary>The JSON text of this value.</summary>
    /// <param name="value">What to write.</param>
    /// <param name="convertUnknown">
    /// Makes something writable of an object whose type is not listed above, such as the wrappers of a scripting language. It must not
    /// answer the object itself. Where null, PowerShell's wrappers alone are taken off.
    /// </param>
    /// <exception cref="ArgumentException">
    /// Something in it has no JSON form, or it nests deeper than <see cref="MaxDepth"/>, as what holds itself does. The message names the place.
    /// </exception>
    public static string ToJson(object? value, Func<object, object?>? convertUnknown = null) =>
        JsonText.WriteText(writer => new Walk(writer, convertUnknown).Write(value, "", 0));

    /// <summary>Writes a value whose types are all listed.</summary>
    internal static void Write(Utf8JsonWriter writer, object? value) => new Walk(writer, null).Write(value, "", 0);

    /// <summary>One pass over a graph. The path so far is kept for messages.</summary>
    private readonly struct Walk(Utf8JsonWriter writer, Func<object, object?>? convertUnknown)
    {
        internal void Write(object? value, string path, int depth)
        {
            if (depth > MaxDepth)
            {
                throw new ArgumentException($"The value nests deeper than {MaxDepth} levels at {Place(path)}. Does it hold itself?");
            }

            if (WriteScalar(value) || WriteNumber(value, path))
            {
                return;
            }

            switch (value)
            {
                case Model model:
                    model.WriteTo(writer);
                    break;
                case JsonObject node:
                    WriteObject(node.ToDictionary(member => member.Key, member => member.Value), path, depth);
                    break;
                case IDictionary dictionary:
                    WriteObject(dictionary, path, depth);
                    break;
                case IEnumerable list:
                    WriteArray(list, path, depth);
                    break;
                default:
                    Write(Convert(value!, path), path, depth + 1);
                    break;
            }
        }

        private bool WriteScalar(object? value)
        {
            switch (value)
            {
                case null or DBNull:
                    writer.WriteNullValue();
                    return true;
                case bool boolean:
                    writer.WriteBooleanValue(boolean);
                    return true;
                case JsonElement { ValueKind: JsonValueKind.Undefined }:
                    writer.WriteNullValue();
                    return true;
                case JsonElement element:
                    JsonText.WriteRaw(writer, element);
                    return true;
                case JsonValue node:
                    node.WriteTo(writer);
                    return true;
            }

            if (TextOf(value) is not { } text)
            {
                return false;
            }

            writer.WriteStringValue(text);
            return true;
        }

        private bool WriteNumber(object? value, string path)
        {
            if (value is double.NaN or double.PositiveInfinity or double.NegativeInfinity or float.NaN or float.PositiveInfinity or float.NegativeInfinity)
            {
                throw new ArgumentException($"JSON has no form for the number {((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)} at {Place(path)}.");
            }

            if (value is not (byte or sbyte or short or ushort or int or uint or long or ulong or float or double or decimal or System.Numerics.BigInteger))
            {
                return false;
            }

            writer.WriteRawValue(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
            return true;
        }

        private void WriteObject(IDictionary dictionary, string path, int depth)
        {
            writer.WriteStartObject();
            foreach (DictionaryEntry entry in dictionary)
            {
                var name = System.Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? "";
                writer.WritePropertyName(name);
                Write(entry.Value, path.Length == 0 ? name : $"{path}.{name}", depth + 1);
            }

            writer.WriteEndObject();
        }

        private void WriteArray(IEnumerable list, string path, int depth)
        {
            writer.WriteStartArray();
            var index = 0;
            foreach (var entry in list)
            {
                Write(entry, $"{path}[{index}]", depth + 1);
                index++;
            }

            writer.WriteEndArray();
        }

        private object? Convert(object value, string path)
        {
            var converted = convertUnknown is null ? PowerShellObject.Unwrap(value) : convertUnknown(value);
            return ReferenceEquals(converted, value)
                ? throw new ArgumentException(
                    $"An object of the type {value.GetType()} at {Place(path)} has no JSON form. Give a dictionary, a list, a text, a number, a date or a model.")
                : converted;
        }
    }

    private static string? TextOf(object value) => value switch
    {
        string text => text,
        char character => character.ToString(),
        DateTime instant => InstantText.Format(instant),
        DateTimeOffset instant => InstantText.Format(instant.UtcDateTime),
        Guid id => id.ToString(),
        Uri uri => uri.OriginalString,
        Enum word => word.ToString(),
        _ => null,
    };

    private static string Place(string path) => path.Length == 0 ? "its top" : path;
}
