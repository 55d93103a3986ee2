//! Calls with events: the result exactly once and last, abort at any moment, and what it says of the request's fate.

use crate::support::abi::Client;
use crate::support::sandbox::Sandbox;
use sailpoint_access_requests::ffi::*;
use serde_json::json;

#[test]
fn a_call_tells_its_attempts_and_ends_with_its_result() {
    let sandbox = Sandbox::start();
    let client = Client::new(&sandbox.config());
    let call = client.start("listAccessRequestStatus", r#"{"limit":1,"sorters":"nonsense"}"#, None).expect("a call");
    let events = call.events();
    let kinds: Vec<&str> = events.iter().filter_map(|event| event["event"].as_str()).collect();
    assert_eq!(kinds, ["log", "log", "log", "result"], "{events:?}");
    assert_eq!(events[0]["level"], "warning");
    let token = events[1]["message"].as_str().expect("a text");
    assert!(token.starts_with("listAccessRequestStatus: an access token was fetched; the call waited "), "{token}");
    let attempt = events[2]["message"].as_str().expect("a text");
    assert!(attempt.starts_with("listAccessRequestStatus: attempt 1, GET /access-request-status, was answered 400 after "), "{attempt}");
    assert_eq!(events[3]["envelope"]["error"]["status"], 400);
    assert_eq!(call.next(0), (SAILPOINT_CALL_NO_MORE, None), "the result came once");
    assert_eq!(call.abort(), 0, "to abort what has ended does no harm");
}

#[test]
fn a_call_waits_no_longer_than_asked() {
    let sandbox = Sandbox::with(json!({ "accessTokens": ["known"] }));
    sandbox.fault(json!({ "operation": "getAccessRequestConfig", "do": "stall" }));
    let client = Client::new(&json!({ "baseUrl": sandbox.base_url(), "accessToken": "known" }));
    let call = client.start("getAccessRequestConfig", "{}", None).expect("a call");
    assert_eq!(call.next(0), (SAILPOINT_CALL_TIME_IS_UP, None));
    assert_eq!(call.next(1), (SAILPOINT_CALL_TIME_IS_UP, None));
}

#[test]
fn an_unknown_operation_starts_no_call() {
    let sandbox = Sandbox::start();
    let client = Client::new(&sandbox.config());
    let message = |name: &str| client.start(name, "{}", None).err().expect("no call")["message"].clone();
    assert_eq!(
        message("aproveBulkAccesRequest"),
        "There is no operation \"aproveBulkAccesRequest\". Did you mean approveBulkAccessRequest?"
    );
    assert_eq!(
        message("x"),
        "There is no operation \"x\". It has approveBulkAccessRequest, cancelAccessRequest, cancelAccessRequestInBulk, closeAccessRequest, \
         createAccessRequest, getAccessRequestConfig, listAccessRequestStatus, listAdministratorsAccessRequestStatus and setAccessRequestConfig."
    );
    assert_eq!(sandbox.all_arrived(), 0);
}

#[test]
fn an_abort_after_sending_leaves_the_fate_unknown_and_says_where_to_look() {
    let sandbox = Sandbox::start();
    sandbox.fault(json!({ "operation": "approveBulkAccessRequest", "do": "stall" }));
    let client = Client::new(&sandbox.config());
    let request = r#"{"approvalIds":["2c9180835d2e5168015d32f890ca1581"],"comment":"x"}"#;
    let call = client.start("approveBulkAccessRequest", request, None).expect("a call");
    while sandbox.arrived("approveBulkAccessRequest") == 0 {
        std::thread::yield_now();
    }
    assert_eq!(call.abort(), 0);
    let result = call.result();
    assert_eq!((&result["error"]["kind"], &result["error"]["delivery"]), (&json!("aborted"), &json!("unknown")), "{result}");
    assert_eq!(
        result["error"]["message"],
        "approveBulkAccessRequest was ended by the caller. The tenant may have acted on it. Before sending it again, look: \
         listAccessRequestStatus shows by approvalIds and approvalDetails which approvals are still PENDING."
    );
}

#[test]
fn an_abort_before_sending_says_so() {
    let sandbox = Sandbox::start();
    sandbox.fault(json!({ "operation": "token", "do": "stall" }));
    let client = Client::new(&sandbox.config());
    let request = r#"{"approvalIds":["2c9180835d2e5168015d32f890ca1581"],"comment":"x"}"#;
    let call = client.start("approveBulkAccessRequest", request, None).expect("a call");
    while sandbox.token_requests() == 0 {
        std::thread::yield_now();
    }
    call.abort();
    let result = call.result();
    assert_eq!(result["error"]["message"], "approveBulkAccessRequest was ended by the caller. Nothing was sent.");
    assert_eq!(result["error"]["delivery"], "not_sent");
    assert_eq!(sandbox.all_arrived(), 0);
}

#[test]
fn a_deadline_ends_the_whole_call() {
    let sandbox = Sandbox::start();
    sandbox.fault(json!({ "operation": "cancelAccessRequest", "do": "stall" }));
    let client = Client::new(&sandbox.config());
    let request = r#"{"accountActivityId":"2c9180835d2e5168015d32f890ca1581","comment":"x"}"#;
    let result = client.call_with("cancelAccessRequest", Some(request), Some(r#"{"deadlineMs":800}"#));
    assert_eq!((&result["error"]["kind"], &result["error"]["delivery"]), (&json!("timeout"), &json!("unknown")), "{result}");
    assert_eq!(
        result["error"]["message"],
        "cancelAccessRequest did not end within 800 ms (deadlineMs). The tenant may have acted on it. Before sending it again, look: \
         listAccessRequestStatus with filters accessRequestId in (\"ID\") shows whether state is CANCELLED."
    );
    assert_eq!(sandbox.arrived("cancelAccessRequest"), 1);
}

#[test]
fn a_wait_beyond_the_deadline_is_not_begun() {
    let sandbox = Sandbox::start();
    sandbox.fault(json!({ "operation": "cancelAccessRequest", "status": 429, "headers": { "Retry-After": "600" } }));
    let client = Client::new(&sandbox.config());
    let request = r#"{"accountActivityId":"2c9180835d2e5168015d32f890ca1581","comment":"x"}"#;
    let result = client.call_with("cancelAccessRequest", Some(request), Some(r#"{"deadlineMs":60000}"#));
    let error = &result["error"];
    assert_eq!(
        (&error["kind"], &error["delivery"], &error["retryAfterSeconds"]),
        (&json!("rate_limited"), &json!("responded"), &json!(600)),
        "{result}"
    );
    assert!(error["message"].as_str().expect("a text").contains("The wait of 600 s that comes next would outlive deadlineMs."), "{error}");
    assert_eq!(sandbox.arrived("cancelAccessRequest"), 1);
}
