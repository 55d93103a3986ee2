// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using System;
using System.Collections.Generic;
using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>Where one requested item stands, as administrators see it.</summary>
public sealed class AccessRequestAdminItemStatus : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("id", TextKind.Instance),
        new ModelField("name", TextKind.Instance),
        new ModelField("type", TextKind.Instance),
        new ModelField("cancelledRequestDetails", ObjectKind<CancelledRequestDetails>.Instance),
        new ModelField("errorMessages", new ListKind<ErrorMessageDto[]>(new ListKind<ErrorMessageDto>(ObjectKind<ErrorMessageDto>.Instance))),
        new ModelField("state", TextKind.Instance),
        new ModelField("approvalDetails", new ListKind<ApprovalStatusDto>(ObjectKind<ApprovalStatusDto>.Instance)),
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
        new ModelField("reauthorizationRequired", BooleanKind.Instance),
        new ModelField("accessRequestId", TextKind.Instance),
        new ModelField("clientMetadata", TextMapKind.Instance));

    /// <summary>An object without members.</summary>
    public AccessRequestAdminItemStatus()
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

    /// <summary>Work left to people.</summary>
    public ManualWorkItemDetails[]? ManualWorkItemDetails { get => Get<ManualWorkItemDetails[]>(7); set => Set(7, value); }

    /// <summary>Id of the account activity item.</summary>
    public string? AccountActivityItemId { get => Get<string>(8); set => Set(8, value); }

    /// <summary>Whether access is granted, revoked or changed. One of GRANT_ACCESS, REVOKE_ACCESS, MODIFY_ACCESS.</summary>
    public string? RequestType { get => Get<string>(9); set => Set(9, value); }

    /// <summary>When it last changed.</summary>
    public DateTime? Modified { get => GetInstant(10); set => SetInstant(10, value); }

    /// <summary>When it was made.</summary>
    public DateTime? Created { get => GetInstant(11); set => SetInstant(11, value); }

    /// <summary>Who asked.</summary>
    public AccessItemRequester? Requester { get => Get<AccessItemRequester>(12); set => Set(12, value); }

    /// <summary>Who shall get or lose the access.</summary>
    public RequestedItemStatusRequestedFor? RequestedFor { get => Get<RequestedItemStatusRequestedFor>(13); set => Set(13, value); }

    /// <summary>Why it was asked for.</summary>
    public CommentDto? RequesterComment { get => Get<CommentDto>(14); set => Set(14, value); }

    /// <summary>What the separation-of-duties check found.</summary>
    public SodViolationContextCheckCompleted? SodViolationContext { get => Get<SodViolationContextCheckCompleted>(15); set => Set(15, value); }

    /// <summary>Where provisioning stands.</summary>
    public ProvisioningDetails? ProvisioningDetails { get => Get<ProvisioningDetails>(16); set => Set(16, value); }

    /// <summary>What an event trigger decided before approval.</summary>
    public PreApprovalTriggerDetails? PreApprovalTriggerDetails { get => Get<PreApprovalTriggerDetails>(17); set => Set(17, value); }

    /// <summary>The phases gone through.</summary>
    public AccessRequestPhases[]? AccessRequestPhases { get => Get<AccessRequestPhases[]>(18); set => Set(18, value); }

    /// <summary>Description of the requested item.</summary>
    public string? Description { get => Get<string>(19); set => Set(19, value); }

    /// <summary>When the access begins.</summary>
    public DateTime? StartDate { get => GetInstant(20); set => SetInstant(20, value); }

    /// <summary>When the access ends.</summary>
    public DateTime? RemoveDate { get => GetInstant(21); set => SetInstant(21, value); }

    /// <summary>Whether it can still be cancelled. Where it is absent, the service takes false.</summary>
    public bool? Cancelable { get => GetValue<bool>(22); set => Set(22, value); }

    /// <summary>Whether a reviewer has to sign in again to decide. Where it is absent, the service takes false.</summary>
    public bool? ReauthorizationRequired { get => GetValue<bool>(23); set => Set(23, value); }

    /// <summary>Id of the account activity: what cancel and close take.</summary>
    public string? AccessRequestId { get => Get<string>(24); set => Set(24, value); }

    /// <summary>Free text by key, as submitted.</summary>
    public Dictionary<string, string?>? ClientMetadata { get => Get<Dictionary<string, string?>>(25); set => Set(25, value); }
}
