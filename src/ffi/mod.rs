//! The C ABI: the only unsafe code of the crate, and no logic. An export is a guard, a conversion and a call into `client`.
//!
//! `include/sailpoint_access_requests.h` is made from this folder; a test compares the two, and a test reads the exports'
//! comments. What holds for every export stands at the head of the header (`cbindgen.toml`) and is not repeated here.
//!
//! - [`guard`]: no panic crosses the ABI, and a forked child gets an error before it meets a lock.
//! - [`handles`]: a handle is a key of a table, so NULL, a freed or a foreign one is an error and never a crash.
//! - [`strings`]: text in and out.
//! - [`runtime`]: the process's one Tokio runtime; [`sigpipe`] keeps that signal from its work.
//! - [`queue`]: what a call tells, until its reader takes it.

mod call;
mod client;
mod guard;
mod handles;
mod information;
mod operations;
pub(crate) mod queue;
mod runtime;
mod sigpipe;
mod strings;

pub use call::{
    SAILPOINT_CALL_EVENT, SAILPOINT_CALL_INVALID, SAILPOINT_CALL_NO_MORE, SAILPOINT_CALL_TIME_IS_UP, SailpointCall, sailpoint_call_abort,
    sailpoint_call_free, sailpoint_call_next, sailpoint_call_start,
};
pub use client::{SailpointClient, sailpoint_client_free, sailpoint_client_new};
pub use information::{
    SAILPOINT_ABI_VERSION, sailpoint_abi_version, sailpoint_describe, sailpoint_metrics, sailpoint_model_check, sailpoint_version,
};
pub use operations::*;
pub use strings::sailpoint_string_free;
