// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>Which pending approvals to approve, and why.</summary>
public sealed class BulkApproveAccessRequest : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("approvalIds", new ListKind<string>(TextKind.Instance)),
        new ModelField("comment", TextKind.Instance));

    /// <summary>An object without members.</summary>
    public BulkApproveAccessRequest()
        : base(Shape)
    {
    }

    /// <summary>Ids of the pending approvals. Required.</summary>
    public string[]? ApprovalIds { get => Get<string[]>(0); set => Set(0, value); }

    /// <summary>The reviewer's reason, shown with each approval. Required.</summary>
    public string? Comment { get => Get<string>(1); set => Set(1, value); }
}
