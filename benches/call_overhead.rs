//! What a blocking call through the C ABI costs beyond the same POST by bare reqwest.
//!
//! Both on this machine's loopback against one sandbox, limiter off, the same body and token, on runtimes of the same shape
//! (two workers), the floor with one `block_on` a call and a JSON parse of the answer. Calls alternate in short batches, so
//! that whatever else the machine does falls on both; the figures are medians. Run it with `cargo bench --bench call_overhead`.

#[path = "../tests/support/mod.rs"]
mod support;

use sailpoint_access_requests::ffi::{sailpoint_approve_bulk_access_request, sailpoint_string_free};
use serde_json::{Value, json};
use std::ffi::{CStr, CString};
use std::time::{Duration, Instant};
use support::abi::Client;
use support::sandbox::Sandbox;

const BATCH: usize = 10;
const BATCHES: usize = 400;
const TOKEN: &str = "bench-token";
/// As long as the library's own, so that both requests are of one size.
const USER_AGENT: &str = concat!("sailpoint-access-requests/", env!("CARGO_PKG_VERSION"), " (linux; x86_64)");
const BODY: &str = r#"{"approvalIds":["2c9180835d2e5168015d32f890ca1581"],"comment":"bench"}"#;

fn main() {
    let sandbox = Sandbox::with(json!({ "accessTokens": [TOKEN] }));
    let client = Client::new(&json!({ "baseUrl": sandbox.base_url(), "accessToken": TOKEN, "requestsPerWindow": 0 }));
    let bare = Bare::new(&sandbox);
    let body = CString::new(BODY).expect("no NUL");
    let through_abi = || {
        // SAFETY: a living client and a text with its end; the result is freed here and nowhere else.
        unsafe {
            let envelope = sailpoint_approve_bulk_access_request(client.0, body.as_ptr(), std::ptr::null());
            assert!(CStr::from_ptr(envelope).to_bytes().starts_with(b"{\"ok\":true"));
            sailpoint_string_free(envelope);
        }
    };
    let by_reqwest = || assert_eq!(bare.post(), json!({}));
    warm_up(&through_abi);
    warm_up(&by_reqwest);

    let (mut abi, mut floor) = (Vec::new(), Vec::new());
    for _ in 0..BATCHES {
        measure(&by_reqwest, &mut floor);
        measure(&through_abi, &mut abi);
    }
    let (abi, floor) = (median(abi), median(floor));
    println!("blocking call through the C ABI: {:.1} us", micros(abi));
    println!("the same POST by bare reqwest:   {:.1} us", micros(floor));
    println!("ratio: {:.3} (at most 1.10)", micros(abi) / micros(floor));
}

/// The floor: what a program without this library would write.
struct Bare {
    runtime: tokio::runtime::Runtime,
    http: reqwest::Client,
    url: String,
}

impl Bare {
    fn new(sandbox: &Sandbox) -> Self {
        Self {
            runtime: tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime"),
            http: reqwest::Client::builder().no_proxy().build().expect("a client"),
            url: format!("{}/v2024/access-request-approvals/bulk-approve", sandbox.base_url()),
        }
    }

    fn post(&self) -> Value {
        let bytes = self.runtime.block_on(async {
            let request = self
                .http
                .post(&self.url)
                .bearer_auth(TOKEN)
                .header("content-type", "application/json")
                .header("accept", "application/json");
            let request = request.header("user-agent", USER_AGENT).body(BODY);
            request.send().await?.error_for_status()?.bytes().await
        });
        serde_json::from_slice(&bytes.expect("an answer")).expect("JSON")
    }
}

fn warm_up(call: &dyn Fn()) {
    (0..BATCH * 20).for_each(|_| call());
}

fn measure(call: &dyn Fn(), times: &mut Vec<Duration>) {
    for _ in 0..BATCH {
        let start = Instant::now();
        call();
        times.push(start.elapsed());
    }
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn micros(span: Duration) -> f64 {
    span.as_secs_f64() * 1e6
}
