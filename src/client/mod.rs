//! One call: from a request's JSON to an envelope, over configuration, token, limiter, transport and retry.
//!
//! [`Client`] is what `ffi` and Rust programs use. Each step has a file of its own; what the whole process shares
//! (limiters, tokens, connection pools, counters) stands in [`process`] alone.

mod abort;
mod call;
mod causes;
mod certificates;
mod clock;
mod config;
mod deprecation;
mod envelope;
mod error;
mod events;
mod fate;
mod hand_over;
mod headers;
pub(crate) mod limiter;
mod log;
#[cfg(test)]
mod manual_clock;
mod messages;
mod metrics;
mod model_check;
mod options;
mod process;
mod retry;
pub(crate) mod token;
mod transport;

pub use abort::AbortHandle;
pub use call::Client;
pub(crate) use clock::milliseconds;
pub use clock::{Clock, Sleep, SystemClock};
pub use config::Config;
pub use envelope::{Envelope, Meta};
pub use error::{CallError, DeliveryState, ErrorDetails, ErrorKind};
pub use events::{CallEvents, LogEntry, LogFacts, LogLevel, NoEvents, WaitReason};
pub use headers::AnswerHeaders;
pub use model_check::check_model_json;
pub use process::metrics_json;
