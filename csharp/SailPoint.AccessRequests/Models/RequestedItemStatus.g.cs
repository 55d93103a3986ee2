// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using System;
using System.Collections.Generic;
using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>Where one requested item stands.</summary>
public sealed class RequestedItemStatus : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("id", TextKind.Instance),
        new ModelField("name", TextKind.Instance),
        new ModelField("type", TextKind.Instance),
        new ModelField("cancelledRequestDetails", ObjectKind<CancelledRequestDetails>.Instance),
        new ModelField("errorMessages", new ListKind<ErrorMessageDto[]>(new ListKind<ErrorMessageDto>(ObjectKind<ErrorMessageDto>.Instance))),
        new ModelField("state", TextKind.Instance),
        new ModelField("approvalDetails", new ListKind<ApprovalStatusDto>(ObjectKind<ApprovalStatusDto>.Instance)),
        new ModelField("approvalIds", new ListKind<string>(TextKind.Instance)),
        new ModelField("manualWorkItemDetails", new ListKind<ManualWorkItemDetails>(ObjectKind<ManualWorkItemDetails>.Instance)),
        new ModelField("accountActivityItemId", TextKind.Instance),
        new ModelField("requestType", TextKind.Instance),
        new ModelField("modified", InstantKind.Instance),
        new ModelField("created", InstantKind.Instance),
        new ModelField("requester", ObjectKind<AccessItemRequester>.Instance),
        new ModelField("requestedFor", ObjectKind<RequestedItemStatusRequestedFor>.Instance),
        new ModelField("requesterComment", ObjectKind<CommentDto>.Instance),
        new ModelField("sodViolationContext", ObjectKind<SodViolationContextCheckCompleted>.Instance),
        new ModelField("provisioningDetails", ObjectKind<ProvisioningDetails>.Instance),
        new ModelField("preApprovalTriggerDetails", ObjectKind<PreApprovalTriggerDetails>.Instance),
        new ModelField("accessRequestPhases", new ListKind<AccessRequestPhases>(ObjectKind<AccessRequestPhases>.Instance)),
        new ModelField("description", TextKind.Instance),
        new ModelField("startDate", InstantKind.Instance),
        new ModelField("removeDate", InstantKind.Instance),
        new ModelField("cancelable", BooleanKind.Instance),
        new ModelField("accessRequestId", TextKind.Instance),
        new ModelField("clientMetadata", TextMapKind.Instance),
        new ModelField("requestedAccounts", new ListKind<RequestedAccountRef>(ObjectKind<RequestedAccountRef>.Instance)),
        new ModelField("privilegeLevel", TextKind.Instance));

    /// <summary>An object without members.</summary>
    public RequestedItemStatus()
        : base(Shape)
    {
    }

    /// <summary>Id of the access request; null for requests of before 2025.</summary>
    public string? Id { get => Get<string>(0); set => Set(0, value); }

    /// <summary>Name of the requested item.</summary>
    public string? Name { get => Get<string>(1); set => Set(1, value); }

    /// <summary>Kind of the requested item. One of ACCESS_PROFILE, ROLE, ENTITLEMENT.</summary>
    public string? Type { get => Get<string>(2); set => Set(2, value); }

    /// <summary>Who cancelled it, and why.</summary>
    public CancelledRequestDetails? CancelledRequestDetails { get => Get<CancelledRequestDetails>(3); set => Set(3, value); }

    /// <summary>Errors, a list for each step that had some.</summary>
    public ErrorMessageDto[][]? ErrorMessages { get => Get<ErrorMessageDto[][]>(4); set => Set(4, value); }

    /// <summary>Where the request stands as a whole. One of EXECUTING, REQUEST_COMPLETED, CANCELLED, TERMINATED, PROVISIONING_VERIFICATION_PENDING, REJECTED, PROVISIONING_FAILED, NOT_ALL_ITEMS_PROVISIONED, ERROR.</summary>
    public string? State { get => Get<string>(5); set => Set(5, value); }

    /// <summary>The approval steps.</summary>
    public ApprovalStatusDto[]? ApprovalDetails { get => Get<ApprovalStatusDto[]>(6); set => Set(6, value); }

    /// <summary>Ids of the approvals of this request.</summary>
    public string[]? ApprovalIds { get => Get<string[]>(7); set => Set(7, value); }

    /// <summary>Work left to people.</summary>
    public ManualWorkItemDetails[]? ManualWorkItemDetails { get => Get<ManualWorkItemDetails[]>(8); set => Set(8, value); }

    /// <summary>Id of the account activity item.</summary>
    public string? AccountActivityItemId { get => Get<string>(9); set => Set(9, value); }

    /// <summary>Whether access is granted, revoked or changed. One of GRANT_ACCESS, REVOKE_ACCESS, MODIFY_ACCESS.</summary>
    public string? RequestType { get => Get<string>(10); set => Set(10, value); }

    /// <summary>When it last changed.</summary>
    public DateTime? Modified { get => GetInstant(11); set => SetInstant(11, value); }

    /// <summary>When it was made.</summary>
    public DateTime? Created { get => GetInstant(12); set => SetInstant(12, value); }

    /// <summary>Who asked.</summary>
    public AccessItemRequester? Requester { get => Get<AccessItemRequester>(13); set => Set(13, value); }

    /// <summary>Who shall get or lose the access.</summary>
    public RequestedItemStatusRequestedFor? RequestedFor { get => Get<RequestedItemStatusRequestedFor>(14); set => Set(14, value); }

    /// <summary>Why it was asked for.</summary>
    public CommentDto? RequesterComment { get => Get<CommentDto>(15); set => Set(15, value); }

    /// <summary>What the separation-of-duties check found.</summary>
    public SodViolationContextCheckCompleted? SodViolationContext { get => Get<SodViolationContextCheckCompleted>(16); set => Set(16, value); }

    /// <summary>Where provisioning stands.</summary>
    public ProvisioningDetails? ProvisioningDetails { get => Get<ProvisioningDetails>(17); set => Set(17, value); }

    /// <summary>What an event trigger decided before approval.</summary>
    public PreApprovalTriggerDetails? PreApprovalTriggerDetails { get => Get<PreApprovalTriggerDetails>(18); set => Set(18, value); }

    /// <summary>The phases gone through.</summary>
    public AccessRequestPhases[]? AccessRequestPhases { get => Get<AccessRequestPhases[]>(19); set => Set(19, value); }

    /// <summary>Description of the requested item.</summary>
    public string? Description { get => Get<string>(20); set => Set(20, value); }

    /// <summary>When the access begins.</summary>
    public DateTime? StartDate { get => GetInstant(21); set => SetInstant(21, value); }

    /// <summary>When the access ends.</summary>
    public DateTime? RemoveDate { get => GetInstant(22); set => SetInstant(22, value); }

    /// <summary>Whether it can still be cancelled. Where it is absent, the service takes false.</summary>
    public bool? Cancelable { get => GetValue<bool>(23); set => Set(23, value); }

    /// <summary>Id of the account activity: what cancel and close take.</summary>
    public string? AccessRequestId { get => Get<string>(24); set => Set(24, value); }

    /// <summary>Free text by key, as submitted.</summary>
    public Dictionary<string, string?>? ClientMetadata { get => Get<Dictionary<string, string?>>(25); set => Set(25, value); }

    /// <summary>The accounts chosen for the access.</summary>
    public RequestedAccountRef[]? RequestedAccounts { get => Get<RequestedAccountRef[]>(26); set => Set(26, value); }

    /// <summary>Privilege level of the requested item, such as High.</summary>
    public string? PrivilegeLevel { get => Get<string>(27); set => Set(27, value); }
}
