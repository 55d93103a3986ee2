// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using System;
using System.Collections.Generic;
using SailPoint.AccessRequests.Calls;

namespace SailPoint.AccessRequests;

public static partial class ModelRegistry
{
    private static readonly SortedDictionary<string, Answer> Models = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AccessRequest"] = new ObjectAnswer<AccessRequest>(),
        ["BulkApproveAccessRequest"] = new ObjectAnswer<BulkApproveAccessRequest>(),
        ["BulkCancelAccessRequest"] = new ObjectAnswer<BulkCancelAccessRequest>(),
        ["CancelAccessRequest"] = new ObjectAnswer<CancelAccessRequest>(),
        ["CloseAccessRequest"] = new ObjectAnswer<CloseAccessRequest>(),
        ["AccessRequestConfig"] = new ObjectAnswer<AccessRequestConfig>(),
        ["AccessRequestItem"] = new ObjectAnswer<AccessRequestItem>(),
        ["RequestedForDtoRef"] = new ObjectAnswer<RequestedForDtoRef>(),
        ["RequestedItemDtoRef"] = new ObjectAnswer<RequestedItemDtoRef>(),
        ["SourceItemRef"] = new ObjectAnswer<SourceItemRef>(),
        ["AccountItemRef"] = new ObjectAnswer<AccountItemRef>(),
        ["RequestOnBehalfOfConfig"] = new ObjectAnswer<RequestOnBehalfOfConfig>(),
        ["ApprovalReminderAndEscalationConfig"] = new ObjectAnswer<ApprovalReminderAndEscalationConfig>(),
        ["IdentityReferenceWithNameAndEmail"] = new ObjectAnswer<IdentityReferenceWithNameAndEmail>(),
        ["EntitlementRequestConfig"] = new ObjectAnswer<EntitlementRequestConfig>(),
        ["EntitlementAccessRequestConfig"] = new ObjectAnswer<EntitlementAccessRequestConfig>(),
        ["EntitlementRevocationRequestConfig"] = new ObjectAnswer<EntitlementRevocationRequestConfig>(),
        ["EntitlementApprovalScheme"] = new ObjectAnswer<EntitlementApprovalScheme>(),
        ["PendingApprovalMaxPermittedAccessDuration"] = new ObjectAnswer<PendingApprovalMaxPermittedAccessDuration>(),
        ["AccessRequestResponse"] = new ObjectAnswer<AccessRequestResponse>(),
        ["RequestedItemStatus"] = new ObjectAnswer<RequestedItemStatus>(),
        ["AccessRequestAdminItemStatus"] = new ObjectAnswer<AccessRequestAdminItemStatus>(),
        ["AccessRequestTracking"] = new ObjectAnswer<AccessRequestTracking>(),
        ["RequestedItemDetails"] = new ObjectAnswer<RequestedItemDetails>(),
        ["CancelledRequestDetails"] = new ObjectAnswer<CancelledRequestDetails>(),
        ["OwnerDto"] = new ObjectAnswer<OwnerDto>(),
        ["ApprovalStatusDto"] = new ObjectAnswer<ApprovalStatusDto>(),
        ["ApprovalStatusDtoOriginalOwner"] = new ObjectAnswer<ApprovalStatusDtoOriginalOwner>(),
        ["AccessItemReviewedBy"] = new ObjectAnswer<AccessItemReviewedBy>(),
        ["ManualWorkItemDetails"] = new ObjectAnswer<ManualWorkItemDetails>(),
        ["ManualWorkItemDetailsOriginalOwner"] = new ObjectAnswer<ManualWorkItemDetailsOriginalOwner>(),
        ["ManualWorkItemDetailsCurrentOwner"] = new ObjectAnswer<ManualWorkItemDetailsCurrentOwner>(),
        ["ApprovalForwardHistory"] = new ObjectAnswer<ApprovalForwardHistory>(),
        ["AccessItemRequester"] = new ObjectAnswer<AccessItemRequester>(),
        ["RequestedItemStatusRequestedFor"] = new ObjectAnswer<RequestedItemStatusRequestedFor>(),
        ["CommentDto"] = new ObjectAnswer<CommentDto>(),
        ["CommentDtoAuthor"] = new ObjectAnswer<CommentDtoAuthor>(),
        ["SodViolationContextCheckCompleted"] = new ObjectAnswer<SodViolationContextCheckCompleted>(),
        ["SodViolationCheckResult"] = new ObjectAnswer<SodViolationCheckResult>(),
        ["SodViolationContext"] = new ObjectAnswer<SodViolationContext>(),
        ["SodViolationContextConflictingAccessCriteria"] = new ObjectAnswer<SodViolationContextConflictingAccessCriteria>(),
        ["SodViolationContextConflictingAccessCriteriaLeftCriteria"] = new ObjectAnswer<SodViolationContextConflictingAccessCriteriaLeftCriteria>(),
        ["SodExemptCriteria"] = new ObjectAnswer<SodExemptCriteria>(),
        ["SodPolicyDto"] = new ObjectAnswer<SodPolicyDto>(),
        ["ProvisioningDetails"] = new ObjectAnswer<ProvisioningDetails>(),
        ["PreApprovalTriggerDetails"] = new ObjectAnswer<PreApprovalTriggerDetails>(),
        ["AccessRequestPhases"] = new ObjectAnswer<AccessRequestPhases>(),
        ["RequestedAccountRef"] = new ObjectAnswer<RequestedAccountRef>(),
        ["ErrorMessageDto"] = new ObjectAnswer<ErrorMessageDto>(),
        ["ErrorResponseDto"] = new ObjectAnswer<ErrorResponseDto>(),
    };
}
