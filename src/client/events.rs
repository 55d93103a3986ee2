//! What a call tells while it runs. `ffi` queues it for the reader of a call; a blocking call has no reader and keeps none.
//! Rust programs get the log through `tracing` as well, under the target `sailpoint_access_requests`.

use serde::Serialize;
use std::time::Duration;

/// Under which Rust programs find the log.
const TARGET: &str = "sailpoint_access_requests";

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LogLevel {
    /// A step, such as an attempt.
    Info,
    /// Something to look at, which the envelope's warnings tell too.
    Warning,
}

/// Why a call waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WaitReason {
    /// The limit of requests in a window is used up.
    Limiter,
    /// The tenant named a wait.
    RetryAfter,
    /// The tenant named none.
    Backoff,
}

impl WaitReason {
    /// As the events spell it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Limiter => "limiter",
            Self::RetryAfter => "retry_after",
            Self::Backoff => "backoff",
        }
    }

    /// For a person who watches the call.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Limiter => "the limit of requests in this window is used up",
            Self::RetryAfter => "the tenant asked for it",
            Self::Backoff => "before the next attempt",
        }
    }
}

/// One step of a call, such as an attempt with what came of it. No secret, token or body is in it.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LogEntry<'a> {
    pub level: LogLevel,
    /// A sentence for a person who watches the call.
    pub message: &'a str,
    pub operation: &'a str,
    /// Counts from 1; 0 stands for none.
    pub attempt: u32,
    #[serde(flatten)]
    pub facts: LogFacts,
}

/// What a log entry says in its sentence, for programs. What does not apply is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LogFacts {
    /// Of the tenant's answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// How long the step took, in milliseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub elapsed_ms: Option<u64>,
    /// How long the call waits after it, in milliseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wait_ms: Option<u64>,
    /// Why it waits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<WaitReason>,
    /// What SailPoint's support asks for, from the answer's headers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}

/// Takes what a call tells. Called from the runtime's threads; must not block.
pub trait CallEvents: Send + Sync {
    /// Whether anybody reads what is told; where nobody does, no sentence is made.
    fn is_watched(&self) -> bool;
    /// A step of the call.
    fn log(&self, entry: &LogEntry<'_>);
    /// The call waits; only the newest matters.
    fn waiting(&self, operation: &str, reason: WaitReason, wait: Duration);
}

/// For calls that nobody watches.
#[derive(Clone, Copy, Debug)]
pub struct NoEvents;

impl CallEvents for NoEvents {
    fn is_watched(&self) -> bool {
        false
    }

    fn log(&self, _: &LogEntry<'_>) {}
    fn waiting(&self, _: &str, _: WaitReason, _: Duration) {}
}

/// Tells a step of one operation's call to everyone who listens. `step` is asked only where somebody does.
pub(super) fn tell(events: &dyn CallEvents, level: LogLevel, operation: &str, attempt: u32, step: impl FnOnce() -> (String, LogFacts)) {
    let traced = match level {
        LogLevel::Info => tracing::enabled!(target: TARGET, tracing::Level::DEBUG),
        LogLevel::Warning => tracing::enabled!(target: TARGET, tracing::Level::WARN),
    };
    if !traced && !events.is_watched() {
        return;
    }
    let (message, facts) = step();
    let entry = LogEntry { level, message: &message, operation, attempt, facts };
    if traced {
        trace(&entry);
    }
    events.log(&entry);
}

/// A macro's level is fixed where it stands, so there is one for each.
fn trace(entry: &LogEntry<'_>) {
    macro_rules! event {
        ($level:ident) => {
            tracing::$level!(
                target: TARGET,
                operation = entry.operation,
                attempt = entry.attempt,
                status = entry.facts.status,
                elapsed_ms = entry.facts.elapsed_ms,
                wait_ms = entry.facts.wait_ms,
                reason = entry.facts.reason.map(WaitReason::name),
                request_id = entry.facts.request_id.as_deref(),
                "{}",
                entry.message
            )
        };
    }
    match entry.level {
        LogLevel::Info => event!(debug),
        LogLevel::Warning => event!(warn),
    }
}
