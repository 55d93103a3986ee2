//! The sentences of a call's log, each with its facts. `call` tells them; who reads them sees every attempt, what came of it
//! and what comes next.

use super::clock::milliseconds;
use super::events::{LogFacts, WaitReason};
use super::messages::seconds;
use super::retry::{AttemptOutcome, Decision};
use super::transport::{HttpAnswer, TransportFailure, answer_in};
use crate::operations::Operation;
use std::time::Duration;

/// An attempt with its outcome, and what follows from it.
pub(super) fn attempt_ended(
    operation: &Operation,
    made: u32,
    result: &Result<HttpAnswer, TransportFailure>,
    elapsed: Duration,
    decision: Decision,
) -> (String, LogFacts) {
    let answer = answer_in(result);
    let request_id = answer.and_then(HttpAnswer::request_id);
    let came = match result {
        Ok(answer) => format!("was answered {} after {}", answer.status, seconds(elapsed)),
        Err(failure) => format!("got no whole answer within {} ({})", seconds(elapsed), failure.reason.trim_end_matches('.')),
    };
    let with_id = request_id.as_deref().map_or_else(String::new, |id| format!(", request id {id}"));
    let message = format!(
        "{}: attempt {made}, {} {}, {came}{with_id}.{}",
        operation.id,
        operation.method.name(),
        operation.path,
        next_step(decision)
    );
    let (wait_ms, reason) = match decision {
        Decision::SendAgain { wait, reason } => (Some(milliseconds(wait)), Some(reason)),
        _ => (None, None),
    };
    let status = answer.map(|answer| answer.status);
    (message, LogFacts { status, elapsed_ms: Some(milliseconds(elapsed)), wait_ms, reason, request_id })
}

fn next_step(decision: Decision) -> String {
    match decision {
        Decision::Succeed | Decision::GiveUp(_) => String::new(),
        Decision::RenewToken => " The access token was refused; the next attempt has a fresh one.".to_owned(),
        Decision::SendAgain { wait, reason: WaitReason::RetryAfter } => {
            format!(" The next attempt follows in {}, as the tenant asked.", seconds(wait))
        }
        Decision::SendAgain { wait, .. } => format!(" The next attempt follows in {}.", seconds(wait)),
    }
}

/// The limiter kept the call waiting.
pub(super) fn turn_awaited(operation: &Operation, waited: Duration, reason: WaitReason) -> (String, LogFacts) {
    let why = match reason {
        WaitReason::RetryAfter => "the tenant throttled this client id",
        WaitReason::Limiter | WaitReason::Backoff => "the requests of this window were used up",
    };
    let message = format!("{}: waited {} for its turn: {why}.", operation.id, seconds(waited));
    (message, LogFacts { wait_ms: Some(milliseconds(waited)), reason: Some(reason), ..LogFacts::default() })
}

/// The call needed a token that was not there.
pub(super) fn token_fetched(operation: &Operation, elapsed: Duration) -> (String, LogFacts) {
    let message = format!("{}: an access token was fetched; the call waited {} for it.", operation.id, seconds(elapsed));
    (message, LogFacts { elapsed_ms: Some(milliseconds(elapsed)), ..LogFacts::default() })
}

/// A request to the token endpoint, which calls share.
pub(super) fn token_requested(made: u32, outcome: AttemptOutcome, elapsed: Duration) -> (String, LogFacts) {
    let (came, status) = match outcome {
        AttemptOutcome::Answered { status, .. } => (format!("was answered {status}"), Some(status)),
        AttemptOutcome::Failed { .. } => ("got no whole answer".to_owned(), None),
    };
    let message = format!("token: attempt {made} {came} after {}.", seconds(elapsed));
    (message, LogFacts { status, elapsed_ms: Some(milliseconds(elapsed)), ..LogFacts::default() })
}
