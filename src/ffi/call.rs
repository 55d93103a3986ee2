//! `SailpointCall`: a call with progress and abort. Start it, take its events until there are no more, free it.
//!
//! The blocking operations run through [`blocking_call`], which is the same call without a reader.

use super::client::SailpointClient;
use super::guard::{guard, guard_text};
use super::handles::{self, Entry};
use super::queue::{EventQueue, Next};
use super::runtime::{runtime, wait_for};
use super::strings::{optional_text, required_text, write_text};
use crate::client::{AbortHandle, CallError, DeliveryState, Envelope, ErrorKind, NoEvents};
use crate::operations::request::operation_named;
use std::ffi::c_char;
use std::sync::Arc;
use std::time::Duration;

/// sailpoint_call_next: an event was written.
pub const SAILPOINT_CALL_EVENT: i32 = 1;
/// sailpoint_call_next: the time is up, and the call goes on.
pub const SAILPOINT_CALL_TIME_IS_UP: i32 = 0;
/// sailpoint_call_next: the result was taken before; there is no more.
pub const SAILPOINT_CALL_NO_MORE: i32 = -1;
/// The handle is not one of a living call.
pub const SAILPOINT_CALL_INVALID: i32 = -2;

/// A call under way. Only ever seen through a pointer, which is a key and not an address.
pub struct SailpointCall {
    _private: [u8; 0],
}

/// What a call's handle stands for.
pub(super) struct RunningCall {
    queue: Arc<EventQueue>,
    abort: AbortHandle,
}

/// Starts a call and returns at once; its events are taken with sailpoint_call_next.
///
/// operation is an operationId such as "approveBulkAccessRequest"; request_json and options_json are as for the blocking
/// functions.
///
/// Nullability: request_json and options_json may be NULL, client and operation may not; error_json may be NULL.
/// Ownership: the texts are copied before the return. The call is the caller's, freed with sailpoint_call_free. *error_json is
/// NULL on success, else a text for sailpoint_string_free.
/// Threads: any; a client carries any number of calls at once.
/// Errors: NULL for a wrong handle, an unknown operation or a text that is not UTF-8. What is wrong in the request itself
/// comes as the call's result.
///
/// # Safety
/// The texts are NULL or end with a NUL; `error_json` is NULL or points to a place for one pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sailpoint_call_start(
    client: *const SailpointClient,
    operation: *const c_char,
    request_json: *const c_char,
    options_json: *const c_char,
    error_json: *mut *mut c_char,
) -> *mut SailpointCall {
    let started = guard(|| {
        // SAFETY: the caller's contract, for all three texts.
        let (operation, request, options) = unsafe {
            (
                required_text(operation, "operation")?,
                optional_text(request_json, "request_json")?,
                optional_text(options_json, "options_json")?,
            )
        };
        start(client.addr(), operation, request.map(str::to_owned), options.map(str::to_owned))
    });
    let (key, error) = match started {
        Ok(key) => (key, None),
        Err(error) => (0, Some(Envelope::failure(error).to_json())),
    };
    // SAFETY: the caller's contract.
    unsafe { write_text(error_json, error) };
    std::ptr::without_provenance_mut(key)
}

/// Takes the next event of a call, and waits for it up to timeout_ms milliseconds; less than 0 waits without limit.
///
/// Gives SAILPOINT_CALL_EVENT with the event in *event_json; SAILPOINT_CALL_TIME_IS_UP; SAILPOINT_CALL_NO_MORE after the
/// result; SAILPOINT_CALL_INVALID with an envelope in *event_json. The event "result" comes exactly once, and last.
///
/// Nullability: event_json may not be NULL, else nothing is taken and SAILPOINT_CALL_INVALID comes back.
/// Ownership: *event_json is a text for sailpoint_string_free, or NULL.
/// Threads: any; each event goes to one reader. Another thread may abort or free the call meanwhile.
/// Errors: SAILPOINT_CALL_INVALID.
///
/// # Safety
/// `event_json` is NULL or points to a place for one pointer. Any value is allowed for `call`: it is looked up.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sailpoint_call_next(call: *mut SailpointCall, timeout_ms: i32, event_json: *mut *mut c_char) -> i32 {
    if event_json.is_null() {
        return SAILPOINT_CALL_INVALID;
    }
    let next = guard(|| {
        let timeout = u64::try_from(timeout_ms).ok().map(Duration::from_millis);
        Ok(handles::call(call.addr())?.queue.next(timeout))
    });
    let (code, text) = match next {
        Ok(Next::Event(event)) => (SAILPOINT_CALL_EVENT, Some(event)),
        Ok(Next::TimeIsUp) => (SAILPOINT_CALL_TIME_IS_UP, None),
        Ok(Next::NoMore) => (SAILPOINT_CALL_NO_MORE, None),
        Err(error) => (SAILPOINT_CALL_INVALID, Some(Envelope::failure(error).to_json())),
    };
    // SAFETY: not NULL, and the caller's contract.
    unsafe { write_text(event_json, text) };
    code
}

/// Ends a call and returns at once. Its result follows by sailpoint_call_next: of kind aborted, with what is known of the
/// request's fate, or the real one if it was there first.
///
/// Nullability: NULL gives SAILPOINT_CALL_INVALID.
/// Ownership: the call stays the caller's.
/// Threads: any.
/// Errors: 0, or SAILPOINT_CALL_INVALID where the handle is not one of a living call.
///
/// # Safety
/// Any value is allowed: it is looked up, never followed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sailpoint_call_abort(call: *mut SailpointCall) -> i32 {
    let aborted = guard(|| {
        handles::call(call.addr())?.abort.abort();
        Ok(())
    });
    if aborted.is_ok() { 0 } else { SAILPOINT_CALL_INVALID }
}

/// Frees a call and returns at once. One that still runs is aborted, and its result goes to nobody.
///
/// Nullability: NULL is allowed and does nothing; so does a handle that was freed before.
/// Ownership: the call is gone afterwards; texts taken from it stay the caller's.
/// Threads: any; a reader that waits gets the result.
/// Errors: none.
///
/// # Safety
/// Any value is allowed: it is looked up, never followed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sailpoint_call_free(call: *mut SailpointCall) {
    let _ = guard(|| {
        if let Some(call) = handles::remove_call(call.addr()) {
            call.abort.abort();
        }
        Ok(())
    });
}

fn start(client: usize, operation: &str, request: Option<String>, options: Option<String>) -> Result<usize, CallError> {
    let client = handles::client(client)?;
    let operation = operation_named(operation)?.id;
    let runtime = runtime()?;
    let running = Arc::new(RunningCall { queue: Arc::default(), abort: AbortHandle::default() });
    let key = handles::insert(Entry::Call(Arc::clone(&running)))?;
    let unfinished = UnfinishedCall { queue: Arc::clone(&running.queue) };
    runtime.spawn(async move {
        let envelope = client.call(operation, request.as_deref(), options.as_deref(), running.queue.as_ref(), Some(&running.abort)).await;
        running.queue.finish(&envelope.to_json());
        drop(unfinished);
    });
    Ok(key)
}

/// Gives the reader a result, should the call end by a panic.
struct UnfinishedCall {
    queue: Arc<EventQueue>,
}

impl Drop for UnfinishedCall {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.queue.finish(&Envelope::failure(lost_call()).to_json());
        }
    }
}

/// Runs one operation to its end and gives its envelope; what the exported operations share.
///
/// # Safety
/// The texts are NULL or end with a NUL. Any value is allowed for `client`: it is looked up.
pub(super) unsafe fn blocking_call(
    operation: &'static str,
    client: *const SailpointClient,
    request_json: *const c_char,
    options_json: *const c_char,
) -> *mut c_char {
    guard_text(|| {
        // SAFETY: the caller's contract, for both texts.
        let (request, options) = unsafe { (optional_text(request_json, "request_json")?, optional_text(options_json, "options_json")?) };
        let (request, options) = (request.map(str::to_owned), options.map(str::to_owned));
        let client = handles::client(client.addr())?;
        let call = async move {
            let envelope = client.call(operation, request.as_deref(), options.as_deref(), &NoEvents, None).await;
            envelope.to_json()
        };
        wait_for(call)?.ok_or_else(lost_call)
    })
}

fn lost_call() -> CallError {
    CallError::new(ErrorKind::Internal, "The call ended by a fault in the library itself. Please report it.")
        .with_delivery(DeliveryState::Unknown)
}
