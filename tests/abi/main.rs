//! The library through its C ABI, against the sandbox over real HTTP: what callers see, and what the tenant saw.

#[path = "../support/mod.rs"]
mod support;

mod bad_input;
mod calls;
mod connections;
mod delivery;
mod fault_table;
mod handles;
mod information;
mod limiter;
mod nothing_twice;
mod observability;
mod operations;
mod proxy;
mod secrets;
mod strange_answers;
mod tls;
