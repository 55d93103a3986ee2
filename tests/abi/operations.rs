//! The nine operations, and that each sees what the others did.

use crate::support::abi::{Client, OPERATIONS};
use crate::support::sandbox::Sandbox;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// From the documentation's examples.
const DOCUMENTED_APPROVALS: [&str; 2] = ["2c9180835d2e5168015d32f890ca1581", "2c9180835d2e5168015d32f890ca1582"];
const IDENTITY: &str = "2c918084660f45d6016617daa9210584";
const ACCESS_PROFILE: &str = "2c9180835d2e5168015d32f890ca1581";

fn sandbox_with_client() -> (Sandbox, Client) {
    let sandbox = Sandbox::start();
    let client = Client::new(&sandbox.config());
    (sandbox, client)
}

/// Submits a request for the nth of the tenant's identities and gives its id.
fn submit(client: &Client, identity: usize) -> String {
    let rows = client.call("listAccessRequestStatus", &json!({}));
    let identities: BTreeSet<&str> =
        rows["data"].as_array().expect("a list").iter().filter_map(|row| row["requestedFor"]["id"].as_str()).collect();
    let identity = identities.into_iter().nth(identity).expect("enough identities");
    let created = client.call(
        "createAccessRequest",
        &json!({ "requestedFor": [identity], "requestedItems": [{ "type": "ACCESS_PROFILE", "id": ACCESS_PROFILE, "comment": "for a test" }] }),
    );
    assert_eq!((&created["ok"], &created["status"]), (&json!(true), &json!(202)), "{created}");
    created["data"]["newRequests"][0]["accessRequestIds"][0].as_str().unwrap_or_else(|| panic!("{created}")).to_owned()
}

/// The row of a request in a status list.
fn row(client: &Client, operation: &str, id: &str) -> Value {
    let rows = client.call(operation, &json!({ "filters": format!("accessRequestId in (\"{id}\")") }));
    assert_eq!(rows["ok"], true, "{rows}");
    let rows = rows["data"].as_array().expect("a list stays a list").clone();
    assert_eq!(rows.len(), 1, "{id} in {operation}");
    rows[0].clone()
}

#[test]
fn every_documented_body_is_accepted_again_and_again() {
    let (sandbox, client) = sandbox_with_client();
    let bodies = [
        ("approveBulkAccessRequest", json!({ "comment": "I approve these request items", "approvalIds": DOCUMENTED_APPROVALS })),
        ("cancelAccessRequest", json!({ "accountActivityId": DOCUMENTED_APPROVALS[0], "comment": "I requested this role by mistake." })),
        ("cancelAccessRequestInBulk", json!({ "accessRequestIds": DOCUMENTED_APPROVALS, "comment": "I requested this role by mistake." })),
        (
            "closeAccessRequest",
            json!({
                "executionStatus": "Terminated",
                "accessRequestIds": ["2c90ad2a70ace7d50170acf22ca90010"],
                "completionStatus": "Failure",
                "message": "The IdentityNow Administrator manually closed this request."
            }),
        ),
    ];
    for round in 1..=3 {
        for (operation, body) in &bodies {
            let envelope = client.call(operation, body);
            assert_eq!(
                (&envelope["ok"], &envelope["status"], &envelope["data"]),
                (&json!(true), &json!(202), &json!({})),
                "{operation}: {envelope}"
            );
            assert_eq!(envelope["meta"]["attempts"], 1);
            assert_eq!(sandbox.acted(operation), round, "{operation}");
        }
    }
    assert_eq!(sandbox.token_requests(), 1, "one token serves all calls");
}

#[test]
fn the_body_arrives_as_it_was_written() {
    let (sandbox, client) = sandbox_with_client();
    let request = r#"{ "comment" : "Zwölf \u00e4\/b", "ApprovalIds":["2c9180835d2e5168015d32f890ca1581"] }"#;
    let envelope = client.call_with("approveBulkAccessRequest", Some(request), None);
    assert_eq!(envelope["ok"], true, "{envelope}");
    let seen = sandbox.requests();
    assert_eq!(seen.len(), 1);
    assert_eq!(
        seen[0]["body"], r#"{"comment":"Zwölf \u00e4\/b","approvalIds":["2c9180835d2e5168015d32f890ca1581"]}"#,
        "values unchanged, names in the documented spelling"
    );
    assert_eq!(seen[0]["path"], "/v2024/access-request-approvals/bulk-approve");
}

#[test]
fn a_new_request_shows_in_both_lists_and_is_approved() {
    let (_sandbox, client) = sandbox_with_client();
    let id = submit(&client, 0);
    let status = row(&client, "listAccessRequestStatus", &id);
    assert_eq!(status["state"], "EXECUTING", "{status}");
    assert_eq!(row(&client, "listAdministratorsAccessRequestStatus", &id)["state"], "EXECUTING");

    let approvals = status["approvalIds"].as_array().expect("approvals wait");
    assert!(!approvals.is_empty());
    let approved = client.call("approveBulkAccessRequest", &json!({ "approvalIds": approvals, "comment": "fine" }));
    assert_eq!(approved["ok"], true, "{approved}");
    for operation in ["listAccessRequestStatus", "listAdministratorsAccessRequestStatus"] {
        let status = row(&client, operation, &id);
        assert_ne!(status["approvalDetails"][0]["status"], "PENDING", "{operation}: {status}");
        assert_eq!(status["approvalDetails"][0]["comment"], "fine");
    }
}

#[test]
fn cancel_and_close_end_a_request() {
    let (_sandbox, client) = sandbox_with_client();
    let (cancelled, in_bulk, closed) = (submit(&client, 0), submit(&client, 1), submit(&client, 2));
    let one = client.call("cancelAccessRequest", &json!({ "accountActivityId": cancelled, "comment": "by mistake" }));
    let many = client.call("cancelAccessRequestInBulk", &json!({ "accessRequestIds": [in_bulk], "comment": "by mistake" }));
    let close = client.call("closeAccessRequest", &json!({ "accessRequestIds": [closed] }));
    for envelope in [one, many, close] {
        assert_eq!(envelope["ok"], true, "{envelope}");
    }
    for (id, state) in [(&cancelled, "CANCELLED"), (&in_bulk, "CANCELLED"), (&closed, "TERMINATED")] {
        for operation in ["listAccessRequestStatus", "listAdministratorsAccessRequestStatus"] {
            assert_eq!(row(&client, operation, id)["state"], state, "{operation}");
        }
    }
    assert_eq!(row(&client, "listAccessRequestStatus", &cancelled)["cancelledRequestDetails"]["comment"], "by mistake");
}

#[test]
fn settings_come_back_as_they_were_put() {
    let (sandbox, client) = sandbox_with_client();
    let before = client.call_with("getAccessRequestConfig", None, None);
    assert_eq!((&before["ok"], &before["status"]), (&json!(true), &json!(200)), "{before}");
    let same = client.call("setAccessRequestConfig", &before["data"]);
    assert_eq!((&same["ok"], &same["status"], &same["data"]), (&json!(true), &json!(200), &before["data"]), "{same}");

    let mut changed = before["data"].clone();
    changed["autoApprovalEnabled"] = json!(false);
    changed["approvalReminderAndEscalationConfig"]["maxReminders"] = json!(0);
    assert_eq!(client.call("setAccessRequestConfig", &changed)["data"], changed);
    assert_eq!(client.call_with("getAccessRequestConfig", None, None)["data"], changed, "0 and false arrived");

    client.call("setAccessRequestConfig", &json!({ "reauthorizationEnabled": true }));
    assert_eq!(
        sandbox.requests().last().expect("a request")["body"],
        r#"{"reauthorizationEnabled":true}"#,
        "what was not given is not in the body"
    );
}

#[test]
fn pages_and_counts_follow_the_parameters() {
    let (sandbox, client) = sandbox_with_client();
    for operation in ["listAccessRequestStatus", "listAdministratorsAccessRequestStatus"] {
        let all = client.call(operation, &json!({ "count": true, "sorters": "-created" }));
        let rows = all["data"].as_array().expect("a list").clone();
        assert!(rows.len() > 20, "{} rows", rows.len());
        assert_eq!(all["headers"]["x-total-count"], json!([rows.len().to_string()]));
        let page = client.call(operation, &json!({ "sorters": "-created", "limit": 3, "offset": 5 }));
        assert_eq!(page["data"], json!(rows[5..8]), "{operation}");
        assert_eq!(page["headers"].get("x-total-count"), None);
        let none = client.call(operation, &json!({ "limit": 0, "count": false }));
        assert_eq!(none["data"], json!([]), "an empty list stays a list");
        let executing = client.call(operation, &json!({ "requestState": "request-state=EXECUTING" }));
        let executing = executing["data"].as_array().expect("a list");
        assert!(!executing.is_empty() && executing.iter().all(|row| row["state"] == "EXECUTING"));
    }
    let paths: Vec<String> = sandbox.requests().iter().map(|request| request["path"].as_str().expect("a text").to_owned()).collect();
    assert!(paths.contains(&"/v2024/access-request-status?count=false&limit=0".to_owned()), "0 and false are sent: {paths:?}");
    assert!(paths.contains(&"/v2024/access-request-administration?request-state=EXECUTING".to_owned()), "{paths:?}");
}

#[test]
fn a_single_identity_stands_for_a_list_of_one() {
    let (sandbox, client) = sandbox_with_client();
    let request = json!({ "requestedFor": IDENTITY, "requestedItems": [{ "type": "ACCESS_PROFILE", "id": ACCESS_PROFILE }] });
    let envelope = client.call("createAccessRequest", &request);
    assert_eq!(envelope["ok"], true, "{envelope}");
    let body: Value = serde_json::from_str(sandbox.requests()[0]["body"].as_str().expect("a text")).expect("JSON");
    assert_eq!(body["requestedFor"], json!([IDENTITY]));
}

#[test]
fn what_looks_wrong_and_might_be_taken_is_sent_with_a_warning() {
    let (sandbox, client) = sandbox_with_client();
    // The documentation's own example: a date in the past, and all three ways to name recipients.
    let item = json!({ "type": "ACCESS_PROFILE", "id": ACCESS_PROFILE, "removeDate": "2020-07-11T21:23:15.000Z" });
    let request = json!({
        "requestedFor": [IDENTITY],
        "requestedItems": [item],
        "requestedForWithRequestedItems": [{ "identityId": IDENTITY, "requestedItems": [{ "type": "ROLE", "id": ACCESS_PROFILE }] }]
    });
    let envelope = client.call("createAccessRequest", &request);
    assert_eq!(sandbox.arrived("createAccessRequest"), 1);
    assert_eq!(
        envelope["meta"]["warnings"],
        json!([
            "requestedItems[0].removeDate is 2020-07-11T21:23:15.000Z, which lies in the past; the service documents future dates only. It goes out as written.",
            "requestedForWithRequestedItems is documented for requests without requestedFor and requestedItems; all go out as written."
        ]),
        "{envelope}"
    );
}

#[test]
fn the_experimental_header_goes_where_the_operation_is_declared_so() {
    let (sandbox, client) = sandbox_with_client();
    for (operation, request) in
        [("closeAccessRequest", r#"{"accessRequestIds":["2c90ad2a70ace7d50170acf22ca90010"]}"#), ("listAccessRequestStatus", "{}")]
    {
        client.call_with(operation, Some(request), None);
    }
    assert_eq!(client.call("listAdministratorsAccessRequestStatus", &json!({}))["ok"], true);
    let refused = client.call_with("listAdministratorsAccessRequestStatus", None, Some(r#"{"experimental":false}"#));
    assert_eq!(refused["error"]["status"], 400, "{refused}");
    let header = |request: &Value| {
        let headers = request["headers"].as_array().expect("a list");
        headers
            .iter()
            .find(|header| header[0].as_str().is_some_and(|name| name.eq_ignore_ascii_case("x-sailpoint-experimental")))
            .map(|header| header[1].clone())
    };
    let seen: Vec<Option<Value>> = sandbox.requests().iter().map(header).collect();
    assert_eq!(seen, [Some(json!("true")), None, Some(json!("true")), None]);
}

#[test]
fn every_declared_operation_has_an_export() {
    let declared: Vec<&str> = sailpoint_access_requests::operations::OPERATIONS.iter().map(|operation| operation.id).collect();
    let exported: Vec<&str> = OPERATIONS.iter().map(|(id, _)| *id).collect();
    assert_eq!(declared, exported);
}

#[test]
fn what_a_newer_service_answers_can_go_back_whole() {
    let (sandbox, client) = sandbox_with_client();
    let body =
        r#"{"autoApprovalEnabled":false,"new\u0041":{"a":1.0},"entitlementRequestConfig":{"accessRequestConfig":{"NewNested":[5]}}}"#;
    let envelope = client.call_with("setAccessRequestConfig", Some(body), Some(r#"{"sendUnknownMembers":true}"#));
    assert_eq!(sandbox.requests()[0]["body"], body.replace("\\u0041", "A"));
    assert_eq!(
        envelope["meta"]["warnings"],
        json!([
            "newA is not a documented member of AccessRequestConfig; it goes out as written.",
            "entitlementRequestConfig.accessRequestConfig.NewNested is not a documented member of EntitlementAccessRequestConfig; it goes out as written."
        ])
    );
    let refused =
        client.call_with("setAccessRequestConfig", Some(r#"{"newA":1,"autoApprovalEnabled":5}"#), Some(r#"{"sendUnknownMembers":true}"#));
    assert_eq!(
        refused["error"]["message"],
        "setAccessRequestConfig was not sent: autoApprovalEnabled must be true or false, not the number 5."
    );
}
