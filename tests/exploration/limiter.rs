//! Permits: never more than the window allows, in every order of steps, and a caller who leaves never takes a wake-up along.

use crate::client::limiter::{Limiter, LimiterSettings};
use crate::client::{Clock, NoEvents, Sleep};
use crate::outcomes;
use shuttle::future::{spawn, yield_now};
use std::sync::Arc;
use std::sync::Mutex;
use std::task::{Context, Waker};
use std::time::{Duration, Instant, SystemTime};

const WINDOW: Duration = Duration::from_secs(10);

/// A clock that stands still until somebody sleeps, and then is where the sleeper wanted it.
struct SteppedClock {
    begun: Instant,
    passed: Mutex<Duration>,
}

impl Clock for SteppedClock {
    fn now(&self) -> Instant {
        self.begun + *self.passed.lock().expect("no panic")
    }

    fn wall_time(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + *self.passed.lock().expect("no panic")
    }

    fn sleep_until(&self, deadline: Instant) -> Sleep {
        let mut passed = self.passed.lock().expect("no panic");
        *passed = (*passed).max(deadline.saturating_duration_since(self.begun));
        Box::pin(yield_now())
    }

    fn jitter(&self, most: Duration) -> Duration {
        most
    }
}

fn limiter(requests_per_window: usize) -> (Arc<Limiter>, Arc<dyn Clock>) {
    let limiter = Limiter::new(LimiterSettings { requests_per_window, window: WINDOW });
    (Arc::new(limiter), Arc::new(SteppedClock { begun: Instant::now(), passed: Mutex::default() }))
}

pub fn no_permit_above_the_window() {
    let (limiter, clock) = limiter(2);
    let sent: Arc<Mutex<Vec<Instant>>> = Arc::default();
    let callers: Vec<_> = (0..3)
        .map(|_| {
            let (limiter, clock, sent) = (Arc::clone(&limiter), Arc::clone(&clock), Arc::clone(&sent));
            spawn(async move {
                for _ in 0..2 {
                    let permit = limiter.acquire(&clock, "op", &NoEvents, None, WINDOW).await;
                    assert!(permit.is_ok(), "no deadline");
                    // The request reaches the tenant at some moment while the permit is held.
                    yield_now().await;
                    sent.lock().expect("no panic").push(clock.now());
                    yield_now().await;
                }
            })
        })
        .collect();
    outcomes(callers);
    let sent = sent.lock().expect("no panic");
    let most = sent.iter().map(|first| sent.iter().filter(|at| *at >= first && **at < *first + WINDOW).count()).max();
    assert!(sent.len() == 6 && most <= Some(2), "{most:?} of {} in a window", sent.len());
}

/// A 429 in the middle of everything takes every waker; all of them still come to their turn, and none before it is over.
pub fn a_closing_keeps_nobody_asleep() {
    let (limiter, clock) = limiter(2);
    let opens: Arc<Mutex<Option<Instant>>> = Arc::default();
    let callers: Vec<_> = (0..3)
        .map(|number| {
            let (limiter, clock, opens) = (Arc::clone(&limiter), Arc::clone(&clock), Arc::clone(&opens));
            spawn(async move {
                let permit = limiter.acquire(&clock, "op", &NoEvents, None, WINDOW).await;
                yield_now().await;
                if number == 0 {
                    let until = clock.now() + WINDOW * 6;
                    limiter.close_until(&clock, until);
                    *opens.lock().expect("no panic") = Some(until);
                }
                drop(permit);
                let closed_until = *opens.lock().expect("no panic");
                let again = limiter.acquire(&clock, "op", &NoEvents, None, WINDOW).await;
                assert!(again.is_ok() && closed_until.is_none_or(|until| clock.now() >= until), "nobody goes on before the 429 is over");
            })
        })
        .collect();
    outcomes(callers);
}

pub fn who_gives_up_wakes_the_next() {
    let (limiter, clock) = limiter(1);
    let caller = |gives_up: bool| {
        let (limiter, clock) = (Arc::clone(&limiter), Arc::clone(&clock));
        spawn(async move {
            let mut waiting = Box::pin(limiter.acquire(&clock, "op", &NoEvents, None, WINDOW));
            if gives_up {
                // Looks once and goes, whether or not its turn has come.
                let _ = waiting.as_mut().poll(&mut Context::from_waker(Waker::noop()));
                yield_now().await;
                return;
            }
            assert!(waiting.await.is_ok(), "no deadline");
        })
    };
    let callers = [false, true, false, true].map(caller);
    outcomes(callers);
}
