// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>How requests to revoke an entitlement are decided.</summary>
public sealed class EntitlementRevocationRequestConfig : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("approvalSchemes", new ListKind<EntitlementApprovalScheme>(ObjectKind<EntitlementApprovalScheme>.Instance)));

    /// <summary>An object without members.</summary>
    public EntitlementRevocationRequestConfig()
        : base(Shape)
    {
    }

    /// <summary>The approval steps in order.</summary>
    public EntitlementApprovalScheme[]? ApprovalSchemes { get => Get<EntitlementApprovalScheme[]>(0); set => Set(0, value); }
}
