//! Text across the ABI: UTF-8 with a NUL at its end, copied in and handed out.

use crate::client::{CallError, ErrorKind};
use std::ffi::{CStr, CString, c_char};

/// Frees a text that a function of this library returned.
///
/// Nullability: NULL is allowed and does nothing.
/// Ownership: the text is gone afterwards. Only texts of this library, each once; not those of sailpoint_version().
/// Threads: any.
/// Errors: none.
///
/// # Safety
/// `text` is NULL or came from this library as a text to be freed, and was not freed before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sailpoint_string_free(text: *mut c_char) {
    if !text.is_null() {
        // SAFETY: by the contract above it came from `into_c_string`, and nobody else frees it.
        drop(unsafe { CString::from_raw(text) });
    }
}

/// Hands a text to C, which frees it with `sailpoint_string_free`.
pub(super) fn into_c_string(text: String) -> *mut c_char {
    // JSON escapes NUL, so the second case is for texts that are none.
    let text = CString::new(text).unwrap_or_else(|error| {
        let mut bytes = error.into_vec();
        bytes.retain(|byte| *byte != 0);
        CString::new(bytes).unwrap_or_default()
    });
    text.into_raw()
}

/// The caller's text, or None for NULL. `name` is what a message calls it.
///
/// # Safety
/// `text` is NULL, or points to bytes that end with a NUL and stay as they are during this call.
pub(super) unsafe fn optional_text<'a>(text: *const c_char, name: &str) -> Result<Option<&'a str>, CallError> {
    if text.is_null() {
        return Ok(None);
    }
    // SAFETY: not NULL, and by the contract above a text with its end.
    let bytes = unsafe { CStr::from_ptr(text) };
    bytes.to_str().map(Some).map_err(|error| {
        let message = format!("{name} is not UTF-8: the byte at offset {} is wrong. Texts go in as UTF-8.", error.valid_up_to());
        CallError::new(ErrorKind::Validation, message)
    })
}

/// The caller's text, which may not be NULL.
///
/// # Safety
/// As for [`optional_text`].
pub(super) unsafe fn required_text<'a>(text: *const c_char, name: &str) -> Result<&'a str, CallError> {
    // SAFETY: the caller keeps the same contract.
    let text = unsafe { optional_text(text, name) }?;
    text.ok_or_else(|| CallError::new(ErrorKind::Validation, format!("{name} is NULL, and a text is needed.")))
}

/// Writes a text or NULL where C wants it. The place is written in any case, so that C never reads what was there before.
///
/// # Safety
/// `place` is NULL or points to memory for one pointer.
pub(super) unsafe fn write_text(place: *mut *mut c_char, text: Option<String>) {
    if place.is_null() {
        return;
    }
    let text = text.map_or(std::ptr::null_mut(), into_c_string);
    // SAFETY: not NULL, and by the contract above valid for one pointer.
    unsafe { place.write(text) };
}
