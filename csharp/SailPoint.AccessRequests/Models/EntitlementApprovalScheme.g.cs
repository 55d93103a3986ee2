// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>One step of an entitlement's approval.</summary>
public sealed class EntitlementApprovalScheme : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("approverType", TextKind.Instance),
        new ModelField("approverId", TextKind.Instance));

    /// <summary>An object without members.</summary>
    public EntitlementApprovalScheme()
        : base(Shape)
    {
    }

    /// <summary>Who decides. WORKFLOW excludes every other step. One of ENTITLEMENT_OWNER, SOURCE_OWNER, MANAGER, GOVERNANCE_GROUP, WORKFLOW.</summary>
    public string? ApproverType { get => Get<string>(0); set => Set(0, value); }

    /// <summary>Id of the governance group or workflow; with no other type.</summary>
    public string? ApproverId { get => Get<string>(1); set => Set(1, value); }
}
