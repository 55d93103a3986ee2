//! What can be seen of a call: log events with their facts, warnings of an operation's end, the counters, and `tracing`.

use crate::support::abi::{Client, take};
use crate::support::examples::APPROVE;
use crate::support::sandbox::Sandbox;
use sailpoint_access_requests::client::{self, Config, NoEvents};
use sailpoint_access_requests::ffi::sailpoint_metrics;
use serde_json::{Value, json};
use std::io::Write;
use std::sync::{Arc, Mutex};

fn logs(events: &[Value]) -> Vec<&Value> {
    events.iter().filter(|event| event["event"] == "log").collect()
}

#[test]
fn each_attempt_is_told_with_its_status_its_wait_and_its_request_id() {
    let sandbox = Sandbox::start();
    let operation = "approveBulkAccessRequest";
    sandbox.fault(json!({ "operation": operation, "status": 503, "headers": { "Retry-After": "0" }, "times": 1 }));
    let client = Client::new(&sandbox.config());
    let events = client.start(operation, APPROVE, None).expect("a call").events();
    let logs = logs(&events);
    let [token, first, second] = logs[..] else { panic!("{logs:?}") };
    assert!(token["elapsedMs"].is_u64() && token.get("status").is_none(), "{token}");

    let text = |entry: &Value, name: &str| entry[name].as_str().unwrap_or_default().to_owned();
    assert_eq!(
        (&first["attempt"], &first["status"], &first["waitMs"], &first["reason"]),
        (&json!(1), &json!(503), &json!(0), &json!("retry_after"))
    );
    let (sentence, id) = (text(first, "message"), text(first, "requestId"));
    assert!(
        sentence.starts_with("approveBulkAccessRequest: attempt 1, POST /access-request-approvals/bulk-approve, was answered 503 after ")
            && sentence.ends_with(&format!(", request id {id}. The next attempt follows in 0 ms, as the tenant asked.")),
        "{sentence}"
    );
    assert_eq!((&second["attempt"], &second["status"], second.get("waitMs")), (&json!(2), &json!(202), None));
    assert_eq!(events.last().expect("a result")["envelope"]["meta"]["requestId"], second["requestId"]);
}

#[test]
fn an_attempt_without_an_answer_is_told_with_its_cause() {
    let sandbox = Sandbox::start();
    sandbox.fault(json!({ "operation": "approveBulkAccessRequest", "do": "stall" }));
    let client = Client::new(&sandbox.config());
    let events = client.start("approveBulkAccessRequest", APPROVE, Some(r#"{"timeoutMs":50}"#)).expect("a call").events();
    let attempt = *logs(&events).last().expect("an attempt");
    assert!(
        attempt["message"].as_str().expect("a text").contains("got no whole answer within ") && attempt.get("status").is_none(),
        "{attempt}"
    );
    assert!(attempt["message"].as_str().expect("a text").ends_with("(timeoutMs is 50 ms)."), "{attempt}");
}

#[test]
fn an_operation_that_ends_is_warned_of_once_in_the_process() {
    let sandbox = Sandbox::start();
    let operation = "listAdministratorsAccessRequestStatus";
    let headers = json!({ "Deprecation": "@1767225600", "Link": "<https://developer.example/end>; rel=\"deprecation\"" });
    sandbox.fault(json!({ "operation": operation, "status": 200, "headers": headers, "body": "[]" }));
    let client = Client::new(&sandbox.config());
    let first = client.start(operation, "{}", None).expect("a call").events();
    let warning = "The tenant says that listAdministratorsAccessRequestStatus is deprecated since 2026-01-01. \
        Look for a newer version of this library. More at https://developer.example/end.";
    assert_eq!(first.last().expect("a result")["envelope"]["meta"]["warnings"], json!([warning]));
    assert!(logs(&first).iter().any(|entry| entry["level"] == "warning" && entry["message"] == warning), "{first:?}");
    let second = Client::new(&sandbox.config()).call(operation, &json!({}));
    assert_eq!((&second["ok"], &second["meta"]["warnings"]), (&json!(true), &json!([])), "told once");
}

#[test]
fn calls_are_counted_by_operation_and_outcome() {
    let counts = || {
        let metrics = take(sailpoint_metrics());
        let count = |value: &Value| value.as_u64().unwrap_or_default();
        let close = &metrics["operations"]["closeAccessRequest"];
        (count(&close["ok"]), count(&close["attempts"]), count(&close["errors"]["http"]), count(&metrics["tokenRequests"]))
    };
    let sandbox = Sandbox::start();
    let client = Client::new(&sandbox.config());
    let request = json!({ "accessRequestIds": ["2c90ad2a70ace7d50170acf22ca90010"] });
    let before = counts();
    sandbox.fault(json!({ "operation": "closeAccessRequest", "status": 429, "headers": { "Retry-After": "0" }, "times": 1 }));
    assert_eq!(client.call("closeAccessRequest", &request)["ok"], true);
    sandbox.fault(json!({ "operation": "closeAccessRequest", "status": 400, "times": 1 }));
    assert_eq!(client.call("closeAccessRequest", &request)["ok"], false);
    // Other tests of the process count on at the same time.
    let after = counts();
    assert!(after.0 > before.0 && after.1 >= before.1 + 3 && after.2 > before.2 && after.3 > before.3, "{before:?} {after:?}");
}

#[derive(Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("no panic").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_rust_program_reads_the_same_by_tracing() {
    let sandbox = Sandbox::start();
    sandbox.fault(json!({ "operation": "setAccessRequestConfig", "status": 503, "headers": { "Retry-After": "0" }, "times": 1 }));
    let written = Written::default();
    let writer = written.clone();
    // Of one subscriber alone tracing asks only the thread that meets an event first, and threads of other tests have none.
    let _other = tracing::Dispatch::new(tracing::subscriber::NoSubscriber::new());
    let subscriber =
        tracing_subscriber::fmt().with_max_level(tracing::Level::DEBUG).with_ansi(false).with_writer(move || writer.clone()).finish();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let config = Config::from_json(&sandbox.config().to_string()).expect("a configuration");
    tracing::subscriber::with_default(subscriber, || {
        let client = client::Client::new(config).expect("a client");
        let call = client.call("setAccessRequestConfig", Some(r#"{"autoApprovalEnabled":false}"#), None, &NoEvents, None);
        assert!(runtime.block_on(call).outcome.is_ok());
    });
    let log = String::from_utf8(written.0.lock().expect("no panic").clone()).expect("text");
    for expected in [
        "DEBUG sailpoint_access_requests: token: attempt 1 was answered 200 after ",
        "DEBUG sailpoint_access_requests: setAccessRequestConfig: attempt 1, PUT /access-request-config, was answered 503 after ",
        " operation=\"setAccessRequestConfig\" attempt=1 status=503 elapsed_ms=",
        " wait_ms=0 reason=\"retry_after\" request_id=\"",
        "attempt=2 status=200",
    ] {
        assert!(log.contains(expected), "{expected} in {log}");
    }
    assert!(!log.contains(sandbox.client_secret()) && !log.contains("Bearer"), "{log}");
}
