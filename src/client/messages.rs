//! The sentences of failed calls: what was wrong, where, and what to do. One function a situation.

use super::error::{CallError, DeliveryState, ErrorBody, ErrorKind};
use super::events::WaitReason;
use super::limiter::Denied;
use super::retry::Why;
use super::transport::{Fault, HttpAnswer, TransportFailure};
use crate::operations::Operation;
use reqwest::StatusCode;
use std::time::Duration;

pub(super) fn refused(
    operation: &Operation,
    answer: &HttpAnswer,
    retry_after: Option<Duration>,
    why: Why,
    made: u32,
    delivery: DeliveryState,
) -> CallError {
    let said = said(answer);
    let ended = match why {
        Why::Final => String::new(),
        Why::AttemptsUsedUp => format!(" {made} attempts were made."),
        Why::NoTimeLeft { wait } => format!(" The wait of {} that comes next would outlive deadlineMs.", seconds(wait)),
    };
    let message = format!(
        "{} failed: the tenant answered {}{said}.{ended}{}{}",
        operation.id,
        status_text(answer.status),
        advice(answer.status),
        verify(operation, delivery)
    );
    CallError::new(kind_of(answer.status), message).with_answer(answer).with_retry_after(retry_after).with_delivery(delivery)
}

pub(super) fn not_answered(
    operation: &Operation,
    base_url: &str,
    failure: &TransportFailure,
    made: u32,
    delivery: DeliveryState,
) -> CallError {
    let attempts = if made > 1 { format!(" {made} attempts were made.") } else { String::new() };
    let trouble = match &failure.begun {
        Some(answer) => format!("the tenant answered {}, but the answer broke off ({}).", status_text(answer.status), failure.reason),
        None => trouble(base_url, failure),
    };
    let message = format!("{} failed: {trouble}{attempts}{}", operation.id, verify(operation, delivery));
    let error = CallError::new(kind_of_fault(failure.fault), message).with_delivery(delivery);
    match &failure.begun {
        Some(answer) => error.with_answer(answer),
        None => error,
    }
}

/// Before any operation's request went out: the token endpoint gave no answer.
pub(super) fn no_token(origin: &str, failure: &TransportFailure) -> CallError {
    CallError::new(kind_of_fault(failure.fault), format!("No access token: {}", trouble(origin, failure)))
}

fn trouble(server: &str, failure: &TransportFailure) -> String {
    let reason = &failure.reason;
    match failure.fault {
        Fault::NotConnected => format!("{server} could not be reached ({reason}). Check baseUrl, the network and the proxy."),
        Fault::ProxyFailed => format!("{server} could not be reached through the proxy ({reason}). Check proxy, noProxy and the network."),
        Fault::Refused => format!("{server} could not be reached: {reason}"),
        Fault::TimedOut => format!("{server} did not answer in time ({reason})."),
        Fault::Broken => format!("the connection to {server} broke ({reason})."),
    }
}

fn kind_of_fault(fault: Fault) -> ErrorKind {
    match fault {
        Fault::TimedOut => ErrorKind::Timeout,
        Fault::NotConnected | Fault::ProxyFailed | Fault::Refused | Fault::Broken => ErrorKind::Transport,
    }
}

/// A status of success with a body that is none.
pub(super) fn unreadable(operation: &Operation, answer: &HttpAnswer, reason: &str, delivery: DeliveryState) -> CallError {
    let message = format!(
        "{}: the tenant answered {}, but its body {reason}. A proxy or a login page may stand between; the error's body shows what came.{}",
        operation.id,
        status_text(answer.status),
        if operation.verify.is_empty() { "" } else { " By its status the request was accepted." }
    );
    CallError::new(ErrorKind::Http, message).with_answer(answer).with_delivery(delivery)
}

/// A status of success that is not the documented one.
pub(super) fn other_success(operation: &Operation, status: u16) -> String {
    format!(
        "{}: the tenant answered {}, and {} is documented. Where a proxy may have answered in its place, see whether it was done.",
        operation.id,
        status_text(status),
        status_text(operation.success)
    )
}

pub(super) fn aborted(operation: &Operation, delivery: DeliveryState) -> CallError {
    let what = match delivery {
        DeliveryState::NotSent => " Nothing was sent.",
        DeliveryState::Responded => " The tenant had not acted on it.",
        DeliveryState::Unknown => "",
    };
    let message = format!("{} was ended by the caller.{what}{}", operation.id, verify(operation, delivery));
    CallError::new(ErrorKind::Aborted, message).with_delivery(delivery)
}

pub(super) fn out_of_time(operation: &Operation, deadline: Duration, delivery: DeliveryState) -> CallError {
    let sent = if delivery == DeliveryState::NotSent { " Nothing was sent." } else { "" };
    let message = format!("{} did not end within {} (deadlineMs).{sent}{}", operation.id, seconds(deadline), verify(operation, delivery));
    CallError::new(ErrorKind::Timeout, message).with_delivery(delivery)
}

/// What kept an attempt from being made, with what is known of those before.
pub(super) fn not_sent_again(operation: &Operation, error: CallError, delivery: DeliveryState) -> CallError {
    error.followed_by(&verify(operation, delivery)).with_delivery(delivery)
}

/// The limiter has no room before the deadline, or does not know.
pub(super) fn no_room(operation: &Operation, denied: Denied, delivery: DeliveryState) -> CallError {
    let sent = if delivery == DeliveryState::NotSent { "was not sent" } else { "was not sent again" };
    let delay = match denied {
        Denied::Wait(delay) => delay,
        Denied::File(trouble) => return CallError::new(ErrorKind::Config, format!("{} {sent}: {}", operation.id, trouble.0)),
    };
    let (kind, why) = match delay.reason {
        WaitReason::RetryAfter => (ErrorKind::RateLimited, "the tenant throttles this client id"),
        _ => (ErrorKind::Timeout, "the limit of requests in this window is used up"),
    };
    let message = format!("{} {sent}: {why}, and the wait of {} would outlive deadlineMs.", operation.id, seconds(delay.wait));
    CallError::new(kind, message).with_retry_after((kind == ErrorKind::RateLimited).then_some(delay.wait))
}

pub(super) fn unusable_token() -> CallError {
    CallError::new(
        ErrorKind::Auth,
        "The access token holds characters that no HTTP header can carry, such as a line break. Give the token alone, without \"Bearer\" or line ends.",
    )
}

fn kind_of(status: u16) -> ErrorKind {
    match status {
        401 => ErrorKind::Auth,
        429 => ErrorKind::RateLimited,
        _ => ErrorKind::Http,
    }
}

fn status_text(status: u16) -> String {
    let reason = StatusCode::from_u16(status).ok().and_then(|code| code.canonical_reason());
    reason.map_or_else(|| status.to_string(), |reason| format!("{status} {reason}"))
}

/// What the tenant itself says, in its first words.
pub(super) fn said(answer: &HttpAnswer) -> String {
    const SHOWN: usize = 300;
    let messages = ErrorBody::parse(&answer.body).messages;
    let Some(first) = messages.first().filter(|text| !text.is_empty()) else { return String::new() };
    // A terminal would obey what a hostile answer says.
    let shown = |letter: char| if letter.is_control() { ' ' } else { letter };
    let cut: String = first.trim_end_matches('.').chars().take(SHOWN).map(shown).collect();
    format!(": {cut}")
}

fn advice(status: u16) -> &'static str {
    match status {
        300..=399 => " Redirects are not followed: check baseUrl (https://TENANT.api.identitynow.com).",
        401 => " The access token was refused: check that it belongs to this tenant and has not expired.",
        403 => " The client has no right to this operation: check its user level (ORG_ADMIN for most) and its scopes.",
        404 => " Nothing of this id, or no such address: check the ids and baseUrl.",
        407 => " That is the proxy's answer: give user name and password in proxy, as http://USER:PASSWORD@HOST:PORT.",
        429 => " The tenant throttles this client id.",
        _ => "",
    }
}

/// Where the request's fate is unknown: what to look at before it is sent again.
fn verify(operation: &Operation, delivery: DeliveryState) -> String {
    if delivery != DeliveryState::Unknown || operation.verify.is_empty() {
        return String::new();
    }
    format!(" The tenant may have acted on it. Before sending it again, look: {}.", operation.verify)
}

pub(super) fn seconds(span: Duration) -> String {
    if span < Duration::from_secs(1) {
        format!("{} ms", span.as_millis())
    } else {
        format!("{} s", (span.as_millis() as f64 / 1000.0 * 10.0).round() / 10.0)
    }
}
