//! approveBulkAccessRequest.

use serde::Deserialize;

use super::{Call, Success, distinct, unknown_id};
use crate::checks::body::deserialize;
use crate::errors::ApiError;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Approvals {
    approval_ids: Vec<String>,
    comment: String,
}

/// All or none: ids that are not there (404, documented) or no longer pending (400) are looked for before anything changes.
pub fn approve_bulk(call: &mut Call<'_>) -> Result<Success, ApiError> {
    let Approvals { approval_ids, comment } = deserialize(&call.body)?;
    let ids = distinct(approval_ids);
    for id in &ids {
        check(call, id)?;
    }
    for id in &ids {
        approve(call, id, &comment);
    }
    Ok(Success::empty(call.operation, ids))
}

fn check(call: &mut Call<'_>, id: &str) -> Result<(), ApiError> {
    let Some((request, step)) = call.store.by_approval_id(id) else {
        return unknown_id(call.settings, format!("There is no approval with the id {id}."));
    };
    if request.documented || request.awaits(step) {
        return Ok(());
    }
    Err(ApiError::bad_request(format!("The approval {id} is not pending: its request is {}.", request.state.name())))
}

fn approve(call: &mut Call<'_>, id: &str, comment: &str) {
    let at = call.store.tick();
    let Some((request, step)) = call.store.by_approval_id(id) else { return };
    if !request.awaits(step) {
        request.reopen(at);
    }
    request.approve(step, Some(comment), at);
    if request.reached_provisioning() {
        let request_id = request.access_request_id.clone();
        call.store.start_provisioning(&request_id, call.settings.provisioning_ms, call.now_ms);
    }
}
