// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using System;
using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>Work that a person has to do for a request.</summary>
public sealed class ManualWorkItemDetails : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("forwarded", BooleanKind.Instance),
        new ModelField("originalOwner", ObjectKind<ManualWorkItemDetailsOriginalOwner>.Instance),
        new ModelField("currentOwner", ObjectKind<ManualWorkItemDetailsCurrentOwner>.Instance),
        new ModelField("modified", InstantKind.Instance),
        new ModelField("status", TextKind.Instance),
        new ModelField("forwardHistory", new ListKind<ApprovalForwardHistory>(ObjectKind<ApprovalForwardHistory>.Instance)));

    /// <summary>An object without members.</summary>
    public ManualWorkItemDetails()
        : base(Shape)
    {
    }

    /// <summary>Whether it was passed on to somebody else. Where it is absent, the service takes false.</summary>
    public bool? Forwarded { get => GetValue<bool>(0); set => Set(0, value); }

    /// <summary>Who had the work at first.</summary>
    public ManualWorkItemDetailsOriginalOwner? OriginalOwner { get => Get<ManualWorkItemDetailsOriginalOwner>(1); set => Set(1, value); }

    /// <summary>Who has the work now.</summary>
    public ManualWorkItemDetailsCurrentOwner? CurrentOwner { get => Get<ManualWorkItemDetailsCurrentOwner>(2); set => Set(2, value); }

    /// <summary>When it last changed.</summary>
    public DateTime? Modified { get => GetInstant(3); set => SetInstant(3, value); }

    /// <summary>Where the work stands. One of PENDING, APPROVED, REJECTED, EXPIRED, CANCELLED, ARCHIVED.</summary>
    public string? Status { get => Get<string>(4); set => Set(4, value); }

    /// <summary>How it was passed on.</summary>
    public ApprovalForwardHistory[]? ForwardHistory { get => Get<ApprovalForwardHistory[]>(5); set => Set(5, value); }
}
