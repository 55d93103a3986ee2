// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>What a submission led to.</summary>
public sealed class AccessRequestResponse : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("newRequests", new ListKind<AccessRequestTracking>(ObjectKind<AccessRequestTracking>.Instance)),
        new ModelField("existingRequests", new ListKind<AccessRequestTracking>(ObjectKind<AccessRequestTracking>.Instance)));

    /// <summary>An object without members.</summary>
    public AccessRequestResponse()
        : base(Shape)
    {
    }

    /// <summary>Requests that this submission made.</summary>
    public AccessRequestTracking[]? NewRequests { get => Get<AccessRequestTracking[]>(0); set => Set(0, value); }

    /// <summary>Requests for the same access that were there before.</summary>
    public AccessRequestTracking[]? ExistingRequests { get => Get<AccessRequestTracking[]>(1); set => Set(1, value); }
}
