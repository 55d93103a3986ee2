//! cancelAccessRequest and cancelAccessRequestInBulk.
//!
//! The operations' texts: a request can be cancelled only while it has not passed the approval step.

use serde::Deserialize;

use super::{Call, Success, distinct, unknown_id};
use crate::checks::body::deserialize;
use crate::errors::ApiError;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Cancellation {
    account_activity_id: String,
    comment: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct BulkCancellation {
    access_request_ids: Vec<String>,
    comment: String,
}

pub fn cancel(call: &mut Call<'_>) -> Result<Success, ApiError> {
    let Cancellation { account_activity_id, comment } = deserialize(&call.body)?;
    cancel_all(call, vec![account_activity_id], &comment)
}

pub fn cancel_bulk(call: &mut Call<'_>) -> Result<Success, ApiError> {
    let BulkCancellation { access_request_ids, comment } = deserialize(&call.body)?;
    cancel_all(call, access_request_ids, &comment)
}

/// All or none.
fn cancel_all(call: &mut Call<'_>, ids: Vec<String>, comment: &str) -> Result<Success, ApiError> {
    let ids = distinct(ids);
    for id in &ids {
        check(call, id)?;
    }
    let owner = call.store.me();
    for id in &ids {
        let at = call.store.tick();
        let Some(request) = call.store.by_access_request_id(id) else { continue };
        if !request.is_in_approval() {
            request.reopen(at);
        }
        request.cancel(owner.clone(), comment, at);
    }
    Ok(Success::empty(call.operation, ids))
}

fn check(call: &mut Call<'_>, id: &str) -> Result<(), ApiError> {
    let Some(request) = call.store.by_access_request_id(id) else {
        return unknown_id(call.settings, format!("There is no access request with the id {id}."));
    };
    if request.documented || request.is_in_approval() {
        return Ok(());
    }
    Err(ApiError::bad_request(format!(
        "The access request {id} can't be cancelled any more: it is past approval, in the state {}.",
        request.state.name()
    )))
}
