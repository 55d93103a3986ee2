// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using System;
using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>How an approval or a piece of work was passed on.</summary>
public sealed class ApprovalForwardHistory : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("oldApproverName", TextKind.Instance),
        new ModelField("newApproverName", TextKind.Instance),
        new ModelField("comment", TextKind.Instance),
        new ModelField("modified", InstantKind.Instance),
        new ModelField("forwarderName", TextKind.Instance),
        new ModelField("reassignmentType", TextKind.Instance));

    /// <summary>An object without members.</summary>
    public ApprovalForwardHistory()
        : base(Shape)
    {
    }

    /// <summary>Name of who had it before.</summary>
    public string? OldApproverName { get => Get<string>(0); set => Set(0, value); }

    /// <summary>Name of who got it.</summary>
    public string? NewApproverName { get => Get<string>(1); set => Set(1, value); }

    /// <summary>Why it was passed on.</summary>
    public string? Comment { get => Get<string>(2); set => Set(2, value); }

    /// <summary>When it was passed on.</summary>
    public DateTime? Modified { get => GetInstant(3); set => SetInstant(3, value); }

    /// <summary>Name of who passed it on.</summary>
    public string? ForwarderName { get => Get<string>(4); set => Set(4, value); }

    /// <summary>What passed it on. One of MANUAL_REASSIGNMENT, AUTOMATIC_REASSIGNMENT, AUTO_ESCALATION, SELF_REVIEW_DELEGATION.</summary>
    public string? ReassignmentType { get => Get<string>(5); set => Set(5, value); }
}
