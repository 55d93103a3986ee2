// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>How requests to grant an entitlement are decided.</summary>
public sealed class EntitlementAccessRequestConfig : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("approvalSchemes", new ListKind<EntitlementApprovalScheme>(ObjectKind<EntitlementApprovalScheme>.Instance)),
        new ModelField("requestCommentRequired", BooleanKind.Instance),
        new ModelField("denialCommentRequired", BooleanKind.Instance),
        new ModelField("reauthorizationRequired", BooleanKind.Instance),
        new ModelField("requireEndDate", BooleanKind.Instance),
        new ModelField("maxPermittedAccessDuration", ObjectKind<PendingApprovalMaxPermittedAccessDuration>.Instance));

    /// <summary>An object without members.</summary>
    public EntitlementAccessRequestConfig()
        : base(Shape)
    {
    }

    /// <summary>The approval steps in order.</summary>
    public EntitlementApprovalScheme[]? ApprovalSchemes { get => Get<EntitlementApprovalScheme[]>(0); set => Set(0, value); }

    /// <summary>Whether the requester has to give a reason. Where it is absent, the service takes false.</summary>
    public bool? RequestCommentRequired { get => GetValue<bool>(1); set => Set(1, value); }

    /// <summary>Whether a reviewer who rejects has to give a reason. Where it is absent, the service takes false.</summary>
    public bool? DenialCommentRequired { get => GetValue<bool>(2); set => Set(2, value); }

    /// <summary>Whether a reviewer has to sign in again to decide. Where it is absent, the service takes false.</summary>
    public bool? ReauthorizationRequired { get => GetValue<bool>(3); set => Set(3, value); }

    /// <summary>Whether a request has to say when the access ends. Where it is absent, the service takes false.</summary>
    public bool? RequireEndDate { get => GetValue<bool>(4); set => Set(4, value); }

    /// <summary>How long access may last at most.</summary>
    public PendingApprovalMaxPermittedAccessDuration? MaxPermittedAccessDuration { get => Get<PendingApprovalMaxPermittedAccessDuration>(5); set => Set(5, value); }
}
