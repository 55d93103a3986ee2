//! The service's limit on requests: so many of one client id and API version in any window.
//!
//! Known from SailPoint's documentation on rate limits: 100 requests in 10 seconds, answered 429 with Retry-After in seconds;
//! breaking it in three intervals within 120 seconds earns waits of 60, 300, 600 and 1200 seconds.

use std::collections::{HashMap, VecDeque};

use serde::Serialize;

use crate::settings::LimitSettings;

const ESCALATED_WAITS_SECONDS: [u64; 4] = [60, 300, 600, 1200];
const OFFENCES_BEFORE_ESCALATION: usize = 3;
const OFFENCE_MEMORY_MS: u64 = 120_000;

/// What every client id and API version asked for lately. Times are milliseconds of the tenant's clock.
#[derive(Debug, Default)]
pub struct Limiter {
    clients: HashMap<(String, &'static str), Client>,
    counts: LimitCounts,
}

/// What the limit saw, for tests to ask.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LimitCounts {
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
    /// When its requests of the last window arrived, those that were refused left out.
    arrivals: VecDeque<u64>,
    /// The same with those that were refused.
    all_arrivals: VecDeque<u64>,
    /// When it broke the limit, one entry a window.
    offences: VecDeque<u64>,
    /// How many escalated waits it has earned so far.
    escalations: usize,
    blocked_until: u64,
}

impl Limiter {
    /// Counts a request. The error is how many seconds to wait; a refused request uses nothing up.
    pub fn admit(&mut self, client_id: &str, version: &'static str, limit: &LimitSettings, now: u64) -> Result<(), u64> {
        let client = self.clients.entry((client_id.to_owned(), version)).or_default();
        let verdict = client.admit(limit, now);
        self.counts.arrived += 1;
        self.counts.first_ms.get_or_insert(now);
        self.counts.last_ms = Some(now);
        self.counts.refused += u64::from(verdict.is_err());
        self.counts.most = self.counts.most.max(client.all_arrivals.len());
        verdict
    }

    pub fn counts(&self) -> LimitCounts {
        self.counts
    }
}

impl Client {
    fn admit(&mut self, limit: &LimitSettings, now: u64) -> Result<(), u64> {
        forget(&mut self.all_arrivals, limit.window_ms, now);
        self.all_arrivals.push_back(now);
        if now < self.blocked_until {
            return Err(seconds(self.blocked_until - now));
        }
        forget(&mut self.arrivals, limit.window_ms, now);
        if self.arrivals.len() < limit.requests {
            self.arrivals.push_back(now);
            return Ok(());
        }
        if limit.escalate && self.offend(limit.window_ms, now) {
            return Err(seconds(self.blocked_until - now));
        }
        let oldest = self.arrivals.front().copied().unwrap_or(now);
        Err(seconds(oldest + limit.window_ms - now))
    }

    /// Notes that the limit was broken. Whether that was once too often, and the client is blocked.
    fn offend(&mut self, window_ms: u64, now: u64) -> bool {
        while self.offences.front().is_some_and(|offence| offence + OFFENCE_MEMORY_MS <= now) {
            self.offences.pop_front();
        }
        if self.offences.back().is_none_or(|offence| offence + window_ms <= now) {
            self.offences.push_back(now);
        }
        if self.offences.len() < OFFENCES_BEFORE_ESCALATION {
            return false;
        }
        let wait = ESCALATED_WAITS_SECONDS[self.escalations.min(ESCALATED_WAITS_SECONDS.len() - 1)];
        self.escalations += 1;
        self.offences.clear();
        self.blocked_until = now + wait * 1000;
        true
    }
}

/// Drops what lies a window or more back.
fn forget(arrivals: &mut VecDeque<u64>, window_ms: u64, now: u64) {
    while arrivals.front().is_some_and(|arrival| arrival + window_ms <= now) {
        arrivals.pop_front();
    }
}

/// Whole seconds, as Retry-After tells them: never so few that the wait is too short.
fn seconds(ms: u64) -> u64 {
    ms.div_ceil(1000).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMIT: LimitSettings = LimitSettings { requests: 2, window_ms: 10_000, escalate: false };

    #[test]
    fn a_window_slides_and_each_client_has_its_own() {
        let mut limiter = Limiter::default();
        let mut admit = |client, now| limiter.admit(client, "v2024", &LIMIT, now);
        assert_eq!([admit("a", 0), admit("a", 4000), admit("a", 4001), admit("b", 4001)], [Ok(()), Ok(()), Err(6), Ok(())]);
        assert_eq!([admit("a", 9999), admit("a", 10_000), admit("a", 10_001)], [Err(1), Ok(()), Err(4)]);
        // The fullest window of a client ends at 10,001 and holds all but the first of its six.
        assert_eq!(limiter.counts(), LimitCounts { arrived: 7, refused: 3, most: 5, first_ms: Some(0), last_ms: Some(10_001) });
    }

    #[test]
    fn three_windows_with_an_offence_earn_longer_and_longer_waits() {
        let limit = LimitSettings { requests: 1, window_ms: 1000, escalate: true };
        let mut limiter = Limiter::default();
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
