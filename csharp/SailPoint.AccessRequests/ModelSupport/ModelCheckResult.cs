// The outcome of LibraryInformation.CheckModel.
#nullable enable

using System.Collections.Generic;

namespace SailPoint.AccessRequests;

/// <summary>What a check by a model's rules said.</summary>
public sealed class ModelCheckResult
{
    internal ModelCheckResult(Envelope envelope)
    {
        Model = envelope.Error is null ? envelope.Data as Model : null;
        Warnings = envelope.Meta.Warnings;
        Error = envelope.Error;
    }

    /// <summary>Whether no rule was broken.</summary>
    public bool IsValid => Error is null;

    /// <summary>The checked object, its names in their documented spelling; null where a rule was broken.</summary>
    public Model? Model { get; }

    /// <summary>The JSON of <see cref="Model"/>.</summary>
    public string? Json => Model?.ToJson();

    /// <summary>What looks wrong but may be taken by the service, a sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>The rules that were broken, all in one message; null where none was.</summary>
    public SailPointException? Error { get; }
}
