// How JSON is read and written everywhere in the binding: one set of options, and the traps of the framework's reader in one place.
#nullable enable

using System;
using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SailPoint.AccessRequests.Json;

/// <summary>Readers and writers with this binding's options.</summary>
internal static class JsonText
{
    /// <summary>How deep objects and arrays may nest in what is read.</summary>
    internal const int MaxReadDepth = 512;

    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = MaxReadDepth };
    private static readonly JsonReaderOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    // Texts go to a JSON parser and never into HTML, so that only what JSON itself wants is escaped.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>A reader on the first token of this text.</summary>
    /// <exception cref="JsonException">The text does not begin as JSON.</exception>
    internal static Utf8JsonReader Reader(ReadOnlySpan<byte> utf8) => Reader(utf8, ReaderOptions);

    /// <summary>As <see cref="Reader(ReadOnlySpan{byte})"/>, for passing over what nests too deep to be made objects of.</summary>
    /// <exception cref="JsonException">The text does not begin as JSON.</exception>
    internal static Utf8JsonReader ReaderOfAnyDepth(ReadOnlySpan<byte> utf8) => Reader(utf8, AnyDepth);

    /// <summary>What <paramref name="write"/> writes.</summary>
    internal static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(buffer, WriterOptions);
        write(writer);
        writer.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>What <paramref name="write"/> writes, as text.</summary>
    internal static string WriteText(Action<Utf8JsonWriter> write) => Encoding.UTF8.GetString(Write(write).Span);

    /// <summary>The value at the reader as it was written, whatever it is. The reader then stands on its last token.</summary>
    internal static JsonElement Raw(ref Utf8JsonReader reader) => JsonElement.ParseValue(ref reader);

    /// <summary>The text at the reader, or null where its escapes name no characters (half a surrogate pair).</summary>
    internal static string? TextOrNull(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The member's name at the reader; where its escapes name no characters, the name as it was written.</summary>
    internal static string Name(ref Utf8JsonReader reader) => TextOrNull(ref reader) ?? Encoding.UTF8.GetString(reader.ValueSpan);

    /// <summary>The element's text, or what was written where its escapes name no characters.</summary>
    internal static string Text(JsonElement element)
    {
        try
        {
            return element.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return element.GetRawText();
        }
    }

    /// <summary>The member's name, or U+FFFD where its escapes name no characters.</summary>
    internal static string Name(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    /// <summary>Writes an element as it was read: numbers, escapes and white space stay what they were.</summary>
    internal static void WriteRaw(Utf8JsonWriter writer, JsonElement element) => writer.WriteRawValue(element.GetRawText(), skipInputValidation: true);

    /// <summary>An error that tells where the text stops being JSON, counted from 1 as editors do.</summary>
    internal static FormatException NotJson(JsonException cause) => new(
        $"This is not valid JSON: line {(cause.LineNumber ?? 0) + 1}, byte {(cause.BytePositionInLine ?? 0) + 1}. {FirstSentence(cause)}", cause);

    /// <summary>What the framework says is wrong, without the position that it counts from 0.</summary>
    internal static string FirstSentence(Exception cause) =>
        cause.Message.IndexOf(" LineNumber:", StringComparison.Ordinal) is > 0 and var end ? cause.Message[..end] : cause.Message;

    private static Utf8JsonReader Reader(ReadOnlySpan<byte> utf8, JsonReaderOptions options)
    {
        var reader = new Utf8JsonReader(utf8, options);
        reader.Read();
        return reader;
    }
}
