//! The limiter at the service's full size: windows of 10 s, 100 requests each, cold connections of 400 ms, latencies from 5 to
//! 500 ms, with 8 and with 100 callers, and with 4 processes that share a file. Then what the limiter costs a call.
//!
//! A window's share is how many requests it had of the 95 that are aimed for: the time that the tenant needed to see so many
//! windows full, from the first arrival on. Run it with `cargo bench --bench limiter`; it takes four minutes.

#[path = "../tests/support/mod.rs"]
mod support;

use serde_json::json;
use std::time::{Duration, Instant};
use support::abi::Client;
use support::limited;
use support::sandbox::Sandbox;

const WINDOWS: usize = 6;
const WINDOW_SECONDS: f64 = 10.0;
/// One more than fills the windows: its arrival is where the next one begins.
const CALLS: usize = WINDOWS * 95 + 1;

const BATCH: usize = 10;
const BATCHES: usize = 200;

fn main() {
    if limited::be_one_of_several() {
        return;
    }
    println!("{:<40} {:>6} {:>17} {:>12}", "callers", "429s", "most in a window", "of 95 used");
    for threads in [8, 100] {
        run(&format!("{threads} in one process"), |config| limited::call(config, threads, CALLS));
    }
    let folder = tempfile::tempdir().expect("a folder");
    run("4 processes with 5 each, limiterFile", |config| {
        let mut config = config.clone();
        config["limiterFile"] = json!(folder.path().join("limiter"));
        // One of them makes the call more.
        let processes = [0, 1, 2, 3].map(|index| limited::call_in_process(&[], &config, 5, (CALLS + index) / 4));
        for mut process in processes {
            assert!(process.wait().expect("it ends").success());
        }
    });
    cost();
}

fn run(name: &str, calls: impl FnOnce(&serde_json::Value)) {
    let tenant = limited::tenant(1);
    calls(&limited::config(&tenant, 1));
    let limit = tenant.counters()["limit"].clone();
    assert_eq!(limit["arrived"], CALLS, "{limit}");
    let span = limit["lastMs"].as_f64().expect("a time") - limit["firstMs"].as_f64().expect("a time");
    let used = WINDOWS as f64 * WINDOW_SECONDS * 1000.0 / span;
    println!("{name:<40} {:>6} {:>17} {used:>12.3}", limit["refused"].to_string(), limit["most"].to_string());
}

/// Calls that never wait, in turns: without limiter, with it, and with a file.
fn cost() {
    let sandbox = Sandbox::with(json!({ "accessTokens": ["a", "b", "c"] }));
    let folder = tempfile::tempdir().expect("a folder");
    let client = |token: &str, requests: u64, file: Option<std::path::PathBuf>| {
        // Windows of a millisecond are never used up by one caller.
        Client::new(
            &json!({ "baseUrl": sandbox.base_url(), "accessToken": token, "requestsPerWindow": requests, "windowMs": 1, "limiterFile": file }),
        )
    };
    let clients = [client("a", 0, None), client("b", 100, None), client("c", 100, Some(folder.path().join("limiter")))];
    let mut times = [const { Vec::new() }; 3];
    for batch in 0..BATCHES + 20 {
        for (client, times) in clients.iter().zip(&mut times) {
            let measured = measure(client);
            if batch >= 20 {
                times.extend(measured);
            }
        }
    }
    let [off, limiter, file] = times.map(median);
    println!("\na call without limiter: {off:.1} us; with it {:+.1} us; with limiterFile {:+.1} us", limiter - off, file - off);
}

fn measure(client: &Client) -> [Duration; BATCH] {
    [(); BATCH].map(|()| {
        let start = Instant::now();
        assert_eq!(client.call("getAccessRequestConfig", &json!({}))["ok"], true);
        start.elapsed()
    })
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64() * 1e6
}
