//! What stands between C and everything else: a panic becomes an error, and so does a call in a forked child.

use super::strings::into_c_string;
use crate::client::{CallError, DeliveryState, Envelope, ErrorKind};
use std::ffi::c_char;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU32, Ordering};

/// The process that used the library first; 0 before.
static OWNER: AtomicU32 = AtomicU32::new(0);

/// Runs an export's body, which gives a text or an error, and turns both into an envelope for C.
pub(super) fn guard_text(body: impl FnOnce() -> Result<String, CallError>) -> *mut c_char {
    into_c_string(guard(body).unwrap_or_else(|error| Envelope::failure(error).to_json()))
}

/// Runs an export's body; a panic and a forked child become errors.
pub(super) fn guard<T>(body: impl FnOnce() -> Result<T, CallError>) -> Result<T, CallError> {
    check_process()?;
    // What a panic leaves behind sits behind locks that recover from poison.
    catch_unwind(AssertUnwindSafe(body)).unwrap_or_else(|panic| Err(panicked(panic.as_ref())))
}

/// The runtime's threads do not live on in a forked child, and a lock may be held there for ever.
fn check_process() -> Result<(), CallError> {
    let this = std::process::id();
    match OWNER.compare_exchange(0, this, Ordering::Relaxed, Ordering::Relaxed) {
        Err(owner) if owner != this => Err(CallError::new(
            ErrorKind::Internal,
            "The library was used before this process was forked, and does not work in the child. Use it first after the fork, or start a new program with exec.",
        )),
        _ => Ok(()),
    }
}

fn panicked(panic: &(dyn std::any::Any + Send)) -> CallError {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned()).or_else(|| panic.downcast_ref::<String>().cloned());
    let message =
        format!("A fault in the library itself: {}. Please report it.", text.unwrap_or_else(|| "a panic without a text".to_owned()));
    // Where in a call it happened is not known, so neither is what the tenant got.
    CallError::new(ErrorKind::Internal, message).with_delivery(DeliveryState::Unknown)
}
