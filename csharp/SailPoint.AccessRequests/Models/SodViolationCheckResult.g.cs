// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using System.Collections.Generic;
using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>What a separation-of-duties check found.</summary>
public sealed class SodViolationCheckResult : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("message", ObjectKind<ErrorMessageDto>.Instance),
        new ModelField("clientMetadata", TextMapKind.Instance),
        new ModelField("violationContexts", new ListKind<SodViolationContext>(ObjectKind<SodViolationContext>.Instance)),
        new ModelField("violatedPolicies", new ListKind<SodPolicyDto>(ObjectKind<SodPolicyDto>.Instance)));

    /// <summary>An object without members.</summary>
    public SodViolationCheckResult()
        : base(Shape)
    {
    }

    /// <summary>The error, where the check failed.</summary>
    public ErrorMessageDto? Message { get => Get<ErrorMessageDto>(0); set => Set(0, value); }

    /// <summary>Free text by key, as submitted.</summary>
    public Dictionary<string, string?>? ClientMetadata { get => Get<Dictionary<string, string?>>(1); set => Set(1, value); }

    /// <summary>The conflicts found.</summary>
    public SodViolationContext[]? ViolationContexts { get => Get<SodViolationContext[]>(2); set => Set(2, value); }

    /// <summary>The policies broken.</summary>
    public SodPolicyDto[]? ViolatedPolicies { get => Get<SodPolicyDto[]>(3); set => Set(3, value); }
}
