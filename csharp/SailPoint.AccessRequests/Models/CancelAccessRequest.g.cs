// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>Which access request to cancel, and why.</summary>
public sealed class CancelAccessRequest : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("accountActivityId", TextKind.Instance),
        new ModelField("comment", TextKind.Instance));

    /// <summary>An object without members.</summary>
    public CancelAccessRequest()
        : base(Shape)
    {
    }

    /// <summary>Id of the access request, which the service also calls identityRequestId. Required.</summary>
    public string? AccountActivityId { get => Get<string>(0); set => Set(0, value); }

    /// <summary>Why it is cancelled. Required.</summary>
    public string? Comment { get => Get<string>(1); set => Set(1, value); }
}
