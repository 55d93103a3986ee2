//! What a tenant may answer, byte for byte: never a panic, always one envelope, and success only for JSON under a status of success.
#![no_main]

mod support;

use libfuzzer_sys::fuzz_target;
use sailpoint_access_requests::client::{Client, Config, NoEvents};
use serde_json::value::RawValue;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};
use support::{Hurry, Tenant};

/// One of each way of delivery, with a request that passes.
const CALLS: [(&str, &str); 3] = [
    ("getAccessRequestConfig", "{}"),
    ("approveBulkAccessRequest", r#"{"approvalIds":["2c9180835d2e5168015d32f890ca1581"],"comment":"x"}"#),
    (
        "createAccessRequest",
        r#"{"requestedFor":["2c918084660f45d6016617daa9210584"],"requestedItems":[{"type":"ROLE","id":"2c9180835d2e5168015d32f890ca1581"}]}"#,
    ),
];
const MOST_ATTEMPTS: u64 = 2;

static TENANT: LazyLock<Tenant> = LazyLock::new(|| Tenant::start().expect("a free port"));

fuzz_target!(|input: (u8, bool, &[u8])| {
    let (choice, with_token, answer) = input;
    let (operation, request) = CALLS[usize::from(choice) % CALLS.len()];
    TENANT.answers(answer);
    let mut settings = json!({ "baseUrl": TENANT.base_url, "requestsPerWindow": 0 });
    if with_token {
        settings["accessToken"] = json!("t");
    } else {
        settings["clientId"] = json!("i");
        settings["clientSecret"] = json!("s");
    }
    let options = json!({ "maxAttempts": MOST_ATTEMPTS }).to_string();
    let config = Config::from_json(&settings.to_string()).expect("complete");
    let client = Client::with_clock(config, Arc::new(Hurry::new())).expect("a client");
    let envelope = TENANT.runtime.block_on(client.call(operation, Some(request), Some(&options), &NoEvents, None));
    let json = envelope.to_json();
    // The tenant's data is JSON, but may hold numbers that are too large for a Value.
    let members: BTreeMap<&str, &RawValue> = serde_json::from_str(&json).expect("JSON");
    let member = |name: &str| members.get(name).map_or(Value::Null, |raw| serde_json::from_str(raw.get()).expect("JSON"));
    assert!(member("meta")["attempts"].as_u64().is_some_and(|made| made <= MOST_ATTEMPTS), "{json}");
    if member("ok") == true {
        assert!(members.contains_key("data"), "{json}");
        assert!(member("status").as_u64().is_some_and(|status| (200..300).contains(&status)), "{json}");
    } else {
        assert!(member("error")["message"].as_str().is_some_and(|message| !message.is_empty()), "{json}");
    }
});
