// How a Task method ends whose CancellationToken was used.
#nullable enable

using System;
using System.Threading;

namespace SailPoint.AccessRequests;

/// <summary>A call that its <see cref="CancellationToken"/> ended. The task is then canceled, and awaiting it throws this.</summary>
public sealed class CallCanceledException : OperationCanceledException
{
    internal CallCanceledException(string message, string delivery, SailPointException? innerException, CancellationToken cancellationToken)
        : base(message, innerException, cancellationToken) => Delivery = delivery;

    /// <summary>Whether the service may have acted: <c>not_sent</c>, <c>responded</c> or <c>unknown</c>.</summary>
    public string Delivery { get; }
}
