//! Faults, for tests: which requests do not get what the tenant would give them, what happens instead, and how often.
//!
//! They come from the setting `faults` and from `POST /sandbox/faults`. [`crate::tenant`] asks [`FaultList::apply`] about each
//! request as it arrives; [`fault`] reads one from JSON with [`effect_kind`], [`effect`] has what it does, and [`wire`] sends faulty responses.

mod effect;
mod effect_kind;
mod fault;
pub mod wire;
#[cfg(test)]
mod wire_tests;

use std::sync::Arc;

use serde::Serialize;

pub use effect::{Effect, Reply};
pub use fault::{Fault, TOKEN};

/// The faults of a tenant, in the order they were given.
#[derive(Debug)]
pub struct FaultList {
    faults: Vec<CountedFault>,
    /// How many were added so far, for the ids of those that have none.
    added: u64,
    /// Draws for `chance`. From the seed, so that the same requests in the same order meet the same faults.
    random: fastrand::Rng,
}

/// A fault with its counts, as `GET /sandbox/faults` tells it.
#[derive(Debug, Serialize)]
pub struct CountedFault {
    #[serde(flatten, serialize_with = "serialize_shared")]
    fault: Arc<Fault>,
    /// To how many requests it applied.
    applied: u64,
    /// How many requests of its operation arrived since it was given.
    met: u64,
}

impl FaultList {
    pub fn new(faults: &[Fault], seed: u64) -> Self {
        let mut all = Self { faults: Vec::new(), added: 0, random: fastrand::Rng::with_seed(seed) };
        for fault in faults {
            all.add(fault.clone());
        }
        all
    }

    /// Adds a fault and gives its id.
    pub fn add(&mut self, mut fault: Fault) -> String {
        self.added += 1;
        if fault.id.is_empty() {
            fault.id = format!("fault-{}", self.added);
        }
        let id = fault.id.clone();
        self.faults.push(CountedFault { fault: Arc::new(fault), applied: 0, met: 0 });
        id
    }

    pub fn clear(&mut self) {
        self.faults.clear();
    }

    pub fn all(&self) -> &[CountedFault] {
        &self.faults
    }

    /// The first fault that applies to a request of this operation, or [`TOKEN`]. The request counts as met for every fault of
    /// its operation, so that `nth` of one does not depend on what stands before it.
    pub fn apply(&mut self, operation: &str) -> Option<Arc<Fault>> {
        let mut applying = None;
        for counted in self.faults.iter_mut().filter(|counted| counted.fault.matches(operation)) {
            counted.met += 1;
            if applying.is_none() && counted.is_due() && counted.fault.passes_chance(&mut self.random) {
                counted.applied += 1;
                applying = Some(Arc::clone(&counted.fault));
            }
        }
        applying
    }
}

impl CountedFault {
    fn is_due(&self) -> bool {
        let spent = self.fault.times.is_some_and(|times| self.applied >= times);
        !spent && self.met >= self.fault.nth
    }
}

/// What serde does by itself for an `Arc` only with a feature that nothing else here needs.
fn serialize_shared<S: serde::Serializer>(fault: &Arc<Fault>, serializer: S) -> Result<S::Ok, S::Error> {
    fault.as_ref().serialize(serializer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings;
    use serde_json::json;

    fn faults(seed: u64, list: serde_json::Value) -> FaultList {
        let settings = settings::parse(&json!({ "faults": list }).to_string()).expect("valid faults");
        FaultList::new(&settings.faults, seed)
    }

    /// The ids of the faults that requests of `operation` meet, one after the other.
    fn met(faults: &mut FaultList, operation: &str, requests: usize) -> Vec<Option<String>> {
        (0..requests).map(|_| faults.apply(operation).map(|fault| fault.id.clone())).collect()
    }

    #[test]
    fn a_fault_applies_from_the_nth_request_on_and_as_often_as_it_says() {
        let mut faults = faults(1, json!([{ "id": "a", "operation": "token", "nth": 2, "times": 2, "do": "stall" }]));
        assert_eq!(met(&mut faults, "closeAccessRequest", 1), [None]);
        let applied: Vec<bool> = met(&mut faults, TOKEN, 5).iter().map(Option::is_some).collect();
        assert_eq!(applied, [false, true, true, false, false]);
        assert_eq!(
            serde_json::to_value(faults.all()).expect("JSON"),
            json!([{ "id": "a", "operation": "token", "nth": 2, "times": 2, "chance": 1.0, "do": "stall", "act": false, "applied": 2, "met": 5 }])
        );
    }

    #[test]
    fn the_first_that_applies_counts_and_each_counts_all_requests() {
        let mut faults = faults(
            1,
            json!([
                { "id": "first", "operation": "token", "times": 1, "do": "stall" },
                { "id": "third", "operation": "token", "nth": 3, "do": "stall" },
                { "id": "second", "operation": "token", "nth": 2, "do": "stall" },
            ]),
        );
        let ids = ["first", "second", "third", "third"].map(|id| Some(id.to_owned()));
        assert_eq!(met(&mut faults, TOKEN, 4), ids);
    }

    #[test]
    fn any_is_every_operation_but_no_token() {
        let mut faults = faults(1, json!([{ "operation": "any", "do": "stall" }]));
        let id = Some("fault-1".to_owned());
        assert_eq!(met(&mut faults, "closeAccessRequest", 1), std::slice::from_ref(&id));
        assert_eq!(met(&mut faults, "getAccessRequestConfig", 1), [id]);
        assert_eq!(met(&mut faults, TOKEN, 1), [None]);
    }

    #[test]
    fn chance_draws_by_the_seed() {
        let draw = |seed| {
            let mut faults = faults(seed, json!([{ "operation": "token", "chance": 0.1, "do": "stall" }]));
            met(&mut faults, TOKEN, 1000)
        };
        assert_eq!(draw(1), draw(1));
        assert_ne!(draw(1), draw(2));
        let applied = draw(1).iter().flatten().count();
        assert!((60..=140).contains(&applied), "{applied} of 1000");
    }

    #[test]
    fn a_chance_of_one_always_applies_and_of_none_never() {
        for (chance, expected) in [(json!(1), 100), (json!(0), 0)] {
            let mut faults = faults(1, json!([{ "operation": "token", "chance": chance, "do": "stall" }]));
            assert_eq!(met(&mut faults, TOKEN, 100).iter().flatten().count(), expected, "{chance}");
        }
    }
}
