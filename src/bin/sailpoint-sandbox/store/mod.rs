//! Everything the tenant knows: identities, access, requests and settings. What one operation changes here the next one sees.

pub mod catalog;
pub mod request;
pub mod row;

use std::collections::{HashMap, VecDeque};

use crate::clock::{Date, LogicalClock};
use catalog::{Catalog, Reference};
use request::AccessRequest;

/// The tenant's data. Requests are never removed; their index is their place in the order of submission.
#[derive(Debug)]
pub struct Store {
    pub catalog: Catalog,
    pub clock: LogicalClock,
    pub ids: IdGenerator,
    /// The settings for access requests, as they were put: `GET` gives the same text back.
    pub access_request_config: String,
    requests: Vec<AccessRequest>,
    by_access_request_id: HashMap<String, usize>,
    /// Request and approval step.
    by_approval_id: HashMap<String, (usize, usize)>,
    /// Requests for each pair of identity and item, the oldest first.
    by_access: HashMap<(String, String), Vec<usize>>,
    /// Requests in provisioning with the time at which it ends, the first to end first.
    provisioning: VecDeque<(u64, usize)>,
}

impl Store {
    pub fn new(catalog: Catalog, ids: IdGenerator, access_request_config: String) -> Self {
        Self {
            catalog,
            clock: LogicalClock::new(),
            ids,
            access_request_config,
            requests: Vec::new(),
            by_access_request_id: HashMap::new(),
            by_approval_id: HashMap::new(),
            by_access: HashMap::new(),
            provisioning: VecDeque::new(),
        }
    }

    pub fn add(&mut self, request: AccessRequest) {
        let index = self.requests.len();
        self.by_access_request_id.insert(request.access_request_id.clone(), index);
        for (step, approval) in request.approvals.iter().enumerate() {
            self.by_approval_id.insert(approval.id.clone(), (index, step));
        }
        self.by_access.entry((request.requested_for.id.clone(), request.item.id.clone())).or_default().push(index);
        self.requests.push(request);
    }

    pub fn requests(&self) -> &[AccessRequest] {
        &self.requests
    }

    pub fn by_access_request_id(&mut self, id: &str) -> Option<&mut AccessRequest> {
        self.by_access_request_id.get(id).map(|index| &mut self.requests[*index])
    }

    /// The request that this approval belongs to, and which of its steps it is.
    pub fn by_approval_id(&mut self, id: &str) -> Option<(&mut AccessRequest, usize)> {
        self.by_approval_id.get(id).map(|(index, step)| (&mut self.requests[*index], *step))
    }

    /// Requests of this item for this identity, the oldest first.
    pub fn for_access(&self, identity_id: &str, item_id: &str) -> impl DoubleEndedIterator<Item = &AccessRequest> {
        let indexes = self.by_access.get(&(identity_id.to_owned(), item_id.to_owned())).map_or(&[][..], Vec::as_slice);
        indexes.iter().map(|index| &self.requests[*index])
    }

    /// Starts provisioning of a request. It ends `duration_ms` after `now_ms` of the tenant's clock, at once for 0.
    pub fn start_provisioning(&mut self, access_request_id: &str, duration_ms: u64, now_ms: u64) {
        let Some(index) = self.by_access_request_id.get(access_request_id) else { return };
        let due = now_ms.saturating_add(duration_ms);
        self.requests[*index].provisioned_at_ms = Some(due);
        self.provisioning.push_back((due, *index));
        self.finish_due_provisioning(now_ms);
    }

    /// Ends provisioning where its time is up. Every request waits equally long, so those that began first end first.
    pub fn finish_due_provisioning(&mut self, now_ms: u64) {
        while let Some((due, index)) = self.provisioning.front().copied().filter(|(due, _)| *due <= now_ms) {
            self.provisioning.pop_front();
            // It may have been closed or opened again meanwhile.
            if self.requests[index].provisioned_at_ms == Some(due) {
                let date = self.clock.tick();
                self.requests[index].finish_provisioning(date);
            }
        }
    }

    /// The identity that the sandbox's tokens stand for, which is what `me` means.
    pub fn me(&self) -> Reference {
        self.catalog.me.clone()
    }

    pub fn tick(&mut self) -> Date {
        self.clock.tick()
    }
}

/// Makes ids of 32 hexadecimal digits, as the service's; the same seed gives the same ones.
#[derive(Debug)]
pub struct IdGenerator {
    random: fastrand::Rng,
}

impl IdGenerator {
    pub fn new(seed: u64) -> Self {
        Self { random: fastrand::Rng::with_seed(seed) }
    }

    pub fn next(&mut self) -> String {
        format!("{:032x}", self.random.u128(..))
    }
}
