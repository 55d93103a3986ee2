//! The one Tokio runtime of the process: two workers, made on first use, never dropped.
//!
//! All socket work happens on its threads, and they block SIGPIPE: a vectored write to a broken connection would raise it, and
//! a C program that does not ignore it would die.

use crate::client::{CallError, ErrorKind};
use once_cell::sync::OnceCell;
use tokio::runtime::{Builder, Runtime};

static RUNTIME: OnceCell<Runtime> = OnceCell::new();

/// Requests are few and short; two workers carry a hundred callers.
const WORKERS: usize = 2;

pub(super) fn runtime() -> Result<&'static Runtime, CallError> {
    RUNTIME
        .get_or_try_init(|| {
            Builder::new_multi_thread().worker_threads(WORKERS).thread_name("sailpoint").enable_all().on_thread_start(block_sigpipe).build()
        })
        .map_err(|error| CallError::new(ErrorKind::Internal, format!("The system gives no threads for the library's work: {error}.")))
}

#[cfg(unix)]
fn block_sigpipe() {
    // SAFETY: the set is initialised by sigemptyset before it is read, and the mask is that of this thread alone.
    unsafe {
        let mut set = std::mem::zeroed::<libc::sigset_t>();
        libc::sigemptyset(&raw mut set);
        libc::sigaddset(&raw mut set, libc::SIGPIPE);
        libc::pthread_sigmask(libc::SIG_BLOCK, &raw const set, std::ptr::null_mut());
    }
}

#[cfg(not(unix))]
fn block_sigpipe() {}
