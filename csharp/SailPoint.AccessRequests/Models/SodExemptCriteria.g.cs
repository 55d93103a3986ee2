// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>One piece of access in a conflict.</summary>
public sealed class SodExemptCriteria : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("existing", BooleanKind.Instance),
        new ModelField("type", TextKind.Instance),
        new ModelField("id", TextKind.Instance),
        new ModelField("name", TextKind.Instance));

    /// <summary>An object without members.</summary>
    public SodExemptCriteria()
        : base(Shape)
    {
    }

    /// <summary>Whether the identity holds it already. Where it is absent, the service takes false.</summary>
    public bool? Existing { get => GetValue<bool>(0); set => Set(0, value); }

    /// <summary>The kind of access. One of ACCOUNT_CORRELATION_CONFIG, ACCESS_PROFILE, ACCESS_REQUEST_APPROVAL, ACCOUNT, APPLICATION, CAMPAIGN, CAMPAIGN_FILTER, CERTIFICATION, CLUSTER, CONNECTOR_SCHEMA, ENTITLEMENT, GOVERNANCE_GROUP, IDENTITY, IDENTITY_PROFILE, IDENTITY_REQUEST, MACHINE_IDENTITY, LIFECYCLE_STATE, PASSWORD_POLICY, ROLE, RULE, SOD_POLICY, SOURCE, TAG, TAG_CATEGORY, TASK_RESULT, REPORT_RESULT, SOD_VIOLATION, ACCOUNT_ACTIVITY, WORKGROUP.</summary>
    public string? Type { get => Get<string>(1); set => Set(1, value); }

    /// <summary>Id of the access.</summary>
    public string? Id { get => Get<string>(2); set => Set(2, value); }

    /// <summary>Name of the access.</summary>
    public string? Name { get => Get<string>(3); set => Set(3, value); }
}
