// What the native library tells of itself, without a connection.
#nullable enable

using System;
using SailPoint.AccessRequests.Calls;
using SailPoint.AccessRequests.Native;

namespace SailPoint.AccessRequests;

/// <summary>What the native library tells of itself.</summary>
public static class LibraryInformation
{
    /// <summary>The library's version.</summary>
    public static string Version => NativeMethods.Version();

    /// <summary>The version of the library's interface.</summary>
    public static Version AbiVersion => Native.AbiVersion.ToVersion(NativeMethods.AbiVersionNumber());

    /// <summary>Every operation and every model, as JSON: <c>{"operations":[...],"models":[...]}</c>.</summary>
    public static string Describe() => NativeMethods.Describe();

    /// <summary>The process's counters by operation and outcome, as they are now. Nothing is sent.</summary>
    public static LibraryMetrics GetMetrics() => NativeMethods.Metrics(LibraryMetrics.Read);

    /// <summary>Checks a text by the documented rules of a model. Nothing is sent.</summary>
    /// <param name="model">The model's name; case is ignored.</param>
    /// <param name="json">The text of a JSON object; its names may differ from the documented ones in case.</param>
    /// <returns>The checked object, or every rule that it breaks.</returns>
    /// <exception cref="ArgumentException">A text holds a NUL character.</exception>
    public static ModelCheckResult CheckModel(string model, string json)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(json);
        return new ModelCheckResult(NativeMethods.CheckModel(model, json, utf8 => EnvelopeReader.Read(utf8, ModelRegistry.AnswerOf(model))));
    }
}
