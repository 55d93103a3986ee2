//! What needs no client: versions, declarations, counters, and the check of a model.

use super::guard::guard_text;
use super::strings::required_text;
use crate::client::{check_model_json, metrics_json};
use crate::operations::describe_json;
use std::ffi::{CStr, c_char};

/// The version of this header: the major in the high 16 bits, the minor in the low.
pub const SAILPOINT_ABI_VERSION: u32 = 0x0001_0000;

const VERSION: &CStr = match CStr::from_bytes_with_nul(concat!(env!("CARGO_PKG_VERSION"), "\0").as_bytes()) {
    Ok(version) => version,
    Err(_) => panic!("the package's version holds a NUL"),
};

/// The ABI version of the loaded library. A program works with it if the major is equal to that of SAILPOINT_ABI_VERSION, and
/// the minor at least as high.
///
/// Nullability: takes nothing.
/// Ownership: nothing to free.
/// Threads: any.
/// Errors: none.
#[unsafe(no_mangle)]
pub extern "C" fn sailpoint_abi_version() -> u32 {
    SAILPOINT_ABI_VERSION
}

/// The library's version as text, such as "0.1.0".
///
/// Nullability: never NULL.
/// Ownership: the library's, for as long as it is loaded; not to be freed.
/// Threads: any.
/// Errors: none.
#[unsafe(no_mangle)]
pub extern "C" fn sailpoint_version() -> *const c_char {
    VERSION.as_ptr()
}

/// Every operation and model as JSON: {"operations":[...],"models":[...]}.
///
/// Nullability: never NULL.
/// Ownership: a text for sailpoint_string_free.
/// Threads: any.
/// Errors: an envelope of kind internal, where the process was forked.
#[unsafe(no_mangle)]
pub extern "C" fn sailpoint_describe() -> *mut c_char {
    guard_text(|| Ok(describe_json()))
}

/// The process's counters as JSON: calls by operation and outcome, attempts, token requests. No id, body or secret is in it.
///
/// Nullability: never NULL.
/// Ownership: a text for sailpoint_string_free.
/// Threads: any.
/// Errors: an envelope of kind internal, where the process was forked.
#[unsafe(no_mangle)]
pub extern "C" fn sailpoint_metrics() -> *mut c_char {
    guard_text(|| Ok(metrics_json()))
}

/// Checks a JSON text against a documented model, such as "BulkApproveAccessRequest", without a call.
///
/// The envelope's data is the text in the documented spelling; meta.warnings tells what looks wrong and would be sent all the
/// same.
///
/// Nullability: neither text may be NULL.
/// Ownership: a text for sailpoint_string_free.
/// Threads: any.
/// Errors: an envelope of kind validation that names every problem.
///
/// # Safety
/// Both texts are NULL or end with a NUL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sailpoint_model_check(model: *const c_char, json: *const c_char) -> *mut c_char {
    guard_text(|| {
        // SAFETY: the caller's contract, for both texts.
        let (model, json) = unsafe { (required_text(model, "model")?, required_text(json, "json")?) };
        Ok(check_model_json(model, json).to_json())
    })
}
