//! How long requests take: a delay before the tenant acts on one, and a delay before its response goes out.
//!
//! A real request spends its time on both ways. Half of it before the limit counts the request and half after is what makes
//! the moment of counting differ from what the client sees, in both directions.

use std::time::Duration;

use fastrand::Rng;
use serde_json::value::RawValue;

use crate::json_input::{Expected, at_least};

/// The setting `latencyMs`: a number, or `[least, most]` for a random one in between.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Latency {
    least_ms: u64,
    most_ms: u64,
}

/// How long one request is delayed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct RequestDelays {
    /// Before it is acted on, where it is the first one of its connection.
    pub first_of_connection: Duration,
    /// Before it is acted on.
    pub before: Duration,
    /// Between that and its response.
    pub after: Duration,
}

impl Latency {
    /// The delays of one request, where making a connection takes `connecting`.
    pub fn delays(self, connecting: Duration, random: &mut Rng) -> RequestDelays {
        let half = Duration::from_millis(random.u64(self.least_ms..=self.most_ms)) / 2;
        RequestDelays { first_of_connection: connecting, before: half, after: half }
    }
}

/// Reads the setting.
pub fn read(json: &RawValue) -> Result<Latency, Expected> {
    let one_number = |value| at_least(0)(value).map(|ms| [ms, ms]);
    let bounds = one_number(json).or_else(|_| serde_json::from_str(json.get()));
    match bounds {
        Ok([least_ms, most_ms]) if least_ms <= most_ms => Ok(Latency { least_ms, most_ms }),
        _ => Err("a whole number of milliseconds or [least, most] of them".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn latency(json: &str) -> Latency {
        let json = serde_json::from_str(json).expect("JSON");
        read(json).ok().expect("valid")
    }

    #[test]
    fn half_of_it_passes_before_acting() {
        let delays = latency("30").delays(Duration::from_millis(400), &mut Rng::with_seed(1));
        assert_eq!([delays.first_of_connection, delays.before, delays.after].map(|span| span.as_millis()), [400, 15, 15]);
    }

    #[test]
    fn a_range_is_used_up_to_both_ends_and_by_the_seed() {
        let spans = |seed| {
            let mut random = Rng::with_seed(seed);
            (0..100).map(|_| latency("[4, 6]").delays(Duration::ZERO, &mut random).after.as_micros()).collect::<Vec<_>>()
        };
        assert!([2000, 2500, 3000].iter().all(|half| spans(1).contains(half)), "{:?}", spans(1));
        assert_eq!(spans(1), spans(1));
        assert_ne!(spans(1), spans(2));
    }
}
