//! What a call tells while it runs. `ffi` queues it for the reader of a call; a blocking call has no reader and keeps none.

use serde::Serialize;
use std::time::Duration;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LogLevel {
    Info,
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

/// Takes what a call tells. Called from the runtime's threads; must not block.
pub trait CallEvents: Send + Sync {
    /// Whether anybody reads what is told; where nobody does, no sentence is made.
    fn is_watched(&self) -> bool;
    /// One sentence without secrets, tokens or bodies. `attempt` counts from 1; 0 stands for none.
    fn log(&self, level: LogLevel, operation: &str, attempt: u32, message: &str);
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

    fn log(&self, _: LogLevel, _: &str, _: u32, _: &str) {}
    fn waiting(&self, _: &str, _: WaitReason, _: Duration) {}
}
