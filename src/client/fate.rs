//! What is known of a request's fate while its call goes on: `call` notes each attempt here, and whoever ends the call in the
//! middle reads it.

use super::envelope::Meta;
use super::error::DeliveryState;
use super::hand_over::HandOver;
use super::retry::{AttemptOutcome, delivery_state};
use super::transport::{HttpAnswer, TransportFailure, answer_in};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Shared by the call and whoever ends it; each attempt begins and ends here.
#[derive(Default)]
pub(super) struct Fate(Mutex<FateState>);

#[derive(Default)]
struct FateState {
    attempts: u32,
    request_id: Option<String>,
    warnings: Vec<String>,
    /// What the finished attempts say together: once unknown, unknown for good.
    settled: DeliveryState,
    /// Of the attempt under way.
    running: Option<Arc<HandOver>>,
}

impl Fate {
    /// An attempt goes to the transport with this.
    pub fn begin(&self) -> Arc<HandOver> {
        let hand_over = Arc::new(HandOver::default());
        self.lock().running = Some(Arc::clone(&hand_over));
        hand_over
    }

    /// Whether a failed attempt may have reached the tenant. From here on it can't any more.
    pub fn was_taken(&self, failure: &TransportFailure) -> bool {
        let was_taken = self.lock().close();
        was_taken && !failure.fault.is_before_sending()
    }

    /// An attempt has come to its end.
    pub fn end(&self, outcome: AttemptOutcome, result: &Result<HttpAnswer, TransportFailure>) {
        let mut state = self.lock();
        state.running = None;
        if !matches!(outcome, AttemptOutcome::Failed { taken: false, .. }) {
            state.attempts += 1;
        }
        if state.settled != DeliveryState::Unknown {
            let this = delivery_state(outcome);
            // What was answered before stays true when the next attempt does not get through.
            let keeps = this == DeliveryState::NotSent && state.settled == DeliveryState::Responded;
            state.settled = if keeps { state.settled } else { this };
        }
        if let Some(answer) = answer_in(result) {
            state.request_id = answer.request_id();
        }
    }

    /// What is known now. An attempt under way ends with it: what was not taken by then never is.
    pub fn delivery(&self) -> DeliveryState {
        let state = self.lock();
        if state.close() { DeliveryState::Unknown } else { state.settled }
    }

    /// Something the caller should know, whatever becomes of the call.
    pub fn warn(&self, warning: String) {
        self.lock().warnings.push(warning);
    }

    /// How many attempts the tenant was given.
    pub fn attempts(&self) -> u32 {
        let state = self.lock();
        state.attempts + u32::from(state.close())
    }

    /// What the envelope tells of a call that took this long.
    pub fn into_meta(self, elapsed_ms: u64) -> Meta {
        let attempts = self.attempts();
        let state = self.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        Meta { attempts, elapsed_ms, request_id: state.request_id, warnings: state.warnings }
    }

    fn lock(&self) -> MutexGuard<'_, FateState> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl FateState {
    /// Lets no connection take the attempt under way any more. True where one took it before.
    fn close(&self) -> bool {
        self.running.as_ref().is_some_and(|running| running.close())
    }
}

#[cfg(test)]
mod tests {
    use super::super::transport::Fault;
    use super::*;

    fn answered(status: u16) -> AttemptOutcome {
        AttemptOutcome::Answered { status, retry_after: None }
    }

    fn failed() -> Result<HttpAnswer, TransportFailure> {
        Err(TransportFailure::new(Fault::NotConnected, String::new()))
    }

    /// The states after each of these attempts.
    fn states(outcomes: &[AttemptOutcome]) -> Vec<DeliveryState> {
        let fate = Fate::default();
        let after = |outcome: &AttemptOutcome| {
            fate.begin();
            fate.end(*outcome, &failed());
            fate.delivery()
        };
        outcomes.iter().map(after).collect()
    }

    #[test]
    fn once_unknown_is_unknown_for_good_and_an_answer_outlives_a_lost_connection() {
        use DeliveryState::{NotSent, Responded, Unknown};
        let lost = AttemptOutcome::Failed { fault: Fault::NotConnected, taken: false };
        assert_eq!(states(&[lost, answered(429), lost]), [NotSent, Responded, Responded]);
        assert_eq!(states(&[answered(503), answered(400), lost]), [Unknown, Unknown, Unknown]);
    }

    #[test]
    fn an_attempt_under_way_is_not_sent_until_it_is_taken() {
        let fate = Fate::default();
        fate.begin();
        assert_eq!((fate.delivery(), fate.attempts()), (DeliveryState::NotSent, 0));
    }
}
