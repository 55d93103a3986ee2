//! The exports of the nine operations: `src/ffi/operations.rs`, one function each.

use sailpoint_access_requests::models::Model;
use sailpoint_access_requests::operations::{Answer, OPERATIONS, Operation};
use std::fmt::Write as _;

pub fn files() -> Vec<(String, String)> {
    let mut text = format!(
        "//! The operations' exports, one function each. {}\n\nuse super::call::blocking_call;\nuse super::client::SailpointClient;\nuse std::ffi::c_char;\n",
        super::NOTICE
    );
    for operation in &OPERATIONS {
        write!(text, "{}", export(operation)).expect("writing to a String");
    }
    vec![("src/ffi/operations.rs".to_owned(), text)]
}

fn export(operation: &Operation) -> String {
    let request_may_be_null = operation.body.is_none();
    format!(
        r#"
/// {meaning} ({method} {path}, {id})
///
/// request_json: {request}
/// The envelope's data: {data}
///
/// Nullability: options_json may be NULL, client may not; request_json {null}.
/// Ownership: the texts are copied before the return. The result is a text for sailpoint_string_free, never NULL.
/// Threads: any; blocks until the call has ended.
/// Errors: an envelope with "ok":false.
///
/// # Safety
/// The texts are NULL or end with a NUL. Any value is allowed for `client`: it is looked up, never followed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sailpoint_{function}(
    client: *const SailpointClient,
    request_json: *const c_char,
    options_json: *const c_char,
) -> *mut c_char {{
    // SAFETY: the caller's contract is that of blocking_call.
    unsafe {{ blocking_call("{id}", client, request_json, options_json) }}
}}
"#,
        meaning = operation.meaning,
        method = operation.method.name(),
        path = operation.path,
        id = operation.id,
        request = request(operation),
        data = data(&operation.answer),
        null = if request_may_be_null { "may be NULL for none" } else { "may not be NULL" },
        function = operation.function,
    )
}

fn request(operation: &Operation) -> String {
    match operation.body {
        Some(model) => format!("a JSON object with {}.", members(model)),
        None if operation.parameters.is_empty() => "an empty JSON object; there are no parameters.".to_owned(),
        None => {
            let names: Vec<&str> = operation.parameters.iter().map(|parameter| parameter.name).collect();
            format!("a JSON object with any of {}.", names.join(", "))
        }
    }
}

fn members(model: &Model) -> String {
    let names: Vec<String> = model
        .fields
        .iter()
        .map(|field| if field.required { field.name.to_owned() } else { format!("{} (optional)", field.name) })
        .collect();
    names.join(", ")
}

fn data(answer: &Answer) -> String {
    match answer {
        Answer::Empty => "an empty object.".to_owned(),
        Answer::Object(model) => format!("{}.", model.name),
        Answer::List(model) => format!("an array of {}.", model.name),
    }
}
