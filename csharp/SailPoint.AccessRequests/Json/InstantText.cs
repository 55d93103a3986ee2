// Instants as the service writes them. Used by the models' dates and by JsonWriter.
#nullable enable

using System;
using System.Globalization;

namespace SailPoint.AccessRequests.Json;

/// <summary>RFC 3339 text from and to <see cref="DateTime"/>.</summary>
internal static class InstantText
{
    private const string Milliseconds = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    private const string Ticks = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";
    private const string Any = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";
    private const int FractionStart = 20;
    private const int FractionDigits = 7;

    /// <summary>The instant in UTC with a Z. A time without a kind counts as local, as everywhere in .NET.</summary>
    internal static string Format(DateTime value)
    {
        var utc = value.ToUniversalTime();
        return utc.ToString(utc.Ticks % TimeSpan.TicksPerMillisecond == 0 ? Milliseconds : Ticks, CultureInfo.InvariantCulture);
    }

    /// <summary>The instant in UTC, to 100 ns; null where the text is none. A text without an offset counts as UTC.</summary>
    internal static DateTime? Parse(string text) =>
        DateTime.TryParseExact(WithoutFinerDigits(text), Any, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : null;

    private static string WithoutFinerDigits(string text)
    {
        var kept = FractionStart + FractionDigits;
        var end = kept;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end > kept ? text.Remove(kept, end - kept) : text;
    }
}
