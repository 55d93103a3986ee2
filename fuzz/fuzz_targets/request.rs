//! A caller's request for any operation, and any model's check: never a panic, and what passes once passes again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sailpoint_access_requests::client::check_model_json;
use sailpoint_access_requests::models;
use sailpoint_access_requests::models::check::UnknownMembers;
use sailpoint_access_requests::operations::OPERATIONS;
use sailpoint_access_requests::operations::request::{prepare, prepare_unchecked};

fuzz_target!(|input: (u8, &str)| {
    let (choice, text) = input;
    let operation = &OPERATIONS[usize::from(choice) % OPERATIONS.len()];
    let now = "2026-01-01T00:00:00Z".parse().expect("a date");
    if let Ok(prepared) = prepare(operation, Some(text), now, UnknownMembers::Refuse) {
        if let Some(body) = prepared.body {
            let again = prepare(operation, Some(&body), now, UnknownMembers::Refuse).expect("a checked body passes");
            assert_eq!(again.body, Some(body));
        }
    }
    let _ = prepare_unchecked(operation, Some(text));
    let names: Vec<&str> = models::all().map(|model| model.name).collect();
    let _ = check_model_json(names[usize::from(choice) % names.len()], text).to_json();
});
