//! The limiter against a tenant that counts arrivals as the service does, with time scaled down to a tenth; and what callers
//! are told while they wait. The same in full size is `cargo bench --bench limiter`.

use crate::support::abi::Client;
use crate::support::limited;
use crate::support::sandbox::Sandbox;
use sailpoint_access_requests::client::{self, CallError, Clock, Config, ErrorKind, NoEvents, Sleep};
use sailpoint_access_requests::ffi::SAILPOINT_CALL_EVENT;
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant, SystemTime};

const SCALE: u64 = 10;
const CALLS: usize = 4 * 95;

/// These tests use the machine to the full, so they take turns.
static TURN: Mutex<()> = Mutex::new(());

fn turn() -> impl Drop {
    TURN.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn assert_kept(tenant: &Sandbox) {
    let limit = &tenant.counters()["limit"];
    assert_eq!((&limit["arrived"], &limit["refused"]), (&json!(CALLS), &json!(0)), "{limit}");
    assert!(limit["most"].as_u64().is_some_and(|most| (1..=100).contains(&most)), "{limit}");
}

#[test]
fn callers_of_one_process_stay_below_the_limit() {
    let _turn = turn();
    for threads in [8, 100] {
        let tenant = limited::tenant(SCALE);
        limited::call(&limited::config(&tenant, SCALE), threads, CALLS);
        assert_kept(&tenant);
    }
}

#[test]
fn requests_that_are_counted_after_their_callers_gave_up_leave_room_for_themselves() {
    let _turn = turn();
    // A caller gives up after a third of a window, and twice that passes until its request is counted.
    let tenant = Sandbox::with(json!({ "accessTokens": ["t"], "limit": { "requests": 100, "windowMs": 1000 } }));
    tenant.fault(json!({ "operation": "getAccessRequestConfig", "do": "delay", "delayMs": 600, "times": 95 }));
    let config = limited::config(&tenant, SCALE);
    let client = Client::new(&config);
    // An attempt that times out ends within the call; a deadline ends the call around it, as an abort does.
    let ends = [r#"{"timeoutMs":300,"maxAttempts":1}"#, r#"{"deadlineMs":300}"#];
    std::thread::scope(|scope| {
        for options in ends.into_iter().cycle().take(95) {
            let client = &client;
            scope.spawn(move || client.call_with("getAccessRequestConfig", None, Some(options)));
        }
    });
    limited::call(&config, 95, 95);
    let limit = &tenant.counters()["limit"];
    assert_eq!(limit["refused"], 0, "{limit}");
    assert!(limit["most"].as_u64().is_some_and(|most| (1..=100).contains(&most)), "{limit}");
}

#[test]
fn processes_that_share_a_file_stay_below_the_limit() {
    if limited::be_one_of_several() {
        return;
    }
    let _turn = turn();
    let folder = tempfile::tempdir().expect("a folder");
    let tenant = limited::tenant(SCALE);
    let mut config = limited::config(&tenant, SCALE);
    config["limiterFile"] = json!(folder.path().join("limiter"));
    let this = ["--exact", "limiter::processes_that_share_a_file_stay_below_the_limit"];
    let processes = [(); 4].map(|()| limited::call_in_process(&this, &config, 5, CALLS / 4));
    for mut process in processes {
        assert!(process.wait().expect("it ends").success());
    }
    assert_kept(&tenant);
}

#[test]
fn clients_one_after_the_other_share_the_window() {
    let tenant = Sandbox::with(json!({ "accessTokens": ["t"] }));
    let config = json!({ "baseUrl": tenant.base_url(), "accessToken": "t", "requestsPerWindow": 2, "windowMs": 600_000 });
    let call = || Client::new(&config).call_with("getAccessRequestConfig", None, Some(r#"{"deadlineMs":60000}"#));
    assert_eq!([call()["ok"].clone(), call()["ok"].clone()], [true, true]);
    let error = call()["error"].clone();
    assert_eq!((&error["kind"], &error["delivery"]), (&json!("timeout"), &json!("not_sent")), "{error}");
}

/// The first event that tells a wait.
fn told(client: &Client) -> Value {
    let call = client.start("getAccessRequestConfig", "{}", None).expect("a call");
    loop {
        match call.next(-1) {
            (SAILPOINT_CALL_EVENT, Some(event)) if event["event"] == "progress" => {
                assert_eq!(call.abort(), 0);
                let result = call.result();
                assert_eq!(result["error"]["kind"], "aborted", "{result}");
                return event;
            }
            (SAILPOINT_CALL_EVENT, Some(event)) => assert_eq!(event["event"], "log", "{event}"),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_429_closes_it_for_every_client_and_the_wait_is_told() {
    let tenant = Sandbox::with(json!({ "accessTokens": ["t"] }));
    tenant.fault(json!({ "operation": "getAccessRequestConfig", "times": 1, "status": 429, "headers": { "Retry-After": "60" } }));
    let config = tenant.config_with(json!({ "requestsPerWindow": 95 }));
    let (refused, other) = (Client::new(&config), Client::new(&config));
    let envelope = refused.call_with("getAccessRequestConfig", None, Some(r#"{"maxAttempts":1}"#));
    assert_eq!(envelope["error"]["retryAfterSeconds"], 60, "{envelope}");
    let event = told(&other);
    assert_eq!(event["reason"], "retry_after", "{event}");
    assert!(event["waitMs"].as_u64().is_some_and(|wait| (1000..=60_000).contains(&wait)), "{event}");
    assert_eq!(tenant.arrived("getAccessRequestConfig"), 1);
}

#[test]
fn a_deadline_that_a_closed_limiter_outlives_ends_a_call_at_once_wherever_it_stands_in_the_queue() {
    let tenant = Sandbox::with(json!({ "accessTokens": ["t"] }));
    tenant.fault(json!({ "operation": "getAccessRequestConfig", "times": 1, "status": 429, "headers": { "Retry-After": "3600" } }));
    let client = Client::new(&tenant.config_with(json!({ "requestsPerWindow": 95 })));
    // It has no deadline, and waits in front of the other.
    let first = client.start("getAccessRequestConfig", "{}", None).expect("a call");
    first.wait_for_progress();
    let second = client.start("getAccessRequestConfig", "{}", None).expect("a call");
    second.wait_for_progress();
    let late = client.call_with("getAccessRequestConfig", None, Some(r#"{"deadlineMs":600000}"#));
    let error = &late["error"];
    assert_eq!((&error["kind"], &error["delivery"]), (&json!("rate_limited"), &json!("not_sent")), "{late}");
    assert!(late["meta"]["elapsedMs"].as_u64().is_some_and(|elapsed| elapsed < 600_000), "{late}");
    assert_eq!([first.abort(), second.abort()], [0, 0]);
}

/// Time stands still, so that a wait never ends, and chance gives the longest.
struct Standstill(Instant);

impl Clock for Standstill {
    fn now(&self) -> Instant {
        self.0
    }

    fn wall_time(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH
    }

    fn sleep_until(&self, _: Instant) -> Sleep {
        Box::pin(std::future::pending())
    }

    fn jitter(&self, most: Duration) -> Duration {
        most
    }
}

#[tokio::test]
async fn a_429_that_names_no_time_closes_it_for_every_client_for_the_backoff() {
    let tenant = Sandbox::with(json!({ "accessTokens": ["t"] }));
    tenant.fault(json!({ "operation": "getAccessRequestConfig", "times": 1, "status": 429 }));
    let config = tenant.config_with(json!({ "requestsPerWindow": 95 })).to_string();
    let clock = Arc::new(Standstill(Instant::now()));
    let client = || client::Client::with_clock(Config::from_json(&config).expect("complete"), Arc::clone(&clock) as _).expect("a client");
    let (refused, other) = (client(), client());
    let mut waits = Box::pin(refused.call("getAccessRequestConfig", None, None, &NoEvents, None));
    // The other call is made as soon as the first is in its backoff, and has no time for what is left of it.
    while tenant.arrived("getAccessRequestConfig") == 0 || limited_by(&other).await.is_none() {
        assert!(tokio::time::timeout(Duration::from_millis(1), &mut waits).await.is_err(), "the backoff never ends");
    }
    let error = limited_by(&other).await.expect("closed");
    assert!(error.message.contains("the wait of 500 ms would outlive deadlineMs"), "{}", error.message);
    assert_eq!(error.kind, ErrorKind::RateLimited);
}

#[tokio::test]
async fn a_429_closes_it_also_where_its_call_has_no_attempt_left() {
    let tenant = Sandbox::with(json!({ "accessTokens": ["t"] }));
    tenant.fault(json!({ "operation": "getAccessRequestConfig", "times": 1, "status": 429 }));
    let config = tenant.config_with(json!({ "requestsPerWindow": 95 })).to_string();
    let client = client::Client::with_clock(Config::from_json(&config).expect("complete"), Arc::new(Standstill(Instant::now())));
    let client = client.expect("a client");
    let refused = client.call("getAccessRequestConfig", None, Some(r#"{"maxAttempts":1}"#), &NoEvents, None).await;
    assert_eq!(refused.outcome.expect_err("429").status, Some(429));
    assert!(
        limited_by(&client).await.is_some_and(|error| error.kind == ErrorKind::RateLimited),
        "nobody goes on before the backoff is over"
    );
    assert_eq!(tenant.arrived("getAccessRequestConfig"), 1);
}

/// The error of a call that the limiter did not let out.
async fn limited_by(client: &client::Client) -> Option<CallError> {
    let envelope = client.call("getAccessRequestConfig", None, Some(r#"{"deadlineMs":400}"#), &NoEvents, None).await;
    envelope.outcome.err()
}

#[test]
fn a_used_up_window_is_told() {
    let tenant = Sandbox::with(json!({ "accessTokens": ["t"] }));
    let client = Client::new(&tenant.config_with(json!({ "requestsPerWindow": 1 })));
    assert_eq!(client.call("getAccessRequestConfig", &json!({}))["ok"], true);
    let event = told(&client);
    assert_eq!(event["reason"], "limiter", "{event}");
    assert!(event["waitMs"].as_u64().is_some_and(|wait| (1000..=10_000).contains(&wait)), "{event}");
}

#[test]
fn a_wrong_file_fails_before_any_call() {
    let folder = tempfile::tempdir().expect("a folder");
    let message = |path: &std::path::Path, requests: u64| {
        let config = json!({ "baseUrl": "https://a.b", "accessToken": "t", "limiterFile": path, "requestsPerWindow": requests });
        let error = Client::try_new(&config.to_string()).err().expect("no client");
        assert_eq!(error["kind"], "config", "{error}");
        error["message"].as_str().expect("a text").to_owned()
    };
    let missing = folder.path().join("missing").join("limiter");
    assert!(message(&missing, 95).starts_with(&format!("limiterFile {} can't be used: ", missing.display())));
    let diary = folder.path().join("diary");
    std::fs::write(&diary, "Monday").expect("a file");
    assert!(message(&diary, 95).contains("was left as it is"));
    let unused = folder.path().join("unused");
    for requests in [0, 505] {
        let expected = format!("requestsPerWindow in the configuration is {requests}; with limiterFile it must be from 1 to 504.");
        assert_eq!(message(&unused, requests), expected);
    }
    assert!(!unused.exists());
}
