//! Counters of the process: per operation how its calls ended, and what was sent. No id, body or secret is in them.

use super::error::ErrorKind;
use crate::operations::{OPERATIONS, Operation};
use serde_json::{Map, Value, json};
use std::sync::atomic::{AtomicU64, Ordering};

/// Counts since the process began.
#[derive(Default)]
pub struct Metrics {
    operations: [OperationCounters; OPERATIONS.len()],
    token_requests: AtomicU64,
}

#[derive(Default)]
struct OperationCounters {
    succeeded: AtomicU64,
    failed: [AtomicU64; ErrorKind::ALL.len()],
    attempts: AtomicU64,
}

impl Metrics {
    pub fn count_call(&self, operation: &Operation, failure: Option<ErrorKind>, attempts: u32) {
        let Some(counters) = operation.index().map(|index| &self.operations[index]) else {
            return;
        };
        let counter = match failure {
            None => &counters.succeeded,
            Some(kind) => &counters.failed[kind as usize],
        };
        counter.fetch_add(1, Ordering::Relaxed);
        counters.attempts.fetch_add(u64::from(attempts), Ordering::Relaxed);
    }

    pub fn count_token_request(&self) {
        self.token_requests.fetch_add(1, Ordering::Relaxed);
    }

    /// `{"operations":{"...":{"ok":1,"attempts":2,"errors":{"http":1}}},"tokenRequests":1}`; kinds that never occurred are absent.
    pub fn to_json(&self) -> String {
        let operations: Map<String, Value> =
            OPERATIONS.iter().zip(&self.operations).map(|(operation, counters)| (operation.id.to_owned(), counters.to_value())).collect();
        json!({ "operations": operations, "tokenRequests": self.token_requests.load(Ordering::Relaxed) }).to_string()
    }
}

impl OperationCounters {
    fn to_value(&self) -> Value {
        let errors: Map<String, Value> = ErrorKind::ALL
            .iter()
            .zip(&self.failed)
            .map(|(kind, count)| (kind.name().to_owned(), Value::from(count.load(Ordering::Relaxed))))
            .filter(|(_, count)| *count != 0)
            .collect();
        json!({ "ok": self.succeeded.load(Ordering::Relaxed), "attempts": self.attempts.load(Ordering::Relaxed), "errors": errors })
    }
}
