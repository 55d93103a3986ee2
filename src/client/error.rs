//! What a failed call tells: its kind, what the tenant answered, and whether the tenant may have acted.

use super::headers::AnswerHeaders;
use super::transport::HttpAnswer;
use crate::operations::request::InvalidRequest;
use serde::Serialize;
use std::time::Duration;

/// How much of an error's body is kept, in bytes.
const KEPT_BODY: usize = 64 * 1024;
/// What is larger, in bytes, is no error that the service documents, and is not taken apart: its texts would make an error without bound.
pub(super) const LARGEST_DOCUMENTED: usize = 1024 * 1024;

/// Why a call failed. A caller treats a kind it does not know as `internal`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ErrorKind {
    /// The request or its options break a rule; nothing was sent.
    Validation,
    /// The connection settings are missing or wrong; nothing was sent.
    Config,
    /// No token was to be had, or the tenant refused it.
    Auth,
    /// The tenant answered with an error, or with something that can't be read.
    Http,
    /// The tenant answered 429, and waiting was not possible or did not help.
    RateLimited,
    /// The tenant did not answer in time.
    Timeout,
    /// The connection could not be made, or broke.
    Transport,
    /// The caller ended the call.
    Aborted,
    /// Some of the work was done and some was not.
    Partial,
    /// A fault of this library.
    Internal,
}

impl ErrorKind {
    /// Every kind, in the order of the metrics.
    pub const ALL: [Self; 10] = [
        Self::Validation,
        Self::Config,
        Self::Auth,
        Self::Http,
        Self::RateLimited,
        Self::Timeout,
        Self::Transport,
        Self::Aborted,
        Self::Partial,
        Self::Internal,
    ];

    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Validation => "validation",
            Self::Config => "config",
            Self::Auth => "auth",
            Self::Http => "http",
            Self::RateLimited => "rate_limited",
            Self::Timeout => "timeout",
            Self::Transport => "transport",
            Self::Aborted => "aborted",
            Self::Partial => "partial",
            Self::Internal => "internal",
        }
    }
}

/// What is known of the request's fate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryState {
    /// The tenant can't have acted: nothing of the request reached it.
    #[default]
    NotSent,
    /// The tenant may have acted: it took the request, and gave no answer that says so or not.
    Unknown,
    /// The tenant answered; the answer says whether it acted.
    Responded,
}

/// A failed call. One word wide, since every step returns it.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct CallError(Box<ErrorDetails>);

/// What a [`CallError`] holds, as the envelope's `error` tells it.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ErrorDetails {
    pub kind: ErrorKind,
    /// What was wrong, where, and what to do.
    pub message: String,
    pub status: Option<u16>,
    pub detail_code: Option<String>,
    pub tracking_id: Option<String>,
    pub messages: Vec<String>,
    pub causes: Vec<String>,
    pub retry_after_seconds: Option<u64>,
    pub delivery: DeliveryState,
    pub headers: AnswerHeaders,
    /// As received, at most 64 KB of it.
    pub body: Option<String>,
    /// Whether this is only the body's beginning: it was longer than what is kept, or broke off.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub body_cut: bool,
}

impl std::fmt::Display for CallError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for CallError {}

impl std::ops::Deref for CallError {
    type Target = ErrorDetails;

    fn deref(&self) -> &ErrorDetails {
        &self.0
    }
}

impl CallError {
    #[must_use]
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self(Box::new(ErrorDetails {
            kind,
            message: message.into(),
            status: None,
            detail_code: None,
            tracking_id: None,
            messages: Vec::new(),
            causes: Vec::new(),
            retry_after_seconds: None,
            delivery: DeliveryState::NotSent,
            headers: AnswerHeaders::default(),
            body: None,
            body_cut: false,
        }))
    }

    #[must_use]
    pub fn with_delivery(mut self, delivery: DeliveryState) -> Self {
        self.0.delivery = delivery;
        self
    }

    #[must_use]
    pub(super) fn followed_by(mut self, sentence: &str) -> Self {
        self.0.message += sentence;
        self
    }

    #[must_use]
    pub(super) fn with_status(mut self, status: u16) -> Self {
        self.0.status = Some(status);
        self
    }

    /// Rounded up, so that who waits as long as it says waits long enough.
    #[must_use]
    pub(super) fn with_retry_after(mut self, wait: Option<Duration>) -> Self {
        self.0.retry_after_seconds = wait.map(|wait| wait.as_secs() + u64::from(wait.subsec_nanos() > 0));
        self
    }

    /// Keeps what the tenant answered: the body as received, and what a documented error body says.
    #[must_use]
    pub(super) fn with_answer(mut self, answer: &HttpAnswer) -> Self {
        let documented = ErrorBody::parse(&answer.body);
        let details = self.0.as_mut();
        details.status = Some(answer.status);
        details.headers = answer.headers.clone().into();
        details.detail_code = documented.detail_code;
        details.tracking_id = documented.tracking_id;
        details.messages = documented.messages;
        details.causes = documented.causes;
        details.body_cut = answer.body.len() > KEPT_BODY || answer.broken_off.is_some();
        details.body = Some(kept_text(&answer.body));
        self
    }
}

impl From<InvalidRequest> for CallError {
    fn from(error: InvalidRequest) -> Self {
        Self::new(ErrorKind::Validation, error.0)
    }
}

fn kept_text(body: &[u8]) -> String {
    let kept = &body[..body.len().min(KEPT_BODY)];
    String::from_utf8_lossy(kept).into_owned()
}

/// The documented error bodies: ErrorResponseDto for 400, 403, 404 and 500, `{"error"}` for 401, `{"message"}` for 429.
/// A body that is none of them, such as a proxy's HTML page, leaves all of it empty.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct ErrorBody {
    pub detail_code: Option<String>,
    pub tracking_id: Option<String>,
    pub messages: Vec<String>,
    pub causes: Vec<String>,
}

impl ErrorBody {
    pub(super) fn parse(body: &[u8]) -> Self {
        if body.len() > LARGEST_DOCUMENTED {
            return Self::default();
        }
        let Ok(value) = serde_json::from_slice::<serde_json::Value>(body) else { return Self::default() };
        let text = |name: &str| value.get(name).and_then(|value| value.as_str()).map(|text| text.trim().to_owned());
        let texts = |name: &str| {
            let list = value.get(name).and_then(|value| value.as_array()).into_iter().flatten();
            list.filter_map(|entry| entry.get("text").and_then(|text| text.as_str())).map(str::to_owned).collect::<Vec<_>>()
        };
        let mut messages = texts("messages");
        if messages.is_empty() {
            messages.extend(["error_description", "error", "message"].into_iter().find_map(text));
        }
        Self { detail_code: text("detailCode"), tracking_id: text("trackingId"), messages, causes: texts("causes") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_one_word_wide() {
        assert_eq!(size_of::<CallError>(), size_of::<usize>());
    }

    #[test]
    fn the_documentation_tells_every_kind() {
        let document = include_str!("../../docs/envelope.md");
        for (index, kind) in ErrorKind::ALL.into_iter().enumerate() {
            assert_eq!(kind as usize, index, "metrics count by this order");
            assert!(document.lines().any(|line| line.starts_with(&format!("| `{}` |", kind.name()))), "{}", kind.name());
        }
    }

    #[test]
    fn bodies_that_are_not_documented_tell_nothing() {
        for body in ["", "<html>", "[]", "7", "{\"messages\":[1,{}],\"detailCode\":5}"] {
            assert_eq!(ErrorBody::parse(body.as_bytes()), ErrorBody::default(), "{body}");
        }
    }
}
