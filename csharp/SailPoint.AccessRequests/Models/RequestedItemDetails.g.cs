// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>A requested item by kind and id.</summary>
public sealed class RequestedItemDetails : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("type", TextKind.Instance),
        new ModelField("id", TextKind.Instance));

    /// <summary>An object without members.</summary>
    public RequestedItemDetails()
        : base(Shape)
    {
    }

    /// <summary>Kind of the requested item. One of ACCESS_PROFILE, ROLE, ENTITLEMENT.</summary>
    public string? Type { get => Get<string>(0); set => Set(0, value); }

    /// <summary>Id of the requested item.</summary>
    public string? Id { get => Get<string>(1); set => Set(1, value); }
}
