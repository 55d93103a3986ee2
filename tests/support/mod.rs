//! What the test programs share: the sandbox as a child process, what stands before it in a company's network,
//! and the C ABI in safe clothes.
#![allow(dead_code, reason = "each test program uses its own part")]

pub mod abi;
pub mod certificates;
pub mod child;
pub mod examples;
pub mod library;
pub mod limited;
pub mod network;
pub mod raw_tenant;
pub mod sandbox;
pub mod tls_tenant;
