//! Callers of a tenant that counts its requests as the service does, in one process or in several that share a file.

use super::abi::Client;
use super::child::again;
use super::sandbox::Sandbox;
use serde_json::{Value, json};
use std::process::{Child, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Tells a process that it is one of several: the settings of its client, and how many calls from how many threads.
const VARIABLE: &str = "SAILPOINT_TEST_ONE_OF_SEVERAL";

/// The service with its time scaled: 1 is a window of 10 s, 10 one of a second.
pub fn tenant(scale: u64) -> Sandbox {
    Sandbox::with(json!({
        "accessTokens": ["t"],
        "limit": { "requests": 100, "windowMs": 10_000 / scale },
        "latencyMs": [5 / scale, 500 / scale],
        "coldMs": 400 / scale,
    }))
}

/// The settings of a client that keeps 95 requests in a window of the same length.
pub fn config(tenant: &Sandbox, scale: u64) -> Value {
    json!({ "baseUrl": tenant.base_url(), "accessToken": "t", "requestsPerWindow": 95, "windowMs": 10_000 / scale })
}

/// Makes so many calls from so many threads, each of which must succeed at its first attempt.
pub fn call(config: &Value, threads: usize, calls: usize) {
    let client = Client::new(config);
    let begun = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while begun.fetch_add(1, Ordering::Relaxed) < calls {
                    let envelope = client.call("getAccessRequestConfig", &json!({}));
                    assert_eq!((&envelope["ok"], &envelope["meta"]["attempts"]), (&json!(true), &json!(1)), "{envelope}");
                }
            });
        }
    });
}

/// The same, by this program in a process of its own; `arguments` lead it to [`be_one_of_several`].
pub fn call_in_process(arguments: &[&str], config: &Value, threads: usize, calls: usize) -> Child {
    let task = json!({ "config": config, "threads": threads, "calls": calls });
    again(arguments).env(VARIABLE, task.to_string()).stdout(Stdio::null()).spawn().expect("it starts again")
}

/// Whether this process is one of several, and has done its part.
pub fn be_one_of_several() -> bool {
    let Ok(task) = std::env::var(VARIABLE) else { return false };
    let task: Value = serde_json::from_str(&task).expect("JSON");
    let count = |name: &str| task[name].as_u64().and_then(|count| usize::try_from(count).ok()).expect("a count");
    call(&task["config"], count("threads"), count("calls"));
    true
}
