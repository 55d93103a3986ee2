// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>One identity with the items requested for it.</summary>
public sealed class RequestedForDtoRef : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("identityId", TextKind.Instance),
        new ModelField("requestedItems", new ListKind<RequestedItemDtoRef>(ObjectKind<RequestedItemDtoRef>.Instance)));

    /// <summary>An object without members.</summary>
    public RequestedForDtoRef()
        : base(Shape)
    {
    }

    /// <summary>Id of the identity. Required.</summary>
    public string? IdentityId { get => Get<string>(0); set => Set(0, value); }

    /// <summary>The items for this identity. Required.</summary>
    public RequestedItemDtoRef[]? RequestedItems { get => Get<RequestedItemDtoRef[]>(1); set => Set(1, value); }
}
