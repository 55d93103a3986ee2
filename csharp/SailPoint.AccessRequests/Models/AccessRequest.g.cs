// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using System.Collections.Generic;
using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>Who shall get or lose which access.</summary>
public sealed class AccessRequest : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("requestedFor", new ListKind<string>(TextKind.Instance, single: true)),
        new ModelField("requestType", TextKind.Instance),
        new ModelField("requestedItems", new ListKind<AccessRequestItem>(ObjectKind<AccessRequestItem>.Instance)),
        new ModelField("clientMetadata", TextMapKind.Instance),
        new ModelField("requestedForWithRequestedItems", new ListKind<RequestedForDtoRef>(ObjectKind<RequestedForDtoRef>.Instance)));

    /// <summary>An object without members.</summary>
    public AccessRequest()
        : base(Shape)
    {
    }

    /// <summary>Ids of the identities that the access is for. Required together with requestedItems.</summary>
    public string[]? RequestedFor { get => Get<string[]>(0); set => Set(0, value); }

    /// <summary>Whether access is granted, revoked or changed; the service takes GRANT_ACCESS where it is absent. One of GRANT_ACCESS, REVOKE_ACCESS, MODIFY_ACCESS.</summary>
    public string? RequestType { get => Get<string>(1); set => Set(1, value); }

    /// <summary>The roles, access profiles and entitlements. Required together with requestedFor.</summary>
    public AccessRequestItem[]? RequestedItems { get => Get<AccessRequestItem[]>(2); set => Set(2, value); }

    /// <summary>Free text by key, kept with the request and given back by the status lists.</summary>
    public Dictionary<string, string?>? ClientMetadata { get => Get<Dictionary<string, string?>>(3); set => Set(3, value); }

    /// <summary>Instead of requestedFor and requestedItems: items by identity, each with the accounts to use. Grants only.</summary>
    public RequestedForDtoRef[]? RequestedForWithRequestedItems { get => Get<RequestedForDtoRef[]>(4); set => Set(4, value); }
}
