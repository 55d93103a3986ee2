// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>Which access requests to cancel, and why.</summary>
public sealed class BulkCancelAccessRequest : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("accessRequestIds", new ListKind<string>(TextKind.Instance)),
        new ModelField("comment", TextKind.Instance));

    /// <summary>An object without members.</summary>
    public BulkCancelAccessRequest()
        : base(Shape)
    {
    }

    /// <summary>Ids of the access requests. Required.</summary>
    public string[]? AccessRequestIds { get => Get<string[]>(0); set => Set(0, value); }

    /// <summary>Why they are cancelled. Required.</summary>
    public string? Comment { get => Get<string>(1); set => Set(1, value); }
}
