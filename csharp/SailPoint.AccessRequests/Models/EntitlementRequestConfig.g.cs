// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>What holds for requests of entitlements.</summary>
public sealed class EntitlementRequestConfig : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("accessRequestConfig", ObjectKind<EntitlementAccessRequestConfig>.Instance),
        new ModelField("revocationRequestConfig", ObjectKind<EntitlementRevocationRequestConfig>.Instance));

    /// <summary>An object without members.</summary>
    public EntitlementRequestConfig()
        : base(Shape)
    {
    }

    /// <summary>Rules for granting.</summary>
    public EntitlementAccessRequestConfig? AccessRequestConfig { get => Get<EntitlementAccessRequestConfig>(0); set => Set(0, value); }

    /// <summary>Rules for revoking.</summary>
    public EntitlementRevocationRequestConfig? RevocationRequestConfig { get => Get<EntitlementRevocationRequestConfig>(1); set => Set(1, value); }
}
