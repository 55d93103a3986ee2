// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>When reviewers are reminded and approvals passed on. Overrides the settings of the service's own approval component.</summary>
public sealed class ApprovalReminderAndEscalationConfig : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("daysUntilEscalation", IntegerKind.Instance),
        new ModelField("daysBetweenReminders", IntegerKind.Instance),
        new ModelField("maxReminders", IntegerKind.Instance),
        new ModelField("fallbackApproverRef", ObjectKind<IdentityReferenceWithNameAndEmail>.Instance));

    /// <summary>An object without members.</summary>
    public ApprovalReminderAndEscalationConfig()
        : base(Shape)
    {
    }

    /// <summary>Days before an approval goes to the next reviewer; null never.</summary>
    public int? DaysUntilEscalation { get => GetValue<int>(0); set => Set(0, value); }

    /// <summary>Days between two reminders.</summary>
    public int? DaysBetweenReminders { get => GetValue<int>(1); set => Set(1, value); }

    /// <summary>How many reminders are sent at most.</summary>
    public int? MaxReminders { get => GetValue<int>(2); set => Set(2, value); }

    /// <summary>Who decides where nobody is left to escalate to.</summary>
    public IdentityReferenceWithNameAndEmail? FallbackApproverRef { get => Get<IdentityReferenceWithNameAndEmail>(3); set => Set(3, value); }
}
