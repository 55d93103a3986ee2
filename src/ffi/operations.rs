//! The operations' exports, one function each. Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated

use super::call::blocking_call;
use super::client::SailpointClient;
use std::ffi::c_char;

/// Approves pending access request approvals together. (POST /access-request-approvals/bulk-approve, approveBulkAccessRequest)
///
/// request_json: a JSON object with approvalIds, comment.
/// The envelope's data: an empty object.
///
/// Nullability: options_json may be NULL, client may not; request_json may not be NULL.
/// Ownership: the texts are copied before the return. The result is a text for sailpoint_string_free, never NULL.
/// Threads: any; blocks until the call has ended.
/// Errors: an envelope with "ok":false.
///
/// # Safety
/// The texts are NULL or end with a NUL. Any value is allowed for `client`: it is looked up, never followed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sailpoint_approve_bulk_access_request(
    client: *const SailpointClient,
    request_json: *const c_char,
    options_json: *const c_char,
) -> *mut c_char {
    // SAFETY: the caller's contract is that of blocking_call.
    unsafe { blocking_call("approveBulkAccessRequest", client, request_json, options_json) }
}

/// Cancels one access request that has not passed its approval step. (POST /access-requests/cancel, cancelAccessRequest)
///
/// request_json: a JSON object with accountActivityId, comment.
/// The envelope's data: an empty object.
///
/// Nullability: options_json may be NULL, client may not; request_json may not be NULL.
/// Ownership: the texts are copied before the return. The result is a text for sailpoint_string_free, never NULL.
/// Threads: any; blocks until the call has ended.
/// Errors: an envelope with "ok":false.
///
/// # Safety
/// The texts are NULL or end with a NUL. Any value is allowed for `client`: it is looked up, never followed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sailpoint_cancel_access_request(
    client: *const SailpointClient,
    request_json: *const c_char,
    options_json: *const c_char,
) -> *mut c_char {
    // SAFETY: the caller's contract is that of blocking_call.
    unsafe { blocking_call("cancelAccessRequest", client, request_json, options_json) }
}

/// Cancels pending access requests together. (POST /access-requests/bulk-cancel, cancelAccessRequestInBulk)
///
/// request_json: a JSON object with accessRequestIds, comment.
/// The envelope's data: an empty object.
///
/// Nullability: options_json may be NULL, client may not; request_json may not be NULL.
/// Ownership: the texts are copied before the return. The result is a text for sailpoint_string_free, never NULL.
/// Threads: any; blocks until the call has ended.
/// Errors: an envelope with "ok":false.
///
/// # Safety
/// The texts are NULL or end with a NUL. Any value is allowed for `client`: it is looked up, never followed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sailpoint_cancel_access_request_in_bulk(
    client: *const SailpointClient,
    request_json: *const c_char,
    options_json: *const c_char,
) -> *mut c_char {
    // SAFETY: the caller's contract is that of blocking_call.
    unsafe { blocking_call("cancelAccessRequestInBulk", client, request_json, options_json) }
}

/// Closes access requests that are stuck, before or after approval. (POST /access-requests/close, closeAccessRequest)
///
/// request_json: a JSON object with accessRequestIds, message (optional), executionStatus (optional), completionStatus (optional).
/// The envelope's data: an empty object.
///
/// Nullability: options_json may be NULL, client may not; request_json may not be NULL.
/// Ownership: the texts are copied before the return. The result is a text for sailpoint_string_free, never NULL.
/// Threads: any; blocks until the call has ended.
/// Errors: an envelope with "ok":false.
///
/// # Safety
/// The texts are NULL or end with a NUL. Any value is allowed for `client`: it is looked up, never followed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sailpoint_close_access_request(
    client: *const SailpointClient,
    request_json: *const c_char,
    options_json: *const c_char,
) -> *mut c_char {
    // SAFETY: the caller's contract is that of blocking_call.
    unsafe { blocking_call("closeAccessRequest", client, request_json, options_json) }
}

/// Submits an access request, which the service then works on by itself. (POST /access-requests, createAccessRequest)
///
/// request_json: a JSON object with requestedFor (optional), requestType (optional), requestedItems (optional), clientMetadata (optional), requestedForWithRequestedItems (optional).
/// The envelope's data: AccessRequestResponse.
///
/// Nullability: options_json may be NULL, client may not; request_json may not be NULL.
/// Ownership: the texts are copied before the return. The result is a text for sailpoint_string_free, never NULL.
/// Threads: any; blocks until the call has ended.
/// Errors: an envelope with "ok":false.
///
/// # Safety
/// The texts are NULL or end with a NUL. Any value is allowed for `client`: it is looked up, never followed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sailpoint_create_access_request(
    client: *const SailpointClient,
    request_json: *const c_char,
    options_json: *const c_char,
) -> *mut c_char {
    // SAFETY: the caller's contract is that of blocking_call.
    unsafe { blocking_call("createAccessRequest", client, request_json, options_json) }
}

/// Reads the organisation's settings for access requests. (GET /access-request-config, getAccessRequestConfig)
///
/// request_json: an empty JSON object; there are no parameters.
/// The envelope's data: AccessRequestConfig.
///
/// Nullability: options_json may be NULL, client may not; request_json may be NULL for none.
/// Ownership: the texts are copied before the return. The result is a text for sailpoint_string_free, never NULL.
/// Threads: any; blocks until the call has ended.
/// Errors: an envelope with "ok":false.
///
/// # Safety
/// The texts are NULL or end with a NUL. Any value is allowed for `client`: it is looked up, never followed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sailpoint_get_access_request_config(
    client: *const SailpointClient,
    request_json: *const c_char,
    options_json: *const c_char,
) -> *mut c_char {
    // SAFETY: the caller's contract is that of blocking_call.
    unsafe { blocking_call("getAccessRequestConfig", client, request_json, options_json) }
}

/// Lists where access requests stand. (GET /access-request-status, listAccessRequestStatus)
///
/// request_json: a JSON object with any of requestedFor, requestedBy, regardingIdentity, assignedTo, count, limit, offset, filters, sorters, requestState.
/// The envelope's data: an array of RequestedItemStatus.
///
/// Nullability: options_json may be NULL, client may not; request_json may be NULL for none.
/// Ownership: the texts are copied before the return. The result is a text for sailpoint_string_free, never NULL.
/// Threads: any; blocks until the call has ended.
/// Errors: an envelope with "ok":false.
///
/// # Safety
/// The texts are NULL or end with a NUL. Any value is allowed for `client`: it is looked up, never followed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sailpoint_list_access_request_status(
    client: *const SailpointClient,
    request_json: *const c_char,
    options_json: *const c_char,
) -> *mut c_char {
    // SAFETY: the caller's contract is that of blocking_call.
    unsafe { blocking_call("listAccessRequestStatus", client, request_json, options_json) }
}

/// Lists where all access requests of the organisation stand. (GET /access-request-administration, listAdministratorsAccessRequestStatus)
///
/// request_json: a JSON object with any of requestedFor, requestedBy, regardingIdentity, assignedTo, count, limit, offset, filters, sorters, requestState.
/// The envelope's data: an array of AccessRequestAdminItemStatus.
///
/// Nullability: options_json may be NULL, client may not; request_json may be NULL for none.
/// Ownership: the texts are copied before the return. The result is a text for sailpoint_string_free, never NULL.
/// Threads: any; blocks until the call has ended.
/// Errors: an envelope with "ok":false.
///
/// # Safety
/// The texts are NULL or end with a NUL. Any value is allowed for `client`: it is looked up, never followed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sailpoint_list_administrators_access_request_status(
    client: *const SailpointClient,
    request_json: *const c_char,
    options_json: *const c_char,
) -> *mut c_char {
    // SAFETY: the caller's contract is that of blocking_call.
    unsafe { blocking_call("listAdministratorsAccessRequestStatus", client, request_json, options_json) }
}

/// Replaces the organisation's settings for access requests. (PUT /access-request-config, setAccessRequestConfig)
///
/// request_json: a JSON object with approvalsMustBeExternal (optional), autoApprovalEnabled (optional), reauthorizationEnabled (optional), requestOnBehalfOfConfig (optional), approvalReminderAndEscalationConfig (optional), entitlementRequestConfig (optional).
/// The envelope's data: AccessRequestConfig.
///
/// Nullability: options_json may be NULL, client may not; request_json may not be NULL.
/// Ownership: the texts are copied before the return. The result is a text for sailpoint_string_free, never NULL.
/// Threads: any; blocks until the call has ended.
/// Errors: an envelope with "ok":false.
///
/// # Safety
/// The texts are NULL or end with a NUL. Any value is allowed for `client`: it is looked up, never followed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sailpoint_set_access_request_config(
    client: *const SailpointClient,
    request_json: *const c_char,
    options_json: *const c_char,
) -> *mut c_char {
    // SAFETY: the caller's contract is that of blocking_call.
    unsafe { blocking_call("setAccessRequestConfig", client, request_json, options_json) }
}
