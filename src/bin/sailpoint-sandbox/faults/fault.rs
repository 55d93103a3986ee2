//! One fault as it is written in JSON: which requests it meets, and what it does. What makes no sense is an error that names it.

use sailpoint_access_requests::operations;
use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use super::Effect;

/// The name under which a fault meets requests for a token.
pub const TOKEN: &str = "token";
/// The name under which a fault meets requests of all operations, but not those for a token.
const ANY: &str = "any";
/// The members that every fault may have, beside `do` and those of what it does.
const CONDITION_MEMBERS: [&str; 5] = ["id", "operation", "nth", "times", "chance"];

#[derive(Clone, Debug, Serialize)]
pub struct Fault {
    /// A name of its own; empty until it is made up.
    pub id: String,
    operation: &'static str,
    /// From which request of the operation on it applies, beginning with 1.
    pub nth: u64,
    /// How often it applies; without a limit where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub times: Option<u64>,
    /// How likely it is to apply where it could, from 0 to 1.
    chance: f64,
    #[serde(flatten)]
    pub effect: Effect,
}

impl Fault {
    /// Whether it is for requests of this operation, or for a token.
    pub fn matches(&self, operation: &str) -> bool {
        self.operation == operation || (self.operation == ANY && operation != TOKEN)
    }

    /// Draws whether it applies this time. A fault that is certain takes no draw from the others.
    pub fn passes_chance(&self, random: &mut fastrand::Rng) -> bool {
        self.chance >= 1.0 || random.f64() < self.chance
    }

    fn check(&self) -> Result<(), String> {
        if self.nth == 0 || self.times == Some(0) {
            return Err("a fault's nth and times are at least 1".to_owned());
        }
        if !(0.0..=1.0).contains(&self.chance) {
            return Err(format!("a fault's chance is from 0 to 1, not {}", self.chance));
        }
        self.effect.check(self.operation)
    }
}

impl<'de> Deserialize<'de> for Fault {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Map::deserialize(deserializer)?.try_into().map_err(D::Error::custom)
    }
}

impl TryFrom<Map<String, Value>> for Fault {
    type Error = String;

    fn try_from(mut members: Map<String, Value>) -> Result<Self, String> {
        let fault = Self {
            id: take(&mut members, "id")?.unwrap_or_default(),
            operation: known_operation(take(&mut members, "operation")?)?,
            nth: take(&mut members, "nth")?.unwrap_or(1),
            times: take(&mut members, "times")?,
            chance: take(&mut members, "chance")?.unwrap_or(1.0),
            effect: effect(members)?,
        };
        fault.check()?;
        Ok(fault)
    }
}

/// The member of this name, without which `members` remain.
fn take<T: DeserializeOwned>(members: &mut Map<String, Value>, name: &str) -> Result<Option<T>, String> {
    let value = members.remove(name).unwrap_or(Value::Null);
    serde_json::from_value(value).map_err(|error| format!("a fault's {name}: {error}"))
}

/// What the members beside the condition say. A status alone is an answer.
fn effect(mut members: Map<String, Value>) -> Result<Effect, String> {
    if !members.contains_key("do") && members.contains_key("status") {
        members.insert("do".to_owned(), "answer".into());
    }
    let Some(name) = members.remove("do") else {
        return Err("a fault needs a do, or a status to answer".to_owned());
    };
    let context = format!("a fault that does {name}");
    let given = members.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
    members.insert("do".to_owned(), name);
    serde_json::from_value(members.into()).map_err(|error| match error.to_string() {
        unknown if unknown.starts_with("unknown field") => format!("{context}: {unknown}, beside do and {}", CONDITION_MEMBERS.join(", ")),
        // serde does not say which member it was.
        wrong if wrong.starts_with("invalid") => format!("{context}, among {given}: {wrong}"),
        other => format!("{context}: {other}"),
    })
}

fn known_operation(name: Option<String>) -> Result<&'static str, String> {
    let Some(name) = name else {
        return Err("a fault needs an operation: an operationId, token or any".to_owned());
    };
    let special = [TOKEN, ANY].into_iter();
    let mut names = special.chain(operations::OPERATIONS.iter().map(|operation| operation.id));
    names.find(|known| *known == name).ok_or_else(|| format!("a fault's operation is an operationId, token or any, not {name:?}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_status_alone_is_an_answer() {
        let fault: Fault = serde_json::from_value(json!({ "operation": "token", "status": 403 })).expect("valid");
        let Effect::Answer { status: 403, body: None, act: false, .. } = fault.effect else { panic!("{fault:?}") };
    }

    #[test]
    fn a_fault_that_makes_no_sense_says_why() {
        for (fault, expected) in [
            (json!({ "do": "stall" }), "a fault needs an operation: an operationId, token or any"),
            (json!({ "operation": "approve", "do": "stall" }), "a fault's operation is an operationId, token or any, not \"approve\""),
            (json!({ "operation": "token" }), "a fault needs a do, or a status to answer"),
            (json!({ "operation": "token", "do": 7 }), "a fault that does 7"),
            (
                json!({ "operation": "token", "do": "stal" }),
                "a fault that does \"stal\": unknown variant `stal`, expected one of `answer`, ",
            ),
            (json!({ "operation": "token", "do": "stall", "nth": 0 }), "a fault's nth and times are at least 1"),
            (json!({ "operation": "token", "do": "stall", "times": 0 }), "a fault's nth and times are at least 1"),
            (json!({ "operation": "token", "do": "stall", "times": -1 }), "a fault's times: invalid value: integer `-1`, expected u64"),
            (json!({ "operation": "token", "do": "stall", "chance": 1.1 }), "a fault's chance is from 0 to 1, not 1.1"),
            (
                json!({ "operation": "token", "do": "stall", "after": 1 }),
                "a fault that does \"stall\": unknown field `after`, expected `act`, beside do and id, operation, nth, times, chance",
            ),
            (
                json!({ "operation": "token", "do": "resetAfterActing", "act": true }),
                "a fault that does \"resetAfterActing\": unknown field `act`, there are no fields, beside do and id, ",
            ),
            (json!({ "operation": "token", "do": "delay" }), "a fault that does \"delay\": missing field `delayMs`"),
            (json!({ "operation": "token", "do": "stall", "nth": "x" }), "a fault's nth: invalid type: string \"x\", expected u64"),
            (
                json!({ "operation": "token", "do": "slowBytes", "delayMs": "x", "pieces": 2 }),
                "a fault that does \"slowBytes\", among delayMs, pieces: invalid type: string \"x\", expected u64",
            ),
            (json!({ "operation": "token", "do": "slowBytes", "pieces": 0 }), "a fault's pieces are at least 1"),
            (
                json!({ "operation": "token", "do": "expireToken" }),
                "a request for a token has none that could expire: expireToken is for operations",
            ),
            (json!({ "operation": "token", "status": 100 }), "a fault's status is from 200 to 599, not 100"),
            (
                json!({ "operation": "token", "status": 200, "headers": { "a b": "" } }),
                "\"a b\" or its value can't stand in an HTTP header",
            ),
        ] {
            let error = serde_json::from_value::<Fault>(fault).unwrap_err().to_string();
            assert!(error.starts_with(expected), "{error}");
        }
    }
}
