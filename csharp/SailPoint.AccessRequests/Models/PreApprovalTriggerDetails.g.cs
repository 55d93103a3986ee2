// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>What an event trigger decided before approval.</summary>
public sealed class PreApprovalTriggerDetails : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("comment", TextKind.Instance),
        new ModelField("reviewer", TextKind.Instance),
        new ModelField("decision", TextKind.Instance));

    /// <summary>An object without members.</summary>
    public PreApprovalTriggerDetails()
        : base(Shape)
    {
    }

    /// <summary>The trigger's reason.</summary>
    public string? Comment { get => Get<string>(0); set => Set(0, value); }

    /// <summary>Name of who decided in the trigger.</summary>
    public string? Reviewer { get => Get<string>(1); set => Set(1, value); }

    /// <summary>What was decided. One of APPROVED, REJECTED.</summary>
    public string? Decision { get => Get<string>(2); set => Set(2, value); }
}
