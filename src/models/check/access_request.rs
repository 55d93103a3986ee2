//! The rules of `AccessRequest` that span several members. Source: the texts of createAccessRequest in the OpenAPI
//! description and on the V2024 reference page.

use super::Findings;
use serde_json::Value;

/// "A maximum of 25 entitlements and 10 identities" where an entitlement is granted.
const MAX_ENTITLEMENTS: usize = 25;
const MAX_IDENTITIES_WITH_ENTITLEMENTS: usize = 10;

/// What the rules look at. A member of a wrong type counts as empty here: the walk has told about it.
struct AccessRequest<'a> {
    request_type: &'a str,
    /// None where the member is absent.
    requested_for: Option<&'a [Value]>,
    requested_items: Option<&'a [Value]>,
    by_identity: Option<&'a [Value]>,
}

/// `json` is in the documented spelling. Where it is not JSON, the walk has told why.
pub(in super::super) fn check_access_request(json: &str, findings: &mut Findings) {
    let Ok(value) = serde_json::from_str::<Value>(json) else { return };
    let request = AccessRequest::of(&value);
    check_recipients(&request, findings);
    if request.is_revoke() {
        check_revoke(&request, findings);
    } else if request.is_grant() {
        check_grant(&request, findings);
    }
}

impl<'a> AccessRequest<'a> {
    fn of(value: &'a Value) -> Self {
        let list = |name: &str| value.get(name).filter(|value| !value.is_null()).map(entries);
        Self {
            request_type: value.get("requestType").and_then(Value::as_str).unwrap_or_default(),
            requested_for: list("requestedFor"),
            requested_items: list("requestedItems"),
            by_identity: list("requestedForWithRequestedItems"),
        }
    }

    /// The service grants where no type is given.
    fn is_grant(&self) -> bool {
        self.request_type.is_empty() || self.request_type.eq_ignore_ascii_case("GRANT_ACCESS")
    }

    fn is_revoke(&self) -> bool {
        self.request_type.eq_ignore_ascii_case("REVOKE_ACCESS")
    }

    fn items(&self) -> &[Value] {
        self.requested_items.unwrap_or_default()
    }

    fn identities(&self) -> usize {
        self.requested_for.map_or(0, <[Value]>::len)
    }
}

fn entries(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn check_recipients(request: &AccessRequest<'_>, findings: &mut Findings) {
    if request.by_identity.is_some_and(|identities| !identities.is_empty()) {
        // The reference page's own example sends all three, so it may be taken.
        if request.identities() > 0 || !request.items().is_empty() {
            findings.warnings.push(
                "requestedForWithRequestedItems is documented for requests without requestedFor and requestedItems; all go out as written."
                    .to_owned(),
            );
        }
        return;
    }
    match (request.requested_for, request.requested_items) {
        (None, None) => findings
            .problems
            .push("requestedFor and requestedItems are missing (or requestedForWithRequestedItems instead of both)".to_owned()),
        (None, Some(_)) => findings.problems.push("requestedFor is missing".to_owned()),
        (Some(_), None) => findings.problems.push("requestedItems is missing".to_owned()),
        (Some(_), Some(_)) => {}
    }
    for (name, list, entry) in [("requestedFor", request.requested_for, "id"), ("requestedItems", request.requested_items, "object")] {
        if list.is_some_and(<[Value]>::is_empty) && !findings.problems.iter().any(|problem| problem.starts_with(name)) {
            findings.problems.push(format!("{name} is an empty list; give at least one {entry}"));
        }
    }
}

fn check_grant(request: &AccessRequest<'_>, findings: &mut Findings) {
    let by_identity = request.by_identity.unwrap_or_default();
    let items_of = |identity: &Value| identity.get("requestedItems").map_or(0, |items| entitlements(entries(items)));
    let most = by_identity.iter().map(items_of).chain([entitlements(request.items())]).max().unwrap_or(0);
    if most == 0 {
        return;
    }
    if most > MAX_ENTITLEMENTS {
        findings
            .problems
            .push(format!("{most} entitlements are requested, and the service takes at most {MAX_ENTITLEMENTS} in one request"));
    }
    let identities = request.identities().max(by_identity.len());
    if identities > MAX_IDENTITIES_WITH_ENTITLEMENTS {
        findings.problems.push(format!(
            "entitlements are requested for {identities} identities, and the service takes at most {MAX_IDENTITIES_WITH_ENTITLEMENTS} in one request"
        ));
    }
}

fn check_revoke(request: &AccessRequest<'_>, findings: &mut Findings) {
    if request.by_identity.is_some_and(|identities| !identities.is_empty()) {
        findings
            .problems
            .push("requestedForWithRequestedItems works with GRANT_ACCESS only; give requestedFor and requestedItems".to_owned());
    }
    if request.identities() > 1 {
        findings.problems.push(format!("requestedFor holds {} identities, and access is revoked from one at a time", request.identities()));
    }
    if entitlements(request.items()) > 1 {
        findings
            .problems
            .push(format!("{} entitlements shall be revoked, and the service takes one in a request", entitlements(request.items())));
    }
    for (index, item) in request.items().iter().enumerate() {
        if item.get("comment").and_then(Value::as_str).unwrap_or_default().is_empty() {
            findings.warnings.push(format!("requestedItems[{index}] has no comment, and the service documents that revoking needs one."));
        }
        if item.get("startDate").is_some() {
            findings.warnings.push(format!("requestedItems[{index}].startDate is documented for grants only; it goes out as written."));
        }
    }
}

fn entitlements(items: &[Value]) -> usize {
    let kind = |item: &&Value| item.get("type").and_then(Value::as_str).unwrap_or_default().eq_ignore_ascii_case("ENTITLEMENT");
    items.iter().filter(kind).count()
}
