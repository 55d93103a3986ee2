// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>A length of time.</summary>
public sealed class PendingApprovalMaxPermittedAccessDuration : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("value", IntegerKind.Instance),
        new ModelField("timeUnit", TextKind.Instance));

    /// <summary>An object without members.</summary>
    public PendingApprovalMaxPermittedAccessDuration()
        : base(Shape)
    {
    }

    /// <summary>How many of the unit.</summary>
    public int? Value { get => GetValue<int>(0); set => Set(0, value); }

    /// <summary>The unit. One of HOURS, DAYS, WEEKS, MONTHS.</summary>
    public string? TimeUnit { get => Get<string>(1); set => Set(1, value); }
}
