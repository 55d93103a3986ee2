//! Keeps all callers of one client id below the service's limit: at most so many requests in any window of time.
//!
//! The service allows 100 requests in 10 s per client id and API version (V2024 reference, "Rate limits"). An entry counts
//! from the moment its request goes out until a window after its answer came, so that no clock and no latency on the way can
//! make the tenant see more. Callers are served in the order they came. A 429 closes the limiter for everyone until its
//! `Retry-After`.

use super::clock::{Clock, Sleep};
use super::events::{CallEvents, WaitReason};
use crate::sync::{Mutex, MutexGuard, PoisonError};
use std::collections::VecDeque;
use std::future::poll_fn;
use std::sync::Arc;
use std::task::{Poll, Waker, ready};
use std::time::{Duration, Instant};

/// Who shares a limiter.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct LimiterKey {
    pub base_url: String,
    /// For a given access token, whose client id is not known, a digest of the token.
    pub client_id: String,
    pub api_version: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LimiterSettings {
    /// 0 turns the limiter off for this client.
    pub requests_per_window: usize,
    pub window: Duration,
}

/// Waits longer than this are told.
const TOLD_WAIT: Duration = Duration::from_secs(1);

pub(crate) struct Limiter {
    state: Mutex<State>,
}

/// Permission for one request. Its window begins when it is dropped, which is when the answer has come.
pub(crate) struct Permit {
    limiter: Arc<Limiter>,
    clock: Arc<dyn Clock>,
}

/// A state machine without clock or I/O of its own.
struct State {
    settings: LimiterSettings,
    in_flight: usize,
    /// When each answered request leaves the window, oldest first.
    leaving: VecDeque<Instant>,
    closed_until: Option<Instant>,
    /// Callers in the order they came.
    queue: VecDeque<Waiter>,
    next_ticket: u64,
}

struct Waiter {
    ticket: u64,
    waker: Option<Waker>,
}

/// A wait that nobody has the time for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Delay {
    pub wait: Duration,
    /// `RetryAfter` where the tenant closed the limiter, else `Limiter`.
    pub cause: WaitReason,
}

#[derive(Debug, PartialEq, Eq)]
enum Turn {
    Granted,
    /// Nothing changes before this instant, unless another caller leaves.
    At(Instant, WaitReason),
    /// Another caller has to finish first.
    Later,
}

impl Limiter {
    pub fn new(settings: LimiterSettings) -> Self {
        Self { state: Mutex::new(State::new(settings)) }
    }

    /// A client that asks for less narrows the limit for all that share it.
    pub fn narrow(&self, settings: LimiterSettings) {
        let mut state = self.lock();
        state.settings.requests_per_window = state.settings.requests_per_window.min(settings.requests_per_window);
        state.settings.window = state.settings.window.max(settings.window);
    }

    /// Waits for permission; dropping the future gives the place in the queue up. A wait that would outlive `deadline` is not
    /// begun, and the error tells it.
    pub async fn acquire(
        self: &Arc<Self>,
        clock: &Arc<dyn Clock>,
        operation: &str,
        events: &dyn CallEvents,
        deadline: Option<Instant>,
    ) -> Result<Permit, Delay> {
        let place = Place { ticket: self.lock().enter(), limiter: self };
        let mut told = false;
        let mut sleep: Option<(Instant, Sleep)> = None;
        let granted = poll_fn(|context| {
            loop {
                // The waker is stored under the same lock as the look, so that no wake-up is lost in between.
                let turn = self.lock().step(place.ticket, clock.now(), context.waker());
                let (instant, cause) = match turn {
                    Turn::Granted => return Poll::Ready(Ok(())),
                    Turn::Later => return Poll::Pending,
                    Turn::At(instant, cause) => (instant, cause),
                };
                let wait = instant.saturating_duration_since(clock.now());
                if deadline.is_some_and(|deadline| instant >= deadline) {
                    return Poll::Ready(Err(Delay { wait, cause }));
                }
                if wait >= TOLD_WAIT && !told {
                    told = true;
                    events.waiting(operation, cause, wait);
                }
                let (_, sleep) = match sleep.take() {
                    Some(current) if current.0 == instant => sleep.insert(current),
                    _ => sleep.insert((instant, clock.sleep_until(instant))),
                };
                ready!(sleep.as_mut().poll(context));
            }
        });
        granted.await.map(|()| Permit { limiter: Arc::clone(self), clock: Arc::clone(clock) })
    }

    /// Nobody gets permission before `instant`.
    pub fn close_until(&self, instant: Instant) {
        let mut state = self.lock();
        state.closed_until = state.closed_until.max(Some(instant));
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        self.limiter.lock().finish(self.clock.now());
    }
}

/// A place in the queue, given up when the caller goes away.
struct Place<'a> {
    ticket: u64,
    limiter: &'a Limiter,
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.limiter.lock().leave(self.ticket);
    }
}

impl State {
    fn new(settings: LimiterSettings) -> Self {
        Self { settings, in_flight: 0, leaving: VecDeque::new(), closed_until: None, queue: VecDeque::new(), next_ticket: 0 }
    }

    fn enter(&mut self) -> u64 {
        let ticket = self.next_ticket;
        self.next_ticket += 1;
        self.queue.push_back(Waiter { ticket, waker: None });
        ticket
    }

    /// A granted ticket is no longer queued, so this changes nothing for it.
    fn leave(&mut self, ticket: u64) {
        self.queue.retain(|waiter| waiter.ticket != ticket);
        self.wake_first();
    }

    fn step(&mut self, ticket: u64, now: Instant, waker: &Waker) -> Turn {
        while self.leaving.front().is_some_and(|leaves| *leaves <= now) {
            self.leaving.pop_front();
        }
        if let Some(waiter) = self.queue.iter_mut().find(|waiter| waiter.ticket == ticket) {
            waiter.waker = Some(waker.clone());
        }
        if self.queue.front().is_some_and(|first| first.ticket != ticket) {
            return Turn::Later;
        }
        if let Some(opens) = self.closed_until.filter(|opens| *opens > now) {
            return Turn::At(opens, WaitReason::RetryAfter);
        }
        if self.in_flight + self.leaving.len() < self.settings.requests_per_window {
            self.queue.pop_front();
            self.in_flight += 1;
            self.wake_first();
            return Turn::Granted;
        }
        self.leaving.front().map_or(Turn::Later, |leaves| Turn::At(*leaves, WaitReason::Limiter))
    }

    fn finish(&mut self, now: Instant) {
        self.in_flight -= 1;
        self.leaving.push_back(now + self.settings.window);
        self.wake_first();
    }

    fn wake_first(&mut self) {
        if let Some(waker) = self.queue.front_mut().and_then(|first| first.waker.take()) {
            waker.wake();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::events::NoEvents;
    use super::super::manual_clock::ManualClock;
    use super::*;
    use std::task::Context;

    const WINDOW: Duration = Duration::from_secs(10);

    fn state(requests_per_window: usize) -> (State, Instant) {
        (State::new(LimiterSettings { requests_per_window, window: WINDOW }), Instant::now())
    }

    fn step(state: &mut State, ticket: u64, now: Instant) -> Turn {
        state.step(ticket, now, Waker::noop())
    }

    #[test]
    fn an_entry_leaves_a_window_after_its_answer() {
        let (mut state, start) = state(1);
        let (first, second) = (state.enter(), state.enter());
        assert_eq!(step(&mut state, first, start), Turn::Granted);
        assert_eq!(step(&mut state, second, start), Turn::Later, "the first is still on its way");
        let answered = start + Duration::from_secs(3);
        state.finish(answered);
        assert_eq!(step(&mut state, second, answered), Turn::At(answered + WINDOW, WaitReason::Limiter));
        assert_eq!(step(&mut state, second, answered + WINDOW), Turn::Granted);
    }

    #[test]
    fn callers_are_served_in_the_order_they_came() {
        let (mut state, start) = state(2);
        let tickets = [state.enter(), state.enter(), state.enter()];
        assert_eq!(step(&mut state, tickets[1], start), Turn::Later);
        assert_eq!(step(&mut state, tickets[0], start), Turn::Granted);
        assert_eq!(step(&mut state, tickets[1], start), Turn::Granted);
        assert_eq!(step(&mut state, tickets[2], start), Turn::Later);
    }

    #[test]
    fn who_leaves_the_queue_holds_nobody_up() {
        let (mut state, start) = state(1);
        let (gone, next) = (state.enter(), state.enter());
        state.leave(gone);
        assert_eq!(step(&mut state, next, start), Turn::Granted);
    }

    #[test]
    fn a_closed_limiter_opens_at_its_instant() {
        let (mut state, start) = state(5);
        let ticket = state.enter();
        let opens = start + Duration::from_secs(60);
        state.closed_until = Some(opens);
        assert_eq!(step(&mut state, ticket, start), Turn::At(opens, WaitReason::RetryAfter));
        assert_eq!(step(&mut state, ticket, opens), Turn::Granted);
    }

    fn limiter_of(requests_per_window: usize) -> (Arc<Limiter>, Arc<ManualClock>, Arc<dyn Clock>) {
        let clock = Arc::new(ManualClock::default());
        let limiter = Arc::new(Limiter::new(LimiterSettings { requests_per_window, window: WINDOW }));
        (limiter, Arc::clone(&clock), clock)
    }

    #[tokio::test]
    async fn a_permit_is_waited_for_exactly_as_long_as_needed() {
        let (limiter, manual, clock) = limiter_of(1);
        drop(limiter.acquire(&clock, "op", &NoEvents, None).await.expect("no deadline"));
        drop(limiter.acquire(&clock, "op", &NoEvents, None).await.expect("no deadline"));
        assert_eq!(manual.waits(), [WINDOW]);
        limiter.close_until(clock.now() + Duration::from_secs(60));
        drop(limiter.acquire(&clock, "op", &NoEvents, None).await.expect("no deadline"));
        assert_eq!(manual.waits(), [WINDOW, Duration::from_secs(60)], "the closed time covers the window");
    }

    #[tokio::test]
    async fn a_wait_beyond_the_deadline_is_told_and_not_begun() {
        let (limiter, manual, clock) = limiter_of(1);
        drop(limiter.acquire(&clock, "op", &NoEvents, None).await.expect("no deadline"));
        let deadline = Some(clock.now() + Duration::from_secs(5));
        let delay = limiter.acquire(&clock, "op", &NoEvents, deadline).await.err();
        assert_eq!(delay, Some(Delay { wait: WINDOW, cause: WaitReason::Limiter }));
        limiter.close_until(clock.now() + Duration::from_secs(60));
        let delay = limiter.acquire(&clock, "op", &NoEvents, deadline).await.err();
        assert_eq!(delay, Some(Delay { wait: Duration::from_secs(60), cause: WaitReason::RetryAfter }));
        assert!(manual.waits().is_empty());
    }

    #[tokio::test]
    async fn who_gives_up_while_waiting_passes_the_turn_on() {
        let (limiter, _, clock) = limiter_of(1);
        let held = limiter.acquire(&clock, "op", &NoEvents, None).await.expect("no deadline");
        let mut gives_up = Box::pin(limiter.acquire(&clock, "op", &NoEvents, None));
        let mut waits = Box::pin(limiter.acquire(&clock, "op", &NoEvents, None));
        let context = &mut Context::from_waker(Waker::noop());
        assert!(gives_up.as_mut().poll(context).is_pending() && waits.as_mut().poll(context).is_pending());
        drop(gives_up);
        drop(held);
        assert!(waits.await.is_ok());
    }

    #[tokio::test]
    async fn the_narrowest_client_sets_the_limit_for_all() {
        let (limiter, manual, clock) = limiter_of(5);
        limiter.narrow(LimiterSettings { requests_per_window: 2, window: WINDOW * 2 });
        limiter.narrow(LimiterSettings { requests_per_window: 9, window: WINDOW });
        for _ in 0..3 {
            drop(limiter.acquire(&clock, "op", &NoEvents, None).await.expect("no deadline"));
        }
        assert_eq!(manual.waits(), [WINDOW * 2]);
    }

    #[test]
    fn any_window_sees_no_more_than_the_limit() {
        let (mut state, start) = state(95);
        let mut granted = Vec::new();
        let mut now = start;
        for _ in 0..1_000 {
            let ticket = state.enter();
            while let Turn::At(instant, _) = step(&mut state, ticket, now) {
                now = instant;
            }
            granted.push(now);
            // An answer takes from nothing to 40 ms.
            now += Duration::from_millis((granted.len() as u64 * 37) % 40);
            state.finish(now);
        }
        let most = granted.iter().map(|first| granted.iter().filter(|at| **at >= *first && **at < *first + WINDOW).count()).max();
        assert_eq!(most, Some(95));
    }
}
