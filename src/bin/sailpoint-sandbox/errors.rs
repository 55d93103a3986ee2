//! The error bodies that the service documents.
//!
//! Source: the OpenAPI description of V2024. 400, 403, 404 and 500 carry an `ErrorResponseDto`, 401 an object with `error`,
//! 429 one with `message`. Its examples give the detail codes and the texts of 401 and 429.

use serde::Serialize;
use serde_json::json;

use crate::http::Response;
use crate::store::request::Message;

/// Why the tenant does not do what a request asks for, by the status that tells it.
#[derive(Debug, PartialEq)]
pub enum ApiError {
    /// 400, with one message for each thing that is wrong.
    BadRequest(Vec<String>),
    /// 401.
    Unauthorized(String),
    /// 404.
    NotFound(String),
    /// 405, with the methods that the path takes.
    MethodNotAllowed(String),
    /// 429, with the seconds to wait.
    RateLimited(u64),
    /// Another status that has no special form.
    Other(u16, String),
}

impl ApiError {
    /// 400 with a single message.
    pub fn bad_request(message: impl Into<String>) -> Self {
        Self::BadRequest(vec![message.into()])
    }

    pub fn response(&self, tracking_id: &str) -> Response {
        match self {
            Self::BadRequest(messages) => error_response(400, messages, tracking_id),
            Self::NotFound(message) => error_response(404, std::slice::from_ref(message), tracking_id),
            Self::Other(status, message) => error_response(*status, std::slice::from_ref(message), tracking_id),
            Self::Unauthorized(message) => Response::json(401, &json!({ "error": message })),
            Self::RateLimited(seconds) => rate_limited(Some(*seconds)),
            Self::MethodNotAllowed(allowed) => {
                let message = format!("This path takes {allowed} only.");
                error_response(405, &[message], tracking_id).with_header("Allow", allowed)
            }
        }
    }
}

/// The documented body for a status, where a fault asks for the status alone.
pub fn default_response(status: u16, tracking_id: &str) -> Response {
    match status {
        401 => Response::json(401, &json!({ "error": "JWT validation failed: JWT is expired" })),
        429 => rate_limited(None),
        200..=399 => Response::json(status, &json!({})),
        _ => error_response(status, &[format!("The sandbox was told to answer {status}.")], tracking_id),
    }
}

/// The tracking id where no request was read that could have one.
pub const NO_TRACKING_ID: &str = "00000000000000000000000000000000";

/// The answer to bytes that are no request within the bounds.
pub fn unreadable_request(status: u16, message: &str) -> Response {
    error_response(status, &[message.to_owned()], NO_TRACKING_ID)
}

/// 429, with the seconds to wait where they are told. The blanks around the text are SailPoint's.
pub fn rate_limited(retry_after_seconds: Option<u64>) -> Response {
    let response = Response::json(429, &json!({ "message": " Rate Limit Exceeded " }));
    match retry_after_seconds {
        Some(seconds) => response.with_header("Retry-After", seconds.to_string()),
        None => response,
    }
}

/// An `ErrorResponseDto`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ErrorResponse<'a> {
    detail_code: String,
    tracking_id: &'a str,
    messages: Vec<Message>,
    causes: [Message; 0],
}

fn error_response(status: u16, messages: &[String], tracking_id: &str) -> Response {
    let messages = messages.iter().map(Message::new).collect();
    Response::json(status, &ErrorResponse { detail_code: detail_code(status), tracking_id, messages, causes: [] })
}

fn detail_code(status: u16) -> String {
    match status {
        400 => "400.1 Bad Request Content".to_owned(),
        403 => "403 Forbidden".to_owned(),
        404 => "404 Not found".to_owned(),
        500 => "500.0 Internal Fault".to_owned(),
        other => other.to_string(),
    }
}
