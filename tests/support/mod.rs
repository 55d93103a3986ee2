//! What the test programs share: the sandbox as a child process, and the C ABI in safe clothes.
#![allow(dead_code, reason = "each test program uses its own part")]

pub mod abi;
pub mod library;
pub mod limited;
pub mod sandbox;
