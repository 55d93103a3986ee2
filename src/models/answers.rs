//! Models that only the tenant sends. The service's description requires no member of any of them.

use super::{Field, Kind, Model};

/// Answers first, then what they hold.
pub(super) static ALL: &[&Model] = &[
    &ACCESS_REQUEST_RESPONSE,
    &REQUESTED_ITEM_STATUS,
    &ACCESS_REQUEST_ADMIN_ITEM_STATUS,
    &ACCESS_REQUEST_TRACKING,
    &REQUESTED_ITEM_DETAILS,
    &CANCELLED_REQUEST_DETAILS,
    &OWNER_DTO,
    &APPROVAL_STATUS_DTO,
    &APPROVAL_STATUS_DTO_ORIGINAL_OWNER,
    &ACCESS_ITEM_REVIEWED_BY,
    &MANUAL_WORK_ITEM_DETAILS,
    &MANUAL_WORK_ITEM_DETAILS_ORIGINAL_OWNER,
    &MANUAL_WORK_ITEM_DETAILS_CURRENT_OWNER,
    &APPROVAL_FORWARD_HISTORY,
    &ACCESS_ITEM_REQUESTER,
    &REQUESTED_ITEM_STATUS_REQUESTED_FOR,
    &COMMENT_DTO,
    &COMMENT_DTO_AUTHOR,
    &SOD_VIOLATION_CONTEXT_CHECK_COMPLETED,
    &SOD_VIOLATION_CHECK_RESULT,
    &SOD_VIOLATION_CONTEXT,
    &SOD_VIOLATION_CONTEXT_CONFLICTING_ACCESS_CRITERIA,
    &SOD_VIOLATION_CONTEXT_CRITERIA,
    &SOD_EXEMPT_CRITERIA,
    &SOD_POLICY_DTO,
    &PROVISIONING_DETAILS,
    &PRE_APPROVAL_TRIGGER_DETAILS,
    &ACCESS_REQUEST_PHASES,
    &REQUESTED_ACCOUNT_REF,
    &ERROR_MESSAGE_DTO,
    &ERROR_RESPONSE_DTO,
];

const REQUESTABLE: Kind = Kind::Word(&["ACCESS_PROFILE", "ROLE", "ENTITLEMENT"]);
const REQUEST_TYPE: Kind = Kind::Word(&["GRANT_ACCESS", "REVOKE_ACCESS", "MODIFY_ACCESS"]);
const IDENTITY: Kind = Kind::Word(&["IDENTITY"]);
const OWNER_TYPE: Kind = Kind::Word(&["GOVERNANCE_GROUP", "IDENTITY"]);
static ERROR_MESSAGE: Kind = Kind::Object(&ERROR_MESSAGE_DTO);
static ERROR_MESSAGES: Kind = Kind::list(&ERROR_MESSAGE);
const WORK_ITEM_STATE: Kind = Kind::Word(&["PENDING", "APPROVED", "REJECTED", "EXPIRED", "CANCELLED", "ARCHIVED"]);
const REQUEST_STATE: Kind = Kind::Word(&[
    "EXECUTING",
    "REQUEST_COMPLETED",
    "CANCELLED",
    "TERMINATED",
    "PROVISIONING_VERIFICATION_PENDING",
    "REJECTED",
    "PROVISIONING_FAILED",
    "NOT_ALL_ITEMS_PROVISIONED",
    "ERROR",
]);
const DTO_TYPE: Kind = Kind::Word(&[
    "ACCOUNT_CORRELATION_CONFIG",
    "ACCESS_PROFILE",
    "ACCESS_REQUEST_APPROVAL",
    "ACCOUNT",
    "APPLICATION",
    "CAMPAIGN",
    "CAMPAIGN_FILTER",
    "CERTIFICATION",
    "CLUSTER",
    "CONNECTOR_SCHEMA",
    "ENTITLEMENT",
    "GOVERNANCE_GROUP",
    "IDENTITY",
    "IDENTITY_PROFILE",
    "IDENTITY_REQUEST",
    "MACHINE_IDENTITY",
    "LIFECYCLE_STATE",
    "PASSWORD_POLICY",
    "ROLE",
    "RULE",
    "SOD_POLICY",
    "SOURCE",
    "TAG",
    "TAG_CATEGORY",
    "TASK_RESULT",
    "REPORT_RESULT",
    "SOD_VIOLATION",
    "ACCOUNT_ACTIVITY",
    "WORKGROUP",
]);

pub static ACCESS_REQUEST_RESPONSE: Model = Model::answer(
    "AccessRequestResponse",
    "What a submission led to.",
    &[
        Field::optional("newRequests", Kind::list(&Kind::Object(&ACCESS_REQUEST_TRACKING)), "Requests that this submission made."),
        Field::optional(
            "existingRequests",
            Kind::list(&Kind::Object(&ACCESS_REQUEST_TRACKING)),
            "Requests for the same access that were there before.",
        ),
    ],
);

pub static REQUESTED_ITEM_STATUS: Model = Model::answer(
    "RequestedItemStatus",
    "Where one requested item stands.",
    &[
        Field::nullable("id", Kind::Text, "Id of the access request; null for requests of before 2025."),
        Field::nullable("name", Kind::Text, "Name of the requested item."),
        Field::nullable("type", REQUESTABLE, "Kind of the requested item."),
        Field::nullable("cancelledRequestDetails", Kind::Object(&CANCELLED_REQUEST_DETAILS), "Who cancelled it, and why."),
        Field::nullable("errorMessages", Kind::list(&ERROR_MESSAGES), "Errors, a list for each step that had some."),
        Field::optional("state", REQUEST_STATE, "Where the request stands as a whole."),
        Field::optional("approvalDetails", Kind::list(&Kind::Object(&APPROVAL_STATUS_DTO)), "The approval steps."),
        Field::nullable("approvalIds", Kind::list(&Kind::Text), "Ids of the approvals of this request."),
        Field::nullable("manualWorkItemDetails", Kind::list(&Kind::Object(&MANUAL_WORK_ITEM_DETAILS)), "Work left to people."),
        Field::optional("accountActivityItemId", Kind::Text, "Id of the account activity item."),
        Field::nullable("requestType", REQUEST_TYPE, "Whether access is granted, revoked or changed."),
        Field::nullable("modified", Kind::DateTime, "When it last changed."),
        Field::optional("created", Kind::DateTime, "When it was made."),
        Field::optional("requester", Kind::Object(&ACCESS_ITEM_REQUESTER), "Who asked."),
        Field::optional("requestedFor", Kind::Object(&REQUESTED_ITEM_STATUS_REQUESTED_FOR), "Who shall get or lose the access."),
        Field::nullable("requesterComment", Kind::Object(&COMMENT_DTO), "Why it was asked for."),
        Field::nullable(
            "sodViolationContext",
            Kind::Object(&SOD_VIOLATION_CONTEXT_CHECK_COMPLETED),
            "What the separation-of-duties check found.",
        ),
        Field::nullable("provisioningDetails", Kind::Object(&PROVISIONING_DETAILS), "Where provisioning stands."),
        Field::nullable(
            "preApprovalTriggerDetails",
            Kind::Object(&PRE_APPROVAL_TRIGGER_DETAILS),
            "What an event trigger decided before approval.",
        ),
        Field::nullable("accessRequestPhases", Kind::list(&Kind::Object(&ACCESS_REQUEST_PHASES)), "The phases gone through."),
        Field::nullable("description", Kind::Text, "Description of the requested item."),
        Field::nullable("startDate", Kind::DateTime, "When the access begins."),
        Field::nullable("removeDate", Kind::DateTime, "When the access ends."),
        Field::optional("cancelable", Kind::Boolean, "Whether it can still be cancelled.").default("false"),
        Field::optional("accessRequestId", Kind::Text, "Id of the account activity: what cancel and close take."),
        Field::nullable("clientMetadata", Kind::TextMap, "Free text by key, as submitted."),
        Field::nullable("requestedAccounts", Kind::list(&Kind::Object(&REQUESTED_ACCOUNT_REF)), "The accounts chosen for the access."),
        Field::nullable("privilegeLevel", Kind::Text, "Privilege level of the requested item, such as High."),
    ],
);

pub static ACCESS_REQUEST_ADMIN_ITEM_STATUS: Model = Model::answer(
    "AccessRequestAdminItemStatus",
    "Where one requested item stands, as administrators see it.",
    &[
        Field::nullable("id", Kind::Text, "Id of the access request; null for requests of before 2025."),
        Field::nullable("name", Kind::Text, "Name of the requested item."),
        Field::nullable("type", REQUESTABLE, "Kind of the requested item."),
        Field::nullable("cancelledRequestDetails", Kind::Object(&CANCELLED_REQUEST_DETAILS), "Who cancelled it, and why."),
        Field::nullable("errorMessages", Kind::list(&ERROR_MESSAGES), "Errors, a list for each step that had some."),
        Field::optional("state", REQUEST_STATE, "Where the request stands as a whole."),
        Field::optional("approvalDetails", Kind::list(&Kind::Object(&APPROVAL_STATUS_DTO)), "The approval steps."),
        Field::nullable("manualWorkItemDetails", Kind::list(&Kind::Object(&MANUAL_WORK_ITEM_DETAILS)), "Work left to people."),
        Field::optional("accountActivityItemId", Kind::Text, "Id of the account activity item."),
        Field::nullable("requestType", REQUEST_TYPE, "Whether access is granted, revoked or changed."),
        Field::nullable("modified", Kind::DateTime, "When it last changed."),
        Field::optional("created", Kind::DateTime, "When it was made."),
        Field::optional("requester", Kind::Object(&ACCESS_ITEM_REQUESTER), "Who asked."),
        Field::optional("requestedFor", Kind::Object(&REQUESTED_ITEM_STATUS_REQUESTED_FOR), "Who shall get or lose the access."),
        Field::nullable("requesterComment", Kind::Object(&COMMENT_DTO), "Why it was asked for."),
        Field::nullable(
            "sodViolationContext",
            Kind::Object(&SOD_VIOLATION_CONTEXT_CHECK_COMPLETED),
            "What the separation-of-duties check found.",
        ),
        Field::nullable("provisioningDetails", Kind::Object(&PROVISIONING_DETAILS), "Where provisioning stands."),
        Field::nullable(
            "preApprovalTriggerDetails",
            Kind::Object(&PRE_APPROVAL_TRIGGER_DETAILS),
            "What an event trigger decided before approval.",
        ),
        Field::nullable("accessRequestPhases", Kind::list(&Kind::Object(&ACCESS_REQUEST_PHASES)), "The phases gone through."),
        Field::nullable("description", Kind::Text, "Description of the requested item."),
        Field::nullable("startDate", Kind::DateTime, "When the access begins."),
        Field::nullable("removeDate", Kind::DateTime, "When the access ends."),
        Field::optional("cancelable", Kind::Boolean, "Whether it can still be cancelled.").default("false"),
        Field::optional("reauthorizationRequired", Kind::Boolean, "Whether a reviewer has to sign in again to decide.").default("false"),
        Field::optional("accessRequestId", Kind::Text, "Id of the account activity: what cancel and close take."),
        Field::nullable("clientMetadata", Kind::TextMap, "Free text by key, as submitted."),
    ],
);

static ACCESS_REQUEST_TRACKING: Model = Model::answer(
    "AccessRequestTracking",
    "The requests made for one identity.",
    &[
        Field::optional("requestedFor", Kind::Text, "Id of the identity."),
        Field::optional("requestedItemsDetails", Kind::list(&Kind::Object(&REQUESTED_ITEM_DETAILS)), "The items asked for."),
        Field::optional("attributesHash", Kind::INT32, "Hash over the request's attributes, by which the service finds equal requests."),
        Field::optional("accessRequestIds", Kind::list(&Kind::Text), "Ids of the access requests."),
    ],
);

static REQUESTED_ITEM_DETAILS: Model = Model::answer(
    "RequestedItemDetails",
    "A requested item by kind and id.",
    &[Field::optional("type", REQUESTABLE, "Kind of the requested item."), Field::optional("id", Kind::Text, "Id of the requested item.")],
);

static CANCELLED_REQUEST_DETAILS: Model = Model::answer(
    "CancelledRequestDetails",
    "Who cancelled a request, and why.",
    &[
        Field::optional("comment", Kind::Text, "Why it was cancelled."),
        Field::optional("owner", Kind::Object(&OWNER_DTO), "Who cancelled it."),
        Field::optional("modified", Kind::DateTime, "When it was cancelled."),
    ],
);

static OWNER_DTO: Model = Model::answer(
    "OwnerDto",
    "An owner.",
    &[
        Field::optional("type", IDENTITY, "The kind of owner."),
        Field::optional("id", Kind::Text, "Id of the owner."),
        Field::optional("name", Kind::Text, "Display name of the owner."),
    ],
);

static APPROVAL_STATUS_DTO: Model = Model::answer(
    "ApprovalStatusDto",
    "Where one approval step stands.",
    &[
        Field::optional("forwarded", Kind::Boolean, "Whether it was passed on to somebody else.").default("false"),
        Field::optional("originalOwner", Kind::Object(&APPROVAL_STATUS_DTO_ORIGINAL_OWNER), "Who had to decide at first."),
        Field::nullable("currentOwner", Kind::Object(&ACCESS_ITEM_REVIEWED_BY), "Who has to decide now, or decided."),
        Field::nullable("modified", Kind::DateTime, "When it last changed."),
        Field::optional("status", WORK_ITEM_STATE, "Where the step stands."),
        Field::optional(
            "scheme",
            Kind::Word(&[
                "APP_OWNER",
                "SOURCE_OWNER",
                "MANAGER",
                "ROLE_OWNER",
                "ACCESS_PROFILE_OWNER",
                "ENTITLEMENT_OWNER",
                "GOVERNANCE_GROUP",
            ]),
            "In which capacity the owner decides.",
        ),
        Field::nullable("errorMessages", Kind::list(&ERROR_MESSAGE), "Errors of the step."),
        Field::nullable("comment", Kind::Text, "The reviewer's reason."),
        Field::nullable("removeDate", Kind::DateTime, "When the access shall end, as of this step."),
    ],
);

static APPROVAL_STATUS_DTO_ORIGINAL_OWNER: Model = Model::answer(
    "ApprovalStatusDtoOriginalOwner",
    "Who had to decide at first.",
    &[
        Field::optional("type", OWNER_TYPE, "Whether it is one identity or a governance group."),
        Field::optional("id", Kind::Text, "Id of the owner."),
        Field::optional("name", Kind::Text, "Display name of the owner."),
    ],
);

static ACCESS_ITEM_REVIEWED_BY: Model = Model::answer(
    "AccessItemReviewedBy",
    "Who reviews or reviewed an item.",
    &[
        Field::optional("type", IDENTITY, "The kind of reviewer."),
        Field::optional("id", Kind::Text, "Id of the reviewer."),
        Field::optional("name", Kind::Text, "Display name of the reviewer."),
    ],
);

static MANUAL_WORK_ITEM_DETAILS: Model = Model::answer(
    "ManualWorkItemDetails",
    "Work that a person has to do for a request.",
    &[
        Field::optional("forwarded", Kind::Boolean, "Whether it was passed on to somebody else.").default("false"),
        Field::nullable("originalOwner", Kind::Object(&MANUAL_WORK_ITEM_DETAILS_ORIGINAL_OWNER), "Who had the work at first."),
        Field::nullable("currentOwner", Kind::Object(&MANUAL_WORK_ITEM_DETAILS_CURRENT_OWNER), "Who has the work now."),
        Field::optional("modified", Kind::DateTime, "When it last changed."),
        Field::optional("status", WORK_ITEM_STATE, "Where the work stands."),
        Field::nullable("forwardHistory", Kind::list(&Kind::Object(&APPROVAL_FORWARD_HISTORY)), "How it was passed on."),
    ],
);

static MANUAL_WORK_ITEM_DETAILS_ORIGINAL_OWNER: Model = Model::answer(
    "ManualWorkItemDetailsOriginalOwner",
    "Who had the work at first.",
    &[
        Field::optional("type", OWNER_TYPE, "Whether it is one identity or a governance group."),
        Field::optional("id", Kind::Text, "Id of the owner."),
        Field::optional("name", Kind::Text, "Display name of the owner."),
    ],
);

static MANUAL_WORK_ITEM_DETAILS_CURRENT_OWNER: Model = Model::answer(
    "ManualWorkItemDetailsCurrentOwner",
    "Who has the work now.",
    &[
        Field::optional("type", OWNER_TYPE, "Whether it is one identity or a governance group."),
        Field::optional("id", Kind::Text, "Id of the owner."),
        Field::optional("name", Kind::Text, "Display name of the owner."),
    ],
);

static APPROVAL_FORWARD_HISTORY: Model = Model::answer(
    "ApprovalForwardHistory",
    "How an approval or a piece of work was passed on.",
    &[
        Field::optional("oldApproverName", Kind::Text, "Name of who had it before."),
        Field::optional("newApproverName", Kind::Text, "Name of who got it."),
        Field::nullable("comment", Kind::Text, "Why it was passed on."),
        Field::optional("modified", Kind::DateTime, "When it was passed on."),
        Field::nullable("forwarderName", Kind::Text, "Name of who passed it on."),
        Field::optional(
            "reassignmentType",
            Kind::Word(&["MANUAL_REASSIGNMENT", "AUTOMATIC_REASSIGNMENT", "AUTO_ESCALATION", "SELF_REVIEW_DELEGATION"]),
            "What passed it on.",
        ),
    ],
);

static ACCESS_ITEM_REQUESTER: Model = Model::answer(
    "AccessItemRequester",
    "Who asked for an item.",
    &[
        Field::optional("type", IDENTITY, "The kind of requester."),
        Field::optional("id", Kind::Text, "Id of the requester."),
        Field::optional("name", Kind::Text, "Display name of the requester."),
    ],
);

static REQUESTED_ITEM_STATUS_REQUESTED_FOR: Model = Model::answer(
    "RequestedItemStatusRequestedFor",
    "Who shall get or lose the access.",
    &[
        Field::optional("type", IDENTITY, "The kind of recipient."),
        Field::optional("id", Kind::Text, "Id of the identity."),
        Field::optional("name", Kind::Text, "Display name of the identity."),
    ],
);

static COMMENT_DTO: Model = Model::answer(
    "CommentDto",
    "A comment with its author.",
    &[
        Field::nullable("comment", Kind::Text, "The text."),
        Field::optional("created", Kind::DateTime, "When it was written."),
        Field::optional("author", Kind::Object(&COMMENT_DTO_AUTHOR), "Who wrote it."),
    ],
);

static COMMENT_DTO_AUTHOR: Model = Model::answer(
    "CommentDtoAuthor",
    "Who wrote a comment.",
    &[
        Field::optional("type", IDENTITY, "The kind of author."),
        Field::optional("id", Kind::Text, "Id of the author."),
        Field::optional("name", Kind::Text, "Display name of the author."),
    ],
);

static SOD_VIOLATION_CONTEXT_CHECK_COMPLETED: Model = Model::answer(
    "SodViolationContextCheckCompleted",
    "A finished separation-of-duties check.",
    &[
        Field::nullable("state", Kind::Word(&["SUCCESS", "ERROR"]), "Whether the check came to a result."),
        Field::nullable("uuid", Kind::Text, "Id of the check."),
        Field::optional("violationCheckResult", Kind::Object(&SOD_VIOLATION_CHECK_RESULT), "What it found."),
    ],
);

static SOD_VIOLATION_CHECK_RESULT: Model = Model::answer(
    "SodViolationCheckResult",
    "What a separation-of-duties check found.",
    &[
        Field::optional("message", Kind::Object(&ERROR_MESSAGE_DTO), "The error, where the check failed."),
        Field::nullable("clientMetadata", Kind::TextMap, "Free text by key, as submitted."),
        Field::nullable("violationContexts", Kind::list(&Kind::Object(&SOD_VIOLATION_CONTEXT)), "The conflicts found."),
        Field::nullable("violatedPolicies", Kind::list(&Kind::Object(&SOD_POLICY_DTO)), "The policies broken."),
    ],
);

static SOD_VIOLATION_CONTEXT: Model = Model::answer(
    "SodViolationContext",
    "One conflict of a separation-of-duties policy.",
    &[
        Field::optional("policy", Kind::Object(&SOD_POLICY_DTO), "The policy broken."),
        Field::optional(
            "conflictingAccessCriteria",
            Kind::Object(&SOD_VIOLATION_CONTEXT_CONFLICTING_ACCESS_CRITERIA),
            "The two sides in conflict.",
        ),
    ],
);

/// Unnamed in the OpenAPI description, as are the two sides that it holds.
static SOD_VIOLATION_CONTEXT_CONFLICTING_ACCESS_CRITERIA: Model = Model::answer(
    "SodViolationContextConflictingAccessCriteria",
    "Two sets of access that one identity must not hold together.",
    &[
        Field::optional("leftCriteria", Kind::Object(&SOD_VIOLATION_CONTEXT_CRITERIA), "One side."),
        Field::optional("rightCriteria", Kind::Object(&SOD_VIOLATION_CONTEXT_CRITERIA), "The other side."),
    ],
);

static SOD_VIOLATION_CONTEXT_CRITERIA: Model = Model::answer(
    "SodViolationContextConflictingAccessCriteriaLeftCriteria",
    "One side of a conflict.",
    &[Field::optional("criteriaList", Kind::list(&Kind::Object(&SOD_EXEMPT_CRITERIA)), "The access on this side.")],
);

static SOD_EXEMPT_CRITERIA: Model = Model::answer(
    "SodExemptCriteria",
    "One piece of access in a conflict.",
    &[
        Field::optional("existing", Kind::Boolean, "Whether the identity holds it already.").default("false"),
        Field::optional("type", DTO_TYPE, "The kind of access."),
        Field::optional("id", Kind::Text, "Id of the access."),
        Field::optional("name", Kind::Text, "Name of the access."),
    ],
);

static SOD_POLICY_DTO: Model = Model::answer(
    "SodPolicyDto",
    "A separation-of-duties policy.",
    &[
        Field::optional("type", Kind::Word(&["SOD_POLICY"]), "The kind of object."),
        Field::optional("id", Kind::Text, "Id of the policy."),
        Field::optional("name", Kind::Text, "Name of the policy."),
    ],
);

static PROVISIONING_DETAILS: Model = Model::answer(
    "ProvisioningDetails",
    "Where to read how provisioning stands.",
    &[Field::optional(
        "orderedSubPhaseReferences",
        Kind::Text,
        "Names of the members that tell the sub-phases, in order, comma-separated.",
    )],
);

static PRE_APPROVAL_TRIGGER_DETAILS: Model = Model::answer(
    "PreApprovalTriggerDetails",
    "What an event trigger decided before approval.",
    &[
        Field::optional("comment", Kind::Text, "The trigger's reason."),
        Field::optional("reviewer", Kind::Text, "Name of who decided in the trigger."),
        Field::optional("decision", Kind::Word(&["APPROVED", "REJECTED"]), "What was decided."),
    ],
);

static ACCESS_REQUEST_PHASES: Model = Model::answer(
    "AccessRequestPhases",
    "One phase of a request.",
    &[
        Field::optional("started", Kind::DateTime, "When it began."),
        Field::nullable("finished", Kind::DateTime, "When it ended; null while it goes on."),
        Field::optional("name", Kind::Text, "Name of the phase, such as APPROVAL_PHASE."),
        Field::optional(
            "state",
            Kind::Word(&["PENDING", "EXECUTING", "COMPLETED", "CANCELLED", "NOT_EXECUTED"]),
            "Where the phase stands.",
        ),
        Field::nullable("result", Kind::Word(&["SUCCESSFUL", "FAILED"]), "How it ended."),
        Field::nullable("phaseReference", Kind::Text, "Name of the member that tells more, such as approvalDetails."),
    ],
);

static REQUESTED_ACCOUNT_REF: Model = Model::answer(
    "RequestedAccountRef",
    "An account chosen for the requested access.",
    &[
        Field::optional("name", Kind::Text, "Display name of the account."),
        Field::optional("type", DTO_TYPE, "The kind of object, ACCOUNT."),
        Field::nullable("accountUuid", Kind::Text, "The account's UUID, where its source has them."),
        Field::nullable("accountId", Kind::Text, "The account's name on its source."),
        Field::optional("sourceName", Kind::Text, "Name of the source."),
    ],
);

static ERROR_MESSAGE_DTO: Model = Model::answer(
    "ErrorMessageDto",
    "A message in one language.",
    &[
        Field::nullable("locale", Kind::Text, "The language, such as en-US."),
        Field::nullable("localeOrigin", Kind::Word(&["DEFAULT", "REQUEST"]), "Whether the language is the tenant's or the request's."),
        Field::optional("text", Kind::Text, "The text."),
    ],
);

static ERROR_RESPONSE_DTO: Model = Model::answer(
    "ErrorResponseDto",
    "The body of the answers 400, 403, 404 and 500.",
    &[
        Field::optional("detailCode", Kind::Text, "A finer code, such as 400.1 Bad Request Content."),
        Field::optional("trackingId", Kind::Text, "What SailPoint's support asks for."),
        Field::optional("messages", Kind::list(&ERROR_MESSAGE), "What went wrong."),
        Field::optional("causes", Kind::list(&ERROR_MESSAGE), "Why it went wrong."),
    ],
);
