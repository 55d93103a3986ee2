// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using System;
using System.Collections.Generic;
using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>One item of an identity's request, with the accounts that shall get it.</summary>
public sealed class RequestedItemDtoRef : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("type", TextKind.Instance),
        new ModelField("id", TextKind.Instance),
        new ModelField("comment", TextKind.Instance),
        new ModelField("clientMetadata", TextMapKind.Instance),
        new ModelField("startDate", InstantKind.Instance),
        new ModelField("removeDate", InstantKind.Instance),
        new ModelField("accountSelection", new ListKind<SourceItemRef>(ObjectKind<SourceItemRef>.Instance)));

    /// <summary>An object without members.</summary>
    public RequestedItemDtoRef()
        : base(Shape)
    {
    }

    /// <summary>What kind of access the id names. Required. One of ACCESS_PROFILE, ROLE, ENTITLEMENT.</summary>
    public string? Type { get => Get<string>(0); set => Set(0, value); }

    /// <summary>Id of the role, access profile or entitlement. Required.</summary>
    public string? Id { get => Get<string>(1); set => Set(1, value); }

    /// <summary>The requester's reason.</summary>
    public string? Comment { get => Get<string>(2); set => Set(2, value); }

    /// <summary>Free text by key, kept with the item.</summary>
    public Dictionary<string, string?>? ClientMetadata { get => Get<Dictionary<string, string?>>(3); set => Set(3, value); }

    /// <summary>When the access begins: in the future, in UTC.</summary>
    public DateTime? StartDate { get => GetInstant(4); set => SetInstant(4, value); }

    /// <summary>When the access ends: in the future, in UTC.</summary>
    public DateTime? RemoveDate { get => GetInstant(5); set => SetInstant(5, value); }

    /// <summary>Accounts by source; the service takes one choice a source.</summary>
    public SourceItemRef[]? AccountSelection { get => Get<SourceItemRef[]>(6); set => Set(6, value); }
}
