//! A token that is held, and one fetch of the next however many callers wait for it: a state machine over one lock, without
//! HTTP and without a clock of its own. `tests/exploration` tries its steps in every order.

use super::super::error::{CallError, ErrorKind};
use super::bearer::BearerToken;
use crate::sync::{Mutex, MutexGuard, PoisonError, spawn};
use std::future::Future;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::oneshot;

/// What a caller gets.
pub type Fetched = Result<Arc<BearerToken>, CallError>;

/// How a fetch ended.
pub struct FetchEnded {
    /// The token with its lifetime.
    pub result: Result<(BearerToken, Duration), CallError>,
    pub at: Instant,
}

#[derive(Default)]
pub struct SingleFlight {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    held: Option<Held>,
    fetching: bool,
    waiting: Vec<oneshot::Sender<Fetched>>,
}

struct Held {
    token: Arc<BearerToken>,
    /// From here on a use starts a renewal in the background.
    renew_at: Instant,
    expires_at: Instant,
}

/// A token this near to its end is renewed before use: the tenant's clock may differ, and a request takes time.
const SAFETY: Duration = Duration::from_secs(10);
/// After a renewal in the background failed, the next one waits this long.
pub const RENEWAL_PAUSE: Duration = Duration::from_secs(5);

impl SingleFlight {
    /// A token that is good at `now`. Callers that come while one is fetched wait for it together.
    /// `fetch` is asked for where there is none, and where the one that is given out should be renewed.
    pub async fn token<F>(self: &Arc<Self>, now: Instant, fetch: impl FnOnce() -> F) -> Fetched
    where
        F: Future<Output = FetchEnded> + Send + 'static,
    {
        let fetched = {
            let mut state = self.lock();
            let good = state.held.as_ref().filter(|held| now < held.expires_at).map(|held| (Arc::clone(&held.token), now >= held.renew_at));
            match good {
                Some((token, false)) => return Ok(token),
                Some((token, true)) => {
                    self.start(&mut state, fetch());
                    return Ok(token);
                }
                None => {}
            }
            let (sender, receiver) = oneshot::channel();
            state.waiting.push(sender);
            self.start(&mut state, fetch());
            receiver
        };
        fetched.await.unwrap_or_else(|_| Err(CallError::new(ErrorKind::Internal, "Fetching the token ended without a result.")))
    }

    /// The tenant refused `token`; unless a newer one is there already, the next use fetches one.
    pub fn reject(&self, token: &Arc<BearerToken>) {
        let mut state = self.lock();
        if state.held.as_ref().is_some_and(|held| Arc::ptr_eq(&held.token, token)) {
            state.held = None;
        }
    }

    /// Whether a fetch is under way.
    #[cfg(test)]
    pub fn is_fetching(&self) -> bool {
        self.lock().fetching
    }

    /// The fetch is a task of its own, so that a caller who gives up takes it from nobody else.
    fn start(self: &Arc<Self>, state: &mut State, fetch: impl Future<Output = FetchEnded> + Send + 'static) {
        if std::mem::replace(&mut state.fetching, true) {
            return;
        }
        let mut unfinished = UnfinishedFetch { flight: Some(Arc::clone(self)) };
        spawn(async move {
            let ended = fetch.await;
            if let Some(flight) = unfinished.flight.take() {
                flight.finish(ended);
            }
        });
    }

    fn finish(&self, ended: FetchEnded) {
        let mut state = self.lock();
        state.fetching = false;
        let result = match ended.result {
            Ok((token, lifetime)) => {
                let held = Held::new(Arc::new(token), lifetime, ended.at);
                let token = Arc::clone(&held.token);
                state.held = Some(held);
                Ok(token)
            }
            Err(error) => {
                if let Some(held) = &mut state.held {
                    held.renew_at = ended.at + RENEWAL_PAUSE;
                }
                Err(error)
            }
        };
        for waiting in state.waiting.drain(..) {
            let _ = waiting.send(result.clone());
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Held {
    fn new(token: Arc<BearerToken>, lifetime: Duration, now: Instant) -> Self {
        let usable = lifetime.saturating_sub(SAFETY).max(lifetime / 2);
        Self { token, renew_at: now + usable.mul_f64(0.9), expires_at: now + usable }
    }
}

/// Frees those who wait, should a fetch end by a panic or with its runtime.
struct UnfinishedFetch {
    flight: Option<Arc<SingleFlight>>,
}

impl Drop for UnfinishedFetch {
    fn drop(&mut self) {
        let Some(flight) = self.flight.take() else { return };
        let mut state = flight.lock();
        state.fetching = false;
        state.waiting.clear();
    }
}
