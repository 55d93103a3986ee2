//! Requests and options that break a rule: the message a user reads, and that the tenant saw nothing.

use crate::support::abi::Client;
use crate::support::sandbox::Sandbox;
use serde_json::{Value, json};

/// One row: operation, request, and the whole message.
type Row = (&'static str, String, String);

fn row(operation: &'static str, request: impl ToString, problem: &str) -> Row {
    (operation, request.to_string(), format!("{operation} was not sent: {problem}"))
}

fn ids(count: usize) -> Vec<String> {
    (0..count).map(|number| format!("id{number}")).collect()
}

fn items(kind: &str, count: usize) -> Vec<Value> {
    (0..count).map(|number| json!({ "type": kind, "id": format!("item{number}"), "comment": "x" })).collect()
}

fn assert_refused(rows: Vec<Row>) {
    let sandbox = Sandbox::start();
    let client = Client::new(&sandbox.config());
    for (operation, request, message) in rows {
        let envelope = client.call_with(operation, Some(&request), None);
        let error = &envelope["error"];
        assert_eq!(error["message"], message, "{request}");
        assert_eq!(
            (&envelope["ok"], &error["kind"], &error["delivery"]),
            (&json!(false), &json!("validation"), &json!("not_sent")),
            "{request}"
        );
        assert_eq!(envelope["meta"]["attempts"], 0);
    }
    assert_eq!((sandbox.all_arrived(), sandbox.token_requests()), (0, 0), "nothing was sent, and no token fetched");
}

#[test]
fn broken_json_is_named_by_line_and_column() {
    let approve = "approveBulkAccessRequest";
    assert_refused(vec![
        row(approve, "{\n  \"approvalIds\": [\"a\",]\n}", "it is not JSON: expected value at line 2, column 23."),
        row(approve, "", "it is not JSON: EOF while parsing a value at line 1, column 0."),
        row(approve, "{\"comment\":\"x\"} {}", "it is not JSON: trailing characters at line 1, column 17."),
        row(approve, "[]", "the request must be one JSON object, such as {\"name\": \"value\"}."),
        row(approve, "\"text\"", "the request must be one JSON object, such as {\"name\": \"value\"}."),
        row("listAccessRequestStatus", "null", "the request must be one JSON object, such as {\"name\": \"value\"}."),
    ]);
}

#[test]
fn missing_members_are_named_all_at_once() {
    assert_refused(vec![
        row("approveBulkAccessRequest", "{}", "approvalIds and comment are missing."),
        row("approveBulkAccessRequest", r#"{"comment":"x"}"#, "approvalIds is missing."),
        row("cancelAccessRequest", "{}", "accountActivityId and comment are missing."),
        row("cancelAccessRequestInBulk", "{}", "accessRequestIds and comment are missing."),
        row("closeAccessRequest", "{}", "accessRequestIds is missing."),
        row(
            "createAccessRequest",
            "{}",
            "requestedFor and requestedItems are missing (or requestedForWithRequestedItems instead of both).",
        ),
        row("createAccessRequest", r#"{"requestedFor":["a"]}"#, "requestedItems is missing."),
        row("createAccessRequest", r#"{"requestedFor":["a"],"requestedItems":[{}]}"#, "type and id are missing in requestedItems[0]."),
        row(
            "createAccessRequest",
            r#"{"requestedForWithRequestedItems":[{"requestedItems":[{"type":"ROLE"}]}]}"#,
            "(1) id is missing in requestedForWithRequestedItems[0].requestedItems[0]. (2) identityId is missing in requestedForWithRequestedItems[0].",
        ),
    ]);
}

#[test]
fn unknown_members_come_with_the_nearest_known_name() {
    assert_refused(vec![
        row(
            "approveBulkAccessRequest",
            r#"{"aprovalIds":["a"],"comment":"x"}"#,
            "(1) aprovalIds is not a member of BulkApproveAccessRequest; did you mean approvalIds? (2) approvalIds is missing.",
        ),
        row(
            "approveBulkAccessRequest",
            r#"{"approvalIds":["a"],"comment":"x","foo":1}"#,
            "foo is not a member of BulkApproveAccessRequest; it has approvalIds and comment.",
        ),
        row(
            "setAccessRequestConfig",
            r#"{"entitlementRequestConfig":{"accessRequestConfig":{"requireEndDates":true}}}"#,
            "entitlementRequestConfig.accessRequestConfig.requireEndDates is not a member of EntitlementAccessRequestConfig; did you mean requireEndDate?",
        ),
        row(
            "listAccessRequestStatus",
            r#"{"requested-for":"me"}"#,
            "requested-for is not a parameter of listAccessRequestStatus; did you mean requestedFor?",
        ),
        row("getAccessRequestConfig", r#"{"limit":1}"#, "limit is not a parameter of getAccessRequestConfig; it takes none."),
    ]);
}

#[test]
fn a_member_twice_is_refused_in_any_spelling() {
    assert_refused(vec![
        row("approveBulkAccessRequest", r#"{"approvalIds":["a"],"comment":"x","comment":"y"}"#, "comment is given twice."),
        row("approveBulkAccessRequest", r#"{"approvalIds":["a"],"ApprovalIds":["b"],"comment":"x"}"#, "approvalIds is given twice."),
        row("listAccessRequestStatus", r#"{"limit":1,"Limit":2}"#, "limit is given twice."),
    ]);
}

#[test]
fn wrong_types_are_named_with_what_was_found() {
    let truncated = r#"{"entitlementRequestConfig":{"accessRequestConfig":"SailPoint.AccessRequests.EntitlementAccessRequestConfig"}}"#;
    assert_refused(vec![
        row("approveBulkAccessRequest", r#"{"approvalIds":"a","comment":"x"}"#, "approvalIds must be a list of ids, not the text \"a\"."),
        row("approveBulkAccessRequest", r#"{"approvalIds":[1],"comment":"x"}"#, "approvalIds[0] must be an id (a text), not the number 1."),
        row("approveBulkAccessRequest", r#"{"approvalIds":["a"],"comment":{}}"#, "comment must be a text, not an object."),
        row("approveBulkAccessRequest", r#"{"approvalIds":null,"comment":"x"}"#, "approvalIds is null, and the service needs a value."),
        row(
            "setAccessRequestConfig",
            r#"{"autoApprovalEnabled":"true"}"#,
            "autoApprovalEnabled must be true or false, not the text \"true\".",
        ),
        row(
            "setAccessRequestConfig",
            r#"{"approvalReminderAndEscalationConfig":{"maxReminders":21}}"#,
            "approvalReminderAndEscalationConfig.maxReminders is 21; the service takes 0 to 20.",
        ),
        row(
            "setAccessRequestConfig",
            r#"{"approvalReminderAndEscalationConfig":{"maxReminders":1.5}}"#,
            "approvalReminderAndEscalationConfig.maxReminders must be a whole number, not the number 1.5.",
        ),
        row(
            "setAccessRequestConfig",
            truncated,
            "entitlementRequestConfig.accessRequestConfig must be an object (EntitlementAccessRequestConfig), not the text \
             \"SailPoint.AccessRequests.EntitlementAcce...\"; if ConvertTo-Json wrote it, give -Depth 10.",
        ),
        row(
            "closeAccessRequest",
            r#"{"accessRequestIds":["a"],"executionStatus":"Completd"}"#,
            "executionStatus is \"Completd\", and the service knows Terminated and Completed; did you mean Completed?",
        ),
        row(
            "listAccessRequestStatus",
            r#"{"count":"true","limit":"5","filters":1}"#,
            "(1) count must be true or false, not the text \"true\". (2) limit must be a whole number, not the text \"5\". (3) filters must be a text, not the number 1.",
        ),
    ]);
}

#[test]
fn empty_ids_and_the_services_limits_are_checked() {
    assert_refused(vec![
        row("approveBulkAccessRequest", r#"{"approvalIds":["a"," "],"comment":"x"}"#, "approvalIds[1] is empty; give an id."),
        row("cancelAccessRequest", r#"{"accountActivityId":"","comment":"x"}"#, "accountActivityId is empty; give an id."),
        row("listAccessRequestStatus", r#"{"requestedFor":""}"#, "requestedFor is empty; give a value, or leave it out."),
        row(
            "approveBulkAccessRequest",
            json!({ "approvalIds": [], "comment": "x" }),
            "approvalIds is an empty list; give at least one id.",
        ),
        row(
            "approveBulkAccessRequest",
            json!({ "approvalIds": ids(51), "comment": "x" }),
            "approvalIds holds 51 ids, and the service takes at most 50 a call; send them in several calls.",
        ),
        row(
            "cancelAccessRequestInBulk",
            json!({ "accessRequestIds": [], "comment": "x" }),
            "accessRequestIds is an empty list; give at least one id.",
        ),
        row(
            "cancelAccessRequestInBulk",
            json!({ "AccessRequestIds": ids(51), "comment": "x" }),
            "accessRequestIds holds 51 ids, and the service takes at most 50 a call; send them in several calls.",
        ),
        row(
            "closeAccessRequest",
            json!({ "accessRequestIds": ids(501) }),
            "accessRequestIds holds 501 ids, and the service takes at most 500 a call; send them in several calls.",
        ),
        row("listAccessRequestStatus", json!({ "limit": 251 }), "limit is 251; the service takes 0 to 250."),
        row(
            "listAdministratorsAccessRequestStatus",
            json!({ "limit": -1, "offset": -5 }),
            "(1) limit is -1; the service takes 0 to 250. (2) offset is -5; the service takes 0 to 2147483647.",
        ),
        row(
            "createAccessRequest",
            json!({ "requestedFor": ["a"], "requestedItems": items("ENTITLEMENT", 26) }),
            "26 entitlements are requested, and the service takes at most 25 in one request.",
        ),
        row(
            "createAccessRequest",
            json!({ "requestedFor": ids(11), "requestedItems": items("ENTITLEMENT", 1) }),
            "entitlements are requested for 11 identities, and the service takes at most 10 in one request.",
        ),
        row(
            "createAccessRequest",
            json!({ "requestType": "REVOKE_ACCESS", "requestedFor": ids(2), "requestedItems": items("ENTITLEMENT", 2) }),
            "(1) requestedFor holds 2 identities, and access is revoked from one at a time. (2) 2 entitlements shall be revoked, and the service takes one in a request.",
        ),
    ]);
}

#[test]
fn problems_of_single_members_hide_no_others() {
    assert_refused(vec![
        row(
            "createAccessRequest",
            r#"{"requestedFor":["a",5]}"#,
            "(1) requestedFor[1] must be an id (a text), not the number 5. (2) requestedItems is missing.",
        ),
        row(
            "createAccessRequest",
            r#"{"requestType":"REVOKE_ACCESS","requestedFor":["a","b"],"requestedItems":{}}"#,
            "(1) requestedItems must be a list of objects (AccessRequestItem), not an object. (2) requestedItems is missing. \
             (3) requestedFor holds 2 identities, and access is revoked from one at a time.",
        ),
        row(
            "createAccessRequest",
            r#"{"requestedFor":[],"requestedItems":[]}"#,
            "(1) requestedFor is an empty list; give at least one id. (2) requestedItems is an empty list; give at least one object.",
        ),
        row(
            "cancelAccessRequest",
            r#"{"accountActivityId":"a","comment":"\ud800"}"#,
            "comment must be a text, not the broken text \"\\ud800\".",
        ),
        row("listAccessRequestStatus", r#"{"requestedFor":null,"requestedFor":"b"}"#, "requestedFor is given twice."),
    ]);
}

#[test]
fn filters_and_exclusions_are_checked() {
    assert_refused(vec![
        row(
            "listAccessRequestStatus",
            json!({ "filters": "status eq \"EXECUTING\"" }),
            "filters names the field \"status\", and this operation filters by accessRequestId, accountActivityItemId and created.",
        ),
        row(
            "listAdministratorsAccessRequestStatus",
            json!({ "filters": "status gt \"A\" and acessRequestId in (\"a\")" }),
            "(1) filters uses \"gt\" with status, which takes eq, in and ne. (2) filters names the field \"acessRequestId\", and this operation filters by \
             accessRequestId, accountActivityItemId, created and status. Did you mean accessRequestId?",
        ),
        row(
            "listAccessRequestStatus",
            r#"{"requestedFor":"me","requestedBy":"me","regardingIdentity":"me"}"#,
            "(1) requestedFor and regardingIdentity exclude each other; give one of them. (2) requestedBy and regardingIdentity exclude each other; give one of them.",
        ),
    ]);
}

#[test]
fn what_the_service_takes_is_not_refused() {
    let sandbox = Sandbox::with(json!({ "unknownIds": "accept" }));
    let client = Client::new(&sandbox.config());
    let entitlements_for_many = json!({ "requestedFor": ids(11), "requestedItems": items("ROLE", 30) });
    let rows = [
        ("approveBulkAccessRequest", json!({ "approvalIds": ids(50), "comment": "" })),
        ("closeAccessRequest", json!({ "accessRequestIds": ids(500), "executionStatus": null })),
        ("listAccessRequestStatus", json!({ "limit": 250, "requestedFor": null })),
        ("listAccessRequestStatus", json!({ "filters": "accessRequestId in (\"a\")" })),
        ("setAccessRequestConfig", json!({ "approvalsMustBeExternal": null })),
        ("createAccessRequest", entitlements_for_many),
        (
            "createAccessRequest",
            json!({ "requestedFor": [], "requestedItems": [], "requestedForWithRequestedItems": [{ "identityId": "a", "requestedItems": items("ROLE", 1) }] }),
        ),
        (
            "createAccessRequest",
            json!({ "requestType": "REVOKE_ACCESS", "requestedFor": ["a"], "requestedItems": items("ROLE", 1), "requestedForWithRequestedItems": [] }),
        ),
    ];
    for (operation, request) in &rows {
        let envelope = client.call(operation, request);
        // The tenant itself may refuse ids that it does not know; the library let the request through.
        assert_ne!(envelope["error"]["kind"], "validation", "{operation}: {envelope}");
    }
    assert_eq!(sandbox.all_arrived(), rows.len() as u64);
    let bodies: Vec<Value> = sandbox.requests().iter().map(|request| request["body"].clone()).collect();
    assert_eq!(bodies[4], "{}", "null where the service does not document it is left out");
}

#[test]
fn validate_false_sends_the_request_as_given() {
    let sandbox = Sandbox::start();
    let client = Client::new(&sandbox.config());
    let unchecked = Some(r#"{"validate":false}"#);
    let body = r#"{"approvalIds":[],"surprise":1}"#;
    assert_eq!(client.call_with("approveBulkAccessRequest", Some(body), unchecked)["error"]["status"], 400);
    assert_eq!(client.call_with("listAccessRequestStatus", Some(r#"{"limit":251,"x-y":"a b"}"#), unchecked)["error"]["status"], 400);
    let seen = sandbox.requests();
    assert_eq!(seen[0]["body"], body);
    assert_eq!(seen[1]["path"], "/v2024/access-request-status?limit=251&x-y=a+b");
}

#[test]
fn options_are_checked_too() {
    let sandbox = Sandbox::start();
    let client = Client::new(&sandbox.config());
    let rows = [
        (r#"{"timeout":1}"#, "There is no option \"timeout\". Did you mean timeoutMs?"),
        (
            r#"{"zzz":1}"#,
            "There is no option \"zzz\". There are timeoutMs, deadlineMs, maxAttempts, experimental, headers, validate and sendUnknownMembers.",
        ),
        (r#"{"timeoutMs":0}"#, "The option timeoutMs must be a number of milliseconds from 1, not the number 0."),
        (r#"{"maxAttempts":"3"}"#, "The option maxAttempts must be a whole number from 1, not the text \"3\"."),
        (r#"{"validate":true,"Validate":false}"#, "The option validate is given twice."),
        (r#"{"headers":{"Authorization":"x"}}"#, "The option headers can't be used: authorization is set by the library itself."),
        (r#"{"headers":{"x y":"x"}}"#, "The option headers can't be used: \"x y\" is not a header's name."),
        (r#"{"headers":{"x":"a\r\nb"}}"#, "The option headers can't be used: the value of x holds characters that a header can't."),
        ("[]", "The options must be one JSON object."),
        ("{", "The options can't be used: it is not JSON: EOF while parsing an object at line 1, column 1."),
    ];
    for (options, message) in rows {
        let envelope = client.call_with("getAccessRequestConfig", None, Some(options));
        assert_eq!((&envelope["error"]["message"], &envelope["error"]["kind"]), (&json!(message), &json!("validation")), "{options}");
    }
    assert_eq!(sandbox.all_arrived(), 0);
    let accepted = client.call_with(
        "getAccessRequestConfig",
        None,
        Some(r#"{"headers":{"X-Gateway":"abc"},"timeoutMs":5000,"deadlineMs":60000,"maxAttempts":1}"#),
    );
    assert_eq!(accepted["ok"], true, "{accepted}");
    let headers = sandbox.requests()[0]["headers"].to_string().to_lowercase();
    assert!(headers.contains(r#"["x-gateway","abc"]"#), "{headers}");
}
