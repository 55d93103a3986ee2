//! Time and chance, passed in so that tests move the clock by hand.

use std::future::Future;
use std::pin::Pin;
use std::time::{Duration, Instant, SystemTime};

/// A wait for an instant.
pub type Sleep = Pin<Box<dyn Future<Output = ()> + Send>>;

/// Where a call takes time and chance from. Programs use [`SystemClock`].
pub trait Clock: Send + Sync + 'static {
    /// Time that passes, whatever is set.
    fn now(&self) -> Instant;
    /// The time of day, for dates in requests and in `Retry-After`.
    fn wall_time(&self) -> SystemTime;
    fn sleep_until(&self, deadline: Instant) -> Sleep;
    /// A random span from zero to `most`.
    fn jitter(&self, most: Duration) -> Duration;
}

/// A span in whole milliseconds, rounded down, as results, events and the limiter's file tell it.
pub(crate) fn milliseconds(span: Duration) -> u64 {
    u64::try_from(span.as_millis()).unwrap_or(u64::MAX)
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Instant {
        Instant::now()
    }

    fn wall_time(&self) -> SystemTime {
        SystemTime::now()
    }

    fn sleep_until(&self, deadline: Instant) -> Sleep {
        Box::pin(tokio::time::sleep_until(deadline.into()))
    }

    fn jitter(&self, most: Duration) -> Duration {
        most.mul_f64(fastrand::f64())
    }
}
