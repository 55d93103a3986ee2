//! Tests of the tenant as a whole, without a socket: what one request does the next one sees.

use serde_json::{Value, json};

use crate::faults::Reply;
use crate::http::Response;
use crate::http::request::{Request, RequestHead};
use crate::settings;
use crate::tenant::Tenant;

const TOKEN: &str = "token";
const FIRST: &str = "2c9180835d2e5168015d32f890ca1581";
const SECOND: &str = "2c9180835d2e5168015d32f890ca1582";
const STUCK: &str = "2c90ad2a70ace7d50170acf22ca90010";

/// A tenant with these settings that knows the token [`TOKEN`].
fn tenant(settings: Value) -> Tenant {
    let mut settings = settings::parse(&settings.to_string()).expect("valid settings");
    settings.access_tokens.push(TOKEN.to_owned());
    Tenant::new(settings, 1)
}

fn send(tenant: &Tenant, method: &str, target: &str, body: Option<&Value>) -> Reply {
    let token = if target.starts_with("/sandbox/") { &tenant.credentials().control_token } else { TOKEN };
    let headers = [("Authorization", format!("Bearer {token}").as_str()), ("Content-Type", "application/json")]
        .map(|(name, value)| (name.to_owned(), value.to_owned()));
    let head = RequestHead::new(method, target, headers.to_vec());
    let context = tenant.begin_request(&head);
    tenant.handle(&context, &Request { head, body: body.map(ToString::to_string).unwrap_or_default().into_bytes() })
}

fn answer(tenant: &Tenant, method: &str, target: &str, body: Option<&Value>) -> Response {
    match send(tenant, method, target, body) {
        Reply::Response(response) => response,
        other => panic!("{method} {target}: {other:?}"),
    }
}

/// Status and body.
fn call(tenant: &Tenant, method: &str, target: &str, body: Option<&Value>) -> (u16, Value) {
    let response = answer(tenant, method, target, body);
    (response.status, serde_json::from_slice(&response.body).expect("JSON"))
}

fn post(tenant: &Tenant, path: &str, body: &Value) -> (u16, Value) {
    call(tenant, "POST", &format!("/v2024{path}"), Some(body))
}

/// The only row that both status lists have for this access request, as the first one tells it.
fn row(tenant: &Tenant, access_request_id: &str) -> Value {
    let filter = format!("filters=accessRequestId+in+(%22{access_request_id}%22)");
    let (status, rows) = call(tenant, "GET", &format!("/v2024/access-request-status?{filter}"), None);
    assert_eq!((status, rows.as_array().map(Vec::len)), (200, Some(1)), "{rows}");
    rows[0].clone()
}

fn submission(identity: &str) -> Value {
    json!({ "requestedFor": [identity], "requestedItems": [{ "type": "ROLE", "id": "role", "comment": "please" }] })
}

/// Submits a request and gives its id.
fn submit(tenant: &Tenant, identity: &str) -> String {
    let (status, answer) = post(tenant, "/access-requests", &submission(identity));
    assert_eq!(status, 202, "{answer}");
    answer["newRequests"][0]["accessRequestIds"][0].as_str().expect("a new request").to_owned()
}

fn approve(tenant: &Tenant, access_request_id: &str) -> (u16, Value) {
    let ids = row(tenant, access_request_id)["approvalIds"].clone();
    post(tenant, "/access-request-approvals/bulk-approve", &json!({ "approvalIds": ids, "comment": "fine" }))
}

#[test]
fn a_submitted_request_is_listed_and_approved_to_its_end() {
    let tenant = tenant(json!({}));
    let id = submit(&tenant, "someone");
    let submitted = row(&tenant, &id);
    assert_eq!((&submitted["state"], &submitted["cancelable"]), (&json!("EXECUTING"), &json!(true)));
    assert_eq!(submitted["requesterComment"]["comment"], "please");

    assert_eq!(approve(&tenant, &id), (202, json!({})));
    let approved = row(&tenant, &id);
    assert_eq!((&approved["state"], &approved["cancelable"]), (&json!("REQUEST_COMPLETED"), &json!(false)));
    assert_eq!(
        (&approved["approvalDetails"][0]["status"], &approved["approvalDetails"][0]["comment"]),
        (&json!("APPROVED"), &json!("fine"))
    );
    assert_eq!(approve(&tenant, &id).0, 400);
}

#[test]
fn provisioning_takes_the_time_that_is_set() {
    let tenant = tenant(json!({ "provisioningMs": 60_000 }));
    let id = submit(&tenant, "someone");
    approve(&tenant, &id);
    assert_eq!(row(&tenant, &id)["state"], "EXECUTING");
    assert_eq!(call(&tenant, "POST", "/sandbox/clock", Some(&json!({ "advanceMs": 60_000 }))).0, 200);
    assert_eq!(row(&tenant, &id)["state"], "REQUEST_COMPLETED");
}

#[test]
fn a_request_is_cancelled_before_approval_and_closed_after_it_too() {
    let tenant = tenant(json!({ "provisioningMs": 60_000 }));
    let cancel = |id: &str| post(&tenant, "/access-requests/cancel", &json!({ "accountActivityId": id, "comment": "mistake" }));
    let id = submit(&tenant, "first");
    assert_eq!(cancel(&id), (202, json!({})));
    let cancelled = row(&tenant, &id);
    assert_eq!((&cancelled["state"], &cancelled["cancelledRequestDetails"]["comment"]), (&json!("CANCELLED"), &json!("mistake")));

    let id = submit(&tenant, "second");
    approve(&tenant, &id);
    let (status, error) = cancel(&id);
    assert_eq!((status, &error["detailCode"]), (400, &json!("400.1 Bad Request Content")));
    assert_eq!(post(&tenant, "/access-requests/close", &json!({ "accessRequestIds": [id], "message": "stuck" })).0, 202);
    let closed = row(&tenant, &id);
    assert_eq!((&closed["state"], &closed["errorMessages"][0][0]["text"]), (&json!("TERMINATED"), &json!("stuck")));
}

#[test]
fn the_same_submission_again_is_told_as_existing() {
    let tenant = tenant(json!({}));
    let id = submit(&tenant, "someone");
    for _ in 0..2 {
        let (_, again) = post(&tenant, "/access-requests", &submission("someone"));
        assert_eq!((&again["newRequests"], &again["existingRequests"][0]["accessRequestIds"][0]), (&json!([]), &json!(id)));
        // Once under way, once fulfilled.
        approve(&tenant, &id);
    }
    let mut changed = submission("someone");
    changed["requestedItems"][0]["removeDate"] = json!("2030-01-01T00:00:00Z");
    assert_eq!(post(&tenant, "/access-requests", &changed).1["newRequests"].as_array().map(Vec::len), Some(1));
}

#[test]
fn the_examples_of_the_documentation_succeed_in_any_order_any_number_of_times() {
    let tenant = tenant(json!({}));
    let examples = [
        ("/access-request-approvals/bulk-approve", json!({ "approvalIds": [FIRST, SECOND], "comment": "fine" })),
        ("/access-requests/cancel", json!({ "accountActivityId": FIRST, "comment": "mistake" })),
        ("/access-requests/bulk-cancel", json!({ "accessRequestIds": [FIRST, SECOND], "comment": "mistake" })),
        ("/access-requests/close", json!({ "accessRequestIds": [STUCK], "executionStatus": "Terminated" })),
        ("/access-requests", submission("2c918084660f45d6016617daa9210584")),
    ];
    let mut random = fastrand::Rng::with_seed(7);
    for round in 0..100 {
        let (path, body) = &examples[random.usize(..examples.len())];
        let (status, answer) = post(&tenant, path, body);
        assert_eq!(status, 202, "round {round}, {path}: {answer}");
    }
    post(&tenant, examples[0].0, &examples[0].1);
    let list = "/v2024/access-request-status?requested-for=2c9180877b2b6ea4017b2c545f971429&requested-by=2c9180877b2b6ea4017b2c545f971429\
        &assigned-to=2c9180877b2b6ea4017b2c545f971429&count=true&limit=100&sorters=created&request-state=EXECUTING\
        &filters=accountActivityItemId+eq+%222c918086771c86df0177401efcdf54c0%22";
    assert_eq!(call(&tenant, "GET", list, None).1.as_array().map(Vec::len), Some(1));
    assert_eq!(call(&tenant, "GET", &format!("{list}&offset=10"), None), (200, json!([])));
}

#[test]
fn unknown_ids_are_404_where_that_is_documented_unless_all_are_accepted() {
    let calls = [
        ("/access-request-approvals/bulk-approve", json!({ "approvalIds": ["x"], "comment": "" }), 404),
        ("/access-requests/cancel", json!({ "accountActivityId": "x", "comment": "" }), 404),
        ("/access-requests/bulk-cancel", json!({ "accessRequestIds": ["x"], "comment": "" }), 404),
        ("/access-requests/close", json!({ "accessRequestIds": ["x"] }), 202),
    ];
    let (refusing, accepting) = (tenant(json!({})), tenant(json!({ "unknownIds": "accept" })));
    for (path, body, status) in calls {
        assert_eq!(post(&refusing, path, &body).0, status, "{path}");
        assert_eq!(post(&accepting, path, &body).0, 202, "{path}");
    }
    let counters = call(&accepting, "GET", "/sandbox/counters", None).1;
    assert_eq!(counters["ids"]["x"], 4);
}

#[test]
fn one_wrong_id_leaves_the_others_as_they_were() {
    let tenant = tenant(json!({}));
    let id = submit(&tenant, "someone");
    let body = json!({ "accessRequestIds": [id, "x"], "comment": "" });
    assert_eq!(post(&tenant, "/access-requests/bulk-cancel", &body).0, 404);
    assert_eq!(row(&tenant, &id)["state"], "EXECUTING");
    assert_eq!(
        call(&tenant, "GET", "/sandbox/counters", None).1["operations"]["cancelAccessRequestInBulk"],
        json!({ "arrived": 1, "acted": 0 })
    );
}

#[test]
fn the_configuration_comes_back_to_the_letter() {
    let tenant = tenant(json!({}));
    let body = json!({ "reauthorizationEnabled": true, "approvalReminderAndEscalationConfig": { "daysUntilEscalation": 0 } });
    assert_eq!(call(&tenant, "PUT", "/v2024/access-request-config", Some(&body)), (200, body.clone()));
    assert_eq!(answer(&tenant, "GET", "/v2024/access-request-config", None).body, body.to_string().into_bytes());
}

#[test]
fn pages_cover_all_rows_once_and_count_tells_how_many() {
    let tenant = tenant(json!({ "requests": 23 }));
    let mut seen = Vec::new();
    for offset in [0, 10, 20] {
        let response =
            answer(&tenant, "GET", &format!("/v2024/access-request-status?limit=10&offset={offset}&count=true&sorters=-created"), None);
        assert_eq!(response.headers, [("X-Total-Count".to_owned(), "27".to_owned())]);
        let rows: Vec<Value> = serde_json::from_slice(&response.body).expect("rows");
        seen.extend(rows.iter().map(|row| row["created"].to_string()));
    }
    assert_eq!(seen.len(), 27);
    assert!(seen.is_sorted_by(|left, right| left > right), "{seen:?}");
}

#[test]
fn a_page_behind_the_end_is_empty_or_an_error_as_set() {
    for (setting, status) in [("empty", 200), ("error", 400)] {
        let tenant = tenant(json!({ "requests": 0, "offsetAtEnd": setting }));
        assert_eq!(call(&tenant, "GET", "/v2024/access-request-status?offset=3", None).0, 200);
        assert_eq!(call(&tenant, "GET", "/v2024/access-request-status?offset=4", None).0, status);
    }
}

#[test]
fn dates_in_the_past_are_refused_only_where_that_is_set() {
    let mut body = submission("someone");
    body["requestedItems"][0]["removeDate"] = json!("2020-07-11T21:23:15.000Z");
    for (setting, status) in [("accept", 202), ("refuse", 400)] {
        assert_eq!(post(&tenant(json!({ "pastDates": setting })), "/access-requests", &body).0, status, "{setting}");
    }
}

#[test]
fn what_the_text_of_a_submission_forbids_is_refused() {
    let tenant = tenant(json!({}));
    let me = call(&tenant, "GET", "/sandbox/state", None).1["me"]["id"].clone();
    let entitlements = |count: usize| {
        (0..count).map(|index| json!({ "type": "ENTITLEMENT", "id": format!("e{index}"), "comment": "" })).collect::<Value>()
    };
    let people = |count: usize| (0..count).map(|index| json!(format!("i{index}"))).collect::<Value>();
    let role = json!([{ "type": "ROLE", "id": "r" }]);
    let cases = [
        (json!({ "requestedFor": people(10), "requestedItems": entitlements(25) }), None),
        (json!({ "requestedFor": people(11), "requestedItems": role }), None),
        (
            json!({ "requestedFor": people(1), "requestedItems": entitlements(26) }),
            Some("At most 25 entitlements can be requested at once."),
        ),
        (
            json!({ "requestedFor": people(11), "requestedItems": entitlements(1) }),
            Some("Entitlements can be requested for at most 10 identities at once."),
        ),
        (json!({ "requestType": "REVOKE_ACCESS", "requestedFor": people(1), "requestedItems": entitlements(1) }), None),
        (json!({ "requestType": "MODIFY_ACCESS", "requestedFor": people(2), "requestedItems": role }), None),
        (
            json!({ "requestType": "REVOKE_ACCESS", "requestedFor": people(2), "requestedItems": entitlements(1) }),
            Some("Access can be revoked from one identity at a time."),
        ),
        (
            json!({ "requestType": "REVOKE_ACCESS", "requestedFor": people(1), "requestedItems": entitlements(2) }),
            Some("One entitlement can be revoked at a time."),
        ),
        (
            json!({ "requestType": "REVOKE_ACCESS", "requestedFor": people(1), "requestedItems": role }),
            Some("Each item whose access is revoked needs a comment."),
        ),
        (
            json!({ "requestType": "REVOKE_ACCESS", "requestedFor": [me], "requestedItems": entitlements(1) }),
            Some("Access can't be revoked from oneself."),
        ),
        (
            json!({ "requestedFor": people(1) }),
            Some("requestedFor and requestedItems have to be given, or requestedForWithRequestedItems instead of both."),
        ),
    ];
    for (body, refusal) in cases {
        let (status, answer) = post(&tenant, "/access-requests", &body);
        assert_eq!((status, answer["messages"][0]["text"].as_str()), (if refusal.is_some() { 400 } else { 202 }, refusal), "{body}");
    }
}

#[test]
fn a_fault_may_let_the_tenant_act_without_answering() {
    let tenant = tenant(json!({}));
    let fault = |act: bool| json!({ "operation": "closeAccessRequest", "times": 1, "do": "stall", "act": act });
    let close = json!({ "accessRequestIds": [STUCK] });
    for (act, state) in [(false, "EXECUTING"), (true, "TERMINATED")] {
        assert_eq!(call(&tenant, "POST", "/sandbox/faults", Some(&fault(act))).0, 200);
        assert_eq!(send(&tenant, "POST", "/v2024/access-requests/close", Some(&close)), Reply::NoResponse);
        assert_eq!(row(&tenant, STUCK)["state"], state);
    }
    let counters = call(&tenant, "GET", "/sandbox/counters", None).1;
    assert_eq!(counters["operations"]["closeAccessRequest"], json!({ "arrived": 2, "acted": 1 }));
    assert_eq!(counters["ids"], json!({ STUCK: 1 }));
}

#[test]
fn faults_are_listed_with_their_counts_and_removed() {
    let tenant = tenant(json!({ "faults": [{ "operation": "any", "nth": 2, "status": 403 }] }));
    let statuses = [0; 3].map(|_| call(&tenant, "GET", "/v2024/access-request-config", None).0);
    assert_eq!(statuses, [200, 403, 403]);
    let (_, faults) = call(&tenant, "GET", "/sandbox/faults", None);
    let expected =
        [("id", json!("fault-1")), ("operation", json!("any")), ("do", json!("answer")), ("applied", json!(2)), ("met", json!(3))];
    for (member, value) in expected {
        assert_eq!(faults[0][member], value, "{faults}");
    }
    call(&tenant, "DELETE", "/sandbox/faults", None);
    assert_eq!(call(&tenant, "GET", "/sandbox/faults", None).1, json!([]));
    assert_eq!(call(&tenant, "GET", "/v2024/access-request-config", None).0, 200);
}

#[test]
fn a_control_request_with_an_unusable_body_says_what_is_wrong() {
    let tenant = tenant(json!({}));
    for (path, body, expected) in [
        (
            "/sandbox/faults",
            json!({ "operation": "any", "do": "delay", "delyMs": 1 }),
            "delyMs is unknown; did you mean delayMs? A fault that does delay has id, operation, nth, times, chance, do and delayMs.",
        ),
        ("/sandbox/faults", json!([]), "The text takes an object, not a list."),
        ("/sandbox/clock", json!({ "advance": 1 }), "advance is unknown; did you mean advanceMs? The body has advanceMs."),
        ("/sandbox/clock", json!({}), "advanceMs is missing; it takes a whole number from 0 up."),
        ("/sandbox/clock", json!({ "advanceMs": "1s" }), "advanceMs takes a whole number from 0 up, not the text \"1s\"."),
    ] {
        let (status, error) = call(&tenant, "POST", path, Some(&body));
        assert_eq!((status, &error["messages"][0]["text"]), (400, &json!(format!("The body can't be used: {expected}"))));
    }
}

#[test]
fn the_limit_refuses_with_the_wait() {
    let tenant = tenant(json!({ "limit": { "requests": 2, "windowMs": 10_000 } }));
    let get = || answer(&tenant, "GET", "/v2024/access-request-config", None);
    assert_eq!([get().status, get().status], [200, 200]);
    let refused = get();
    assert_eq!((refused.status, refused.body.as_slice()), (429, &br#"{"message":" Rate Limit Exceeded "}"#[..]));
    assert!(refused.headers.contains(&("Retry-After".to_owned(), "10".to_owned())), "{:?}", refused.headers);
}

#[test]
fn expired_tokens_are_refused_and_a_reset_begins_anew() {
    let tenant = tenant(json!({}));
    let id = submit(&tenant, "someone");
    call(&tenant, "POST", "/sandbox/reset", None);
    assert_eq!(post(&tenant, "/access-requests/cancel", &json!({ "accountActivityId": id, "comment": "" })).0, 404);
    assert_eq!(submit(&tenant, "someone"), id);
    call(&tenant, "POST", "/sandbox/expire-tokens", None);
    let expired = call(&tenant, "GET", "/v2024/access-request-config", None);
    assert_eq!(expired, (401, json!({ "error": "JWT validation failed: JWT is expired" })));
}

#[test]
fn no_token_and_no_secret_is_in_the_log() {
    let tenant = tenant(json!({}));
    call(&tenant, "GET", "/v2024/access-request-config", None);
    let form = format!("grant_type=client_credentials&client_secret={}", tenant.credentials().client_secret);
    answer(&tenant, "POST", "/oauth/token", Some(&json!(form)));
    let log = call(&tenant, "GET", "/sandbox/requests", None).1;
    assert_eq!(log.as_array().map(Vec::len), Some(2));
    assert_eq!(log[0]["headers"][0], json!(["Authorization", "(hidden)"]));
    assert!(!log.to_string().contains(&tenant.credentials().client_secret), "{log}");
}

#[test]
fn the_control_paths_take_the_control_token_only() {
    let tenant = tenant(json!({}));
    let head = RequestHead::new("GET", "/sandbox/counters", vec![("Authorization".to_owned(), format!("Bearer {TOKEN}"))]);
    let context = tenant.begin_request(&head);
    let reply = tenant.handle(&context, &Request { head, body: Vec::new() });
    assert!(matches!(&reply, Reply::Response(response) if response.status == 403), "{reply:?}");
}
