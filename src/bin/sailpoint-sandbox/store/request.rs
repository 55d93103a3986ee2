//! One requested item, and what can happen to it.
//!
//! The states, phases and details are those of the models `RequestedItemStatus` and `ApprovalStatusDto` in the OpenAPI
//! description of V2024. That a request can be cancelled only before it passed approval, and closed at any time, is the text
//! of the operations cancelAccessRequest and closeAccessRequest.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::catalog::{Item, Reference};
use crate::clock::Date;

const APPROVAL_PHASE: &str = "APPROVAL_PHASE";
const PROVISIONING_PHASE: &str = "PROVISIONING_PHASE";

#[derive(Clone, Debug)]
pub struct AccessRequest {
    /// Null for requests of before 2025, says the service's description.
    pub id: Option<String>,
    /// What cancel and close take.
    pub access_request_id: String,
    pub account_activity_item_id: String,
    pub request_type: RequestType,
    pub state: RequestState,
    pub item: Item,
    pub requester: Reference,
    pub requested_for: Reference,
    pub created: Date,
    pub modified: Date,
    pub requester_comment: Option<Comment>,
    /// In the order in which they are decided.
    pub approvals: Vec<Approval>,
    /// Those that have begun.
    pub phases: Vec<Phase>,
    pub work_items: Vec<WorkItem>,
    pub cancellation: Option<Cancellation>,
    /// A list for each step that had errors.
    pub errors: Vec<Vec<Message>>,
    pub pre_approval: Option<PreApproval>,
    pub sod_check: Option<serde_json::Value>,
    pub requested_accounts: Option<serde_json::Value>,
    /// As submitted.
    pub start_date: Option<String>,
    pub remove_date: Option<String>,
    pub client_metadata: Option<BTreeMap<String, String>>,
    pub reauthorization_required: bool,
    /// Equal for requests of the same access under the same terms.
    pub attributes_hash: i32,
    /// Whether the documentation's examples name it, so that everything can be done to it at any time.
    pub documented: bool,
    /// When provisioning ends by itself, in milliseconds of the tenant's clock.
    pub provisioned_at_ms: Option<u64>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize, Serialize)]
pub enum RequestType {
    #[default]
    #[serde(rename = "GRANT_ACCESS")]
    Grant,
    #[serde(rename = "REVOKE_ACCESS")]
    Revoke,
    #[serde(rename = "MODIFY_ACCESS")]
    Modify,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum RequestState {
    Executing,
    RequestCompleted,
    Cancelled,
    Terminated,
    ProvisioningVerificationPending,
    Rejected,
    ProvisioningFailed,
    NotAllItemsProvisioned,
    Error,
}

impl RequestState {
    /// The name in filters and answers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Executing => "EXECUTING",
            Self::RequestCompleted => "REQUEST_COMPLETED",
            Self::Cancelled => "CANCELLED",
            Self::Terminated => "TERMINATED",
            Self::ProvisioningVerificationPending => "PROVISIONING_VERIFICATION_PENDING",
            Self::Rejected => "REJECTED",
            Self::ProvisioningFailed => "PROVISIONING_FAILED",
            Self::NotAllItemsProvisioned => "NOT_ALL_ITEMS_PROVISIONED",
            Self::Error => "ERROR",
        }
    }
}

/// One step of the approval.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Approval {
    #[serde(skip)]
    pub id: String,
    pub forwarded: bool,
    pub original_owner: Reference,
    pub current_owner: Option<Reference>,
    pub modified: Option<Date>,
    pub status: WorkState,
    pub scheme: &'static str,
    pub error_messages: Option<Vec<Message>>,
    pub comment: Option<String>,
    pub remove_date: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum WorkState {
    Pending,
    Approved,
    Rejected,
    Cancelled,
    Archived,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Phase {
    pub started: Date,
    pub finished: Option<Date>,
    pub name: &'static str,
    pub state: PhaseState,
    pub result: Option<PhaseResult>,
    pub phase_reference: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum PhaseState {
    Executing,
    Completed,
    Cancelled,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum PhaseResult {
    Successful,
    Failed,
}

/// Work left to a person.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WorkItem {
    pub forwarded: bool,
    pub original_owner: Option<Reference>,
    pub current_owner: Option<Reference>,
    pub modified: Date,
    pub status: WorkState,
    pub forward_history: Option<Vec<serde_json::Value>>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Cancellation {
    pub comment: String,
    pub owner: Reference,
    pub modified: Date,
}

#[derive(Clone, Debug, Serialize)]
pub struct Comment {
    pub comment: Option<String>,
    pub created: Date,
    pub author: Reference,
}

/// A message in the tenant's own language, an `ErrorMessageDto`.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Message {
    pub locale: &'static str,
    pub locale_origin: &'static str,
    pub text: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct PreApproval {
    pub comment: String,
    pub reviewer: String,
    pub decision: &'static str,
}

impl Message {
    pub fn new(text: impl Into<String>) -> Self {
        Self { locale: "en-US", locale_origin: "DEFAULT", text: text.into() }
    }
}

impl Approval {
    /// A step that waits for `owner`.
    pub fn pending(id: String, owner: Reference, scheme: &'static str, remove_date: Option<String>) -> Self {
        Self {
            id,
            forwarded: false,
            // A governance group has no current owner: the model allows an identity only.
            current_owner: (owner.kind == "IDENTITY").then(|| owner.clone()),
            original_owner: owner,
            modified: None,
            status: WorkState::Pending,
            scheme,
            error_messages: None,
            comment: None,
            remove_date,
        }
    }

    fn decide(&mut self, status: WorkState, comment: Option<&str>, at: Date) {
        self.status = status;
        self.comment = comment.map(str::to_owned);
        self.modified = Some(at);
    }
}

impl Phase {
    fn begin(name: &'static str, phase_reference: &'static str, started: Date) -> Self {
        Self { started, finished: None, name, state: PhaseState::Executing, result: None, phase_reference }
    }

    pub fn approval(started: Date) -> Self {
        Self::begin(APPROVAL_PHASE, "approvalDetails", started)
    }

    fn provisioning(started: Date) -> Self {
        Self::begin(PROVISIONING_PHASE, "manualWorkItemDetails", started)
    }
}

impl AccessRequest {
    /// A request to grant access that was just submitted and waits for `approvals`, with nothing that is optional.
    pub fn submitted(
        access_request_id: String,
        account_activity_item_id: String,
        item: Item,
        requester: Reference,
        requested_for: Reference,
        approvals: Vec<Approval>,
        created: Date,
    ) -> Self {
        Self {
            id: Some(access_request_id.clone()),
            access_request_id,
            account_activity_item_id,
            request_type: RequestType::Grant,
            state: RequestState::Executing,
            item,
            requester,
            requested_for,
            created,
            modified: created,
            requester_comment: None,
            approvals,
            phases: vec![Phase::approval(created)],
            work_items: Vec::new(),
            cancellation: None,
            errors: Vec::new(),
            pre_approval: None,
            sod_check: None,
            requested_accounts: None,
            start_date: None,
            remove_date: None,
            client_metadata: None,
            reauthorization_required: false,
            attributes_hash: 0,
            documented: false,
            provisioned_at_ms: None,
        }
    }

    /// Whether it waits for approval, and so can be approved or cancelled.
    pub fn is_in_approval(&self) -> bool {
        let phase = self.phases.last().map(|phase| (phase.name, phase.state));
        self.state == RequestState::Executing && phase == Some((APPROVAL_PHASE, PhaseState::Executing))
    }

    /// Whether this step of the approval can be decided.
    pub fn awaits(&self, step: usize) -> bool {
        self.is_in_approval() && self.approvals[step].status == WorkState::Pending
    }

    /// Whether nothing more happens to it by itself.
    pub fn has_ended(&self) -> bool {
        !matches!(self.state, RequestState::Executing | RequestState::ProvisioningVerificationPending)
    }

    /// Whether this identity has something to decide or to do for it now.
    pub fn is_assigned_to(&self, identity_id: &str) -> bool {
        let is_owner = |owner: Option<&Reference>| owner.is_some_and(|owner| owner.id == identity_id);
        let approvals = self.approvals.iter().filter(|approval| approval.status == WorkState::Pending);
        let work_items = self.work_items.iter().filter(|item| item.status == WorkState::Pending);
        !self.has_ended()
            && (approvals.map(|approval| approval.current_owner.as_ref()).any(is_owner)
                || work_items.map(|item| item.current_owner.as_ref()).any(is_owner))
    }

    /// Whether provisioning began, so that the answers refer to its details.
    pub fn reached_provisioning(&self) -> bool {
        self.phases.iter().any(|phase| phase.name == PROVISIONING_PHASE)
    }

    /// Approves one step. After the last one provisioning begins.
    pub fn approve(&mut self, step: usize, comment: Option<&str>, at: Date) {
        self.approvals[step].decide(WorkState::Approved, comment, at);
        self.modified = at;
        if self.approvals.iter().all(|approval| approval.status == WorkState::Approved) {
            self.end_phase(PhaseState::Completed, Some(PhaseResult::Successful), at);
            self.phases.push(Phase::provisioning(at));
        }
    }

    pub fn reject(&mut self, step: usize, comment: &str, at: Date) {
        self.approvals[step].decide(WorkState::Rejected, Some(comment), at);
        self.archive_pending_approvals(WorkState::Archived, at);
        self.end(RequestState::Rejected, PhaseState::Completed, Some(PhaseResult::Failed), at);
    }

    pub fn cancel(&mut self, owner: Reference, comment: &str, at: Date) {
        self.archive_pending_approvals(WorkState::Cancelled, at);
        self.cancellation = Some(Cancellation { comment: comment.to_owned(), owner, modified: at });
        self.end(RequestState::Cancelled, PhaseState::Cancelled, None, at);
    }

    /// Ends it by an administrator's hand, recorded as `state` with the reason.
    pub fn close(&mut self, state: RequestState, message: &str, at: Date) {
        self.archive_pending_approvals(WorkState::Cancelled, at);
        self.errors.push(vec![Message::new(message)]);
        self.end(state, PhaseState::Cancelled, None, at);
    }

    pub fn finish_provisioning(&mut self, at: Date) {
        self.end(RequestState::RequestCompleted, PhaseState::Completed, Some(PhaseResult::Successful), at);
    }

    /// Provisioning ended in this state for this reason.
    pub fn fail_provisioning(&mut self, state: RequestState, reason: &str, at: Date) {
        self.errors.push(vec![Message::new(reason)]);
        self.end(state, PhaseState::Completed, Some(PhaseResult::Failed), at);
    }

    /// Back to the state in which it was submitted.
    pub fn reopen(&mut self, at: Date) {
        for approval in &mut self.approvals {
            approval.decide(WorkState::Pending, None, at);
        }
        self.state = RequestState::Executing;
        self.phases = vec![Phase::approval(at)];
        self.cancellation = None;
        self.errors.clear();
        self.modified = at;
        self.provisioned_at_ms = None;
    }

    fn archive_pending_approvals(&mut self, status: WorkState, at: Date) {
        for approval in self.approvals.iter_mut().filter(|approval| approval.status == WorkState::Pending) {
            approval.decide(status, None, at);
        }
    }

    fn end(&mut self, state: RequestState, phase: PhaseState, result: Option<PhaseResult>, at: Date) {
        self.end_phase(phase, result, at);
        for item in self.work_items.iter_mut().filter(|item| item.status == WorkState::Pending) {
            item.status = WorkState::Archived;
            item.modified = at;
        }
        self.state = state;
        self.modified = at;
        self.provisioned_at_ms = None;
    }

    fn end_phase(&mut self, state: PhaseState, result: Option<PhaseResult>, at: Date) {
        if let Some(phase) = self.phases.last_mut().filter(|phase| phase.state == PhaseState::Executing) {
            phase.state = state;
            phase.result = result;
            phase.finished = Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed;

    /// A request that waits for two approvals.
    fn pending() -> AccessRequest {
        let store = seed::store(1, 60);
        let waits_for_two = |request: &&AccessRequest| request.is_in_approval() && request.approvals.len() == 2;
        store.requests().iter().find(waits_for_two).expect("the seed has one").clone()
    }

    fn at() -> Date {
        Date::epoch()
    }

    fn phases(request: &AccessRequest) -> Vec<(&str, PhaseState, Option<PhaseResult>)> {
        request.phases.iter().map(|phase| (phase.name, phase.state, phase.result)).collect()
    }

    #[test]
    fn the_last_approval_begins_provisioning_which_completes_it() {
        let mut request = pending();
        request.approve(0, Some("yes"), at());
        assert!(request.is_in_approval());
        request.approve(1, Some("yes"), at());
        assert!(!request.is_in_approval());
        assert_eq!(request.state, RequestState::Executing);
        request.finish_provisioning(at());
        assert_eq!(request.state, RequestState::RequestCompleted);
        let successful = Some(PhaseResult::Successful);
        let expected = [(APPROVAL_PHASE, PhaseState::Completed, successful), (PROVISIONING_PHASE, PhaseState::Completed, successful)];
        assert_eq!(phases(&request), expected);
        assert_eq!(request.approvals[1].comment.as_deref(), Some("yes"));
    }

    #[test]
    fn a_cancelled_request_tells_who_did_it_and_why() {
        let mut request = pending();
        request.cancel(Reference::identity("1", "A"), "by mistake", at());
        assert_eq!((request.state, request.is_in_approval(), request.has_ended()), (RequestState::Cancelled, false, true));
        assert_eq!(phases(&request), [(APPROVAL_PHASE, PhaseState::Cancelled, None)]);
        assert!(request.approvals.iter().all(|approval| approval.status == WorkState::Cancelled));
        let cancellation = request.cancellation.expect("told");
        assert_eq!((cancellation.comment.as_str(), cancellation.owner.name.as_str()), ("by mistake", "A"));
    }

    #[test]
    fn a_request_can_be_closed_after_approval_too() {
        for approved in [0, 1, 2] {
            let mut request = pending();
            (0..approved).for_each(|step| request.approve(step, None, at()));
            request.close(RequestState::Terminated, "stuck", at());
            assert_eq!(request.state, RequestState::Terminated, "after {approved} approvals");
            assert_eq!(request.errors[0][0].text, "stuck");
            assert_eq!(request.phases.last().map(|phase| phase.state), Some(PhaseState::Cancelled));
        }
    }

    #[test]
    fn a_rejection_ends_the_steps_that_are_left() {
        let mut request = pending();
        request.reject(0, "no", at());
        assert_eq!(request.state, RequestState::Rejected);
        let statuses: Vec<_> = request.approvals.iter().map(|approval| approval.status).collect();
        assert_eq!(statuses, [WorkState::Rejected, WorkState::Archived]);
    }

    #[test]
    fn a_reopened_request_is_as_it_was_submitted() {
        let mut request = pending();
        request.close(RequestState::Terminated, "stuck", at());
        request.reopen(at());
        assert!(request.is_in_approval());
        assert!(request.errors.is_empty() && request.cancellation.is_none());
        assert!(request.approvals.iter().all(|approval| approval.status == WorkState::Pending && approval.comment.is_none()));
    }

    #[test]
    fn a_request_is_assigned_to_whom_it_waits_for() {
        let mut request = pending();
        let owner = request.approvals[1].current_owner.clone().expect("an identity").id;
        assert!(request.is_assigned_to(&owner));
        request.cancel(Reference::identity("1", "A"), "by mistake", at());
        assert!(!request.is_assigned_to(&owner));
    }
}
