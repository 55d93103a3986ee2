//! Each fault as a client sees it, byte for byte, with what the tenant acted on.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::runtime::Runtime;

use crate::faults::Reply;
use crate::http::request::{Request, RequestHead};
use crate::listener::Listener;
use crate::server;
use crate::settings;
use crate::tenant::Tenant;

/// More than anything here takes; a connection that is still open then is a failure.
const TIMEOUT: Duration = Duration::from_secs(10);
const GET: &str = "GET /v2024/access-request-config HTTP/1.1\r\nAuthorization: Bearer token\r\n\r\n";
const OPERATION: &str = "getAccessRequestConfig";

/// A tenant that serves on a free port until it is dropped.
struct TestServer {
    tenant: Arc<Tenant>,
    port: u16,
    /// Ends the tenant when it is dropped.
    _runtime: Runtime,
}

/// What a connection gave until its end, and how it ended.
#[derive(Debug, PartialEq)]
struct Received {
    text: String,
    end: Result<(), ErrorKind>,
}

impl TestServer {
    /// With this fault for [`OPERATION`].
    fn with(mut fault: Value) -> Self {
        fault["operation"] = json!(OPERATION);
        let settings = json!({ "accessTokens": ["token"], "faults": [fault] }).to_string();
        let settings = settings::parse(&settings).expect("valid settings");
        let tenant = Arc::new(Tenant::new(settings, 1));
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
        let listener = runtime.block_on(Listener::bind(0)).expect("a free port");
        let port = listener.port();
        runtime.spawn(server::run(listener, Arc::clone(&tenant)));
        Self { tenant, port, _runtime: runtime }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        stream.set_read_timeout(Some(TIMEOUT)).expect("a timeout");
        stream
    }

    /// Sends `text` on a connection of its own, and gives what comes back until that ends.
    fn exchange(&self, text: &str) -> Received {
        let mut stream = self.connect();
        stream.write_all(text.as_bytes()).expect("sent");
        receive(&mut stream)
    }

    fn control(&self, path: &str) -> Value {
        let token = format!("Bearer {}", self.tenant.credentials().control_token);
        let head = RequestHead::new("GET", path, vec![("Authorization".to_owned(), token)]);
        let context = self.tenant.begin_request(&head);
        match self.tenant.handle(&context, &Request { head, body: Vec::new() }) {
            Reply::Response(response) => serde_json::from_slice(&response.body).expect("JSON"),
            other => panic!("{path}: {other:?}"),
        }
    }

    /// How many requests of the operation arrived, and how many were acted on.
    fn counts(&self) -> (u64, u64) {
        let counts = &self.control("/sandbox/counters")["operations"][OPERATION];
        (counts["arrived"].as_u64().expect("a count"), counts["acted"].as_u64().expect("a count"))
    }
}

fn receive(stream: &mut TcpStream) -> Received {
    let mut bytes = Vec::new();
    let mut buffer = [0; 4096];
    let end = loop {
        match stream.read(&mut buffer) {
            Ok(0) => break Ok(()),
            Ok(count) => bytes.extend_from_slice(&buffer[..count]),
            Err(error) => break Err(error.kind()),
        }
    };
    Received { text: String::from_utf8_lossy(&bytes).into_owned(), end }
}

/// The answer's body, and the length that its head tells.
fn body(received: &Received) -> (&str, usize) {
    let (head, body) = received.text.split_once("\r\n\r\n").unwrap_or_else(|| panic!("{received:?}"));
    let length = head.lines().find_map(|line| line.strip_prefix("Content-Length: ")).expect("a length");
    (body, length.parse().expect("a number"))
}

fn statuses(received: &Received) -> Vec<&str> {
    received.text.match_indices("HTTP/1.1 ").map(|(index, start)| &received.text[index + start.len()..][..3]).collect()
}

fn and_close(request: &str) -> String {
    request.replacen("\r\n", "\r\nConnection: close\r\n", 1)
}

#[test]
fn an_answer_takes_the_place_of_the_tenants_own() {
    let server = TestServer::with(json!({ "do": "answer", "status": 503, "headers": { "Retry-After": "7" }, "body": "busy", "times": 1 }));
    let received = server.exchange(&format!("{GET}{}", and_close(GET)));
    assert_eq!(statuses(&received), ["503", "200"]);
    assert!(received.text.contains("\r\nRetry-After: 7\r\n\r\nbusyHTTP/1.1 200"), "{received:?}");
    assert_eq!(server.counts(), (2, 1));
}

#[test]
fn an_answer_that_tells_its_own_length_ends_the_connection() {
    let server = TestServer::with(json!({ "status": 200, "body": "[]", "headers": { "Content-Length": "1" } }));
    let received = server.exchange(&format!("{GET}{GET}"));
    assert_eq!((statuses(&received), body(&received), received.end), (vec!["200"], ("[]", 1), Ok(())));
}

#[test]
fn before_reading_the_connection_is_reset_and_nothing_acted_on() {
    let server = TestServer::with(json!({ "do": "resetBeforeReading" }));
    // The body is not even sent.
    let unsent = "GET /v2024/access-request-config HTTP/1.1\r\nAuthorization: Bearer token\r\nContent-Length: 5\r\n\r\n";
    for request in [GET, unsent] {
        assert_eq!(server.exchange(request), Received { text: String::new(), end: Err(ErrorKind::ConnectionReset) });
    }
    assert_eq!(server.counts(), (2, 0));
    assert_eq!(server.control("/sandbox/requests"), json!([]));
}

#[test]
fn after_acting_the_connection_is_reset_without_an_answer() {
    let server = TestServer::with(json!({ "do": "resetAfterActing" }));
    assert_eq!(server.exchange(GET), Received { text: String::new(), end: Err(ErrorKind::ConnectionReset) });
    assert_eq!(server.counts(), (1, 1));
    assert_eq!(server.control("/sandbox/requests")[0]["status"], Value::Null);
}

#[test]
fn in_the_answer_the_connection_is_reset_behind_half_of_the_body() {
    let server = TestServer::with(json!({ "do": "resetInAnswer" }));
    let received = server.exchange(GET);
    let (body, length) = body(&received);
    assert_eq!((body.len(), received.end), (length / 2, Err(ErrorKind::ConnectionReset)));
    assert_eq!(server.counts(), (1, 1));
}

#[test]
fn a_truncated_answer_ends_in_order_behind_half_of_the_body() {
    let server = TestServer::with(json!({ "do": "truncate" }));
    let received = server.exchange(GET);
    let (body, length) = body(&received);
    assert_eq!((body.len(), received.end), (length / 2, Ok(())));
    assert_eq!(server.counts(), (1, 1));
}

#[test]
fn garbage_is_no_http() {
    let server = TestServer::with(json!({ "do": "garbage" }));
    let received = server.exchange(GET);
    assert_eq!(received.end, Ok(()));
    assert!(!received.text.is_empty() && !received.text.starts_with("HTTP"), "{received:?}");
    assert_eq!(server.counts(), (1, 1));
    assert_eq!(server.control("/sandbox/requests")[0]["status"], Value::Null);
}

#[test]
fn a_wrong_length_promises_more_than_comes() {
    let server = TestServer::with(json!({ "do": "wrongLength" }));
    let received = server.exchange(GET);
    let (body, length) = body(&received);
    assert_eq!((body.len() + 10, received.end), (length, Ok(())));
    assert!(serde_json::from_str::<Value>(body).is_ok(), "all of the body comes: {body}");
    assert_eq!(server.counts(), (1, 1));
}

#[test]
fn slow_bytes_come_in_pieces_and_the_connection_goes_on() {
    let server = TestServer::with(json!({ "do": "slowBytes", "delayMs": 2, "pieces": 11, "times": 1 }));
    let started = Instant::now();
    let received = server.exchange(&format!("{GET}{}", and_close(GET)));
    assert_eq!((statuses(&received), received.end), (vec!["200", "200"], Ok(())));
    assert!(started.elapsed() >= Duration::from_millis(20), "{:?}", started.elapsed());
    assert_eq!(server.counts(), (2, 2));
}

#[test]
fn a_delay_comes_before_acting() {
    let server = TestServer::with(json!({ "do": "delay", "delayMs": 60_000, "times": 1 }));
    let mut delayed = server.connect();
    delayed.write_all(GET.as_bytes()).expect("sent");
    while server.counts().0 == 0 {
        std::thread::yield_now();
    }
    assert_eq!(statuses(&server.exchange(&and_close(GET))), ["200"]);
    assert_eq!(server.counts(), (2, 1));

    let server = TestServer::with(json!({ "do": "delay", "delayMs": 20 }));
    let started = Instant::now();
    assert_eq!(statuses(&server.exchange(&and_close(GET))), ["200"]);
    assert!(started.elapsed() >= Duration::from_millis(20), "{:?}", started.elapsed());
    assert_eq!(server.counts(), (1, 1));
}

#[test]
fn a_stalled_connection_stays_open_without_an_answer() {
    for (act, acted) in [(false, 0), (true, 1)] {
        let server = TestServer::with(json!({ "do": "stall", "act": act, "times": 1 }));
        let mut stalled = server.connect();
        stalled.write_all(GET.as_bytes()).expect("sent");
        while server.control("/sandbox/requests") == json!([]) {
            std::thread::yield_now();
        }
        // Another connection is server meanwhile.
        assert_eq!(statuses(&server.exchange(&and_close(GET))), ["200"]);
        stalled.set_read_timeout(Some(Duration::from_millis(1))).expect("a timeout");
        let end = receive(&mut stalled).end;
        assert!(matches!(end, Err(ErrorKind::WouldBlock | ErrorKind::TimedOut)), "{end:?}");
        assert_eq!(server.counts(), (2, 1 + acted));
    }
}

#[test]
fn an_expired_token_gets_its_401_as_usual() {
    let server = TestServer::with(json!({ "do": "expireToken" }));
    let received = server.exchange(&and_close(GET));
    assert_eq!((statuses(&received), body(&received).0), (vec!["401"], r#"{"error":"JWT validation failed: JWT is expired"}"#));
    assert_eq!(server.counts(), (1, 0));
}

#[test]
fn throttling_is_the_documented_429() {
    let server = TestServer::with(json!({ "do": "throttle", "retryAfterSeconds": 3 }));
    let received = server.exchange(&and_close(GET));
    assert_eq!((statuses(&received), body(&received).0), (vec!["429"], r#"{"message":" Rate Limit Exceeded "}"#));
    assert!(received.text.contains("\r\nRetry-After: 3\r\n"), "{received:?}");
    assert_eq!(server.counts(), (1, 0));
}

#[test]
fn a_panic_is_answered_500_and_counted_and_the_next_request_served() {
    let server = TestServer::with(json!({ "do": "panic", "times": 1 }));
    assert_eq!(statuses(&server.exchange(&format!("{GET}{}", and_close(GET)))), ["500", "200"]);
    assert_eq!((server.tenant.panics(), server.counts()), (1, (2, 1)));
}

#[test]
fn refusing_answers_and_then_there_is_nobody() {
    let server = TestServer::with(json!({ "do": "refuse" }));
    let (mut kept, mut stalled) = (server.connect(), server.connect());
    // A request that is only half there does not keep the port open either.
    stalled.write_all(&GET.as_bytes()[..20]).expect("sent");
    let received = server.exchange(GET);
    assert_eq!((statuses(&received), received.end), (vec!["200"], Ok(())));
    assert!(received.text.contains("\r\nConnection: close\r\n"), "{received:?}");
    for other in [&mut kept, &mut stalled] {
        assert_eq!(receive(other), Received { text: String::new(), end: Ok(()) });
    }
    for _ in 0..3 {
        assert_eq!(TcpStream::connect(("127.0.0.1", server.port)).unwrap_err().kind(), ErrorKind::ConnectionRefused);
    }
    assert_eq!(server.counts(), (1, 1));
}

#[test]
fn after_refusing_for_a_time_the_same_port_listens_again() {
    let server = TestServer::with(json!({ "do": "refuse", "forMs": 50, "times": 1 }));
    let started = Instant::now();
    assert_eq!(statuses(&server.exchange(GET)), ["200"]);
    while TcpStream::connect(("127.0.0.1", server.port)).is_err() {
        assert!(started.elapsed() < TIMEOUT, "it does not listen again");
    }
    assert!(started.elapsed() >= Duration::from_millis(50), "{:?}", started.elapsed());
    assert_eq!(statuses(&server.exchange(&and_close(GET))), ["200"]);
}

#[test]
fn refusing_twice_at_once_answers_both() {
    let server = TestServer::with(json!({ "do": "refuse" }));
    let (mut first, mut second) = (server.connect(), server.connect());
    first.write_all(GET.as_bytes()).expect("sent");
    second.write_all(GET.as_bytes()).expect("sent");
    let received = [receive(&mut first), receive(&mut second)];
    assert!(received.iter().all(|received| received.end == Ok(())), "{received:?}");
    let answered = received.iter().filter(|received| statuses(received) == ["200"]).count() as u64;
    assert_eq!((server.counts().1, answered >= 1), (answered, true), "what is acted on is answered: {received:?}");
}

#[test]
fn a_reset_reaches_a_client_that_still_sends() {
    let server = TestServer::with(json!({ "do": "resetBeforeReading" }));
    let mut stream = server.connect();
    let head = "GET /v2024/access-request-config HTTP/1.1\r\nAuthorization: Bearer token\r\nContent-Length: 10000000\r\n\r\n";
    stream.write_all(head.as_bytes()).expect("sent");
    let sent = (0..10_000).try_for_each(|_| stream.write_all(&[b'a'; 1000]));
    let kind = sent.expect_err("nobody reads").kind();
    assert!(matches!(kind, ErrorKind::ConnectionReset | ErrorKind::BrokenPipe | ErrorKind::ConnectionAborted), "{kind:?}");
    assert_eq!(server.counts(), (1, 0));
}
