// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>Two sets of access that one identity must not hold together.</summary>
public sealed class SodViolationContextConflictingAccessCriteria : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("leftCriteria", ObjectKind<SodViolationContextConflictingAccessCriteriaLeftCriteria>.Instance),
        new ModelField("rightCriteria", ObjectKind<SodViolationContextConflictingAccessCriteriaLeftCriteria>.Instance));

    /// <summary>An object without members.</summary>
    public SodViolationContextConflictingAccessCriteria()
        : base(Shape)
    {
    }

    /// <summary>One side.</summary>
    public SodViolationContextConflictingAccessCriteriaLeftCriteria? LeftCriteria { get => Get<SodViolationContextConflictingAccessCriteriaLeftCriteria>(0); set => Set(0, value); }

    /// <summary>The other side.</summary>
    public SodViolationContextConflictingAccessCriteriaLeftCriteria? RightCriteria { get => Get<SodViolationContextConflictingAccessCriteriaLeftCriteria>(1); set => Set(1, value); }
}
