//! What the tenant reads is what `meta.attempts` says: the HTTP client below sends nothing again by itself, whatever happens to
//! its connections. Each request carries an id of its own, and the tenant counts how often it came.

use crate::support::abi::Client;
use crate::support::raw_tenant::{ACCEPTED, Exchange, RawTenant, Then, send};
use serde_json::{Value, json};

fn client(tenant: &RawTenant) -> Client {
    Client::new(&json!({ "baseUrl": tenant.base_url, "accessToken": "t", "requestsPerWindow": 0 }))
}

fn cancel(client: &Client, id: &str) -> Value {
    client.call("cancelAccessRequest", &json!({ "accountActivityId": id, "comment": "x" }))
}

fn attempts(envelope: &Value) -> usize {
    usize::try_from(envelope["meta"]["attempts"].as_u64().expect("a count")).expect("small")
}

#[test]
fn a_connection_that_went_stale_gets_the_request_once() {
    // The first request of a connection is answered; the tenant reads the second one and resets the connection.
    let tenant = RawTenant::start(|Exchange { on_connection, stream, .. }| {
        if on_connection == 2 {
            return Then::Reset;
        }
        send(stream, ACCEPTED);
        Then::Keep
    });
    let client = client(&tenant);
    let mut stale = 0;
    for call in 0..40 {
        let id = format!("id-{call}.");
        let envelope = cancel(&client, &id);
        assert_eq!((attempts(&envelope), tenant.count(&id)), (1, 1), "{id} {envelope}");
        if envelope["ok"] != true {
            assert_eq!(envelope["error"]["delivery"], "unknown", "{id} {envelope}");
            stale += 1;
        }
    }
    // Not exactly half of them: a call that comes before the connection of the last one is back makes its own.
    assert!((1..=20).contains(&stale), "{stale}");
}

#[test]
fn a_connection_that_the_tenant_closed_while_it_was_idle_loses_and_doubles_nothing() {
    let tenant = RawTenant::start(|Exchange { stream, .. }| {
        send(stream, ACCEPTED);
        Then::Close
    });
    let client = client(&tenant);
    for call in 0..200 {
        let id = format!("id-{call}.");
        let envelope = cancel(&client, &id);
        let read = tenant.count(&id);
        // The end of the connection and the next request may cross on the way.
        match (envelope["ok"].as_bool(), envelope["error"]["delivery"].as_str()) {
            (Some(true), None) => assert_eq!((attempts(&envelope), read), (1, 1), "{id} {envelope}"),
            (Some(false), Some("unknown")) => assert_eq!((attempts(&envelope), read), (1, 0), "{id} {envelope}"),
            _ => panic!("{envelope}"),
        }
    }
}

#[test]
fn a_redirect_is_followed_by_nobody() {
    for status in [301, 302, 303, 307, 308] {
        let tenant = RawTenant::start(move |Exchange { stream, .. }| {
            let answer = format!("HTTP/1.1 {status} Moved\r\nLocation: /v2024/access-requests/cancel\r\nContent-Length: 0\r\n\r\n");
            send(stream, answer.as_bytes());
            Then::Keep
        });
        let envelope = cancel(&client(&tenant), "id.");
        assert_eq!((&envelope["error"]["status"], &envelope["error"]["delivery"]), (&json!(status), &json!("responded")), "{envelope}");
        assert_eq!((attempts(&envelope), tenant.requests().len()), (1, 1), "{status}");
    }
}

#[test]
fn attempts_are_what_the_tenant_read() {
    let busy = "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n";
    let throttled = "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n";
    let broken = "HTTP/1.1 202 Accepted\r\nContent-Length: 20\r\n\r\n{";
    // What the tenant answers to its first requests, "" for a reset; then how often a cancellation and a list come to it.
    let rows = [([busy, busy], [3, 3]), ([throttled, busy], [3, 3]), (["", ""], [1, 3]), ([broken, ""], [1, 3]), ([throttled, ""], [2, 3])];
    for (answers, expected) in rows {
        for (operation, expected) in ["cancelAccessRequest", "listAccessRequestStatus"].into_iter().zip(expected) {
            let tenant = RawTenant::start(move |Exchange { number, stream, .. }| {
                let is_list = operation.starts_with("list");
                match answers.get(number - 1) {
                    Some(&"") => return Then::Reset,
                    Some(&answer) => send(stream, answer.as_bytes()),
                    None if is_list => send(stream, b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]"),
                    None => send(stream, ACCEPTED),
                }
                if answers.get(number - 1) == Some(&broken) { Then::Close } else { Then::Keep }
            });
            let request = if operation.starts_with("list") { json!({}) } else { json!({ "accountActivityId": "id", "comment": "x" }) };
            let envelope = client(&tenant).call(operation, &request);
            let seen = tenant.requests().len();
            assert_eq!((attempts(&envelope), seen), (expected, expected), "{operation} {answers:?}: {envelope}");
        }
    }
}

#[test]
fn a_request_that_found_no_connection_is_no_attempt_whatever_ended_it() {
    let silent = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let proxy = format!("http://{}", silent.local_addr().expect("an address"));
    let client = Client::new(&json!({ "baseUrl": "https://tenant.example", "accessToken": "t", "requestsPerWindow": 0, "proxy": proxy }));
    for options in [r#"{"timeoutMs":100,"maxAttempts":1}"#, r#"{"deadlineMs":100}"#] {
        for (operation, request) in [("listAccessRequestStatus", "{}"), ("setAccessRequestConfig", r#"{"autoApprovalEnabled":false}"#)] {
            let envelope = client.call_with(operation, Some(request), Some(options));
            let error = &envelope["error"];
            let told = (&error["kind"], &error["delivery"], &envelope["meta"]["attempts"]);
            assert_eq!(told, (&json!("timeout"), &json!("not_sent"), &json!(0)), "{operation} {options}: {envelope}");
        }
    }
}
