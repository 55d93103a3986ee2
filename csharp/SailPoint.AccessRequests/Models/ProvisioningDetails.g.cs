// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>Where to read how provisioning stands.</summary>
public sealed class ProvisioningDetails : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("orderedSubPhaseReferences", TextKind.Instance));

    /// <summary>An object without members.</summary>
    public ProvisioningDetails()
        : base(Shape)
    {
    }

    /// <summary>Names of the members that tell the sub-phases, in order, comma-separated.</summary>
    public string? OrderedSubPhaseReferences { get => Get<string>(0); set => Set(0, value); }
}
