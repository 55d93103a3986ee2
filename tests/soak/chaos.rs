//! Calls of every operation from many threads through a tenant whose faults come at random, and what has to hold afterwards.
//! Shared by the bounded run of `cargo test` and the long one of `cargo bench --bench soak`.

use crate::support::abi::Client;
use crate::support::sandbox::Sandbox;
use fastrand::Rng;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

pub struct Plan {
    /// The same seed gives the same calls and faults, each thread's in its order.
    pub seed: u64,
    pub calls: usize,
    pub threads: usize,
}

/// What the process holds, where the system tells it.
#[derive(Clone, Copy, Debug)]
pub struct Footprint {
    pub resident_kib: u64,
    pub threads: u64,
}

pub struct Report {
    /// How many calls ended in each way: "ok", or the error's kind and delivery.
    pub outcomes: BTreeMap<String, usize>,
    /// How often faults applied, by what they do.
    pub faults: BTreeMap<String, u64>,
    /// What broke a promise, in words.
    pub violations: Vec<String>,
    /// After each tenth of the calls.
    pub footprints: Vec<Footprint>,
    /// Threads beyond those that one call needs, when all callers are gone.
    pub threads_left: u64,
    /// Requests that reached the tenant, and those that calls tell of.
    pub arrived: u64,
    pub attempts: u64,
}

/// One call that changed something, or may have. A few bytes, in room that is there from the start, so that the growth of the
/// process is that of the library.
struct Change {
    number: u32,
    ids: Ids,
    /// Its place in the list of outcomes.
    outcome: u8,
}

/// Which ids a call was about; its number makes them its own.
#[derive(Clone, Copy)]
enum Ids {
    None,
    Several(u8),
    /// Of a request that was submitted.
    Created,
}

impl Ids {
    fn of(self, number: u32) -> Vec<String> {
        match self {
            Self::None => Vec::new(),
            Self::Several(count) => (0..count).map(|part| format!("chaos-{number}-{part}")).collect(),
            Self::Created => vec![format!("identity-{number}/item-{number}")],
        }
    }
}

/// Roughly one request in six meets one of these. Each is rare enough that a repeated request mostly gets through.
fn faults() -> Vec<Value> {
    let any = [
        json!({ "do": "resetBeforeReading" }),
        json!({ "do": "resetAfterActing" }),
        json!({ "do": "resetInAnswer" }),
        json!({ "do": "delay", "delayMs": 5 }),
        json!({ "do": "stall" }),
        json!({ "do": "stall", "act": true }),
        json!({ "do": "truncate" }),
        json!({ "do": "garbage" }),
        json!({ "do": "wrongLength" }),
        json!({ "do": "slowBytes", "pieces": 10, "delayMs": 1 }),
        json!({ "do": "expireToken" }),
        json!({ "do": "throttle", "retryAfterSeconds": 0 }),
        json!({ "status": 400 }),
        json!({ "status": 500 }),
        json!({ "status": 502, "act": true }),
        json!({ "status": 503 }),
        json!({ "status": 503, "headers": { "Retry-After": "0" } }),
    ];
    let token = [json!({ "do": "resetBeforeReading" }), json!({ "status": 500 }), json!({ "do": "refuse", "forMs": 30 })];
    let of = |operation: &str, chance: f64, mut fault: Value| {
        fault["operation"] = json!(operation);
        fault["chance"] = json!(chance);
        fault
    };
    any.into_iter().map(|fault| of("any", 0.01, fault)).chain(token.into_iter().map(|fault| of("token", 0.15, fault))).collect()
}

pub fn run(plan: &Plan) -> Report {
    // The limit is the service's, in a window of half a second instead of ten.
    let sandbox = Sandbox::with(json!({
        "requests": 50,
        "unknownIds": "accept",
        "limit": { "requests": 1000, "windowMs": 500 },
        "faults": faults(),
    }));
    let config = sandbox.config_with(json!({ "requestsPerWindow": 950, "windowMs": 500 }));
    let client = Client::new(&config);
    let warm_up = client.call("getAccessRequestConfig", &json!({}));
    let threads = footprint().map_or(0, |footprint| footprint.threads);
    let next = AtomicUsize::new(0);
    let changes = Mutex::new(Vec::with_capacity(plan.calls));
    let (names, footprints, attempts) = (Mutex::new(Vec::new()), Mutex::new(Vec::new()), Mutex::new(attempts_of(&warm_up)));
    std::thread::scope(|scope| {
        for thread in 0..plan.threads {
            let (client, next, changes, names, footprints, attempts) = (&client, &next, &changes, &names, &footprints, &attempts);
            let mut rng = Rng::with_seed(plan.seed.wrapping_add(thread as u64));
            scope.spawn(move || {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= plan.calls {
                        return;
                    }
                    let number_of_call = u32::try_from(number).expect("a count");
                    let (ids, outcome, made) = call(client, number_of_call, &mut rng);
                    let outcome = place(names, outcome);
                    changes.lock().expect("no panic").push(Change { number: number_of_call, ids, outcome });
                    *attempts.lock().expect("no panic") += made;
                    if (number + 1) % (plan.calls / 10).max(1) == 0 {
                        footprints.lock().expect("no panic").extend(footprint());
                    }
                }
            });
        }
    });
    let changes: Vec<Change> = changes.into_inner().expect("no panic");
    let names: Vec<String> = names.into_inner().expect("no panic");
    let counters = sandbox.settled_counters();
    let mut outcomes = BTreeMap::new();
    for change in &changes {
        *outcomes.entry(names[usize::from(change.outcome)].clone()).or_default() += 1;
    }
    let arrived = counters["operations"].as_object().expect("an object").values().filter_map(|count| count["arrived"].as_u64()).sum();
    Report {
        outcomes,
        faults: applied(&sandbox),
        violations: changes.iter().flat_map(|change| violations(change, &names[usize::from(change.outcome)], &counters["ids"])).collect(),
        footprints: footprints.into_inner().expect("no panic"),
        threads_left: threads_beyond(threads),
        arrived,
        attempts: attempts.into_inner().expect("no panic"),
    }
}

/// Where an outcome stands in the list, at the end if it is new.
fn place(names: &Mutex<Vec<String>>, outcome: String) -> u8 {
    let mut names = names.lock().expect("no panic");
    let place = names.iter().position(|name| *name == outcome).unwrap_or_else(|| {
        names.push(outcome);
        names.len() - 1
    });
    u8::try_from(place).expect("few outcomes")
}

/// One call of some operation in some form, on ids that no other call has: its outcome, and how many attempts it tells of.
fn call(client: &Client, number: u32, rng: &mut Rng) -> (Ids, String, u64) {
    let (operation, request, ids) = request(number, rng);
    let options = json!({ "timeoutMs": 400, "maxAttempts": 6 }).to_string();
    let envelope = match rng.u8(..) {
        0..128 => client.call_with(operation, Some(&request.to_string()), Some(&options)),
        128..230 => client.start(operation, &request.to_string(), Some(&options)).expect("a call").result(),
        _ => {
            let call = client.start(operation, &request.to_string(), Some(&options)).expect("a call");
            // Somewhere between at once and after the first event.
            if rng.bool() {
                let _ = call.next(rng.i32(0..3));
            }
            call.abort();
            call.result()
        }
    };
    let outcome = if envelope["ok"] == true {
        "ok".to_owned()
    } else {
        let word = |member: &str| envelope["error"][member].as_str().expect("a word").to_owned();
        format!("{}, {}", word("kind"), word("delivery"))
    };
    (ids, outcome, attempts_of(&envelope))
}

fn attempts_of(envelope: &Value) -> u64 {
    envelope["meta"]["attempts"].as_u64().expect("a count")
}

fn request(number: u32, rng: &mut Rng) -> (&'static str, Value, Ids) {
    let several = Ids::Several(rng.u8(1..4));
    let ids = several.of(number);
    match rng.u8(..) {
        0..60 => ("approveBulkAccessRequest", json!({ "approvalIds": ids, "comment": "x" }), several),
        60..90 => ("cancelAccessRequest", json!({ "accountActivityId": ids[0], "comment": "x" }), Ids::Several(1)),
        90..120 => ("cancelAccessRequestInBulk", json!({ "accessRequestIds": ids, "comment": "x" }), several),
        120..150 => ("closeAccessRequest", json!({ "accessRequestIds": ids }), several),
        150..190 => {
            let (identity, item) = (format!("identity-{number}"), format!("item-{number}"));
            let request = json!({ "requestedFor": [identity], "requestedItems": [{ "type": "ROLE", "id": item }] });
            ("createAccessRequest", request, Ids::Created)
        }
        190..205 => ("getAccessRequestConfig", json!({}), Ids::None),
        205..220 => ("setAccessRequestConfig", json!({ "autoApprovalEnabled": false }), Ids::None),
        220..240 => ("listAccessRequestStatus", json!({ "limit": 3 }), Ids::None),
        _ => ("listAdministratorsAccessRequestStatus", json!({ "limit": 3 }), Ids::None),
    }
}

fn applied(sandbox: &Sandbox) -> BTreeMap<String, u64> {
    let faults = sandbox.faults();
    let name = |fault: &Value| format!("{} on {}", fault["do"].as_str().expect("a word"), fault["operation"].as_str().expect("a name"));
    let mut applied = BTreeMap::new();
    for fault in faults.as_array().expect("a list") {
        *applied.entry(name(fault)).or_default() += fault["applied"].as_u64().expect("a count");
    }
    applied
}

/// Accepted is acted on once; not sent, and refused, is never; and nothing at all is acted on twice.
fn violations(change: &Change, outcome: &str, acted: &Value) -> Vec<String> {
    let allowed = match outcome {
        "ok" => 1..=1,
        outcome if outcome.ends_with("unknown") => 0..=1,
        _ => 0..=0,
    };
    let count = |id: &String| acted[id].as_u64().unwrap_or_default();
    let ids = change.ids.of(change.number);
    let broken = ids.iter().filter(|id| !allowed.contains(&count(id)));
    broken.map(|id| format!("{id} ended as {outcome}, and was acted on {} times", count(id))).collect()
}

/// A thread that was joined may be listed for a moment longer.
fn threads_beyond(expected: u64) -> u64 {
    let beyond = || footprint().map_or(0, |footprint| footprint.threads.saturating_sub(expected));
    (0..10_000).map(|_| beyond()).find(|left| *left == 0).unwrap_or_else(beyond)
}

/// None where the system has no `/proc`.
fn footprint() -> Option<Footprint> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let number = |name: &str| status.lines().find_map(|line| line.strip_prefix(name)?.split_whitespace().next()?.parse().ok());
    Some(Footprint { resident_kib: number("VmRSS:")?, threads: number("Threads:")? })
}
