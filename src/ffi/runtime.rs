//! The one Tokio runtime of the process: two workers, made on first use, never dropped.
//!
//! Socket work happens on its threads, and on a caller's while that waits for its call; both block SIGPIPE meanwhile.

use super::sigpipe::{BlockedSigpipe, block_for_good};
use crate::client::{CallError, ErrorKind};
use once_cell::sync::OnceCell;
use std::future::Future;
use std::sync::mpsc;
use tokio::runtime::{Builder, Handle, Runtime};

static RUNTIME: OnceCell<Runtime> = OnceCell::new();

/// Requests are few and short; two workers carry a hundred callers.
const WORKERS: usize = 2;

pub(super) fn runtime() -> Result<&'static Runtime, CallError> {
    RUNTIME
        .get_or_try_init(|| {
            Builder::new_multi_thread()
                .worker_threads(WORKERS)
                .thread_name("sailpoint")
                .enable_all()
                .on_thread_start(block_for_good)
                .build()
        })
        .map_err(|error| CallError::new(ErrorKind::Internal, format!("The system gives no threads for the library's work: {error}.")))
}

/// Runs `future` to its end and gives its result; None if it ended by a panic on another thread.
pub(super) fn wait_for<T: Send + 'static>(future: impl Future<Output = T> + Send + 'static) -> Result<Option<T>, CallError> {
    let runtime = runtime()?;
    // A thread that is inside some runtime already, as in a Rust program, can't enter this one.
    if Handle::try_current().is_ok() {
        let (sender, receiver) = mpsc::sync_channel(1);
        runtime.spawn(async move { sender.send(future.await) });
        return Ok(receiver.recv().ok());
    }
    let _blocked = BlockedSigpipe::new();
    Ok(Some(runtime.block_on(future)))
}
