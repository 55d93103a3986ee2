//! The service's limit on requests: so many of one client id and API version in any window.
//!
//! Known from SailPoint's documentation on rate limits: 100 requests in 10 seconds, answered 429 with Retry-After in seconds;
//! breaking it in three intervals within 120 seconds earns waits of 60, 300, 600 and 1200 seconds.

use std::collections::{HashMap, VecDeque};

use serde::Serialize;

use crate::settings::RateLimitSettings;

const ESCALATED_WAITS_SECONDS: [u64; 4] = [60, 300, 600, 1200];
const VIOLATIONS_BEFORE_ESCALATION: usize = 3;
const VIOLATION_MEMORY_MS: u64 = 120_000;

/// A sliding window for each client id and API version. Times are milliseconds of the tenant's clock.
#[derive(Debug, Default)]
pub struct RateLimiter {
    clients: HashMap<(String, &'static str), Client>,
    counts: RateLimitCounts,
}

/// What came to the rate limit, for tests to ask.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RateLimitCounts {
    /// Requests that came to the limit, refused ones included.
    arrived: u64,
    refused: u64,
    /// The most that arrived in any window, refused ones included, of any one client.
    most: usize,
    /// When the first and the last of them arrived.
    first_ms: Option<u64>,
    last_ms: Option<u64>,
}

#[derive(Debug, Default)]
struct Client {
    /// When the requests of the last window arrived that were admitted.
    admitted: VecDeque<u64>,
    /// When all requests of the last window arrived, those that were refused too.
    arrivals: VecDeque<u64>,
    /// When the limit was broken, one entry a window.
    violations: VecDeque<u64>,
    /// How often the client was blocked so far.
    escalations: usize,
    blocked_until: u64,
}

impl RateLimiter {
    /// Counts a request. The error is how many seconds to wait; a refused request uses nothing up.
    pub fn admit(&mut self, client_id: &str, version: &'static str, limit: &RateLimitSettings, now: u64) -> Result<(), u64> {
        let client = self.clients.entry((client_id.to_owned(), version)).or_default();
        let admitted = client.admit(limit, now);
        self.counts.arrived += 1;
        self.counts.first_ms.get_or_insert(now);
        self.counts.last_ms = Some(now);
        self.counts.refused += u64::from(admitted.is_err());
        self.counts.most = self.counts.most.max(client.arrivals.len());
        admitted
    }

    pub fn counts(&self) -> RateLimitCounts {
        self.counts
    }
}

impl Client {
    fn admit(&mut self, limit: &RateLimitSettings, now: u64) -> Result<(), u64> {
        drop_older_than(&mut self.arrivals, limit.window_ms, now);
        self.arrivals.push_back(now);
        if now < self.blocked_until {
            return Err(whole_seconds(self.blocked_until - now));
        }
        drop_older_than(&mut self.admitted, limit.window_ms, now);
        if self.admitted.len() < limit.requests {
            self.admitted.push_back(now);
            return Ok(());
        }
        if limit.escalate && self.record_violation(limit.window_ms, now) {
            return Err(whole_seconds(self.blocked_until - now));
        }
        let oldest = self.admitted.front().copied().unwrap_or(now);
        Err(whole_seconds(oldest + limit.window_ms - now))
    }

    /// Whether the limit was broken once too often, so that the client is blocked now.
    fn record_violation(&mut self, window_ms: u64, now: u64) -> bool {
        drop_older_than(&mut self.violations, VIOLATION_MEMORY_MS, now);
        if self.violations.back().is_none_or(|violation| violation + window_ms <= now) {
            self.violations.push_back(now);
        }
        if self.violations.len() < VIOLATIONS_BEFORE_ESCALATION {
            return false;
        }
        let wait = ESCALATED_WAITS_SECONDS[self.escalations.min(ESCALATED_WAITS_SECONDS.len() - 1)];
        self.escalations += 1;
        self.violations.clear();
        self.blocked_until = now + wait * 1000;
        true
    }
}

/// Drops the times that lie `span_ms` or more back.
fn drop_older_than(times: &mut VecDeque<u64>, span_ms: u64, now: u64) {
    while times.front().is_some_and(|time| time + span_ms <= now) {
        times.pop_front();
    }
}

/// Whole seconds, as Retry-After tells them: never so few that the wait is too short.
fn whole_seconds(ms: u64) -> u64 {
    ms.div_ceil(1000).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMIT: RateLimitSettings = RateLimitSettings { requests: 2, window_ms: 10_000, escalate: false };

    #[test]
    fn a_window_slides_and_each_client_has_its_own() {
        let mut limiter = RateLimiter::default();
        let mut admit = |client, now| limiter.admit(client, "v2024", &LIMIT, now);
        assert_eq!([admit("a", 0), admit("a", 4000), admit("a", 4001), admit("b", 4001)], [Ok(()), Ok(()), Err(6), Ok(())]);
        assert_eq!([admit("a", 9999), admit("a", 10_000), admit("a", 10_001)], [Err(1), Ok(()), Err(4)]);
        // The fullest window of a client ends at 10,001 and holds all but the first of its six.
        assert_eq!(limiter.counts(), RateLimitCounts { arrived: 7, refused: 3, most: 5, first_ms: Some(0), last_ms: Some(10_001) });
    }

    #[test]
    fn three_windows_with_a_violation_earn_longer_and_longer_waits() {
        let limit = RateLimitSettings { requests: 1, window_ms: 1000, escalate: true };
        let mut limiter = RateLimiter::default();
        let mut admit = |now| limiter.admit("a", "v2024", &limit, now);
        for now in [0, 1000] {
            assert_eq!([admit(now), admit(now + 1), admit(now + 2)], [Ok(()), Err(1), Err(1)]);
        }
        assert_eq!([admit(2000), admit(2001), admit(61_000)], [Ok(()), Err(60), Err(2)]);
        for now in [70_000, 71_000] {
            assert_eq!([admit(now), admit(now + 1)], [Ok(()), Err(1)]);
        }
        assert_eq!([admit(72_000), admit(72_001)], [Ok(()), Err(300)]);
    }
}
