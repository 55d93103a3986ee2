// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using System;
using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>Who cancelled a request, and why.</summary>
public sealed class CancelledRequestDetails : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("comment", TextKind.Instance),
        new ModelField("owner", ObjectKind<OwnerDto>.Instance),
        new ModelField("modified", InstantKind.Instance));

    /// <summary>An object without members.</summary>
    public CancelledRequestDetails()
        : base(Shape)
    {
    }

    /// <summary>Why it was cancelled.</summary>
    public string? Comment { get => Get<string>(0); set => Set(0, value); }

    /// <summary>Who cancelled it.</summary>
    public OwnerDto? Owner { get => Get<OwnerDto>(1); set => Set(1, value); }

    /// <summary>When it was cancelled.</summary>
    public DateTime? Modified { get => GetInstant(2); set => SetInstant(2, value); }
}
