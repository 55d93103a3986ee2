//! Versions, declarations, counters and the check of a model.

use crate::support::abi::{Client, model_check, take};
use crate::support::sandbox::Sandbox;
use sailpoint_access_requests::ffi::*;
use serde_json::{Value, json};
use std::ffi::CStr;

#[test]
fn versions_agree() {
    assert_eq!(sailpoint_abi_version(), SAILPOINT_ABI_VERSION);
    assert_eq!(SAILPOINT_ABI_VERSION >> 16, 1);
    // SAFETY: a text of the library's own.
    let version = unsafe { CStr::from_ptr(sailpoint_version()) };
    assert_eq!(version.to_str(), Ok(env!("CARGO_PKG_VERSION")));
}

#[test]
fn describe_tells_every_operation_and_model() {
    let described = take(sailpoint_describe());
    let operations = described["operations"].as_array().expect("a list");
    assert_eq!(operations.len(), 9);
    assert_eq!(operations[0]["idLimit"], json!({ "member": "approvalIds", "max": 50 }));
    assert_eq!(operations[6]["filters"]["accessRequestId"], json!(["eq", "ge", "gt", "in", "le", "lt", "ne", "sw"]));
    let models: Vec<&str> = described["models"].as_array().expect("a list").iter().filter_map(|model| model["name"].as_str()).collect();
    assert_eq!(models.len(), sailpoint_access_requests::models::all().count());
    // Whatever a declaration refers to is declared.
    fn references(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(members) => members.iter().for_each(|(name, value)| match value {
                Value::String(text) if name == "model" || name == "body" => found.push(text.clone()),
                value => references(value, found),
            }),
            Value::Array(values) => values.iter().for_each(|value| references(value, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    references(&described, &mut found);
    assert!(found.len() > 40, "{}", found.len());
    for name in found {
        assert!(models.contains(&name.as_str()), "{name}");
    }
}

#[test]
fn metrics_count_calls_by_outcome() {
    // Other tests of this process count too, so only this operation's differences are looked at.
    let operation = "cancelAccessRequestInBulk";
    let of = |metrics: &Value, member: &str| metrics["operations"][operation].pointer(member).and_then(Value::as_u64).unwrap_or(0);
    let before = take(sailpoint_metrics());
    let sandbox = Sandbox::start();
    let client = Client::new(&sandbox.config());
    client.call(operation, &json!({ "accessRequestIds": ["2c9180835d2e5168015d32f890ca1581"], "comment": "x" }));
    client.call(operation, &json!({}));
    client.call(operation, &json!({ "accessRequestIds": ["unknown"], "comment": "x" }));
    let after = take(sailpoint_metrics());
    for member in ["/ok", "/errors/validation", "/errors/http"] {
        assert!(of(&after, member) > of(&before, member), "{member}: {before} {after}");
    }
    assert!(of(&after, "/attempts") >= of(&before, "/attempts") + 2);
    assert!(after["tokenRequests"].as_u64() > before["tokenRequests"].as_u64());
}

#[test]
fn a_model_is_checked_without_a_call() {
    let good = model_check("bulkapproveaccessrequest", r#"{"ApprovalIds":["a"], "comment":"x"}"#);
    assert_eq!((&good["ok"], &good["data"]), (&json!(true), &json!({ "approvalIds": ["a"], "comment": "x" })));
    let bad = model_check("CloseAccessRequest", r#"{"executionStatus":"X"}"#);
    assert_eq!(
        bad["error"]["message"],
        "CloseAccessRequest can't be made: (1) executionStatus is \"X\", and the service knows Terminated and Completed. (2) accessRequestIds is missing."
    );
    let broken = model_check("CloseAccessRequest", "{");
    assert_eq!(
        broken["error"]["message"],
        "CloseAccessRequest can't be made: it is not JSON: EOF while parsing an object at line 1, column 1."
    );
    let unknown = model_check("AccessRequests", "{}");
    assert_eq!(unknown["error"]["message"], "There is no model \"AccessRequests\". Did you mean AccessRequest?");
    let warned = model_check("AccessRequestItem", r#"{"type":"role","id":"x","removeDate":"tomorrow"}"#);
    assert_eq!(
        warned["meta"]["warnings"],
        json!([
            "type is \"role\", documented as ROLE; it goes out as written.",
            "removeDate is \"tomorrow\", which is not a date such as 2030-07-11T21:23:15.000Z; it goes out as written."
        ])
    );
}
