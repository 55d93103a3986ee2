// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>The organisation's settings for access requests.</summary>
public sealed class AccessRequestConfig : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("approvalsMustBeExternal", BooleanKind.Instance),
        new ModelField("autoApprovalEnabled", BooleanKind.Instance),
        new ModelField("reauthorizationEnabled", BooleanKind.Instance),
        new ModelField("requestOnBehalfOfConfig", ObjectKind<RequestOnBehalfOfConfig>.Instance),
        new ModelField("approvalReminderAndEscalationConfig", ObjectKind<ApprovalReminderAndEscalationConfig>.Instance),
        new ModelField("entitlementRequestConfig", ObjectKind<EntitlementRequestConfig>.Instance));

    /// <summary>An object without members.</summary>
    public AccessRequestConfig()
        : base(Shape)
    {
    }

    /// <summary>Whether approvals are decided outside, which closes the Request Center to all but org admins. Where it is absent, the service takes false.</summary>
    public bool? ApprovalsMustBeExternal { get => GetValue<bool>(0); set => Set(0, value); }

    /// <summary>Whether a request is approved by itself where requester and approver are the same. Where it is absent, the service takes false.</summary>
    public bool? AutoApprovalEnabled { get => GetValue<bool>(1); set => Set(1, value); }

    /// <summary>Whether a reviewer has to sign in again to decide. Where it is absent, the service takes false.</summary>
    public bool? ReauthorizationEnabled { get => GetValue<bool>(2); set => Set(2, value); }

    /// <summary>Who may request for somebody else.</summary>
    public RequestOnBehalfOfConfig? RequestOnBehalfOfConfig { get => Get<RequestOnBehalfOfConfig>(3); set => Set(3, value); }

    /// <summary>When reviewers are reminded and approvals passed on.</summary>
    public ApprovalReminderAndEscalationConfig? ApprovalReminderAndEscalationConfig { get => Get<ApprovalReminderAndEscalationConfig>(4); set => Set(4, value); }

    /// <summary>What holds for requests of entitlements.</summary>
    public EntitlementRequestConfig? EntitlementRequestConfig { get => Get<EntitlementRequestConfig>(5); set => Set(5, value); }
}
