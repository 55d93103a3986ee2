//! The locks and tasks of the state machines that many callers share: limiter, token, event queue. They stand here so that
//! `tests/exploration`, which compiles the same sources, can put a scheduler under them that tries every order of steps.

pub use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Runs a task of its own on the runtime that the caller runs on.
pub fn spawn(task: impl Future<Output = ()> + Send + 'static) {
    tokio::spawn(task);
}
