//! The rules of `AccessRequest` that span several members. Source: the texts of createAccessRequest in the OpenAPI
//! description and on the V2024 reference page.

use super::Findings;
use serde::Deserialize;

/// "A maximum of 25 entitlements and 10 identities" where an entitlement is granted.
const MAX_ENTITLEMENTS: usize = 25;
const MAX_IDENTITIES_WITH_ENTITLEMENTS: usize = 10;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct AccessRequest {
    #[serde(default)]
    requested_for: Option<Vec<String>>,
    #[serde(default)]
    request_type: Option<String>,
    #[serde(default)]
    requested_items: Option<Vec<Item>>,
    #[serde(default)]
    requested_for_with_requested_items: Option<Vec<ItemsByIdentity>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ItemsByIdentity {
    #[serde(default)]
    requested_items: Vec<Item>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Item {
    #[serde(default)]
    r#type: String,
    #[serde(default)]
    comment: Option<String>,
    #[serde(default)]
    start_date: Option<String>,
}

/// `json` is in the documented spelling. Where single members are wrong already, the walk has told so.
pub(in super::super) fn check_access_request(json: &str, findings: &mut Findings) {
    let Ok(request) = serde_json::from_str::<AccessRequest>(json) else { return };
    check_recipients(&request, findings);
    if request.is_revoke() {
        check_revoke(&request, findings);
    } else if request.is_grant() {
        check_grant(&request, findings);
    }
}

impl AccessRequest {
    /// The service grants where no type is given.
    fn is_grant(&self) -> bool {
        self.request_type.as_deref().is_none_or(|kind| kind.is_empty() || kind.eq_ignore_ascii_case("GRANT_ACCESS"))
    }

    fn is_revoke(&self) -> bool {
        self.request_type.as_deref().is_some_and(|kind| kind.eq_ignore_ascii_case("REVOKE_ACCESS"))
    }

    fn items(&self) -> &[Item] {
        self.requested_items.as_deref().unwrap_or_default()
    }

    fn identities(&self) -> usize {
        self.requested_for.as_ref().map_or(0, Vec::len)
    }
}

fn check_recipients(request: &AccessRequest, findings: &mut Findings) {
    let (identities, items) = (request.requested_for.is_some(), request.requested_items.is_some());
    if request.requested_for_with_requested_items.is_none() {
        match (identities, items) {
            (false, false) => findings
                .problems
                .push("requestedFor and requestedItems are missing (or requestedForWithRequestedItems instead of both)".to_owned()),
            (false, true) => findings.problems.push("requestedFor is missing".to_owned()),
            (true, false) => findings.problems.push("requestedItems is missing".to_owned()),
            (true, true) => {}
        }
        return;
    }
    // The reference page's own example sends all three, so it may be taken.
    if identities || items {
        findings.warnings.push(
            "requestedForWithRequestedItems is documented for requests without requestedFor and requestedItems; all were sent as written."
                .to_owned(),
        );
    }
}

fn check_grant(request: &AccessRequest, findings: &mut Findings) {
    let by_identity = request.requested_for_with_requested_items.as_deref().unwrap_or_default();
    let most_entitlements = by_identity
        .iter()
        .map(|identity| entitlements(&identity.requested_items))
        .chain([entitlements(request.items())])
        .max()
        .unwrap_or(0);
    if most_entitlements == 0 {
        return;
    }
    if most_entitlements > MAX_ENTITLEMENTS {
        findings.problems.push(format!(
            "{most_entitlements} entitlements are requested, and the service takes at most {MAX_ENTITLEMENTS} in one request"
        ));
    }
    let identities = request.identities().max(by_identity.len());
    if identities > MAX_IDENTITIES_WITH_ENTITLEMENTS {
        findings.problems.push(format!(
            "entitlements are requested for {identities} identities, and the service takes at most {MAX_IDENTITIES_WITH_ENTITLEMENTS} in one request"
        ));
    }
}

fn check_revoke(request: &AccessRequest, findings: &mut Findings) {
    if request.requested_for_with_requested_items.is_some() {
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
        if item.comment.as_deref().unwrap_or_default().is_empty() {
            findings.warnings.push(format!("requestedItems[{index}] has no comment, and the service documents that revoking needs one."));
        }
        if item.start_date.is_some() {
            findings.warnings.push(format!("requestedItems[{index}].startDate is documented for grants only; it was sent as written."));
        }
    }
}

fn entitlements(items: &[Item]) -> usize {
    items.iter().filter(|item| item.r#type.eq_ignore_ascii_case("ENTITLEMENT")).count()
}
