//! closeAccessRequest.
//!
//! The operation's text: it works throughout a request's life, also after approval; ids are worked on after the answer, so
//! that an unknown one is no error (the description has no 404).

use sailpoint_access_requests::models;
use serde::Deserialize;

use super::{Call, Success, distinct};
use crate::checks::body::deserialize;
use crate::errors::ApiError;
use crate::store::request::RequestState;

/// The completion status is shown in the service's own pages; no member of the status lists holds it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Closing {
    access_request_ids: Vec<String>,
    #[serde(default = "default_message")]
    message: String,
    #[serde(default)]
    execution_status: ExecutionStatus,
}

#[derive(Clone, Copy, Default, Deserialize)]
enum ExecutionStatus {
    #[default]
    Terminated,
    Completed,
}

/// The one that the model declares.
fn default_message() -> String {
    let declared = models::CLOSE_ACCESS_REQUEST.field("message").and_then(|field| field.default);
    declared.and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default()
}

/// A request that has ended already stays as it is.
pub fn close(call: &mut Call<'_>) -> Result<Success, ApiError> {
    let Closing { access_request_ids, message, execution_status } = deserialize(&call.body)?;
    let state = match execution_status {
        ExecutionStatus::Terminated => RequestState::Terminated,
        ExecutionStatus::Completed => RequestState::RequestCompleted,
    };
    let ids = distinct(access_request_ids);
    for id in &ids {
        let at = call.store.tick();
        let Some(request) = call.store.by_access_request_id(id) else { continue };
        if request.documented && request.has_ended() {
            request.reopen(at);
        }
        if !request.has_ended() {
            request.close(state, &message, at);
        }
    }
    Ok(Success::empty(call.operation, ids))
}
