//! Whether a request is sent again: one pure function of what may be repeated, what happened, and what is left.
//!
//! The rule: a request goes out again by itself only where the service cannot have acted on it, or where acting twice is the
//! same as acting once. `docs/delivery.md` tells it to users.

use super::error::DeliveryState;
use super::events::WaitReason;
use super::transport::Fault;
use crate::operations::Delivery;
use std::time::Duration;

/// What one attempt came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AttemptOutcome {
    Answered {
        status: u16,
        retry_after: Option<Duration>,
    },
    /// `taken` is whether any of the request was handed to a connection.
    Failed {
        fault: Fault,
        taken: bool,
    },
}

/// What is left to a call.
#[derive(Clone, Copy, Debug)]
pub(super) struct Budget {
    /// Attempts made, this one included.
    pub made: u32,
    pub allowed: u32,
    /// Until the call's deadline; None without one.
    pub time_left: Option<Duration>,
    /// Whether a 401 may be answered with a fresh token: once, and not for a token that the caller gave.
    pub may_renew_token: bool,
    /// What to wait where the tenant names no time.
    pub backoff: Duration,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Decision {
    Succeed,
    RenewToken,
    SendAgain { wait: Duration, reason: WaitReason },
    GiveUp(Why),
}

/// Why a call ends without success.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// Nothing allows another attempt.
    Final,
    /// The attempts are used up.
    AttemptsUsedUp,
    /// The wait would outlive the deadline.
    NoTimeLeft { wait: Duration },
}

/// What follows from an attempt. A token is renewed before anything else is asked; a wait that would outlive the deadline is not
/// begun.
pub(super) fn decide(delivery: Delivery, outcome: AttemptOutcome, budget: Budget) -> Decision {
    let (wait, reason) = match outcome {
        AttemptOutcome::Answered { status: 200..=299, .. } => return Decision::Succeed,
        AttemptOutcome::Answered { status: 401, .. } if budget.may_renew_token && budget.made < budget.allowed => {
            return Decision::RenewToken;
        }
        _ if !may_send_again(delivery, outcome) => return Decision::GiveUp(Why::Final),
        AttemptOutcome::Answered { retry_after: Some(wait), .. } => (wait, WaitReason::RetryAfter),
        _ => (budget.backoff, WaitReason::Backoff),
    };
    if budget.made >= budget.allowed {
        return Decision::GiveUp(Why::AttemptsUsedUp);
    }
    if budget.time_left.is_some_and(|left| wait >= left) {
        return Decision::GiveUp(Why::NoTimeLeft { wait });
    }
    Decision::SendAgain { wait, reason }
}

fn may_send_again(delivery: Delivery, outcome: AttemptOutcome) -> bool {
    match outcome {
        // Nothing changes by asking again.
        AttemptOutcome::Failed { fault: Fault::Refused, .. } => false,
        // A 429 is answered before the service looks at the request.
        AttemptOutcome::Answered { status: 429, .. } | AttemptOutcome::Failed { taken: false, .. } => true,
        AttemptOutcome::Answered { status: 503, retry_after: Some(_) } => delivery != Delivery::OnceStrictly,
        AttemptOutcome::Answered { status: ..200 | 500.., .. } | AttemptOutcome::Failed { taken: true, .. } => {
            delivery == Delivery::Repeatable
        }
        AttemptOutcome::Answered { .. } => false,
    }
}

/// What an attempt says of the request's fate by itself. A status above 599 counts as a 5xx (RFC 9110, section 15), and a 1xx
/// that is the last word says no more than that.
pub(super) fn delivery_state(outcome: AttemptOutcome) -> DeliveryState {
    match outcome {
        AttemptOutcome::Answered { status: ..200 | 500.., .. } | AttemptOutcome::Failed { taken: true, .. } => DeliveryState::Unknown,
        AttemptOutcome::Answered { .. } => DeliveryState::Responded,
        AttemptOutcome::Failed { taken: false, .. } => DeliveryState::NotSent,
    }
}

/// Half a second, doubling to 30 s; the caller takes a random part of it (full jitter).
pub(super) fn longest_backoff(attempts_made: u32) -> Duration {
    let doublings = attempts_made.saturating_sub(1).min(6);
    Duration::from_millis(500 << doublings).min(Duration::from_secs(30))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUDGET: Budget = Budget { made: 1, allowed: 5, time_left: None, may_renew_token: true, backoff: Duration::from_millis(300) };

    fn answered(status: u16, retry_after: Option<u64>) -> AttemptOutcome {
        AttemptOutcome::Answered { status, retry_after: retry_after.map(Duration::from_secs) }
    }

    fn failed(fault: Fault, taken: bool) -> AttemptOutcome {
        AttemptOutcome::Failed { fault, taken }
    }

    #[test]
    fn each_outcome_leads_to_its_decision() {
        let backoff = Decision::SendAgain { wait: BUDGET.backoff, reason: WaitReason::Backoff };
        let named = |seconds| Decision::SendAgain { wait: Duration::from_secs(seconds), reason: WaitReason::RetryAfter };
        let end = Decision::GiveUp(Why::Final);
        // Outcome; then the decision for what may be repeated, for once, and for strictly once.
        let rows = [
            (answered(200, None), [Decision::Succeed; 3]),
            (answered(202, None), [Decision::Succeed; 3]),
            (answered(307, None), [end; 3]),
            (answered(400, None), [end; 3]),
            (answered(401, None), [Decision::RenewToken; 3]),
            (answered(403, None), [end; 3]),
            (answered(404, None), [end; 3]),
            (answered(404, Some(1)), [end; 3]),
            (answered(429, None), [backoff; 3]),
            (answered(429, Some(60)), [named(60); 3]),
            (answered(500, None), [backoff, end, end]),
            (answered(500, Some(2)), [named(2), end, end]),
            (answered(502, None), [backoff, end, end]),
            (answered(503, None), [backoff, end, end]),
            (answered(503, Some(3)), [named(3), named(3), end]),
            (answered(101, None), [backoff, end, end]),
            (answered(600, None), [backoff, end, end]),
            (failed(Fault::NotConnected, false), [backoff; 3]),
            (failed(Fault::ProxyFailed, false), [backoff; 3]),
            (failed(Fault::Refused, false), [end; 3]),
            (failed(Fault::Refused, true), [end; 3]),
            (failed(Fault::TimedOut, false), [backoff; 3]),
            (failed(Fault::Broken, false), [backoff; 3]),
            (failed(Fault::TimedOut, true), [backoff, end, end]),
            (failed(Fault::Broken, true), [backoff, end, end]),
        ];
        for (outcome, expected) in rows {
            for (delivery, expected) in [Delivery::Repeatable, Delivery::Once, Delivery::OnceStrictly].into_iter().zip(expected) {
                assert_eq!(decide(delivery, outcome, BUDGET), expected, "{delivery:?}, {outcome:?}");
            }
        }
    }

    #[test]
    fn a_token_is_renewed_once() {
        let budget = Budget { may_renew_token: false, ..BUDGET };
        assert_eq!(decide(Delivery::Repeatable, answered(401, None), budget), Decision::GiveUp(Why::Final));
    }

    #[test]
    fn attempts_and_time_come_to_an_end() {
        let used_up = Budget { made: 5, ..BUDGET };
        assert_eq!(decide(Delivery::Once, answered(429, None), used_up), Decision::GiveUp(Why::AttemptsUsedUp));
        assert_eq!(decide(Delivery::Once, answered(401, None), used_up), Decision::GiveUp(Why::Final));
        let hurried = Budget { time_left: Some(Duration::from_secs(5)), ..BUDGET };
        assert_eq!(
            decide(Delivery::Once, answered(429, Some(5)), hurried),
            Decision::GiveUp(Why::NoTimeLeft { wait: Duration::from_secs(5) })
        );
        assert!(matches!(decide(Delivery::Once, answered(429, Some(4)), hurried), Decision::SendAgain { .. }));
    }

    #[test]
    fn only_what_was_answered_or_never_taken_is_known() {
        assert_eq!(delivery_state(answered(404, None)), DeliveryState::Responded);
        for status in [101, 500, 599, 600, 999] {
            assert_eq!(delivery_state(answered(status, None)), DeliveryState::Unknown, "{status}");
        }
        assert_eq!(delivery_state(failed(Fault::Broken, true)), DeliveryState::Unknown);
        assert_eq!(delivery_state(failed(Fault::NotConnected, false)), DeliveryState::NotSent);
    }

    #[test]
    fn backoff_doubles_to_half_a_minute() {
        let seconds: Vec<f64> = (1..=8).map(|made| longest_backoff(made).as_secs_f64()).collect();
        assert_eq!(seconds, [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0]);
    }
}
