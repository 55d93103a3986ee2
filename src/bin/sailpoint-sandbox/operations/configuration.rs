//! getAccessRequestConfig and setAccessRequestConfig.
//!
//! A PUT replaces the whole: what it leaves out is gone. The settings are kept and given back to the letter; they do not change
//! how the sandbox treats requests.

use super::{Call, Success};
use crate::errors::ApiError;
use crate::http::Response;

#[expect(clippy::unnecessary_wraps, reason = "all handlers have one signature")]
pub fn get(call: &mut Call<'_>) -> Result<Success, ApiError> {
    let body = call.store.access_request_config.clone().into_bytes();
    Ok(Success { response: Response { status: call.operation.success, headers: Vec::new(), body }, acted_on: Vec::new() })
}

pub fn set(call: &mut Call<'_>) -> Result<Success, ApiError> {
    let text =
        std::str::from_utf8(&call.request.body).map_err(|error| ApiError::bad_request(format!("The body is not UTF-8: {error}.")))?;
    text.clone_into(&mut call.store.access_request_config);
    get(call)
}
