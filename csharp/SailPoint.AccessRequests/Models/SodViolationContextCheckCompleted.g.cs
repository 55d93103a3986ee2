// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>A finished separation-of-duties check.</summary>
public sealed class SodViolationContextCheckCompleted : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("state", TextKind.Instance),
        new ModelField("uuid", TextKind.Instance),
        new ModelField("violationCheckResult", ObjectKind<SodViolationCheckResult>.Instance));

    /// <summary>An object without members.</summary>
    public SodViolationContextCheckCompleted()
        : base(Shape)
    {
    }

    /// <summary>Whether the check came to a result. One of SUCCESS, ERROR.</summary>
    public string? State { get => Get<string>(0); set => Set(0, value); }

    /// <summary>Id of the check.</summary>
    public string? Uuid { get => Get<string>(1); set => Set(1, value); }

    /// <summary>What it found.</summary>
    public SodViolationCheckResult? ViolationCheckResult { get => Get<SodViolationCheckResult>(2); set => Set(2, value); }
}
