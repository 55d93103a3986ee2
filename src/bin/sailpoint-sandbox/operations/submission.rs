//! createAccessRequest.
//!
//! Known from the operation's text and the models AccessRequest and AccessRequestResponse. Not modelled, since it depends on
//! what the sandbox has no notion of: request segments, managers, access by role membership, existing end dates.

use std::collections::{BTreeMap, HashSet};

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Call, Success};
use crate::checks::body::deserialize;
use crate::clock::Date;
use crate::errors::ApiError;
use crate::http::Response;
use crate::settings::PastDates;
use crate::store::Store;
use crate::store::catalog::ItemKind;
use crate::store::request::{AccessRequest, Approval, Comment, RequestState, RequestType};

/// "Maximum of 25 entitlements and 10 recipients" where entitlements are requested: the operation's text.
const MAX_ENTITLEMENTS: usize = 25;
const MAX_RECIPIENTS_OF_ENTITLEMENTS: usize = 10;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Submission {
    requested_for: Option<Vec<String>>,
    request_type: Option<RequestType>,
    requested_items: Option<Vec<RequestedItem>>,
    client_metadata: Option<BTreeMap<String, String>>,
    requested_for_with_requested_items: Option<Vec<ItemsOfIdentity>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ItemsOfIdentity {
    identity_id: String,
    requested_items: Vec<RequestedItem>,
}

/// AccessRequestItem and RequestedItemDtoRef in one: they share most of their members.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RequestedItem {
    #[serde(rename = "type")]
    kind: ItemKind,
    id: String,
    comment: Option<String>,
    client_metadata: Option<BTreeMap<String, String>>,
    start_date: Option<String>,
    remove_date: Option<String>,
    assignment_id: Option<String>,
    native_identity: Option<String>,
    account_selection: Option<Vec<SourceSelection>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct SourceSelection {
    source_id: Option<String>,
    accounts: Option<Vec<AccountSelection>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct AccountSelection {
    account_uuid: Option<String>,
    native_identity: Option<String>,
}

/// AccessRequestResponse.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Submitted {
    new_requests: Vec<Tracking>,
    existing_requests: Vec<Tracking>,
}

/// AccessRequestTracking: what the submission led to for one identity and item.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Tracking {
    requested_for: String,
    requested_items_details: [Value; 1],
    attributes_hash: i32,
    access_request_ids: [String; 1],
}

pub fn create(call: &mut Call<'_>) -> Result<Success, ApiError> {
    let submission: Submission = deserialize(&call.body)?;
    let pairs = submission.pairs()?;
    let request_type = submission.request_type.unwrap_or_default();
    let problems = problems(call, request_type, &submission, &pairs);
    if !problems.is_empty() {
        return Err(ApiError::BadRequest(problems));
    }

    let (mut new_requests, mut existing_requests, mut acted_on) = (Vec::new(), Vec::new(), Vec::new());
    for (identity_id, item) in pairs {
        acted_on.push(format!("{identity_id}/{}", item.id));
        let hash = attributes_hash(request_type, item);
        if let Some(existing) = existing_request(call.store, identity_id, item, hash) {
            existing_requests.push(tracking(existing));
            continue;
        }
        let request = new_request(call.store, request_type, identity_id, item, submission.client_metadata.as_ref(), hash);
        new_requests.push(tracking(&request));
        call.store.add(request);
    }
    let answer = Submitted { new_requests, existing_requests };
    Ok(Success { response: Response::json(call.operation.success, &answer), acted_on })
}

impl Submission {
    /// Each identity with each item that is requested for it.
    ///
    /// The text allows requestedForWithRequestedItems only without the other two, the documentation's own example gives all
    /// three: they then count, and it does not.
    fn pairs(&self) -> Result<Vec<(&str, &RequestedItem)>, ApiError> {
        match (&self.requested_for, &self.requested_items, &self.requested_for_with_requested_items) {
            (Some(identities), Some(items), _) => {
                Ok(identities.iter().flat_map(|identity| items.iter().map(move |item| (identity.as_str(), item))).collect())
            }
            (None, None, Some(entries)) if !entries.is_empty() => Ok(entries
                .iter()
                .flat_map(|entry| entry.requested_items.iter().map(move |item| (entry.identity_id.as_str(), item)))
                .collect()),
            _ => Err(ApiError::bad_request(
                "requestedFor and requestedItems have to be given, or requestedForWithRequestedItems instead of both.",
            )),
        }
    }
}

/// What the operation's text forbids.
fn problems(call: &Call<'_>, request_type: RequestType, submission: &Submission, pairs: &[(&str, &RequestedItem)]) -> Vec<String> {
    let identities: HashSet<&str> = pairs.iter().map(|(identity, _)| *identity).collect();
    let entitlements: HashSet<&str> =
        pairs.iter().filter(|(_, item)| item.kind == ItemKind::Entitlement).map(|(_, item)| item.id.as_str()).collect();
    let any_item = |holds: fn(&RequestedItem) -> bool| pairs.iter().any(|(_, item)| holds(item));
    let past_date =
        call.settings.past_dates == PastDates::Refuse && pairs.iter().any(|(_, item)| item.has_date_before(call.store.clock.now()));

    let grant = request_type == RequestType::Grant;
    let revoke = request_type == RequestType::Revoke;
    let alone = submission.requested_for.is_none();
    let rules = [
        (grant && entitlements.len() > MAX_ENTITLEMENTS, "At most 25 entitlements can be requested at once."),
        (
            grant && !entitlements.is_empty() && identities.len() > MAX_RECIPIENTS_OF_ENTITLEMENTS,
            "Entitlements can be requested for at most 10 identities at once.",
        ),
        (!grant && alone, "requestedForWithRequestedItems is for GRANT_ACCESS only."),
        (revoke && identities.len() > 1, "Access can be revoked from one identity at a time."),
        (revoke && identities.contains(call.store.catalog.me.id.as_str()), "Access can't be revoked from oneself."),
        (revoke && entitlements.len() > 1, "One entitlement can be revoked at a time."),
        (revoke && any_item(|item| item.comment.is_none()), "Each item whose access is revoked needs a comment."),
        (revoke && any_item(|item| item.start_date.is_some()), "A startDate makes no sense where access is revoked."),
        (past_date, "startDate and removeDate have to be in the future."),
    ];
    rules.iter().filter(|(broken, _)| *broken).map(|(_, message)| (*message).to_owned()).collect()
}

impl RequestedItem {
    fn has_date_before(&self, now: Date) -> bool {
        let dates = [&self.start_date, &self.remove_date];
        dates.into_iter().flatten().any(|text| Date::parse(text).is_some_and(|date| date <= now))
    }
}

/// A request for the same access under the same terms that is under way or was fulfilled: the text says that what an identity
/// already has is not requested again, the answer's model that existing requests are told.
fn existing_request<'a>(store: &'a Store, identity_id: &str, item: &RequestedItem, hash: i32) -> Option<&'a AccessRequest> {
    let alive = |request: &&AccessRequest| matches!(request.state, RequestState::Executing | RequestState::RequestCompleted);
    store.for_access(identity_id, &item.id).rev().find(alive).filter(|request| request.attributes_hash == hash)
}

fn new_request(
    store: &mut Store,
    request_type: RequestType,
    identity_id: &str,
    terms: &RequestedItem,
    metadata: Option<&BTreeMap<String, String>>,
    attributes_hash: i32,
) -> AccessRequest {
    let created = store.tick();
    let requester = store.me();
    let item = store.catalog.item(terms.kind, &terms.id);
    let approval = Approval::pending(store.ids.next(), item.owner.clone(), item.kind.approval_scheme(), terms.remove_date.clone());
    let comment = terms.comment.clone().map(|text| Comment { comment: Some(text), created, author: requester.clone() });
    let (id, activity_id) = (store.ids.next(), store.ids.next());
    let requested_for = store.catalog.identity(identity_id);
    AccessRequest {
        request_type,
        requester_comment: comment,
        requested_accounts: terms.requested_accounts(),
        start_date: terms.start_date.clone(),
        remove_date: terms.remove_date.clone(),
        client_metadata: terms.client_metadata.as_ref().or(metadata).cloned(),
        attributes_hash,
        ..AccessRequest::submitted(id, activity_id, item, requester, requested_for, vec![approval], created)
    }
}

impl RequestedItem {
    /// The chosen accounts as the status lists tell them.
    fn requested_accounts(&self) -> Option<Value> {
        let sources = self.account_selection.as_ref()?.iter();
        let accounts = sources.flat_map(|source| source.accounts.iter().flatten().map(move |account| (source, account)));
        let accounts = accounts.map(|(source, account)| {
            json!({
                "name": account.native_identity,
                "type": "ACCOUNT",
                "accountUuid": account.account_uuid,
                "accountId": account.native_identity,
                "sourceName": source.source_id,
            })
        });
        Some(accounts.collect())
    }
}

fn tracking(request: &AccessRequest) -> Tracking {
    Tracking {
        requested_for: request.requested_for.id.clone(),
        requested_items_details: [json!({ "type": request.item.kind, "id": request.item.id })],
        attributes_hash: request.attributes_hash,
        access_request_ids: [request.access_request_id.clone()],
    }
}

/// FNV-1a over the terms of the request: the service's own hash is not documented, its 32 bits are.
fn attributes_hash(request_type: RequestType, item: &RequestedItem) -> i32 {
    let terms = [&item.start_date, &item.remove_date, &item.assignment_id, &item.native_identity];
    let text = format!("{request_type:?} {:?} {} {terms:?}", item.kind, item.id);
    text.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)).cast_signed()
}
