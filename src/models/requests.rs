//! Models that a caller sends, among them those that the tenant answers as well.

use super::{Field, Kind, List, Model};

/// Requests first, then what they hold.
pub(super) static ALL: &[&Model] = &[
    &ACCESS_REQUEST,
    &BULK_APPROVE_ACCESS_REQUEST,
    &BULK_CANCEL_ACCESS_REQUEST,
    &CANCEL_ACCESS_REQUEST,
    &CLOSE_ACCESS_REQUEST,
    &ACCESS_REQUEST_CONFIG,
    &ACCESS_REQUEST_ITEM,
    &REQUESTED_FOR_DTO_REF,
    &REQUESTED_ITEM_DTO_REF,
    &SOURCE_ITEM_REF,
    &ACCOUNT_ITEM_REF,
    &REQUEST_ON_BEHALF_OF_CONFIG,
    &APPROVAL_REMINDER_AND_ESCALATION_CONFIG,
    &IDENTITY_REFERENCE_WITH_NAME_AND_EMAIL,
    &ENTITLEMENT_REQUEST_CONFIG,
    &ENTITLEMENT_ACCESS_REQUEST_CONFIG,
    &ENTITLEMENT_REVOCATION_REQUEST_CONFIG,
    &ENTITLEMENT_APPROVAL_SCHEME,
    &PENDING_APPROVAL_MAX_PERMITTED_ACCESS_DURATION,
];

const REQUESTABLE: Kind = Kind::Word(&["ACCESS_PROFILE", "ROLE", "ENTITLEMENT"]);
const IDS: Kind = Kind::list_of_at_least_one(&Kind::Id);

/// Approval ids to approve together. How many one call takes stands in the operation's `id_limit`.
pub static BULK_APPROVE_ACCESS_REQUEST: Model = Model::request(
    "BulkApproveAccessRequest",
    "Which pending approvals to approve, and why.",
    &[
        Field::required("approvalIds", IDS, "Ids of the pending approvals."),
        Field::required("comment", Kind::Text, "The reviewer's reason, shown with each approval."),
    ],
);

pub static BULK_CANCEL_ACCESS_REQUEST: Model = Model::request(
    "BulkCancelAccessRequest",
    "Which access requests to cancel, and why.",
    &[
        Field::required("accessRequestIds", IDS, "Ids of the access requests."),
        Field::required("comment", Kind::Text, "Why they are cancelled."),
    ],
);

pub static CANCEL_ACCESS_REQUEST: Model = Model::request(
    "CancelAccessRequest",
    "Which access request to cancel, and why.",
    &[
        Field::required("accountActivityId", Kind::Id, "Id of the access request, which the service also calls identityRequestId."),
        Field::required("comment", Kind::Text, "Why it is cancelled."),
    ],
);

pub static CLOSE_ACCESS_REQUEST: Model = Model::request(
    "CloseAccessRequest",
    "Which stuck access requests to close, and how they shall be recorded.",
    &[
        Field::required("accessRequestIds", IDS, "Ids of the access requests, at most 500 a call."),
        Field::optional("message", Kind::Text, "Reason recorded with each closed request.")
            .default("\"The IdentityNow Administrator manually closed this request.\""),
        Field::optional("executionStatus", Kind::Word(&["Terminated", "Completed"]), "How the request's execution is recorded.")
            .default("\"Terminated\""),
        Field::optional("completionStatus", Kind::Word(&["Success", "Incomplete", "Failure"]), "How the request's outcome is recorded.")
            .default("\"Failure\""),
    ],
);

/// `requestedFor` and `requestedItems` are required together, unless `requestedForWithRequestedItems` stands alone; the
/// OpenAPI description marks the first two as required and then describes the third as their replacement. The rule
/// knows it, and that neither may be empty then, so no single field carries it.
pub static ACCESS_REQUEST: Model = Model::request(
    "AccessRequest",
    "Who shall get or lose which access.",
    &[
        // The reference page's example gives one bare id, so one id stands for a list of one.
        Field::optional(
            "requestedFor",
            Kind::List(List { of: &Kind::Id, min: 0, max: None, single: true }),
            "Ids of the identities that the access is for. Required together with requestedItems.",
        ),
        Field::nullable(
            "requestType",
            Kind::Word(&["GRANT_ACCESS", "REVOKE_ACCESS", "MODIFY_ACCESS"]),
            "Whether access is granted, revoked or changed; the service takes GRANT_ACCESS where it is absent.",
        ),
        Field::optional(
            "requestedItems",
            Kind::list(&Kind::Object(&ACCESS_REQUEST_ITEM)),
            "The roles, access profiles and entitlements. Required together with requestedFor.",
        ),
        Field::optional("clientMetadata", Kind::TextMap, "Free text by key, kept with the request and given back by the status lists."),
        Field::nullable(
            "requestedForWithRequestedItems",
            Kind::list(&Kind::Object(&REQUESTED_FOR_DTO_REF)),
            "Instead of requestedFor and requestedItems: items by identity, each with the accounts to use. Grants only.",
        ),
    ],
)
.with_rule(super::check::check_access_request);

pub static ACCESS_REQUEST_CONFIG: Model = Model::both(
    "AccessRequestConfig",
    "The organisation's settings for access requests.",
    &[
        Field::optional(
            "approvalsMustBeExternal",
            Kind::Boolean,
            "Whether approvals are decided outside, which closes the Request Center to all but org admins.",
        )
        .default("false"),
        Field::optional(
            "autoApprovalEnabled",
            Kind::Boolean,
            "Whether a request is approved by itself where requester and approver are the same.",
        )
        .default("false"),
        Field::optional("reauthorizationEnabled", Kind::Boolean, "Whether a reviewer has to sign in again to decide.").default("false"),
        Field::optional("requestOnBehalfOfConfig", Kind::Object(&REQUEST_ON_BEHALF_OF_CONFIG), "Who may request for somebody else."),
        Field::optional(
            "approvalReminderAndEscalationConfig",
            Kind::Object(&APPROVAL_REMINDER_AND_ESCALATION_CONFIG),
            "When reviewers are reminded and approvals passed on.",
        ),
        Field::optional("entitlementRequestConfig", Kind::Object(&ENTITLEMENT_REQUEST_CONFIG), "What holds for requests of entitlements."),
    ],
);

static ACCESS_REQUEST_ITEM: Model = Model::request(
    "AccessRequestItem",
    "One role, access profile or entitlement of a request.",
    &[
        Field::required("type", REQUESTABLE, "What kind of access the id names."),
        Field::required("id", Kind::Id, "Id of the role, access profile or entitlement."),
        Field::optional("comment", Kind::Text, "The requester's reason; the service wants one where access is revoked."),
        Field::optional("clientMetadata", Kind::TextMap, "Free text by key, kept with the item."),
        Field::optional("startDate", Kind::DateTime, "When the access begins: in the future, in UTC, grants only."),
        Field::optional("removeDate", Kind::DateTime, "When the access ends: in the future, in UTC."),
        Field::nullable("assignmentId", Kind::Text, "Which assignment of a role to revoke, where an identity has several accounts."),
        Field::nullable("nativeIdentity", Kind::Text, "Which account loses an entitlement, where an identity has several accounts."),
    ],
);

static REQUESTED_FOR_DTO_REF: Model = Model::request(
    "RequestedForDtoRef",
    "One identity with the items requested for it.",
    &[
        Field::required("identityId", Kind::Id, "Id of the identity."),
        Field::required("requestedItems", Kind::list(&Kind::Object(&REQUESTED_ITEM_DTO_REF)), "The items for this identity."),
    ],
);

static REQUESTED_ITEM_DTO_REF: Model = Model::request(
    "RequestedItemDtoRef",
    "One item of an identity's request, with the accounts that shall get it.",
    &[
        Field::required("type", REQUESTABLE, "What kind of access the id names."),
        Field::required("id", Kind::Id, "Id of the role, access profile or entitlement."),
        Field::optional("comment", Kind::Text, "The requester's reason."),
        Field::optional("clientMetadata", Kind::TextMap, "Free text by key, kept with the item."),
        Field::optional("startDate", Kind::DateTime, "When the access begins: in the future, in UTC."),
        Field::optional("removeDate", Kind::DateTime, "When the access ends: in the future, in UTC."),
        Field::nullable(
            "accountSelection",
            Kind::list(&Kind::Object(&SOURCE_ITEM_REF)),
            "Accounts by source; the service takes one choice a source.",
        ),
    ],
);

static SOURCE_ITEM_REF: Model = Model::request(
    "SourceItemRef",
    "The accounts chosen on one source.",
    &[
        Field::nullable("sourceId", Kind::Text, "Id of the source."),
        Field::nullable("accounts", Kind::list(&Kind::Object(&ACCOUNT_ITEM_REF)), "The chosen accounts; the service takes one a source."),
    ],
);

static ACCOUNT_ITEM_REF: Model = Model::request(
    "AccountItemRef",
    "One account on a source.",
    &[
        Field::nullable("accountUuid", Kind::Text, "The account's UUID, where its source has them."),
        Field::optional("nativeIdentity", Kind::Text, "The account's name on its source."),
    ],
);

static REQUEST_ON_BEHALF_OF_CONFIG: Model = Model::both(
    "RequestOnBehalfOfConfig",
    "Who may request access for somebody else.",
    &[
        Field::optional("allowRequestOnBehalfOfAnyoneByAnyone", Kind::Boolean, "Whether everybody may request for everybody.")
            .default("false"),
        Field::optional("allowRequestOnBehalfOfEmployeeByManager", Kind::Boolean, "Whether managers may request for their reports.")
            .default("false"),
    ],
);

static APPROVAL_REMINDER_AND_ESCALATION_CONFIG: Model = Model::both(
    "ApprovalReminderAndEscalationConfig",
    "When reviewers are reminded and approvals passed on. Overrides the settings of the service's own approval component.",
    &[
        Field::nullable("daysUntilEscalation", Kind::INT32, "Days before an approval goes to the next reviewer; null never."),
        Field::nullable("daysBetweenReminders", Kind::INT32, "Days between two reminders."),
        Field::nullable("maxReminders", Kind::Integer { min: 0, max: 20 }, "How many reminders are sent at most."),
        Field::nullable(
            "fallbackApproverRef",
            Kind::Object(&IDENTITY_REFERENCE_WITH_NAME_AND_EMAIL),
            "Who decides where nobody is left to escalate to.",
        ),
    ],
);

static IDENTITY_REFERENCE_WITH_NAME_AND_EMAIL: Model = Model::both(
    "IdentityReferenceWithNameAndEmail",
    "An identity by id, with its name and mail address.",
    &[
        Field::optional("type", Kind::Text, "The kind of object, IDENTITY."),
        Field::optional("id", Kind::Text, "Id of the identity."),
        Field::optional("name", Kind::Text, "Its display name."),
        Field::nullable("email", Kind::Text, "Its mail address."),
    ],
);

static ENTITLEMENT_REQUEST_CONFIG: Model = Model::both(
    "EntitlementRequestConfig",
    "What holds for requests of entitlements.",
    &[
        Field::optional("accessRequestConfig", Kind::Object(&ENTITLEMENT_ACCESS_REQUEST_CONFIG), "Rules for granting."),
        Field::optional("revocationRequestConfig", Kind::Object(&ENTITLEMENT_REVOCATION_REQUEST_CONFIG), "Rules for revoking."),
    ],
);

static ENTITLEMENT_ACCESS_REQUEST_CONFIG: Model = Model::both(
    "EntitlementAccessRequestConfig",
    "How requests to grant an entitlement are decided.",
    &[
        Field::optional("approvalSchemes", Kind::list(&Kind::Object(&ENTITLEMENT_APPROVAL_SCHEME)), "The approval steps in order."),
        Field::optional("requestCommentRequired", Kind::Boolean, "Whether the requester has to give a reason.").default("false"),
        Field::optional("denialCommentRequired", Kind::Boolean, "Whether a reviewer who rejects has to give a reason.").default("false"),
        Field::optional("reauthorizationRequired", Kind::Boolean, "Whether a reviewer has to sign in again to decide.").default("false"),
        Field::optional("requireEndDate", Kind::Boolean, "Whether a request has to say when the access ends.").default("false"),
        Field::nullable(
            "maxPermittedAccessDuration",
            Kind::Object(&PENDING_APPROVAL_MAX_PERMITTED_ACCESS_DURATION),
            "How long access may last at most.",
        ),
    ],
);

static ENTITLEMENT_REVOCATION_REQUEST_CONFIG: Model = Model::both(
    "EntitlementRevocationRequestConfig",
    "How requests to revoke an entitlement are decided.",
    &[Field::optional("approvalSchemes", Kind::list(&Kind::Object(&ENTITLEMENT_APPROVAL_SCHEME)), "The approval steps in order.")],
);

static ENTITLEMENT_APPROVAL_SCHEME: Model = Model::both(
    "EntitlementApprovalScheme",
    "One step of an entitlement's approval.",
    &[
        Field::optional(
            "approverType",
            Kind::Word(&["ENTITLEMENT_OWNER", "SOURCE_OWNER", "MANAGER", "GOVERNANCE_GROUP", "WORKFLOW"]),
            "Who decides. WORKFLOW excludes every other step.",
        ),
        Field::nullable("approverId", Kind::Text, "Id of the governance group or workflow; with no other type."),
    ],
);

/// Unnamed in the OpenAPI description; the name is the one that the published cmdlets gave it.
static PENDING_APPROVAL_MAX_PERMITTED_ACCESS_DURATION: Model = Model::both(
    "PendingApprovalMaxPermittedAccessDuration",
    "A length of time.",
    &[
        Field::optional("value", Kind::INT32, "How many of the unit."),
        Field::optional("timeUnit", Kind::Word(&["HOURS", "DAYS", "WEEKS", "MONTHS"]), "The unit."),
    ],
);
