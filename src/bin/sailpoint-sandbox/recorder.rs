//! What the sandbox saw and did, for tests to ask: counters per operation and id, and the last requests.

use std::collections::{BTreeMap, VecDeque};

use sailpoint_access_requests::operations::OPERATIONS;
use serde::Serialize;

use crate::http::Request;

/// How many requests the log keeps.
const LOG_LENGTH: usize = 1000;
/// For how many ids it counts; far more than a test has.
const COUNTED_IDS: usize = 1_000_000;
/// How much of a body the log keeps, in bytes.
const LOGGED_BODY_BYTES: usize = 64 * 1024;

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Recorder {
    operations: BTreeMap<&'static str, OperationCount>,
    tokens: TokenCount,
    /// How often each id was acted on.
    ids: BTreeMap<String, u64>,
    /// How often an id was acted on that is not among them, since there were too many.
    uncounted: u64,
    #[serde(skip)]
    log: VecDeque<LogEntry>,
}

#[derive(Debug, Default, Serialize)]
struct OperationCount {
    /// Requests whose head was read.
    arrived: u64,
    /// Requests that the tenant did what they ask for.
    acted: u64,
}

#[derive(Debug, Default, Serialize)]
struct TokenCount {
    requests: u64,
    granted: u64,
}

/// A request that was read in full, with what it was answered.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LogEntry {
    /// The SLPT-Request-ID of the answer.
    request_id: String,
    operation: Option<&'static str>,
    method: String,
    /// With its query.
    path: String,
    headers: Vec<(String, String)>,
    body: String,
    body_bytes: usize,
    /// None where the request was left without an answer.
    status: Option<u16>,
}

impl Recorder {
    pub fn new() -> Self {
        let operations = OPERATIONS.iter().map(|operation| (operation.id, OperationCount::default())).collect();
        Self { operations, tokens: TokenCount::default(), ids: BTreeMap::new(), uncounted: 0, log: VecDeque::new() }
    }

    pub fn arrived(&mut self, operation: &'static str) {
        self.operations.entry(operation).or_default().arrived += 1;
    }

    /// The tenant did what the request asks for, to these ids.
    pub fn acted(&mut self, operation: &'static str, ids: &[String]) {
        self.operations.entry(operation).or_default().acted += 1;
        for id in ids {
            self.acted_on(id);
        }
    }

    fn acted_on(&mut self, id: &str) {
        if let Some(count) = self.ids.get_mut(id) {
            *count += 1;
        } else if self.ids.len() < COUNTED_IDS {
            self.ids.insert(id.to_owned(), 1);
        } else {
            self.uncounted += 1;
        }
    }

    pub fn token_requested(&mut self) {
        self.tokens.requests += 1;
    }

    pub fn token_granted(&mut self) {
        self.tokens.granted += 1;
    }

    /// Keeps a request with the status of its answer. `hide_body` leaves out a body that holds a secret.
    pub fn log(&mut self, request_id: &str, operation: Option<&'static str>, request: &Request, status: Option<u16>, hide_body: bool) {
        if self.log.len() == LOG_LENGTH {
            self.log.pop_front();
        }
        let kept = if hide_body { 0 } else { request.body.len().min(LOGGED_BODY_BYTES) };
        let headers = request.head.headers.iter().map(|(name, value)| {
            let hidden = name.eq_ignore_ascii_case("authorization");
            (name.clone(), if hidden { "(hidden)".to_owned() } else { value.clone() })
        });
        self.log.push_back(LogEntry {
            request_id: request_id.to_owned(),
            operation,
            method: request.head.method.clone(),
            path: request.head.target.clone(),
            headers: headers.collect(),
            body: String::from_utf8_lossy(&request.body[..kept]).into_owned(),
            body_bytes: request.body.len(),
            status,
        });
    }

    /// The last requests, the oldest first.
    pub fn requests(&self) -> &VecDeque<LogEntry> {
        &self.log
    }
}
