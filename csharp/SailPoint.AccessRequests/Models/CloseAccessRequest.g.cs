// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>Which stuck access requests to close, and how they shall be recorded.</summary>
public sealed class CloseAccessRequest : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("accessRequestIds", new ListKind<string>(TextKind.Instance)),
        new ModelField("message", TextKind.Instance),
        new ModelField("executionStatus", TextKind.Instance),
        new ModelField("completionStatus", TextKind.Instance));

    /// <summary>An object without members.</summary>
    public CloseAccessRequest()
        : base(Shape)
    {
    }

    /// <summary>Ids of the access requests, at most 500 a call. Required.</summary>
    public string[]? AccessRequestIds { get => Get<string[]>(0); set => Set(0, value); }

    /// <summary>Reason recorded with each closed request. Where it is absent, the service takes "The IdentityNow Administrator manually closed this request.".</summary>
    public string? Message { get => Get<string>(1); set => Set(1, value); }

    /// <summary>How the request's execution is recorded. One of Terminated, Completed. Where it is absent, the service takes "Terminated".</summary>
    public string? ExecutionStatus { get => Get<string>(2); set => Set(2, value); }

    /// <summary>How the request's outcome is recorded. One of Success, Incomplete, Failure. Where it is absent, the service takes "Failure".</summary>
    public string? CompletionStatus { get => Get<string>(3); set => Set(3, value); }
}
