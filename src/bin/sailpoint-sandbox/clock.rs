//! The tenant's two clocks: one for durations, one for the dates of its data. Tests move both forward through `/sandbox/clock`.

use std::fmt;
use std::time::Instant;

use jiff::{SignedDuration, Timestamp};
use serde::{Serialize, Serializer};

/// Where the logical clock starts: no seeded request is younger. Fixed, so that a seed gives the same dates on every day.
const EPOCH: &str = "2026-03-02T08:00:00Z";

/// Real time, for what takes time: tokens expire, limits reset and provisioning ends by it.
#[derive(Debug)]
pub struct MonotonicClock {
    started: Instant,
    advanced_ms: u64,
}

impl MonotonicClock {
    pub fn new() -> Self {
        Self { started: Instant::now(), advanced_ms: 0 }
    }

    /// Milliseconds since the start, with those that a test added.
    pub fn now_ms(&self) -> u64 {
        let passed = u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX);
        passed.saturating_add(self.advanced_ms)
    }

    pub fn advance(&mut self, ms: u64) {
        self.advanced_ms = self.advanced_ms.saturating_add(ms);
    }
}

/// The dates of the data. It goes on by one second with each event, not with real time, so that the same requests in the same order
/// give the same dates.
#[derive(Debug)]
pub struct LogicalClock {
    now: Date,
}

impl LogicalClock {
    pub fn new() -> Self {
        Self { now: Date::epoch() }
    }

    /// The date of an event that happens now, one second after the last one.
    pub fn tick(&mut self) -> Date {
        self.advance(1000);
        self.now
    }

    pub fn now(&self) -> Date {
        self.now
    }

    pub fn advance(&mut self, ms: u64) {
        self.now = self.now.plus_ms(i64::try_from(ms).unwrap_or(i64::MAX));
    }
}

/// A date as the service writes it: UTC, with milliseconds and `Z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(Timestamp);

impl Date {
    pub fn epoch() -> Self {
        Self(EPOCH.parse().expect("a constant date"))
    }

    /// The date of an RFC 3339 text, in any zone.
    pub fn parse(text: &str) -> Option<Self> {
        text.parse().ok().map(Self)
    }

    /// Stays at the first or last date there is, rather than fail on an absurd step.
    pub fn plus_ms(self, ms: i64) -> Self {
        let end = if ms < 0 { Timestamp::MIN } else { Timestamp::MAX };
        Self(self.0.checked_add(SignedDuration::from_millis(ms)).unwrap_or(end))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:.3}", self.0)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_have_milliseconds_and_z() {
        assert_eq!(Date::epoch().to_string(), "2026-03-02T08:00:00.000Z");
        assert_eq!(Date::parse("2026-03-02T09:00:00.0014+01:00").map(|date| date.to_string()).as_deref(), Some("2026-03-02T08:00:00.001Z"));
    }

    #[test]
    fn an_absurd_step_ends_at_the_last_date() {
        assert_eq!(Date::epoch().plus_ms(i64::MAX), Date(Timestamp::MAX));
        assert_eq!(Date::epoch().plus_ms(i64::MIN), Date(Timestamp::MIN));
    }
}
