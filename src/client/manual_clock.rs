//! A clock that tests move by hand: a wait ends at once, having moved the clock to its end, and is noted with its length.

use super::clock::{Clock, Sleep};
use std::sync::Mutex;
use std::time::{Duration, Instant, SystemTime};

pub struct ManualClock {
    begun: Instant,
    passed: Mutex<Duration>,
    waits: Mutex<Vec<Duration>>,
}

impl Default for ManualClock {
    fn default() -> Self {
        Self { begun: Instant::now(), passed: Mutex::default(), waits: Mutex::default() }
    }
}

impl ManualClock {
    pub fn advance(&self, span: Duration) {
        *self.passed.lock().expect("no panic") += span;
    }

    /// The waits so far, in order.
    pub fn waits(&self) -> Vec<Duration> {
        self.waits.lock().expect("no panic").clone()
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Instant {
        self.begun + *self.passed.lock().expect("no panic")
    }

    fn wall_time(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + *self.passed.lock().expect("no panic")
    }

    fn sleep_until(&self, deadline: Instant) -> Sleep {
        let wait = deadline.saturating_duration_since(self.now());
        self.waits.lock().expect("no panic").push(wait);
        self.advance(wait);
        Box::pin(std::future::ready(()))
    }

    /// No chance: always the longest.
    fn jitter(&self, most: Duration) -> Duration {
        most
    }
}
