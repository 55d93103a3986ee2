//! The table itself: data without code, sorted by operationId.
//!
//! Source of every entry: SailPoint's OpenAPI description of V2024 and the V2024 reference page. Where they differ, the more
//! permissive reading stands here, since a check must not refuse what the service takes.

use super::{Answer, Delivery, FilterField, IdLimit, Method, Operation, Parameter, ParameterKind};
use crate::models;

pub static OPERATIONS: [Operation; 9] = [
    Operation {
        id: "approveBulkAccessRequest",
        function: "approve_bulk_access_request",
        cmdlet: "Approve-V2024BulkAccessRequest",
        meaning: "Approves pending access request approvals together.",
        method: Method::Post,
        path: "/access-request-approvals/bulk-approve",
        body: Some(&models::BULK_APPROVE_ACCESS_REQUEST),
        verify: "listAccessRequestStatus shows by approvalIds and approvalDetails which approvals are still PENDING",
        // "Maximum of 50 approval ids": the operation's text.
        id_limit: Some(IdLimit { member: "approvalIds", max: 50 }),
        ..CHANGE
    },
    Operation {
        id: "cancelAccessRequest",
        function: "cancel_access_request",
        cmdlet: "Suspend-V2024AccessRequest",
        meaning: "Cancels one access request that has not passed its approval step.",
        method: Method::Post,
        path: "/access-requests/cancel",
        body: Some(&models::CANCEL_ACCESS_REQUEST),
        verify: "listAccessRequestStatus with filters accessRequestId in (\"ID\") shows whether state is CANCELLED",
        ..CHANGE
    },
    Operation {
        id: "cancelAccessRequestInBulk",
        function: "cancel_access_request_in_bulk",
        cmdlet: "Suspend-V2024AccessRequestInBulk",
        meaning: "Cancels pending access requests together.",
        method: Method::Post,
        path: "/access-requests/bulk-cancel",
        body: Some(&models::BULK_CANCEL_ACCESS_REQUEST),
        verify: "listAccessRequestStatus with filters accessRequestId in (\"ID\") shows whether state is CANCELLED",
        // "Maximum of 50 access request ids": the operation's text.
        id_limit: Some(IdLimit { member: "accessRequestIds", max: 50 }),
        ..CHANGE
    },
    Operation {
        id: "closeAccessRequest",
        function: "close_access_request",
        cmdlet: "Close-V2024AccessRequest",
        meaning: "Closes access requests that are stuck, before or after approval.",
        method: Method::Post,
        path: "/access-requests/close",
        body: Some(&models::CLOSE_ACCESS_REQUEST),
        // The reference page lists the header; the newest OpenAPI description no longer does.
        experimental: true,
        verify: "listAccessRequestStatus with filters accessRequestId in (\"ID\") shows whether state is still EXECUTING",
        // "1-500": the operation's text in the OpenAPI description.
        id_limit: Some(IdLimit { member: "accessRequestIds", max: 500 }),
        ..CHANGE
    },
    Operation {
        id: "createAccessRequest",
        function: "create_access_request",
        cmdlet: "New-V2024AccessRequest",
        meaning: "Submits an access request, which the service then works on by itself.",
        method: Method::Post,
        path: "/access-requests",
        body: Some(&models::ACCESS_REQUEST),
        answer: Answer::Object(&models::ACCESS_REQUEST_RESPONSE),
        delivery: Delivery::OnceStrictly,
        verify: "listAccessRequestStatus with requestedFor and sorters -created shows whether the request is there",
        ..CHANGE
    },
    Operation {
        id: "getAccessRequestConfig",
        function: "get_access_request_config",
        cmdlet: "Get-V2024AccessRequestConfig",
        meaning: "Reads the organisation's settings for access requests.",
        path: "/access-request-config",
        answer: Answer::Object(&models::ACCESS_REQUEST_CONFIG),
        deprecated: Some(CONFIG_DEPRECATED),
        ..READ
    },
    Operation {
        id: "listAccessRequestStatus",
        function: "list_access_request_status",
        cmdlet: "Get-V2024AccessRequestStatus",
        meaning: "Lists where access requests stand.",
        path: "/access-request-status",
        parameters: STATUS_PARAMETERS,
        answer: Answer::List(&models::REQUESTED_ITEM_STATUS),
        filters: &[
            // "in" stands on the reference page only, the others in the OpenAPI description only.
            FilterField { name: "accessRequestId", operators: &["eq", "ge", "gt", "in", "le", "lt", "ne", "sw"] },
            FilterField { name: "accountActivityItemId", operators: &["eq", "ge", "gt", "in", "isnull", "le", "lt", "ne", "sw"] },
            FilterField { name: "created", operators: &["eq", "ge", "gt", "in", "isnull", "le", "lt", "ne", "sw"] },
        ],
        sorters: &["created", "modified", "accountActivityItemId", "name"],
        ..READ
    },
    Operation {
        id: "listAdministratorsAccessRequestStatus",
        function: "list_administrators_access_request_status",
        cmdlet: "Get-V2024AdministratorsAccessRequestStatus",
        meaning: "Lists where all access requests of the organisation stand.",
        path: "/access-request-administration",
        parameters: STATUS_PARAMETERS,
        answer: Answer::List(&models::ACCESS_REQUEST_ADMIN_ITEM_STATUS),
        experimental: true,
        filters: &[
            FilterField { name: "accessRequestId", operators: &["eq", "ge", "gt", "in", "le", "lt", "ne", "sw"] },
            FilterField { name: "accountActivityItemId", operators: &["eq", "ge", "gt", "in", "isnull", "le", "lt", "ne", "sw"] },
            FilterField { name: "created", operators: &["eq", "ge", "gt", "in", "isnull", "le", "lt", "ne", "sw"] },
            FilterField { name: "status", operators: &["eq", "in", "ne"] },
        ],
        sorters: &["created", "modified", "accountActivityItemId", "name", "accessRequestId"],
        ..READ
    },
    Operation {
        id: "setAccessRequestConfig",
        function: "set_access_request_config",
        cmdlet: "Set-V2024AccessRequestConfig",
        meaning: "Replaces the organisation's settings for access requests.",
        method: Method::Put,
        path: "/access-request-config",
        body: Some(&models::ACCESS_REQUEST_CONFIG),
        answer: Answer::Object(&models::ACCESS_REQUEST_CONFIG),
        success: 200,
        deprecated: Some(CONFIG_DEPRECATED),
        // A PUT: the same settings a second time change nothing.
        delivery: Delivery::Repeatable,
        verify: "getAccessRequestConfig shows which settings hold",
        ..CHANGE
    },
];

const CONFIG_DEPRECATED: &str = "SailPoint deprecated it on 2026-02-26 in favour of the v2026 access-request-config endpoint.";

/// What operations that change something have in common.
const CHANGE: Operation = Operation {
    id: "",
    function: "",
    cmdlet: "",
    meaning: "",
    method: Method::Post,
    path: "",
    parameters: &[],
    body: None,
    answer: Answer::Empty,
    success: 202,
    experimental: false,
    deprecated: None,
    delivery: Delivery::Once,
    verify: "",
    id_limit: None,
    filters: &[],
    sorters: &[],
};

/// What operations that only read have in common.
const READ: Operation = Operation { method: Method::Get, success: 200, delivery: Delivery::Repeatable, ..CHANGE };

const STATUS_PARAMETERS: &[Parameter] = &[
    Parameter {
        name: "requestedFor",
        query: "requested-for",
        kind: ParameterKind::Text,
        excludes: &["regardingIdentity"],
        meaning: "Only requests for this identity: its id, or me.",
    },
    Parameter {
        name: "requestedBy",
        query: "requested-by",
        kind: ParameterKind::Text,
        excludes: &["regardingIdentity"],
        meaning: "Only requests by this identity: its id, or me.",
    },
    Parameter {
        name: "regardingIdentity",
        query: "regarding-identity",
        kind: ParameterKind::Text,
        excludes: &["requestedFor", "requestedBy"],
        meaning: "Only requests for or by this identity: its id, or me.",
    },
    Parameter {
        name: "assignedTo",
        query: "assigned-to",
        kind: ParameterKind::Text,
        excludes: &[],
        meaning: "Only requests whose work item this identity owns: its id, or me.",
    },
    Parameter {
        name: "count",
        query: "count",
        kind: ParameterKind::Boolean,
        excludes: &[],
        meaning: "Whether the X-Total-Count header tells how many rows there are in all. The service takes false where it is absent.",
    },
    Parameter {
        name: "limit",
        query: "limit",
        kind: ParameterKind::Count(250),
        excludes: &[],
        meaning: "How many rows to answer at most, up to 250, which is also what the service takes where it is absent.",
    },
    Parameter { name: "offset", query: "offset", kind: ParameterKind::Count(i32::MAX), excludes: &[], meaning: "How many rows to skip." },
    Parameter {
        name: "filters",
        query: "filters",
        kind: ParameterKind::Filters,
        excludes: &[],
        meaning: "Only rows for which this expression holds, such as accessRequestId in (\"2c91...\").",
    },
    Parameter {
        name: "sorters",
        query: "sorters",
        kind: ParameterKind::Sorters,
        excludes: &[],
        meaning: "Names of fields to sort by, comma-separated; a leading - sorts downwards.",
    },
    Parameter {
        name: "requestState",
        query: "request-state",
        kind: ParameterKind::RequestState,
        excludes: &[],
        meaning: "Only requests in this state; the service knows EXECUTING alone.",
    },
];
