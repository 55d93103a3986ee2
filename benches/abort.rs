//! How long the result of an aborted call takes to come, at every place where a call can be.
//!
//! Each call is brought to the place, aborted, and timed until its result was read through the C ABI. The floor is the same
//! reading for a call whose result is there already. Run it with `cargo bench --bench abort`.

#[path = "../tests/support/mod.rs"]
mod support;

use serde_json::{Value, json};
use std::net::TcpListener;
use std::time::{Duration, Instant};
use support::abi::{Call, Client};
use support::examples::APPROVE;
use support::raw_tenant::{Exchange, RawTenant, Then, send};

const ROUNDS: usize = 200;

fn main() {
    println!("{:<44} {:>10} {:>10}  delivery", "the call is aborted", "median us", "worst us");
    report("after its end (floor)", &answering(), "{\"maxAttempts\":1}");
    report("while a connection is made (TLS handshake)", &handshake(), "{}");
    report("while the answer is awaited", &silent(), "{}");
    report("while the answer comes byte by byte", &slow(), "{}");
    report("between two attempts", &throttling(), "{}");
    report("while the limiter is closed", &closed(), "{}");
}

/// A place to abort at: its client, and what tells that a call has come there.
struct Place {
    client: Client,
    reached: Box<dyn Fn(&Call)>,
}

fn report(name: &str, place: &Place, options: &str) {
    let mut times = Vec::new();
    let mut delivery = String::new();
    for _ in 0..ROUNDS {
        let call = place.client.start("approveBulkAccessRequest", APPROVE, Some(options)).expect("a call");
        (place.reached)(&call);
        let aborted_at = Instant::now();
        assert_eq!(call.abort(), 0);
        let result = call.result();
        times.push(aborted_at.elapsed());
        delivery = result["error"]["delivery"].as_str().unwrap_or("(ended)").to_owned();
    }
    times.sort_unstable();
    println!("{name:<44} {:>10} {:>10}  {delivery}", times[ROUNDS / 2].as_micros(), times[ROUNDS - 1].as_micros());
}

fn config(base_url: &str) -> Value {
    json!({ "baseUrl": base_url, "accessToken": "t", "requestsPerWindow": 0 })
}

/// Waits for the first event of a kind.
fn until_event(call: &Call, kind: &str) {
    loop {
        let (_, event) = call.next(-1);
        if event.expect("an event")["event"] == kind {
            return;
        }
    }
}

fn answering() -> Place {
    let tenant = RawTenant::start(|Exchange { stream, .. }| {
        send(stream, b"HTTP/1.1 400 Bad Request\r\nContent-Length: 2\r\n\r\n{}");
        Then::Keep
    });
    // The attempt's log comes right before the result.
    Place { client: Client::new(&config(&tenant.base_url)), reached: Box::new(|call| until_event(call, "log")) }
}

fn handshake() -> Place {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let client = Client::new(&config(&format!("https://{}", listener.local_addr().expect("an address"))));
    // The connection stands and the handshake is begun, but never answered.
    Place { client, reached: Box::new(move |_| drop(listener.accept().map(|(stream, _)| std::mem::forget(stream)))) }
}

fn silent() -> Place {
    let (read, reading) = std::sync::mpsc::channel();
    let tenant = RawTenant::start(move |Exchange { stream, .. }| {
        let _ = read.send(());
        let _ = std::io::Read::read(stream, &mut [0]);
        Then::Close
    });
    Place { client: Client::new(&config(&tenant.base_url)), reached: Box::new(move |_| reading.recv().expect("a request")) }
}

fn slow() -> Place {
    let (read, reading) = std::sync::mpsc::channel();
    let tenant = RawTenant::start(move |Exchange { stream, .. }| {
        send(stream, b"HTTP/1.1 202 Accepted\r\nContent-Length: 100000\r\n\r\n{");
        let _ = read.send(());
        while std::io::Write::write_all(stream, b" ").is_ok() {
            std::thread::sleep(Duration::from_millis(1));
        }
        Then::Close
    });
    Place { client: Client::new(&config(&tenant.base_url)), reached: Box::new(move |_| reading.recv().expect("a request")) }
}

fn throttling() -> Place {
    let tenant = RawTenant::start(|Exchange { stream, .. }| {
        send(stream, b"HTTP/1.1 429 Too Many Requests\r\nRetry-After: 60\r\nContent-Length: 2\r\n\r\n{}");
        Then::Keep
    });
    Place { client: Client::new(&config(&tenant.base_url)), reached: Box::new(|call| until_event(call, "progress")) }
}

fn closed() -> Place {
    let tenant = RawTenant::start(|Exchange { stream, .. }| {
        send(stream, b"HTTP/1.1 429 Too Many Requests\r\nRetry-After: 60\r\nContent-Length: 2\r\n\r\n{}");
        Then::Keep
    });
    let client = Client::new(&json!({ "baseUrl": tenant.base_url, "accessToken": "t" }));
    client.call_with("approveBulkAccessRequest", Some(APPROVE), Some(r#"{"maxAttempts":1}"#));
    Place { client, reached: Box::new(|call| until_event(call, "progress")) }
}
