//! The paths below `/sandbox/`, for tests: they ask what the tenant saw, and change how it behaves. They take the control
//! token, which the ready line tells, and are no part of the service.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::json;

use crate::errors::Refusal;
use crate::http::{Request, Response};
use crate::oauth;
use crate::rules::Rule;
use crate::tenant::Tenant;

/// Answers a request for what stands behind `/sandbox/`.
pub fn answer(tenant: &Tenant, path: &str, request: &Request, tracking_id: &str) -> Response {
    let token = request.head.header("authorization").and_then(oauth::bearer);
    let result = if token == Some(tenant.credentials().control_token.as_str()) {
        dispatch(tenant, path, request)
    } else {
        Err(Refusal::Other(403, "The paths of the sandbox itself take the control token of its ready line.".to_owned()))
    };
    result.unwrap_or_else(|refusal| refusal.response(tracking_id))
}

fn dispatch(tenant: &Tenant, path: &str, request: &Request) -> Result<Response, Refusal> {
    match (request.head.method.as_str(), path.split('?').next().unwrap_or_default()) {
        ("GET", "counters") => Ok(Response::json(200, &tenant.lock().observer)),
        ("GET", "requests") => Ok(Response::json(200, tenant.lock().observer.requests())),
        ("GET", "state") => Ok(state(tenant)),
        ("POST", "answers") => add_answer(tenant, request),
        ("DELETE", "answers") => {
            tenant.lock().rules.clear();
            Ok(done())
        }
        ("POST", "expire-tokens") => {
            tenant.lock().tokens.expire_all();
            Ok(done())
        }
        ("POST", "clock") => advance_clock(tenant, request),
        ("POST", "reset") => {
            tenant.reset();
            Ok(done())
        }
        (method, path) => Err(Refusal::Missing(format!("The sandbox itself has no {method} {path}."))),
    }
}

fn done() -> Response {
    Response::json(200, &json!({}))
}

fn state(tenant: &Tenant) -> Response {
    let state = tenant.lock();
    let mut by_state = std::collections::BTreeMap::new();
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
            "answers": state.rules.all(),
            "clockMs": state.clock.now_ms(),
            "date": state.store.calendar.now(),
            "panics": tenant.panics(),
        }),
    )
}

fn add_answer(tenant: &Tenant, request: &Request) -> Result<Response, Refusal> {
    let rule: Rule = body(request)?;
    let id = tenant.lock().rules.add(rule);
    Ok(Response::json(200, &json!({ "id": id })))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Advance {
    advance_ms: u64,
}

/// Both clocks move: tokens expire and limits reset, and what happens next is dated later.
fn advance_clock(tenant: &Tenant, request: &Request) -> Result<Response, Refusal> {
    let Advance { advance_ms } = body(request)?;
    let mut state = tenant.lock();
    state.clock.advance(advance_ms);
    state.store.calendar.advance(advance_ms);
    Ok(Response::json(200, &json!({ "clockMs": state.clock.now_ms(), "date": state.store.calendar.now() })))
}

fn body<T: DeserializeOwned>(request: &Request) -> Result<T, Refusal> {
    serde_json::from_slice(&request.body).map_err(|error| Refusal::invalid(format!("The body does not fit: {error}.")))
}
