//! Access requests of SailPoint Identity Security Cloud for programs.
//!
//! The layers, each knowing only the ones below it: [`ffi`] (the C ABI), [`client`] (one call), [`operations`] and [`models`]
//! (what the service documents, as data). C and C# programs and the PowerShell module come in through the ABI; Rust programs
//! may use [`client::Client`] directly.

pub mod client;
pub mod ffi;
pub mod models;
pub mod operations;
