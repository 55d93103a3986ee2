//! `SailpointClient`: made from settings, used by the nine operations and by calls, freed.

use super::guard::guard;
use super::handles::{self, Entry};
use super::strings::{optional_text, write_text};
use crate::client::{Client, Config, Envelope};
use std::ffi::c_char;
use std::sync::Arc;

/// A connection to one tenant: settings, token, limiter and connections. Only ever seen through a pointer, which is a key and
/// not an address.
pub struct SailpointClient {
    _private: [u8; 0],
}

/// Makes a client. It connects to nothing and fetches no token yet; the first call does.
///
/// config_json is a JSON object as docs/configuration.md tells it, or NULL for the environment (SAIL_BASE_URL,
/// SAIL_CLIENT_ID, SAIL_CLIENT_SECRET) and, where that names no client id, config.json in the current directory.
///
/// Nullability: config_json may be NULL; error_json may be NULL, then the reason is lost.
/// Ownership: the client is the caller's, freed with sailpoint_client_free. *error_json is NULL on success, else a text for
/// sailpoint_string_free.
/// Threads: any.
/// Errors: NULL, and *error_json holds an envelope of kind config or validation, or internal in a forked child.
///
/// # Safety
/// `config_json` is NULL or a text with a NUL at its end; `error_json` is NULL or points to a place for one pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sailpoint_client_new(config_json: *const c_char, error_json: *mut *mut c_char) -> *mut SailpointClient {
    let made = guard(|| {
        // SAFETY: the caller's contract.
        let config = match unsafe { optional_text(config_json, "config_json") }? {
            Some(json) => Config::from_json(json)?,
            None => Config::from_surroundings()?,
        };
        handles::insert(Entry::Client(Arc::new(Client::new(config)?)))
    });
    let (key, error) = match made {
        Ok(key) => (key, None),
        Err(error) => (0, Some(Envelope::failure(error).to_json())),
    };
    // SAFETY: the caller's contract.
    unsafe { write_text(error_json, error) };
    std::ptr::without_provenance_mut(key)
}

/// Frees a client and returns at once. Calls under way keep what they need and go on to their end.
///
/// Nullability: NULL is allowed and does nothing; so does a handle that was freed before.
/// Ownership: the client is gone afterwards; with the last client of a secret goes its token.
/// Threads: any.
/// Errors: none.
///
/// # Safety
/// Any value is allowed: it is looked up, never followed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sailpoint_client_free(client: *mut SailpointClient) {
    let _ = guard(|| {
        drop(handles::remove_client(client.addr()));
        Ok(())
    });
}
