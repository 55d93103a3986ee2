//! What the operations do, a file for each group. [`dispatch`] checks a request and hands it to the right one.

mod approval;
mod cancellation;
mod closing;
mod configuration;
mod status;
mod submission;

use std::collections::HashSet;

use sailpoint_access_requests::operations::Operation;
use serde_json::{Value, json};

use crate::checks;
use crate::errors::ApiError;
use crate::http::{Request, Response};
use crate::settings::{Settings, UnknownIds};
use crate::store::Store;

const EXPERIMENTAL_HEADER: &str = "X-SailPoint-Experimental";
/// Operations whose description requires the header. That of closeAccessRequest did so once and does no longer.
const REQUIRES_EXPERIMENTAL_HEADER: [&str; 1] = ["listAdministratorsAccessRequestStatus"];

/// A request that passed the checks, with what it acts on.
pub struct Call<'a> {
    pub operation: &'static Operation,
    pub request: &'a Request,
    /// The checked body; null where the operation takes none.
    pub body: Value,
    pub settings: &'a Settings,
    pub store: &'a mut Store,
    /// Milliseconds of the tenant's clock.
    pub now_ms: u64,
}

/// An operation's success.
pub struct Success {
    pub response: Response,
    /// The ids it acted on, for the counters.
    pub acted_on: Vec<String>,
}

impl Success {
    /// The empty object that changes are answered with.
    fn empty(operation: &Operation, acted_on: Vec<String>) -> Self {
        Self { response: Response::json(operation.success, &json!({})), acted_on }
    }
}

type Handler = fn(&mut Call<'_>) -> Result<Success, ApiError>;

const HANDLERS: [(&str, Handler); 9] = [
    ("approveBulkAccessRequest", approval::approve_bulk),
    ("cancelAccessRequest", cancellation::cancel),
    ("cancelAccessRequestInBulk", cancellation::cancel_bulk),
    ("closeAccessRequest", closing::close),
    ("createAccessRequest", submission::create),
    ("getAccessRequestConfig", configuration::get),
    ("listAccessRequestStatus", status::list),
    ("listAdministratorsAccessRequestStatus", status::list),
    ("setAccessRequestConfig", configuration::set),
];

/// Does what a request asks for, or says why not. `now_ms` is the tenant's clock.
pub fn dispatch(
    operation: &'static Operation,
    request: &Request,
    settings: &Settings,
    store: &mut Store,
    now_ms: u64,
) -> Result<Success, ApiError> {
    store.finish_due_provisioning(now_ms);
    check_experimental(operation, request)?;
    let body = checks::body::check(operation, request)?;
    let handler = HANDLERS.iter().find(|(id, _)| *id == operation.id).map(|(_, handler)| *handler);
    let handler = handler.ok_or_else(|| ApiError::Other(501, format!("The sandbox has no {}.", operation.id)))?;
    handler(&mut Call { operation, request, body, settings, store, now_ms })
}

fn check_experimental(operation: &Operation, request: &Request) -> Result<(), ApiError> {
    let given = request.head.header(EXPERIMENTAL_HEADER).is_some_and(|value| value.eq_ignore_ascii_case("true"));
    if given || !REQUIRES_EXPERIMENTAL_HEADER.contains(&operation.id) {
        return Ok(());
    }
    Err(ApiError::bad_request(format!("This operation is experimental and takes the header {EXPERIMENTAL_HEADER}: true.")))
}

/// An id that a request names twice is acted on once.
fn distinct(ids: Vec<String>) -> Vec<String> {
    let mut seen = HashSet::new();
    ids.into_iter().filter(|id| seen.insert(id.clone())).collect()
}

/// What to do about an id that is nowhere, in an operation that documents 404.
fn unknown_id(settings: &Settings, message: String) -> Result<(), ApiError> {
    match settings.unknown_ids {
        UnknownIds::Accept => Ok(()),
        UnknownIds::Refuse => Err(ApiError::NotFound(message)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sailpoint_access_requests::operations::OPERATIONS;

    #[test]
    fn every_declared_operation_has_a_handler_and_no_other() {
        let declared: Vec<_> = OPERATIONS.iter().map(|operation| operation.id).collect();
        assert_eq!(HANDLERS.map(|(id, _)| id).to_vec(), declared);
    }

    #[test]
    fn the_experimental_operations_are_declared_so() {
        for id in REQUIRES_EXPERIMENTAL_HEADER {
            let operation = OPERATIONS.iter().find(|operation| operation.id == id).expect("declared");
            assert!(operation.experimental, "{id}");
        }
    }
}
