// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>The parameters of listAccessRequestStatus.</summary>
public sealed class ListAccessRequestStatusQuery : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("requestedFor", TextKind.Instance),
        new ModelField("requestedBy", TextKind.Instance),
        new ModelField("regardingIdentity", TextKind.Instance),
        new ModelField("assignedTo", TextKind.Instance),
        new ModelField("count", BooleanKind.Instance),
        new ModelField("limit", IntegerKind.Instance),
        new ModelField("offset", IntegerKind.Instance),
        new ModelField("filters", TextKind.Instance),
        new ModelField("sorters", TextKind.Instance),
        new ModelField("requestState", TextKind.Instance));

    /// <summary>An object without members.</summary>
    public ListAccessRequestStatusQuery()
        : base(Shape)
    {
    }

    /// <summary>Only requests for this identity: its id, or me.</summary>
    public string? RequestedFor { get => Get<string>(0); set => Set(0, value); }

    /// <summary>Only requests by this identity: its id, or me.</summary>
    public string? RequestedBy { get => Get<string>(1); set => Set(1, value); }

    /// <summary>Only requests for or by this identity: its id, or me.</summary>
    public string? RegardingIdentity { get => Get<string>(2); set => Set(2, value); }

    /// <summary>Only requests whose work item this identity owns: its id, or me.</summary>
    public string? AssignedTo { get => Get<string>(3); set => Set(3, value); }

    /// <summary>Whether the X-Total-Count header tells how many rows there are in all. The service takes false where it is absent.</summary>
    public bool? Count { get => GetValue<bool>(4); set => Set(4, value); }

    /// <summary>How many rows to answer at most, up to 250, which is also what the service takes where it is absent.</summary>
    public int? Limit { get => GetValue<int>(5); set => Set(5, value); }

    /// <summary>How many rows to skip.</summary>
    public int? Offset { get => GetValue<int>(6); set => Set(6, value); }

    /// <summary>Only rows for which this expression holds, such as accessRequestId in ("2c91...").</summary>
    public string? Filters { get => Get<string>(7); set => Set(7, value); }

    /// <summary>Names of fields to sort by, comma-separated; a leading - sorts downwards.</summary>
    public string? Sorters { get => Get<string>(8); set => Set(8, value); }

    /// <summary>Only requests in this state; the service knows EXECUTING alone.</summary>
    public string? RequestState { get => Get<string>(9); set => Set(9, value); }
}
