// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>One conflict of a separation-of-duties policy.</summary>
public sealed class SodViolationContext : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("policy", ObjectKind<SodPolicyDto>.Instance),
        new ModelField("conflictingAccessCriteria", ObjectKind<SodViolationContextConflictingAccessCriteria>.Instance));

    /// <summary>An object without members.</summary>
    public SodViolationContext()
        : base(Shape)
    {
    }

    /// <summary>The policy broken.</summary>
    public SodPolicyDto? Policy { get => Get<SodPolicyDto>(0); set => Set(0, value); }

    /// <summary>The two sides in conflict.</summary>
    public SodViolationContextConflictingAccessCriteria? ConflictingAccessCriteria { get => Get<SodViolationContextConflictingAccessCriteria>(1); set => Set(1, value); }
}
