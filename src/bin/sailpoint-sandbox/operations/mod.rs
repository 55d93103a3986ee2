//! What the operations do, a file for each group. [`perform`] checks a request and hands it to the right one.

mod approval;

use sailpoint_access_requests::operations::Operation;
use serde_json::Value;

use crate::checks;
use crate::errors::Refusal;
use crate::http::{Request, Response};
use crate::settings::Settings;
use crate::store::Store;

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
pub struct Done {
    pub response: Response,
    /// The ids it acted on, for the counters.
    pub acted_on: Vec<String>,
}

impl Done {
    /// The empty object that changes are answered with.
    fn empty(operation: &Operation, acted_on: Vec<String>) -> Self {
        Self { response: Response::json(operation.success, &serde_json::json!({})), acted_on }
    }
}

type Action = fn(&mut Call<'_>) -> Result<Done, Refusal>;

fn action(operation: &Operation) -> Option<Action> {
    match operation.id {
        "approveBulkAccessRequest" => Some(approval::approve_bulk),
        _ => None,
    }
}

pub fn perform(
    operation: &'static Operation,
    request: &Request,
    settings: &Settings,
    store: &mut Store,
    now_ms: u64,
) -> Result<Done, Refusal> {
    store.settle(now_ms);
    let body = checks::body::check(operation, request)?;
    let action = action(operation).ok_or_else(|| Refusal::Other(501, format!("The sandbox can't do {} yet.", operation.id)))?;
    action(&mut Call { operation, request, body, settings, store, now_ms })
}
