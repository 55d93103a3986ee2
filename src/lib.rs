//! Access requests of SailPoint Identity Security Cloud for programs.
//!
//! The layers, each knowing only the ones below it: [`ffi`] (the C ABI), [`client`] (one call), [`operations`] and [`models`]
//! (what the service documents, as data). C and C# programs and the PowerShell module come in through the ABI; Rust programs
//! may use [`client::Client`] directly.
//!
//! What a request may hold can be asked without a tenant:
//!
//! ```
//! use sailpoint_access_requests::client::check_model_json;
//!
//! let checked = check_model_json("BulkApproveAccessRequest", r#"{"approvalIds": []}"#);
//! let error = checked.outcome.unwrap_err();
//! assert_eq!(
//!     error.message,
//!     "BulkApproveAccessRequest can't be made: (1) approvalIds is an empty list; give at least one id. (2) comment is missing."
//! );
//! ```

pub mod client;
pub mod ffi;
pub mod models;
pub mod operations;
mod sync;
