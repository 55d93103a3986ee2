//! The secret and the token are in no event, no error and no result, not even where a tenant gives them back.

use crate::support::abi::Client;
use crate::support::sandbox::Sandbox;
use serde_json::json;

const SECRET: &str = "canary-secret-6f1d";
const TOKEN: &str = "canary-token-9b2e";

#[test]
fn neither_secret_nor_token_comes_out() {
    let echo = format!("{{\"error\":\"{TOKEN} {SECRET}\"}}");
    let sandbox = Sandbox::with(json!({ "clientSecret": SECRET, "accessTokens": [TOKEN] }));
    let client = Client::new(&sandbox.config());
    let with_token = Client::new(&json!({ "baseUrl": sandbox.base_url(), "accessToken": TOKEN }));
    let wrong = Client::new(&sandbox.config_with(json!({ "clientSecret": format!("{SECRET}-wrong") })));
    let mut told = String::new();
    for client in [&client, &with_token, &wrong] {
        for request in ["{}", r#"{"limit":251}"#] {
            for event in client.start("listAccessRequestStatus", request, None).expect("a call").events() {
                told += &event.to_string();
            }
        }
    }
    sandbox.fault(json!({ "operation": "getAccessRequestConfig", "status": 403, "body": echo.replace(SECRET, ""), "times": 1 }));
    told += &with_token.call_with("getAccessRequestConfig", None, None).to_string();
    sandbox.fault(json!({ "operation": "token", "status": 401, "body": echo.replace(TOKEN, "") }));
    sandbox.control("POST", "/sandbox/expire-tokens", None);
    told += &client.call_with("getAccessRequestConfig", None, None).to_string();
    // Given back by a success that is none, and by a header.
    let echo_header = json!({ "X-Echo": format!("Bearer {TOKEN}") });
    sandbox.fault(
        json!({ "operation": "cancelAccessRequest", "status": 202, "headers": echo_header, "body": format!("<html>{TOKEN}</html>") }),
    );
    let cancel = json!({ "accountActivityId": "2c9180835d2e5168015d32f890ca1581", "comment": "x" });
    told += &with_token.call("cancelAccessRequest", &cancel).to_string();
    assert!(told.contains("***"), "the tenant gave both back: {told}");
    assert!(!told.contains("canary"), "{told}");
    let metrics = sailpoint_access_requests::client::metrics_json();
    assert!(!metrics.contains("canary"));
}

#[test]
fn a_secret_with_odd_characters_is_found_in_every_spelling() {
    let secret = "canary+/=\"\\ é";
    let sandbox = Sandbox::with(json!({ "clientSecret": secret }));
    let in_form = "canary%2B%2F%3D%22%5C+%C3%A9";
    let in_json = serde_json::to_string(secret).expect("JSON");
    let body = format!("client_secret={in_form}&raw={secret}&json={in_json}");
    sandbox.fault(json!({ "operation": "token", "status": 400, "body": body }));
    let told = Client::new(&sandbox.config()).call_with("getAccessRequestConfig", None, None);
    assert_eq!(told["error"]["body"], "client_secret=***&raw=***&json=\"***\"");
}

#[test]
fn a_token_that_is_escaped_in_the_answer_is_in_none_of_the_texts_read_from_it() {
    let sandbox = Sandbox::with(json!({ "accessTokens": ["canary/+1234"] }));
    let body = r#"{"detailCode":"canary\/+1234","messages":[{"text":"no: canary\u002f\u002b1234"}]}"#;
    sandbox.fault(json!({ "operation": "getAccessRequestConfig", "status": 403, "body": body }));
    let client = Client::new(&json!({ "baseUrl": sandbox.base_url(), "accessToken": "canary/+1234" }));
    let error = client.call_with("getAccessRequestConfig", None, None)["error"].clone();
    assert_eq!((&error["detailCode"], &error["messages"]), (&json!("***"), &json!(["no: ***"])));
    assert!(!error.to_string().contains("canary"), "{error}");
}

#[test]
fn errors_about_settings_do_not_show_them() {
    for config in [
        json!({ "clientSecret": SECRET, "clientId": "a" }),
        json!({ "baseUrl": "https://a.b", "accessToken": TOKEN, "clientSecret": SECRET }),
        json!({ "baseUrl": "https://a.b", "clientId": "a", "clientSecret": SECRET, "proxy": format!("::{SECRET}") }),
        json!({ "baseUrl": format!("user:{SECRET}@a.b"), "clientId": "a", "clientSecret": SECRET }),
        json!({ "baseUrl": format!("https://user:{SECRET}@a b"), "clientId": "a", "clientSecret": SECRET }),
        json!({ "baseUrl": format!("https://user:{SECRET}@a.b"), "clientId": "a", "clientSecret": SECRET }),
        json!({ "clientSecret": [SECRET] }),
        json!({ "headers": { "X-Key": [SECRET] } }),
    ] {
        let error = Client::try_new(&config.to_string()).err().expect("no client").to_string();
        assert!(!error.contains("canary"), "{error}");
    }
}
