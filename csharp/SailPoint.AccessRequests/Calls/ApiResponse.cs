// What the operations' methods return.
#nullable enable

using System.Collections.Generic;

namespace SailPoint.AccessRequests;

/// <summary>A success without documented content, as approve, cancel and close answer.</summary>
public class ApiResponse
{
    internal ApiResponse(Envelope envelope)
    {
        Status = envelope.Status ?? 0;
        Headers = envelope.Headers;
        Meta = envelope.Meta;
    }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>The answer's headers. Names ignore case.</summary>
    public IReadOnlyDictionary<string, string[]> Headers { get; }

    /// <summary>How the call went.</summary>
    public CallMetadata Meta { get; }
}

/// <summary>A success with content.</summary>
/// <typeparam name="T">A model, or an array of a model.</typeparam>
public sealed class ApiResponse<T> : ApiResponse
    where T : class
{
    internal ApiResponse(Envelope envelope)
        : base(envelope) => Data = (T)envelope.Data!;

    /// <summary>The content. A list is always an array, be it of one row or none.</summary>
    public T Data { get; }
}
