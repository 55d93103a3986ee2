//! getAccessRequestConfig and setAccessRequestConfig.
//!
//! A PUT replaces the whole: what it leaves out is gone. The settings are kept and given back to the letter; they do not change
//! how the sandbox treats requests.

use super::{Call, Done};
use crate::errors::Refusal;
use crate::http::Response;

#[expect(clippy::unnecessary_wraps, reason = "all actions have one form")]
pub fn get(call: &mut Call<'_>) -> Result<Done, Refusal> {
    let body = call.store.access_request_config.clone().into_bytes();
    Ok(Done { response: Response { status: call.operation.success, headers: Vec::new(), body }, acted_on: Vec::new() })
}

pub fn set(call: &mut Call<'_>) -> Result<Done, Refusal> {
    let text = std::str::from_utf8(&call.request.body).map_err(|error| Refusal::invalid(format!("The body is not UTF-8: {error}.")))?;
    text.clone_into(&mut call.store.access_request_config);
    get(call)
}
