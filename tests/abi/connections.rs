//! Settings, credentials and reachability: the message, and how often the tenant was asked.

use crate::support::abi::Client;
use crate::support::network::closed_address;
use crate::support::sandbox::Sandbox;
use serde_json::{Value, json};

fn config_error(config: &str) -> String {
    let error = Client::try_new(config).err().expect("no client");
    assert_eq!((&error["kind"], &error["delivery"]), (&json!("config"), &json!("not_sent")), "{error}");
    error["message"].as_str().expect("a text").to_owned()
}

#[test]
fn nothing_found_explains_every_way_and_the_shortest_file() {
    let message = config_error("{}");
    for part in [
        "No connection settings were found.",
        "Connect-SailPointTenant",
        "SAIL_BASE_URL, SAIL_CLIENT_ID and SAIL_CLIENT_SECRET",
        "config.json in the current directory",
        r#"{"baseUrl": "https://TENANT.api.identitynow.com", "clientId": "ID", "clientSecret": "SECRET"}"#,
    ] {
        assert!(message.contains(part), "{part}: {message}");
    }
}

#[test]
fn wrong_settings_are_named() {
    let with_url = |url: &str| json!({ "baseUrl": url, "clientId": "a", "clientSecret": "b" }).to_string();
    let rows = [
        ("{".to_owned(), "the configuration can't be used: it is not JSON: EOF while parsing an object at line 1, column 1."),
        ("[]".to_owned(), "the configuration must be one JSON object."),
        (
            r#"{"baseUrl":"https://a.b"}"#.to_owned(),
            "clientId and clientSecret are missing in the configuration. A client needs baseUrl with clientId and clientSecret, or baseUrl with accessToken.",
        ),
        (
            r#"{"clientId":"a","clientSecret":" "}"#.to_owned(),
            "baseUrl and clientSecret are missing in the configuration. A client needs baseUrl with clientId and clientSecret, or baseUrl with accessToken.",
        ),
        (
            r#"{"baseUrl":"https://a.b","accessToken":"t","clientSecret":"s"}"#.to_owned(),
            "the configuration gives both accessToken and clientSecret; give one of them.",
        ),
        (
            r#"{"baseURI":"https://a.b","source":"/etc/config.json"}"#.to_owned(),
            "\"baseURI\" in /etc/config.json is not a setting. Did you mean baseUrl?",
        ),
        (r#"{"baseURI":"https://a.b"}"#.to_owned(), "\"baseURI\" in the configuration is not a setting. Did you mean baseUrl?"),
        (r#"{"baseUrl":1}"#.to_owned(), "baseUrl in the configuration must be a text, not the number 1."),
        (r#"{"clientSecret":4711}"#.to_owned(), "clientSecret in the configuration must be a text, not what it holds."),
        (r#"{"windowMs":-1}"#.to_owned(), "windowMs in the configuration must be a whole number from 0, not the number -1."),
        (
            r#"{"connectTimeoutMs":0}"#.to_owned(),
            "connectTimeoutMs in the configuration must be a number of milliseconds from 1, not the number 0.",
        ),
        (
            r#"{"readTimeoutMs":0}"#.to_owned(),
            "readTimeoutMs in the configuration must be a number of milliseconds from 1, not the number 0.",
        ),
        (r#"{"headers":{"X-Team":"a","x-team":"b"}}"#.to_owned(), "headers in the configuration can't be used: x-team is given twice."),
        (r#"{"BaseUrl":"https://a.b","baseUrl":"https://a.b"}"#.to_owned(), "baseUrl is given twice in the configuration."),
        (
            with_url("acme.api.identitynow.com"),
            "baseUrl in the configuration is \"acme.api.identitynow.com\": it must begin with https://, such as https://acme.api.identitynow.com.",
        ),
        (
            with_url("https//acme.api.identitynow.com"),
            "baseUrl in the configuration is \"https//acme.api.identitynow.com\": it must begin with https://, such as https://acme.api.identitynow.com.",
        ),
        (
            with_url("htps://acme.api.identitynow.com"),
            "baseUrl in the configuration is \"htps://acme.api.identitynow.com\": it must begin with https://, not htps://.",
        ),
        (with_url("https://"), "baseUrl in the configuration is \"https://\": it is not a URL (empty host)."),
        (
            with_url("https://a.b/v2024/"),
            "baseUrl in the configuration is \"https://a.b/v2024/\": leave out /v2024, which is added by itself.",
        ),
        (with_url("user:pass@a.b"), "baseUrl in the configuration must not hold a user name or password."),
        (with_url("https://user:pass@a b"), "baseUrl in the configuration must not hold a user name or password."),
        (with_url("https://user:pass@a.b"), "baseUrl in the configuration must not hold a user name or password."),
        (with_url("https://a.b?x=1"), "baseUrl in the configuration is \"https://a.b?x=1\": it must end before any ? or #."),
        (
            with_url("http://acme.api.identitynow.com"),
            "baseUrl in the configuration is \"http://acme.api.identitynow.com\": http sends the secret in the clear. Use https, or set allowInsecureHttp if you must.",
        ),
        (
            r#"{"baseUrl":"https://a.b","clientId":"a","clientSecret":"b","proxy":"::"}"#.to_owned(),
            "proxy must be a URL such as http://proxy.example.com:8080, or http://USER:PASSWORD@proxy.example.com:8080.",
        ),
    ];
    for (config, message) in rows {
        assert_eq!(config_error(&config), message, "{config}");
    }
}

#[test]
fn both_spellings_of_the_settings_work() {
    let sandbox = Sandbox::start();
    let config = json!({ "BaseUrl": format!("{}/", sandbox.base_url()), "ClientId": sandbox.client_id(), "ClientSecret": sandbox.client_secret(), "NermBaseUrl": null });
    assert_eq!(Client::new(&config).call_with("getAccessRequestConfig", None, None)["ok"], true);
}

#[test]
fn a_wrong_secret_is_one_request_and_uses_nobody_elses_token() {
    let sandbox = Sandbox::start();
    let good = Client::new(&sandbox.config());
    assert_eq!(good.call_with("getAccessRequestConfig", None, None)["ok"], true);
    assert_eq!(sandbox.token_requests(), 1);

    let wrong = Client::new(&sandbox.config_with(json!({ "clientSecret": "wrong" })));
    let envelope = wrong.call_with("getAccessRequestConfig", None, None);
    let error = &envelope["error"];
    assert_eq!((&error["kind"], &error["status"], &error["delivery"]), (&json!("auth"), &json!(401), &json!("not_sent")), "{envelope}");
    let message = error["message"].as_str().expect("a text");
    assert!(message.starts_with(&format!("No access token: {}/oauth/token answered 401", sandbox.base_url())), "{message}");
    assert!(message.ends_with("The tenant refused the client credentials: check clientId and clientSecret."), "{message}");
    assert_eq!((sandbox.token_requests(), sandbox.arrived("getAccessRequestConfig")), (2, 1));
}

#[test]
fn a_wrong_secret_is_told_to_all_who_wait() {
    let sandbox = Sandbox::start();
    let client = Client::new(&sandbox.config_with(json!({ "clientSecret": "wrong" })));
    let calls: Vec<_> = (0..8).map(|_| client.start("getAccessRequestConfig", "{}", None).expect("a call")).collect();
    for call in &calls {
        assert_eq!(call.result()["error"]["kind"], "auth");
    }
    // Those who came while the first was refused shared its answer; nobody asked twice.
    assert!((1..=8).contains(&sandbox.token_requests()));
    assert_eq!(sandbox.all_arrived(), 0);
}

#[test]
fn a_token_answer_that_is_odd_hangs_nobody() {
    for expires_in in ["18446744073709551615", "1e300", "\"749\"", "749.5", "-1", "null", "\"soon\""] {
        let sandbox = Sandbox::with(json!({ "accessTokens": ["odd"] }));
        sandbox.fault(
            json!({ "operation": "token", "status": 200, "body": format!("{{\"access_token\":\"odd\",\"expires_in\":{expires_in}}}") }),
        );
        let client = Client::new(&sandbox.config());
        assert_eq!(client.call_with("getAccessRequestConfig", None, None)["ok"], true, "{expires_in}");
    }
    for body in ["", "<html>", "{}", "{\"access_token\":\"\"}", "{\"access_token\":7}"] {
        let sandbox = Sandbox::start();
        sandbox.fault(json!({ "operation": "token", "status": 200, "body": body }));
        let envelope = Client::new(&sandbox.config()).call_with("getAccessRequestConfig", None, None);
        assert_eq!(envelope["error"]["kind"], "auth", "{body}: {envelope}");
        assert!(envelope["error"]["message"].as_str().expect("a text").contains("with something that is not a token"), "{envelope}");
        assert_eq!(sandbox.token_requests(), 1);
    }
}

#[test]
fn a_token_that_is_said_to_live_no_time_at_all_is_used_until_it_is_refused() {
    let sandbox = Sandbox::with(json!({ "accessTokens": ["odd"] }));
    sandbox.fault(json!({ "operation": "token", "status": 200, "body": r#"{"access_token":"odd","expires_in":0}"# }));
    let client = Client::new(&sandbox.config());
    for _ in 0..2 {
        assert_eq!(client.call_with("getAccessRequestConfig", None, None)["ok"], true);
    }
    assert_eq!(sandbox.token_requests(), 1);
}

#[test]
fn what_a_token_endpoint_says_is_shown_in_its_first_words_and_gives_a_terminal_no_orders() {
    let sandbox = Sandbox::start();
    let body = json!({ "error": "red \u{1b}[31m\r\nalert\u{7}", "error_description": "é".repeat(5000) }).to_string();
    sandbox.fault(json!({ "operation": "token", "status": 400, "body": body, "times": 1 }));
    sandbox.fault(json!({ "operation": "token", "status": 400, "body": body.replace("error_description", "other") }));
    let client = Client::new(&sandbox.config());
    let message = || {
        let envelope = client.call_with("getAccessRequestConfig", None, None);
        envelope["error"]["message"].as_str().expect("a text").to_owned()
    };
    let advice = "The tenant refused the client credentials: check clientId and clientSecret.";
    let begin = format!("No access token: {}/oauth/token answered 400: ", sandbox.base_url());
    assert_eq!(message(), format!("{begin}{}. {advice}", "é".repeat(300)));
    assert_eq!(message(), format!("{begin}red  [31m  alert . {advice}"));
}

#[test]
fn a_token_that_no_header_can_carry_is_laid_to_who_issued_it() {
    let sandbox = Sandbox::start();
    sandbox.fault(json!({ "operation": "token", "status": 200, "body": r#"{"access_token":"two\nlines","expires_in":700}"#, "times": 1 }));
    let client = Client::new(&sandbox.config());
    let refused = client.call_with("getAccessRequestConfig", None, None);
    let message = refused["error"]["message"].as_str().expect("a text");
    assert!(message.contains("/oauth/token answered 200 with something that is not a token"), "{message}");
    assert_eq!(client.call_with("getAccessRequestConfig", None, None)["ok"], true, "it is not kept");
}

#[test]
fn a_token_endpoint_that_asks_for_a_long_wait_gets_none() {
    let sandbox = Sandbox::start();
    sandbox.fault(json!({ "operation": "token", "status": 429, "headers": { "Retry-After": "3600" } }));
    let envelope = Client::new(&sandbox.config()).call_with("getAccessRequestConfig", None, None);
    let error = &envelope["error"];
    assert_eq!(
        (&error["kind"], &error["retryAfterSeconds"], &error["delivery"]),
        (&json!("rate_limited"), &json!(3600), &json!("not_sent")),
        "{envelope}"
    );
    assert_eq!(sandbox.token_requests(), 1);
}

#[test]
fn clients_that_share_a_token_reach_it_each_by_its_own_way() {
    let sandbox = Sandbox::start();
    // It comes first and makes the shared entry, but it is not the one that asks.
    let first = Client::new(&sandbox.config_with(json!({ "headers": { "X-Way": "first" } })));
    let second = Client::new(&sandbox.config_with(json!({ "headers": { "X-Way": "second" } })));
    assert_eq!(second.call_with("getAccessRequestConfig", None, None)["ok"], true);
    let log = sandbox.control("GET", "/sandbox/requests", None);
    let token_request =
        log.as_array().expect("a list").iter().find(|entry| entry["path"] == "/oauth/token").expect("a token was asked for").clone();
    assert!(token_request["headers"].to_string().to_lowercase().contains(r#"["x-way","second"]"#), "{token_request}");
    drop(first);
}

#[test]
fn a_limiter_without_room_before_the_deadline_ends_the_call_at_once() {
    let sandbox = Sandbox::start();
    sandbox.fault(json!({ "operation": "cancelAccessRequest", "status": 429, "headers": { "Retry-After": "600" }, "times": 1 }));
    let client = Client::new(&sandbox.config_with(json!({ "requestsPerWindow": 2 })));
    let request = r#"{"accountActivityId":"2c9180835d2e5168015d32f890ca1581","comment":"x"}"#;
    let deadline = Some(r#"{"deadlineMs":60000}"#);
    assert_eq!(client.call_with("cancelAccessRequest", Some(request), deadline)["error"]["status"], 429);
    let envelope = client.call_with("getAccessRequestConfig", None, deadline);
    let error = &envelope["error"];
    assert_eq!(
        (&error["kind"], &error["delivery"], &envelope["meta"]["attempts"]),
        (&json!("rate_limited"), &json!("not_sent"), &json!(0)),
        "{envelope}"
    );
    let message = error["message"].as_str().expect("a text");
    assert!(message.starts_with("getAccessRequestConfig was not sent: the tenant throttles this client id, and the wait of "), "{message}");
    assert!(message.ends_with("would outlive deadlineMs."), "{message}");
    assert_eq!(sandbox.arrived("getAccessRequestConfig"), 0);
}

#[test]
fn an_expired_token_is_renewed_once_and_the_call_goes_on() {
    let sandbox = Sandbox::start();
    let client = Client::new(&sandbox.config());
    let request = json!({ "approvalIds": ["2c9180835d2e5168015d32f890ca1581"], "comment": "x" });
    assert_eq!(client.call("approveBulkAccessRequest", &request)["ok"], true);
    sandbox.control("POST", "/sandbox/expire-tokens", None);
    let envelope = client.call("approveBulkAccessRequest", &request);
    assert_eq!((&envelope["ok"], &envelope["meta"]["attempts"]), (&json!(true), &json!(2)), "{envelope}");
    assert_eq!(
        (sandbox.arrived("approveBulkAccessRequest"), sandbox.acted("approveBulkAccessRequest"), sandbox.token_requests()),
        (3, 2, 2)
    );
}

#[test]
fn a_tenant_that_refuses_every_token_is_asked_twice() {
    let sandbox = Sandbox::start();
    sandbox.fault(json!({ "operation": "getAccessRequestConfig", "status": 401 }));
    let client = Client::new(&sandbox.config());
    let envelope = client.call_with("getAccessRequestConfig", None, None);
    let error = &envelope["error"];
    assert_eq!((&error["kind"], &error["status"], &envelope["meta"]["attempts"]), (&json!("auth"), &json!(401), &json!(2)), "{envelope}");
    let message = error["message"].as_str().expect("a text");
    assert!(message.starts_with("getAccessRequestConfig failed: the tenant answered 401 Unauthorized: JWT validation failed"), "{message}");
    assert!(message.ends_with("The access token was refused: check that it belongs to this tenant and has not expired."), "{message}");
}

#[test]
fn a_given_access_token_is_used_as_it_is() {
    let sandbox = Sandbox::with(json!({ "accessTokens": ["given-token"] }));
    let settings = |token: &str| json!({ "baseUrl": sandbox.base_url(), "accessToken": token });
    assert_eq!(Client::new(&settings("given-token")).call_with("getAccessRequestConfig", None, None)["ok"], true);
    let refused = Client::new(&settings("stale-token")).call_with("getAccessRequestConfig", None, None);
    assert_eq!((&refused["error"]["kind"], &refused["meta"]["attempts"]), (&json!("auth"), &json!(1)), "it can't be renewed: {refused}");
    let broken = Client::new(&settings("two\nlines")).call_with("getAccessRequestConfig", None, None);
    assert!(
        broken["error"]["message"].as_str().expect("a text").starts_with("The access token holds characters that no HTTP header can carry"),
        "{broken}"
    );
    assert_eq!((sandbox.token_requests(), sandbox.arrived("getAccessRequestConfig")), (0, 2));
}

#[test]
fn a_tenant_that_is_not_there_is_named() {
    let base_url = format!("http://{}", closed_address());
    let client = Client::new(&json!({ "baseUrl": base_url, "accessToken": "t", "requestsPerWindow": 0 }));
    let envelope = client.call_with("getAccessRequestConfig", None, Some(r#"{"maxAttempts":1}"#));
    let error = &envelope["error"];
    assert_eq!(
        (&error["kind"], &error["delivery"], &envelope["meta"]["attempts"]),
        (&json!("transport"), &json!("not_sent"), &json!(0)),
        "{envelope}"
    );
    let message = error["message"].as_str().expect("a text");
    assert!(message.starts_with(&format!("getAccessRequestConfig failed: {base_url} could not be reached (")), "{message}");
    assert!(message.ends_with("Check baseUrl, the network and the proxy."), "{message}");
}

#[test]
fn a_tenant_that_does_not_answer_ends_in_a_timeout() {
    let sandbox = Sandbox::start();
    sandbox.fault(json!({ "operation": "createAccessRequest", "do": "stall" }));
    let client = Client::new(&sandbox.config());
    let request =
        json!({ "requestedFor": ["2c918084660f45d6016617daa9210584"], "requestedItems": [{ "type": "ROLE", "id": "x" }] }).to_string();
    let envelope = client.call_with("createAccessRequest", Some(&request), Some(r#"{"timeoutMs":800}"#));
    let error = &envelope["error"];
    assert_eq!(
        (&error["kind"], &error["delivery"], &envelope["meta"]["attempts"]),
        (&json!("timeout"), &json!("unknown"), &json!(1)),
        "{envelope}"
    );
    assert_eq!(
        error["message"],
        format!(
            "createAccessRequest failed: {} did not answer in time (timeoutMs is 800 ms). The tenant may have acted on it. Before sending it again, look: \
             listAccessRequestStatus with requestedFor and sorters -created shows whether the request is there.",
            sandbox.base_url()
        )
    );
    assert_eq!(sandbox.arrived("createAccessRequest"), 1, "a submission is never sent twice");
}

#[test]
fn a_tenant_that_falls_silent_is_told_apart() {
    let sandbox = Sandbox::start();
    sandbox.fault(json!({ "operation": "getAccessRequestConfig", "do": "stall" }));
    let client = Client::new(&sandbox.config_with(json!({ "connectTimeoutMs": 100, "readTimeoutMs": 150 })));
    let envelope = client.call_with("getAccessRequestConfig", None, Some(r#"{"maxAttempts":1}"#));
    let message = envelope["error"]["message"].as_str().expect("a text");
    assert!(message.ends_with("did not answer in time (nothing came for 250 ms, see readTimeoutMs)."), "{message}");
    assert_eq!(envelope["error"]["kind"], "timeout");
}

#[test]
fn loopback_never_goes_through_a_proxy() {
    let sandbox = Sandbox::start();
    // Nothing listens there, so a request that took the proxy would fail.
    let client = Client::new(&sandbox.config_with(json!({ "proxy": "http://127.0.0.1:9", "noProxy": "example.com" })));
    assert_eq!(client.call_with("getAccessRequestConfig", None, None)["ok"], true);
}

#[test]
fn the_users_agent_and_headers_go_along() {
    let sandbox = Sandbox::start();
    let client = Client::new(&sandbox.config_with(json!({ "userAgent": "runbook/7", "headers": { "X-Team": "identity" } })));
    client.call_with("getAccessRequestConfig", None, None);
    let seen = sandbox.requests()[0]["headers"].to_string().to_lowercase();
    assert!(seen.contains("runbook/7\"") && seen.contains(r#"["x-team","identity"]"#), "{seen}");
    assert!(seen.contains(&format!("sailpoint-access-requests/{}", env!("CARGO_PKG_VERSION"))), "{seen}");
}

#[test]
fn clients_of_one_id_share_the_limit() {
    let sandbox = Sandbox::with(json!({ "limit": { "requests": 4, "windowMs": 400 } }));
    let config = sandbox.config_with(json!({ "requestsPerWindow": 4, "windowMs": 400 }));
    let clients: Vec<Client> = (0..3).map(|_| Client::new(&config)).collect();
    let calls: Vec<_> =
        (0..12).map(|number: usize| clients[number % 3].start("getAccessRequestConfig", "{}", None).expect("a call")).collect();
    for call in &calls {
        let result: Value = call.result();
        assert_eq!((&result["ok"], &result["meta"]["attempts"]), (&json!(true), &json!(1)), "not one 429: {result}");
    }
    assert_eq!(sandbox.arrived("getAccessRequestConfig"), 12);
}
