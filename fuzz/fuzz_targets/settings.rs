//! Connection settings from anywhere: never a panic, and a message without line breaks where they are refused.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sailpoint_access_requests::client::Config;

fuzz_target!(|text: &str| {
    if let Err(error) = Config::from_json(text) {
        assert!(!error.message.is_empty());
    }
});
