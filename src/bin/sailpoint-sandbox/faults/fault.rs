//! One fault as it is written in JSON: which requests it meets, and what it does. What makes no sense is an error that names it.

use sailpoint_access_requests::operations;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use super::Deed;

/// The name under which a fault meets requests for a token.
pub const TOKEN: &str = "token";
/// The name under which a fault meets requests of all operations, but not those for a token.
const ANY: &str = "any";
/// The members that every fault may have, beside `do` and those of what it does.
const CONDITION: [&str; 5] = ["id", "operation", "nth", "times", "chance"];

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
    pub deed: Deed,
}

impl Fault {
    /// Whether requests of this operation, or for a token, are met.
    pub fn concerns(&self, operation: &str) -> bool {
        self.operation == operation || (self.operation == ANY && operation != TOKEN)
    }

    pub fn is_drawn(&self, random: &mut fastrand::Rng) -> bool {
        random.f64() < self.chance
    }
}

/// The condition's members as they are written.
#[derive(Deserialize)]
struct Condition {
    #[serde(default)]
    id: String,
    operation: String,
    #[serde(default = "first")]
    nth: u64,
    times: Option<u64>,
    #[serde(default = "certain")]
    chance: f64,
}

fn first() -> u64 {
    1
}

fn certain() -> f64 {
    1.0
}

impl<'de> Deserialize<'de> for Fault {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Map::deserialize(deserializer)?.try_into().map_err(D::Error::custom)
    }
}

impl TryFrom<Map<String, Value>> for Fault {
    type Error = String;

    fn try_from(mut members: Map<String, Value>) -> Result<Self, String> {
        let condition: Map<String, Value> = CONDITION.iter().filter_map(|name| members.remove_entry(*name)).collect();
        let condition: Condition = serde_json::from_value(condition.into()).map_err(|error| format!("fault: {error}"))?;
        let operation = known_operation(&condition.operation)?;
        if condition.nth == 0 || condition.times == Some(0) {
            return Err("a fault's nth and times are at least 1".to_owned());
        }
        if !(0.0..=1.0).contains(&condition.chance) {
            return Err(format!("a fault's chance is from 0 to 1, not {}", condition.chance));
        }
        let deed = deed(members)?;
        deed.check(operation)?;
        let Condition { id, nth, times, chance, .. } = condition;
        Ok(Self { id, operation, nth, times, chance, deed })
    }
}

/// What the members beside the condition say. A status alone is an answer.
fn deed(mut members: Map<String, Value>) -> Result<Deed, String> {
    if !members.contains_key("do") && members.contains_key("status") {
        members.insert("do".to_owned(), "answer".into());
    }
    let context = match members.get("do") {
        Some(name @ Value::String(_)) => format!("fault that does {name}"),
        Some(_) => return Err("a fault's do is a text".to_owned()),
        None => return Err("a fault needs a do, or a status to answer".to_owned()),
    };
    serde_json::from_value(members.into()).map_err(|error| match error.to_string() {
        unknown if unknown.starts_with("unknown field") => format!("{context}: {unknown}, beside do and {}", CONDITION.join(", ")),
        other => format!("{context}: {other}"),
    })
}

fn known_operation(name: &str) -> Result<&'static str, String> {
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
        let Deed::Answer { status: 403, body: None, act: false, .. } = fault.deed else { panic!("{fault:?}") };
    }

    #[test]
    fn a_fault_that_makes_no_sense_says_why() {
        for (fault, expected) in [
            (json!({ "do": "stall" }), "fault: missing field `operation`"),
            (json!({ "operation": "approve", "do": "stall" }), "a fault's operation is an operationId, token or any, not \"approve\""),
            (json!({ "operation": "token" }), "a fault needs a do, or a status to answer"),
            (json!({ "operation": "token", "do": 7 }), "a fault's do is a text"),
            (json!({ "operation": "token", "do": "stal" }), "fault that does \"stal\": unknown variant `stal`, expected one of `answer`, "),
            (json!({ "operation": "token", "do": "stall", "nth": 0 }), "a fault's nth and times are at least 1"),
            (json!({ "operation": "token", "do": "stall", "times": 0 }), "a fault's nth and times are at least 1"),
            (json!({ "operation": "token", "do": "stall", "times": -1 }), "fault: invalid value: integer `-1`, expected u64"),
            (json!({ "operation": "token", "do": "stall", "chance": 1.1 }), "a fault's chance is from 0 to 1, not 1.1"),
            (
                json!({ "operation": "token", "do": "stall", "after": 1 }),
                "fault that does \"stall\": unknown field `after`, expected `act`, beside do and id, operation, nth, times, chance",
            ),
            (
                json!({ "operation": "token", "do": "resetAfterActing", "act": true }),
                "fault that does \"resetAfterActing\": unknown field `act`, there are no fields, beside do and id, ",
            ),
            (json!({ "operation": "token", "do": "delay" }), "fault that does \"delay\": missing field `delayMs`"),
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
