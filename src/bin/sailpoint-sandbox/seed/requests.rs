//! Access requests in every documented state. Each is led to its state by what the operations do, so that its details fit.

use std::collections::BTreeMap;

use serde_json::json;

use super::identities;
use crate::clock::Date;
use crate::store::Store;
use crate::store::catalog::{ItemKind, Reference};
use crate::store::request::{AccessRequest, Approval, Comment, Message, PreApproval, RequestState, RequestType, WorkItem, WorkState};

/// Time between two requests; the last one is this much older than the epoch of the tenant's clock.
const MS_BETWEEN_REQUESTS: i64 = 37 * 60 * 1000;
const MS_TO_DECIDE: i64 = 11 * 60 * 1000;

/// How far a request has come.
#[derive(Clone, Copy)]
enum Progress {
    InApproval,
    InProvisioning,
    Completed,
    Cancelled,
    Closed,
    WaitingForVerification,
    Rejected,
    Failed(RequestState),
}

/// In turn: every state is there from a dozen requests on, and most wait for approval.
const PROGRESS: [Progress; 14] = [
    Progress::InApproval,
    Progress::Completed,
    Progress::InApproval,
    Progress::Cancelled,
    Progress::InProvisioning,
    Progress::InApproval,
    Progress::Rejected,
    Progress::WaitingForVerification,
    Progress::Closed,
    Progress::InApproval,
    Progress::Failed(RequestState::ProvisioningFailed),
    Progress::Failed(RequestState::NotAllItemsProvisioned),
    Progress::Failed(RequestState::Error),
    Progress::InApproval,
];

pub fn add(store: &mut Store, seed: u64, count: usize) {
    let mut random = fastrand::Rng::with_seed(seed.wrapping_add(1));
    let group = identities::governance_group(&mut store.ids);
    for index in 0..count {
        let progress = PROGRESS[index % PROGRESS.len()];
        let age = i64::try_from(count - index).unwrap_or(i64::MAX).saturating_mul(MS_BETWEEN_REQUESTS);
        let jitter = random.i64(0..MS_BETWEEN_REQUESTS / 2);
        let created = Date::epoch().plus_ms(jitter - age);
        let mut request = new_request(store, &mut random, &group, index, created);
        advance_to(&mut request, progress, created.plus_ms(MS_TO_DECIDE));
        store.add(request);
    }
}

/// A request that was just submitted.
fn new_request(store: &mut Store, random: &mut fastrand::Rng, group: &Reference, index: usize, created: Date) -> AccessRequest {
    let item = store.catalog.items[random.usize(..store.catalog.items.len())].clone();
    let requested_for = pick(&store.catalog.identities, random);
    let requester = if random.u8(..3) == 0 { requested_for.clone() } else { pick(&store.catalog.identities, random) };
    let remove_date = (random.u8(..4) == 0).then(|| created.plus_ms(180 * 24 * 3600 * 1000).to_string());

    let owner = if index % 9 == 4 { group.clone() } else { item.owner.clone() };
    let scheme = if owner.kind == "IDENTITY" { item.kind.approval_scheme() } else { "GOVERNANCE_GROUP" };
    let mut approvals = vec![Approval::pending(store.ids.next(), owner, scheme, remove_date.clone())];
    if random.u8(..3) == 0 {
        let manager = pick(&store.catalog.identities, random);
        approvals.insert(0, Approval::pending(store.ids.next(), manager, "MANAGER", remove_date.clone()));
    }
    let (id, activity_id) = (store.ids.next(), store.ids.next());
    let request = AccessRequest::submitted(id, activity_id, item, requester, requested_for, approvals, created);
    AccessRequest {
        // Older requests have none.
        id: request.id.filter(|_| index % 10 != 3),
        request_type: [RequestType::Grant, RequestType::Grant, RequestType::Revoke, RequestType::Modify][index % 4],
        requester_comment: requester_comment(random, &request.requester, created),
        pre_approval: pre_approval(index),
        sod_check: (index % 8 == 6).then(|| sod_check(&mut store.ids)),
        requested_accounts: (request.item.kind == ItemKind::Entitlement).then(|| requested_accounts(index)),
        start_date: (index % 11 == 7).then(|| created.plus_ms(24 * 3600 * 1000).to_string()),
        remove_date,
        client_metadata: (index % 5 == 1).then(|| BTreeMap::from([("requestedAppName".to_owned(), "Intranet".to_owned())])),
        reauthorization_required: index % 6 == 2,
        attributes_hash: random.i32(..),
        ..request
    }
}

fn pick(identities: &[Reference], random: &mut fastrand::Rng) -> Reference {
    identities[random.usize(..identities.len())].clone()
}

fn requester_comment(random: &mut fastrand::Rng, requester: &Reference, created: Date) -> Option<Comment> {
    const REASONS: [&str; 3] = ["Needed for the new project.", "Takes over from a colleague.", "No longer needed in the new position."];
    let reason = REASONS.get(random.usize(..4))?;
    Some(Comment { comment: Some((*reason).to_owned()), created, author: requester.clone() })
}

fn pre_approval(index: usize) -> Option<PreApproval> {
    (index % 7 == 5).then(|| PreApproval {
        comment: "No objection.".to_owned(),
        reviewer: "Pre-approval check".to_owned(),
        decision: "APPROVED",
    })
}

fn sod_check(ids: &mut crate::store::IdGenerator) -> serde_json::Value {
    let policy = json!({ "type": "SOD_POLICY", "id": ids.next(), "name": "Order and payment" });
    let criterion = |existing: bool, id: String, name: &str| json!({ "existing": existing, "type": "ENTITLEMENT", "id": id, "name": name });
    json!({
        "state": "SUCCESS",
        "uuid": ids.next(),
        "violationCheckResult": {
            "message": Message::new("The check found a conflict."),
            "clientMetadata": null,
            "violationContexts": [{
                "policy": policy,
                "conflictingAccessCriteria": {
                    "leftCriteria": { "criteriaList": [criterion(true, ids.next(), "GRP-Orders")] },
                    "rightCriteria": { "criteriaList": [criterion(false, ids.next(), "GRP-Payments")] }
                }
            }],
            "violatedPolicies": [policy]
        }
    })
}

fn requested_accounts(index: usize) -> serde_json::Value {
    json!([{
        "name": format!("account.{index:04}"),
        "type": "ACCOUNT",
        "accountUuid": null,
        "accountId": format!("CN=account.{index:04},OU=People,DC=example,DC=com"),
        "sourceName": "Directory"
    }])
}

fn advance_to(request: &mut AccessRequest, progress: Progress, at: Date) {
    let owner = request.item.owner.clone();
    match progress {
        Progress::InApproval => {}
        Progress::InProvisioning => approve_all(request, at),
        Progress::Completed => {
            approve_all(request, at);
            request.finish_provisioning(at.plus_ms(MS_TO_DECIDE));
        }
        Progress::Cancelled => request.cancel(request.requester.clone(), "Asked for the wrong access.", at),
        Progress::Closed => request.close(RequestState::Terminated, "Closed by an administrator.", at),
        Progress::WaitingForVerification => {
            approve_all(request, at);
            request.work_items.push(work_item(owner, at));
            request.state = RequestState::ProvisioningVerificationPending;
        }
        Progress::Rejected => request.reject(0, "Not needed for this position.", at),
        Progress::Failed(state) => {
            approve_all(request, at);
            request.fail_provisioning(state, "The source did not take the change.", at.plus_ms(MS_TO_DECIDE));
        }
    }
}

fn approve_all(request: &mut AccessRequest, at: Date) {
    for step in 0..request.approvals.len() {
        request.approve(step, Some("Fits the position."), at);
    }
}

fn work_item(owner: Reference, modified: Date) -> WorkItem {
    WorkItem {
        forwarded: false,
        original_owner: Some(owner.clone()),
        current_owner: Some(owner),
        modified,
        status: WorkState::Pending,
        forward_history: None,
    }
}
