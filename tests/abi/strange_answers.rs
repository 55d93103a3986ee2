//! Answers that are not as documented: kept where they can be, told where they can't, and never a lost status.

use crate::support::abi::Client;
use crate::support::examples::APPROVE;
use crate::support::raw_tenant::{Exchange, RawTenant, Then, send};
use crate::support::sandbox::Sandbox;
use serde_json::{Value, json};

fn answered(operation: &str, request: &str, answer: Value) -> (Value, u64) {
    let sandbox = Sandbox::start();
    let mut fault = json!({ "operation": operation });
    fault.as_object_mut().expect("an object").extend(answer.as_object().expect("an object").clone());
    sandbox.fault(fault);
    let client = Client::new(&sandbox.config());
    let envelope = client.call_with(operation, Some(request), Some(r#"{"maxAttempts":1}"#));
    (envelope, sandbox.arrived(operation))
}

#[test]
fn a_page_is_handed_on_byte_for_byte() {
    let rows = r#"[{"accessRequestId":"a","surprise":{"x":1.0},"cancelable":null,"created":"not a date","state":"NEW_STATE"}]"#;
    let (envelope, arrived) = answered("listAccessRequestStatus", "{}", json!({ "status": 200, "body": rows }));
    assert_eq!((&envelope["ok"], arrived), (&json!(true), 1), "{envelope}");
    assert_eq!(
        envelope["data"],
        serde_json::from_str::<Value>(rows).expect("JSON"),
        "unknown members, nulls and dates that are none are kept"
    );
}

#[test]
fn a_success_that_is_not_json_says_what_came() {
    let html = "<html>Sign in</html>";
    let (envelope, arrived) =
        answered("listAccessRequestStatus", "{}", json!({ "status": 200, "headers": { "Content-Type": "text/html" }, "body": html }));
    let error = &envelope["error"];
    assert_eq!(
        error["message"],
        "listAccessRequestStatus: the tenant answered 200 OK, but its body is not JSON (line 1, column 1). A proxy or a login page may stand between; the error's body shows what came."
    );
    assert_eq!(
        (&error["kind"], &error["status"], &error["body"], &error["delivery"], arrived),
        (&json!("http"), &json!(200), &json!(html), &json!("responded"), 1)
    );

    let (envelope, _) = answered("approveBulkAccessRequest", APPROVE, json!({ "status": 202, "body": "accepted" }));
    let message = envelope["error"]["message"].as_str().expect("a text");
    assert!(message.ends_with("By its status the request was accepted."), "{message}");
}

#[test]
fn an_answer_of_the_wrong_shape_is_told() {
    let (envelope, _) = answered("listAccessRequestStatus", "{}", json!({ "status": 200, "body": "{}" }));
    assert!(envelope["error"]["message"].as_str().expect("a text").contains("its body is not the list that is documented"), "{envelope}");
    let (envelope, _) = answered("getAccessRequestConfig", "{}", json!({ "status": 200, "body": "[]" }));
    assert!(envelope["error"]["message"].as_str().expect("a text").contains("its body is not the object that is documented"), "{envelope}");
}

#[test]
fn an_empty_success_stands_for_the_empty_object() {
    let (envelope, _) = answered("approveBulkAccessRequest", APPROVE, json!({ "status": 202, "body": "" }));
    assert_eq!((&envelope["ok"], &envelope["data"]), (&json!(true), &json!({})), "{envelope}");
}

#[test]
fn a_success_of_another_status_is_warned_of() {
    let (envelope, _) = answered("approveBulkAccessRequest", APPROVE, json!({ "status": 200, "body": "" }));
    let warning = "approveBulkAccessRequest: the tenant answered 200 OK, and 202 Accepted is documented. Where a proxy may have answered \
        in its place, see whether it was done.";
    assert_eq!((&envelope["ok"], &envelope["meta"]["warnings"]), (&json!(true), &json!([warning])), "{envelope}");
}

#[test]
fn a_terminal_gets_no_orders_from_an_answer() {
    let body = json!({ "messages": [{ "text": "red \u{1b}[31m\r\nalert\u{7}" }] }).to_string();
    let (envelope, _) = answered("approveBulkAccessRequest", APPROVE, json!({ "status": 400, "body": body }));
    let message = envelope["error"]["message"].as_str().expect("a text");
    assert_eq!(message, "approveBulkAccessRequest failed: the tenant answered 400 Bad Request: red  [31m  alert .");
}

#[test]
fn an_error_keeps_its_status_whatever_its_body_is() {
    for body in ["<html>502</html>", "", "[]", "{\"messages\":7}"] {
        let (envelope, arrived) = answered(
            "approveBulkAccessRequest",
            APPROVE,
            json!({ "status": 502, "headers": { "Content-Encoding": "UTF-8" }, "body": body }),
        );
        let error = &envelope["error"];
        assert_eq!(
            (&error["status"], &error["body"], &error["delivery"], arrived),
            (&json!(502), &json!(body), &json!("unknown"), 1),
            "{envelope}"
        );
        assert!(
            error["message"]
                .as_str()
                .expect("a text")
                .starts_with("approveBulkAccessRequest failed: the tenant answered 502 Bad Gateway. The tenant may have acted on it."),
            "{error}"
        );
    }
}

#[test]
fn a_refusal_keeps_its_text_whatever_its_encoding_is_called() {
    let body = r#"{"detailCode":"400.1 Bad Request Content","messages":[{"text":"é"}]}"#;
    let answer = json!({ "status": 400, "headers": { "Content-Encoding": "UTF-8" }, "body": body });
    let (envelope, _) = answered("approveBulkAccessRequest", APPROVE, answer);
    let error = &envelope["error"];
    assert_eq!((&error["body"], &error["messages"], &error["delivery"]), (&json!(body), &json!(["é"]), &json!("responded")), "{envelope}");
}

/// An answer that says it is longer than it is, after which the connection ends.
fn broken_off(status: u16, body: &str, headers: Value) -> Value {
    let mut headers = headers;
    headers["Content-Length"] = json!("5000");
    json!({ "status": status, "headers": headers, "body": body })
}

#[test]
fn a_refusal_that_breaks_off_is_one_by_its_status() {
    let (envelope, _) = answered("approveBulkAccessRequest", APPROVE, broken_off(400, "{\"detailCode\":", json!({})));
    let error = &envelope["error"];
    assert_eq!(
        (&error["kind"], &error["status"], &error["delivery"], &error["body"], &error["bodyCut"]),
        (&json!("http"), &json!(400), &json!("responded"), &json!("{\"detailCode\":"), &json!(true)),
        "{envelope}"
    );
    assert!(envelope["meta"]["requestId"].is_string(), "{envelope}");
}

#[test]
fn a_throttled_request_is_sent_again_though_its_answer_broke_off() {
    let sandbox = Sandbox::start();
    let mut fault = broken_off(429, "{", json!({ "Retry-After": "0" }));
    fault["operation"] = json!("approveBulkAccessRequest");
    fault["times"] = json!(1);
    sandbox.fault(fault);
    let envelope = Client::new(&sandbox.config()).call_with("approveBulkAccessRequest", Some(APPROVE), None);
    assert_eq!((&envelope["ok"], &envelope["meta"]["attempts"]), (&json!(true), &json!(2)), "{envelope}");
}

#[test]
fn a_success_that_breaks_off_tells_its_status_and_leaves_the_fate_unknown() {
    let (envelope, arrived) = answered("approveBulkAccessRequest", APPROVE, broken_off(202, "{", json!({})));
    let error = &envelope["error"];
    assert_eq!(
        (&error["kind"], &error["status"], &error["delivery"], &error["body"], &error["bodyCut"], arrived),
        (&json!("transport"), &json!(202), &json!("unknown"), &json!("{"), &json!(true), 1),
        "{envelope}"
    );
    let message = error["message"].as_str().expect("a text");
    assert!(
        message.starts_with("approveBulkAccessRequest failed: the tenant answered 202 Accepted, but the answer broke off ("),
        "{message}"
    );
    assert!(message.contains("Before sending it again, look: listAccessRequestStatus shows"), "{message}");
    assert!(envelope["meta"]["requestId"].is_string(), "{envelope}");
}

#[test]
fn the_documented_errors_are_taken_apart() {
    let (envelope, _) = answered("approveBulkAccessRequest", APPROVE, json!({ "status": 403 }));
    let error = &envelope["error"];
    assert_eq!((&error["kind"], &error["status"], &error["delivery"]), (&json!("http"), &json!(403), &json!("responded")));
    for member in ["detailCode", "trackingId", "body"] {
        assert!(error[member].as_str().is_some_and(|text| !text.is_empty()), "{member}: {error}");
    }
    assert!(!error["messages"].as_array().expect("a list").is_empty());
    assert!(
        error["message"]
            .as_str()
            .expect("a text")
            .ends_with("The client has no right to this operation: check its user level (ORG_ADMIN for most) and its scopes."),
        "{error}"
    );
    assert_eq!(envelope["meta"]["requestId"], error["headers"]["slpt-request-id"][0]);
}

#[test]
fn a_status_of_no_class_says_nothing_of_the_requests_fate() {
    for status in [101, 600, 999] {
        let tenant = RawTenant::start(move |Exchange { stream, .. }| {
            send(stream, format!("HTTP/1.1 {status} Strange\r\nContent-Length: 0\r\n\r\n").as_bytes());
            Then::Close
        });
        let client = Client::new(&json!({ "baseUrl": tenant.base_url, "accessToken": "t", "requestsPerWindow": 0 }));
        let envelope = client.call_with("approveBulkAccessRequest", Some(APPROVE), None);
        let error = &envelope["error"];
        assert_eq!(
            (&error["status"], &error["delivery"], &envelope["meta"]["attempts"], tenant.requests().len()),
            (&json!(status), &json!("unknown"), &json!(1), 1),
            "{envelope}"
        );
    }
}

#[test]
fn redirects_are_not_followed() {
    let (envelope, arrived) = answered(
        "approveBulkAccessRequest",
        APPROVE,
        json!({ "status": 307, "headers": { "Location": "/v2024/access-request-approvals/bulk-approve" }, "body": "" }),
    );
    assert_eq!((&envelope["error"]["status"], arrived), (&json!(307), 1));
    assert!(envelope["error"]["message"].as_str().expect("a text").contains("Redirects are not followed: check baseUrl"), "{envelope}");
}

#[test]
fn a_connection_reset_after_sending_leaves_the_fate_unknown() {
    let (envelope, arrived) = answered("approveBulkAccessRequest", APPROVE, json!({ "do": "resetAfterActing" }));
    let error = &envelope["error"];
    assert_eq!((&error["kind"], &error["delivery"], arrived), (&json!("transport"), &json!("unknown"), 1), "{envelope}");
}

#[test]
fn a_large_error_body_is_cut_and_says_so() {
    let (envelope, _) = answered("approveBulkAccessRequest", APPROVE, json!({ "status": 400, "body": "x".repeat(70_000) }));
    let error = &envelope["error"];
    assert_eq!((error["body"].as_str().expect("a text").len(), &error["bodyCut"]), (65_536, &json!(true)));
}

#[test]
fn what_a_very_large_error_body_says_is_not_taken_apart() {
    let body = json!({ "messages": [{ "text": "x".repeat(2_000_000) }] }).to_string();
    let (envelope, _) = answered("approveBulkAccessRequest", APPROVE, json!({ "status": 400, "body": body }));
    let error = &envelope["error"];
    assert_eq!((&error["status"], &error["bodyCut"]), (&json!(400), &json!(true)));
    assert!(error["messages"].as_array().is_some_and(Vec::is_empty));
    assert_eq!(error["message"], "approveBulkAccessRequest failed: the tenant answered 400 Bad Request.");
}
