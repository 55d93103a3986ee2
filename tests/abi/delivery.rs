//! What is sent again, and what a request's fate is called, by the rules of docs/delivery.md.

use crate::support::abi::Client;
use crate::support::examples::request;
use crate::support::raw_tenant::{ACCEPTED, Exchange, RawTenant, Then, send};
use crate::support::sandbox::Sandbox;
use serde_json::{Value, json};
use std::sync::Mutex;

/// Answers the operation's first request so, and gives the envelope with how often it arrived.
fn after(operation: &str, answer: Value) -> (Value, u64) {
    let sandbox = Sandbox::start();
    let mut fault = json!({ "operation": operation, "times": 1 });
    fault.as_object_mut().expect("an object").extend(answer.as_object().expect("an object").clone());
    sandbox.fault(fault);
    let envelope = Client::new(&sandbox.config()).call(operation, &request(operation));
    (envelope, sandbox.arrived(operation))
}

#[test]
fn a_503_that_names_a_wait_is_sent_again_but_for_a_submission() {
    let busy = json!({ "status": 503, "headers": { "Retry-After": "0" } });
    for operation in ["approveBulkAccessRequest", "setAccessRequestConfig", "listAccessRequestStatus"] {
        let (envelope, arrived) = after(operation, busy.clone());
        assert_eq!((&envelope["ok"], &envelope["meta"]["attempts"], arrived), (&json!(true), &json!(2), 2), "{operation}: {envelope}");
    }
    let (envelope, arrived) = after("createAccessRequest", busy);
    assert_eq!((&envelope["error"]["status"], &envelope["error"]["delivery"], arrived), (&json!(503), &json!("unknown"), 1), "{envelope}");
}

#[test]
fn a_429_is_waited_for_and_then_sent_once_more() {
    for operation in ["approveBulkAccessRequest", "createAccessRequest", "listAccessRequestStatus"] {
        let (envelope, arrived) = after(operation, json!({ "status": 429, "headers": { "Retry-After": "0" } }));
        assert_eq!((&envelope["ok"], arrived), (&json!(true), 2), "{operation}: {envelope}");
    }
}

#[test]
fn a_5xx_or_a_broken_connection_is_sent_again_only_where_twice_is_as_once() {
    for answer in [json!({ "status": 500 }), json!({ "status": 503 }), json!({ "do": "resetAfterActing" })] {
        for operation in ["setAccessRequestConfig", "getAccessRequestConfig"] {
            let (envelope, arrived) = after(operation, answer.clone());
            assert_eq!((&envelope["ok"], arrived), (&json!(true), 2), "{operation}, {answer}: {envelope}");
        }
        for operation in ["approveBulkAccessRequest", "createAccessRequest"] {
            let (envelope, arrived) = after(operation, answer.clone());
            assert_eq!((&envelope["error"]["delivery"], arrived), (&json!("unknown"), 1), "{operation}, {answer}: {envelope}");
        }
    }
}

#[test]
fn once_unknown_stays_unknown() {
    let sandbox = Sandbox::start();
    let operation = "approveBulkAccessRequest";
    sandbox.fault(json!({ "operation": operation, "status": 503, "headers": { "Retry-After": "0" }, "times": 1 }));
    sandbox.fault(json!({ "operation": operation, "status": 400 }));
    let envelope = Client::new(&sandbox.config()).call(operation, &request(operation));
    let error = &envelope["error"];
    assert_eq!(
        (&error["status"], &error["delivery"], &envelope["meta"]["attempts"]),
        (&json!(400), &json!("unknown"), &json!(2)),
        "{envelope}"
    );
    assert!(error["message"].as_str().expect("a text").contains("The tenant may have acted on it."), "{error}");
}

/// What comes of an approval whose fate is unknown after its first attempt and that has no second one.
fn unknown_without_second_attempt(settings: &Value, spoil: impl FnOnce(&Sandbox)) -> String {
    // Its token is over before the wait that the tenant names.
    let sandbox = Sandbox::with(json!({ "expiresIn": 1 }));
    let operation = "approveBulkAccessRequest";
    sandbox.fault(json!({ "operation": operation, "status": 503, "headers": { "Retry-After": "3" }, "times": 1 }));
    let client = Client::new(&sandbox.config_with(settings.clone()));
    let call = client.start(operation, &request(operation).to_string(), Some(r#"{"deadlineMs":60000}"#)).expect("a call");
    call.wait_for_progress();
    spoil(&sandbox);
    let envelope = call.result();
    assert_eq!((&envelope["error"]["delivery"], &envelope["meta"]["attempts"]), (&json!("unknown"), &json!(1)), "{envelope}");
    envelope["error"]["message"].as_str().expect("a text").to_owned()
}

#[test]
fn a_request_of_unknown_fate_that_is_not_sent_again_says_where_to_look() {
    let look = " The tenant may have acted on it. Before sending it again, look: listAccessRequestStatus shows by approvalIds and \
        approvalDetails which approvals are still PENDING.";
    let message = unknown_without_second_attempt(&json!({ "requestsPerWindow": 1, "windowMs": 600_000 }), |_| {});
    assert!(
        message.starts_with("approveBulkAccessRequest was not sent again: the limit of requests in this window is used up"),
        "{message}"
    );
    assert!(message.ends_with(look), "{message}");

    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("limiter");
    let message = unknown_without_second_attempt(&json!({ "requestsPerWindow": 95, "limiterFile": file }), |_| {
        std::fs::write(&file, "Monday").expect("a file");
    });
    assert!(message.starts_with("approveBulkAccessRequest was not sent again: limiterFile "), "{message}");
    assert!(message.ends_with(look), "{message}");

    let message = unknown_without_second_attempt(&json!({}), |sandbox| sandbox.fault(json!({ "operation": "token", "status": 400 })));
    assert!(message.starts_with("No access token: ") && message.ends_with(look), "{message}");
}

#[test]
fn one_attempt_means_one_also_after_a_401() {
    let sandbox = Sandbox::start();
    sandbox.fault(json!({ "operation": "getAccessRequestConfig", "status": 401 }));
    let envelope = Client::new(&sandbox.config()).call_with("getAccessRequestConfig", None, Some(r#"{"maxAttempts":1}"#));
    assert_eq!((&envelope["error"]["status"], sandbox.arrived("getAccessRequestConfig")), (&json!(401), 1), "{envelope}");
}

#[test]
fn a_refused_token_is_not_used_again_also_where_its_call_had_no_attempt_left() {
    let sandbox = Sandbox::start();
    let client = Client::new(&sandbox.config());
    let status = || {
        let envelope = client.call_with("getAccessRequestConfig", None, Some(r#"{"maxAttempts":1}"#));
        if envelope["ok"] == true { envelope["status"].clone() } else { envelope["error"]["status"].clone() }
    };
    assert_eq!(status(), 200);
    sandbox.control("POST", "/sandbox/expire-tokens", None);
    assert_eq!([status(), status()], [401, 200], "the next call fetches a fresh one");
    assert_eq!(sandbox.token_requests(), 2);
}

#[test]
fn a_token_is_renewed_in_time_by_the_real_clock() {
    // Such a token is used for half of its second, and renewed in the last tenth of that or when it is over.
    let sandbox = Sandbox::with(json!({ "expiresIn": 1 }));
    let client = Client::new(&sandbox.config());
    while sandbox.token_requests() < 3 {
        let envelope = client.call("getAccessRequestConfig", &json!({}));
        assert_eq!((&envelope["ok"], &envelope["meta"]["attempts"]), (&json!(true), &json!(1)), "no 401 on the way: {envelope}");
    }
}

#[test]
fn a_token_that_expires_while_its_call_waits_its_turn_is_renewed_before_that_goes_out() {
    let sandbox = Sandbox::with(json!({ "expiresIn": 1 }));
    let client = Client::new(&sandbox.config_with(json!({ "requestsPerWindow": 1, "windowMs": 1500 })));
    for _ in 0..2 {
        let envelope = client.call("getAccessRequestConfig", &json!({}));
        assert_eq!((&envelope["ok"], &envelope["meta"]["attempts"]), (&json!(true), &json!(1)), "no 401 on the way: {envelope}");
    }
}

#[test]
fn what_is_called_not_sent_never_arrives() {
    let tenant = RawTenant::start(|Exchange { stream, .. }| {
        send(stream, ACCEPTED);
        Then::Keep
    });
    let client = Client::new(&json!({ "baseUrl": tenant.base_url, "accessToken": "t", "requestsPerWindow": 0 }));
    let not_sent = Mutex::new(Vec::new());
    // Deadlines around the time that a request takes end many attempts just when a connection takes them.
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let (client, not_sent) = (&client, &not_sent);
            scope.spawn(move || {
                for call in 0..300 {
                    let id = format!("id-{thread}-{call}.");
                    // With a body and without one.
                    let (operation, request) = match call % 4 {
                        0 | 1 => ("cancelAccessRequest", json!({ "accountActivityId": id, "comment": "x" })),
                        _ => ("listAccessRequestStatus", json!({ "requestedFor": id })),
                    };
                    let options = if call % 2 == 0 { r#"{"timeoutMs":1,"maxAttempts":1}"# } else { r#"{"deadlineMs":1}"# };
                    let envelope = client.call_with(operation, Some(&request.to_string()), Some(options));
                    if envelope["error"]["delivery"] == "not_sent" {
                        not_sent.lock().expect("no panic").push(id);
                    }
                }
            });
        }
    });
    // A request behind all others on its way through the client, so that what may still come has come.
    assert_eq!(client.call("cancelAccessRequest", &json!({ "accountActivityId": "last", "comment": "x" }))["ok"], true);
    let not_sent = not_sent.into_inner().expect("no panic");
    let seen = tenant.requests().concat();
    let arrived: Vec<&String> = not_sent.iter().filter(|id| seen.contains(*id)).collect();
    assert!(arrived.is_empty(), "{arrived:?} of {} arrived", not_sent.len());
}
