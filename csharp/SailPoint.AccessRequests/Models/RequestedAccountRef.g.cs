// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>An account chosen for the requested access.</summary>
public sealed class RequestedAccountRef : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("name", TextKind.Instance),
        new ModelField("type", TextKind.Instance),
        new ModelField("accountUuid", TextKind.Instance),
        new ModelField("accountId", TextKind.Instance),
        new ModelField("sourceName", TextKind.Instance));

    /// <summary>An object without members.</summary>
    public RequestedAccountRef()
        : base(Shape)
    {
    }

    /// <summary>Display name of the account.</summary>
    public string? Name { get => Get<string>(0); set => Set(0, value); }

    /// <summary>The kind of object, ACCOUNT. One of ACCOUNT_CORRELATION_CONFIG, ACCESS_PROFILE, ACCESS_REQUEST_APPROVAL, ACCOUNT, APPLICATION, CAMPAIGN, CAMPAIGN_FILTER, CERTIFICATION, CLUSTER, CONNECTOR_SCHEMA, ENTITLEMENT, GOVERNANCE_GROUP, IDENTITY, IDENTITY_PROFILE, IDENTITY_REQUEST, MACHINE_IDENTITY, LIFECYCLE_STATE, PASSWORD_POLICY, ROLE, RULE, SOD_POLICY, SOURCE, TAG, TAG_CATEGORY, TASK_RESULT, REPORT_RESULT, SOD_VIOLATION, ACCOUNT_ACTIVITY, WORKGROUP.</summary>
    public string? Type { get => Get<string>(1); set => Set(1, value); }

    /// <summary>The account's UUID, where its source has them.</summary>
    public string? AccountUuid { get => Get<string>(2); set => Set(2, value); }

    /// <summary>The account's name on its source.</summary>
    public string? AccountId { get => Get<string>(3); set => Set(3, value); }

    /// <summary>Name of the source.</summary>
    public string? SourceName { get => Get<string>(4); set => Set(4, value); }
}
