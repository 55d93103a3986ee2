// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>The requests made for one identity.</summary>
public sealed class AccessRequestTracking : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("requestedFor", TextKind.Instance),
        new ModelField("requestedItemsDetails", new ListKind<RequestedItemDetails>(ObjectKind<RequestedItemDetails>.Instance)),
        new ModelField("attributesHash", IntegerKind.Instance),
        new ModelField("accessRequestIds", new ListKind<string>(TextKind.Instance)));

    /// <summary>An object without members.</summary>
    public AccessRequestTracking()
        : base(Shape)
    {
    }

    /// <summary>Id of the identity.</summary>
    public string? RequestedFor { get => Get<string>(0); set => Set(0, value); }

    /// <summary>The items asked for.</summary>
    public RequestedItemDetails[]? RequestedItemsDetails { get => Get<RequestedItemDetails[]>(1); set => Set(1, value); }

    /// <summary>Hash over the request's attributes, by which the service finds equal requests.</summary>
    public int? AttributesHash { get => GetValue<int>(2); set => Set(2, value); }

    /// <summary>Ids of the access requests.</summary>
    public string[]? AccessRequestIds { get => Get<string[]>(3); set => Set(3, value); }
}
