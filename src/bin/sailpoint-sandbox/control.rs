//! The paths below `/sandbox/`, for tests: they ask what the tenant saw, and change how it behaves. They take the control
//! token, which the ready line tells, and are no part of the service.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::json;

use crate::errors::ApiError;
use crate::faults::Fault;
use crate::http::{Request, Response};
use crate::json_input::{Input, at_least};
use crate::oauth;
use crate::rate_limit::RateLimitCounts;
use crate::recorder::Recorder;
use crate::tenant::{State, Tenant};

/// Answers a request for what stands behind `/sandbox/`.
pub fn handle(tenant: &Tenant, state: &mut State, path: &str, request: &Request) -> Result<Response, ApiError> {
    let token = request.head.header("authorization").and_then(oauth::bearer);
    if token != Some(tenant.credentials().control_token.as_str()) {
        return Err(ApiError::Other(403, "The paths of the sandbox itself take the control token of its ready line.".to_owned()));
    }
    match (request.head.method.as_str(), path) {
        ("GET", "counters") => {
            let (recorded, limit) = (&state.recorder, state.rate_limiter.counts());
            Ok(Response::json(200, &Counters { recorded, limit, in_flight: tenant.in_flight().saturating_sub(1) }))
        }
        ("GET", "requests") => Ok(Response::json(200, state.recorder.requests())),
        ("GET", "state") => Ok(state_summary(tenant, state)),
        ("GET", "faults") => Ok(Response::json(200, &state.faults.all())),
        ("POST", "faults") => add_fault(state, request),
        ("DELETE", "faults") => {
            state.faults.clear();
            Ok(empty_object())
        }
        ("POST", "expire-tokens") => {
            state.tokens.expire_all();
            Ok(empty_object())
        }
        ("POST", "clock") => advance_clock(state, request),
        ("POST", "reset") => {
            tenant.reset(state);
            Ok(empty_object())
        }
        (method, path) => Err(ApiError::NotFound(format!("The sandbox itself has no {method} {path}."))),
    }
}

/// What the tenant counted.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Counters<'a> {
    #[serde(flatten)]
    recorded: &'a Recorder,
    limit: RateLimitCounts,
    /// The request that asks is left out; it is none where a test asks without a connection.
    #[serde(rename = "underWay")]
    in_flight: u64,
}

fn empty_object() -> Response {
    Response::json(200, &json!({}))
}

fn state_summary(tenant: &Tenant, state: &State) -> Response {
    let mut by_state = BTreeMap::new();
    for request in state.store.requests() {
        *by_state.entry(request.state.name()).or_insert(0_u64) += 1;
    }
    Response::json(
        200,
        &json!({
            "requests": by_state,
            "identities": state.store.catalog.identities,
            "items": state.store.catalog.items,
            "me": state.store.me(),
            "clockMs": state.clock.now_ms(),
            "date": state.store.clock.now(),
            "panics": tenant.panics(),
        }),
    )
}

fn add_fault(state: &mut State, request: &Request) -> Result<Response, ApiError> {
    let fault = body(request).and_then(|fault| Fault::read(&fault)).map_err(unusable_body)?;
    let id = state.faults.add(fault);
    Ok(Response::json(200, &json!({ "id": id })))
}

/// Both clocks move: tokens expire and limits reset, and what happens next is dated later.
fn advance_clock(state: &mut State, request: &Request) -> Result<Response, ApiError> {
    let advance_ms = body(request).and_then(|body| read_advance(&body)).map_err(unusable_body)?;
    state.clock.advance(advance_ms);
    state.store.clock.advance(advance_ms);
    Ok(Response::json(200, &json!({ "clockMs": state.clock.now_ms(), "date": state.store.clock.now() })))
}

fn read_advance(body: &Input<'_>) -> Result<u64, String> {
    let members = body.object()?;
    members.check_names(&["advanceMs"], "The body has")?;
    members.required("advanceMs", at_least(0))
}

fn body(request: &Request) -> Result<Input<'_>, String> {
    let text = std::str::from_utf8(&request.body).map_err(|error| format!("it is not UTF-8: {error}."))?;
    Input::parse(text)
}

fn unusable_body(reason: String) -> ApiError {
    ApiError::bad_request(format!("The body can't be used: {reason}"))
}
