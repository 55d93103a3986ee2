// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>One side of a conflict.</summary>
public sealed class SodViolationContextConflictingAccessCriteriaLeftCriteria : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("criteriaList", new ListKind<SodExemptCriteria>(ObjectKind<SodExemptCriteria>.Instance)));

    /// <summary>An object without members.</summary>
    public SodViolationContextConflictingAccessCriteriaLeftCriteria()
        : base(Shape)
    {
    }

    /// <summary>The access on this side.</summary>
    public SodExemptCriteria[]? CriteriaList { get => Get<SodExemptCriteria[]>(0); set => Set(0, value); }
}
