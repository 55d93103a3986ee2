//! The rules that the service states for what it is sent.

pub mod body;
