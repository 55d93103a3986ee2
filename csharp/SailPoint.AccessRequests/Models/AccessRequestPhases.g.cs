// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using System;
using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>One phase of a request.</summary>
public sealed class AccessRequestPhases : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("started", InstantKind.Instance),
        new ModelField("finished", InstantKind.Instance),
        new ModelField("name", TextKind.Instance),
        new ModelField("state", TextKind.Instance),
        new ModelField("result", TextKind.Instance),
        new ModelField("phaseReference", TextKind.Instance));

    /// <summary>An object without members.</summary>
    public AccessRequestPhases()
        : base(Shape)
    {
    }

    /// <summary>When it began.</summary>
    public DateTime? Started { get => GetInstant(0); set => SetInstant(0, value); }

    /// <summary>When it ended; null while it goes on.</summary>
    public DateTime? Finished { get => GetInstant(1); set => SetInstant(1, value); }

    /// <summary>Name of the phase, such as APPROVAL_PHASE.</summary>
    public string? Name { get => Get<string>(2); set => Set(2, value); }

    /// <summary>Where the phase stands. One of PENDING, EXECUTING, COMPLETED, CANCELLED, NOT_EXECUTED.</summary>
    public string? State { get => Get<string>(3); set => Set(3, value); }

    /// <summary>How it ended. One of SUCCESSFUL, FAILED.</summary>
    public string? Result { get => Get<string>(4); set => Set(4, value); }

    /// <summary>Name of the member that tells more, such as approvalDetails.</summary>
    public string? PhaseReference { get => Get<string>(5); set => Set(5, value); }
}
