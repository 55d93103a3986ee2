//! The library through its C ABI, against the sandbox over real HTTP: what callers see, and what the tenant saw.

#[path = "../support/mod.rs"]
mod support;

mod bad_input;
mod calls;
mod connections;
mod delivery;
mod handles;
mod information;
mod limiter;
mod operations;
mod secrets;
mod strange_answers;
