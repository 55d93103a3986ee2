//! One fault as it is written in JSON: which requests it meets, and what it does.

use sailpoint_access_requests::operations::OPERATIONS;
use serde::Serialize;

use super::Effect;
use super::effect_kind::EffectKind;
use crate::json_input::{Input, Object, at_least, fraction, one_of, text};

/// The name under which a fault meets requests for a token.
pub const TOKEN: &str = "token";
/// The name under which a fault meets requests of all operations, but not those for a token.
const ANY: &str = "any";
/// The members that every fault may have, beside those of its effect.
const COMMON_MEMBERS: [&str; 6] = ["id", "operation", "nth", "times", "chance", "do"];

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
    /// A fault of the settings, or of a control request. The error is a sentence for the person who wrote it.
    pub fn read(input: &Input<'_>) -> Result<Self, String> {
        let members = input.object()?;
        let kind = effect_kind(&members)?;
        let names = [&COMMON_MEMBERS, kind.members].concat();
        members.check_names(&names, &format!("A fault that does {} has", kind.name))?;
        let operations: Vec<_> = operation_names().map(|name| (name, name)).collect();
        let fault = Self {
            id: members.optional("id", text)?.unwrap_or_default(),
            operation: members.required("operation", one_of(&operations))?,
            nth: members.optional("nth", at_least(1))?.unwrap_or(1),
            times: members.optional("times", at_least(1))?,
            chance: members.optional("chance", fraction)?.unwrap_or(1.0),
            effect: (kind.read)(&members)?,
        };
        if fault.operation == TOKEN && fault.effect == Effect::ExpireToken {
            return Err(members.problem("operation", "takes no token where do is expireToken: a request for a token carries none"));
        }
        Ok(fault)
    }

    /// Whether it is for requests of this operation, or for a token.
    pub fn matches(&self, operation: &str) -> bool {
        self.operation == operation || (self.operation == ANY && operation != TOKEN)
    }

    /// Draws whether it applies this time. A fault that is certain takes no draw from the others.
    pub fn passes_chance(&self, random: &mut fastrand::Rng) -> bool {
        self.chance >= 1.0 || random.f64() < self.chance
    }
}

/// What `do` names. A status alone is an answer.
fn effect_kind(members: &Object<'_>) -> Result<&'static EffectKind, String> {
    if members.member("do").is_none() {
        // Perhaps it is there under a misspelt name.
        members.check_names(&all_members(), "A fault has")?;
        if members.member("status").is_some() {
            return Ok(&EffectKind::ANSWER);
        }
    }
    let kinds: Vec<_> = EffectKind::ALL.iter().map(|kind| (kind.name, kind)).collect();
    members.required("do", one_of(&kinds))
}

fn all_members() -> Vec<&'static str> {
    let mut names = COMMON_MEMBERS.to_vec();
    for name in EffectKind::ALL.iter().flat_map(|kind| kind.members) {
        if !names.contains(name) {
            names.push(name);
        }
    }
    names
}

fn operation_names() -> impl Iterator<Item = &'static str> {
    [ANY, TOKEN].into_iter().chain(OPERATIONS.iter().map(|operation| operation.id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn read(fault: &Value) -> Result<Fault, String> {
        Input::parse(&fault.to_string()).and_then(|input| Fault::read(&input))
    }

    #[test]
    fn a_status_alone_is_an_answer() {
        let fault = read(&json!({ "operation": "token", "status": 403 })).expect("valid");
        let Effect::Answer { status: 403, body: None, act: false, .. } = fault.effect else { panic!("{fault:?}") };
    }

    const OPERATION_NAMES: &str = "one of any, token, approveBulkAccessRequest, cancelAccessRequest, cancelAccessRequestInBulk, \
        closeAccessRequest, createAccessRequest, getAccessRequestConfig, listAccessRequestStatus, \
        listAdministratorsAccessRequestStatus and setAccessRequestConfig";
    const EFFECT_NAMES: &str = "one of answer, refuse, resetBeforeReading, resetAfterActing, resetInAnswer, delay, stall, truncate, \
        garbage, wrongLength, slowBytes, expireToken, throttle and panic";

    #[test]
    fn a_name_that_there_is_not_is_told_with_the_nearest_and_all_there_are() {
        for (fault, expected) in [
            (
                json!({ "opration": "any", "do": "stall" }),
                "opration is unknown; did you mean operation? A fault that does stall has id, operation, nth, times, chance, do and act.",
            ),
            (
                json!({ "operation": "any", "do": "delay", "delayMs": 1, "forMs": 2 }),
                "forMs is unknown. A fault that does delay has id, operation, nth, times, chance, do and delayMs.",
            ),
            (
                json!({ "operation": "any", "do": "resetAfterActing", "act": true }),
                "act is unknown. A fault that does resetAfterActing has id, operation, nth, times, chance and do.",
            ),
            (
                json!({ "operation": "any", "stats": 503 }),
                "stats is unknown; did you mean status? A fault has id, operation, nth, times, chance, do, status, headers, body, act, \
                 forMs, delayMs, pieces and retryAfterSeconds.",
            ),
        ] {
            assert_eq!(read(&fault).unwrap_err(), expected);
        }
        let unknown = read(&json!({ "operation": "approve", "do": "stall" })).unwrap_err();
        assert_eq!(unknown, format!("operation takes {OPERATION_NAMES}, not the text \"approve\". Did you mean approveBulkAccessRequest?"));
        let unknown = read(&json!({ "operation": "any", "do": "stal" })).unwrap_err();
        assert_eq!(unknown, format!("do takes {EFFECT_NAMES}, not the text \"stal\". Did you mean stall?"));
    }

    #[test]
    fn a_member_that_is_missing_or_wrong_is_told_with_what_it_takes() {
        for (fault, expected) in [
            (json!({ "do": "stall" }), format!("operation is missing; it takes {OPERATION_NAMES}.")),
            (json!({ "operation": 7, "do": "stall" }), format!("operation takes {OPERATION_NAMES}, not the number 7.")),
            (json!({ "operation": "token" }), format!("do is missing; it takes {EFFECT_NAMES}.")),
            (json!({ "operation": "token", "do": 7 }), format!("do takes {EFFECT_NAMES}, not the number 7.")),
        ] {
            assert_eq!(read(&fault).unwrap_err(), expected);
        }
        for (members, expected) in [
            (json!({ "do": "stall", "id": 1 }), "id takes a text, not the number 1."),
            (json!({ "do": "stall", "nth": 0 }), "nth takes a whole number from 1 up, not the number 0."),
            (json!({ "do": "stall", "nth": "x" }), "nth takes a whole number from 1 up, not the text \"x\"."),
            (json!({ "do": "stall", "times": -1 }), "times takes a whole number from 1 up, not the number -1."),
            (json!({ "do": "stall", "chance": 1.1 }), "chance takes a number from 0 to 1, not the number 1.1."),
            (json!({ "do": "stall", "act": "yes" }), "act takes true or false, not the text \"yes\"."),
            (json!({ "do": "answer" }), "status is missing; it takes a whole number from 200 to 599."),
            (json!({ "status": 100 }), "status takes a whole number from 200 to 599, not the number 100."),
            (json!({ "status": 200, "body": {} }), "body takes a text, not an object."),
            (json!({ "status": 200, "headers": [] }), "headers takes an object, not a list."),
            (json!({ "status": 200, "headers": { "X-A": 1 } }), "headers.X-A takes a text of one line, not the number 1."),
            (json!({ "status": 200, "headers": { "X-A": "\n" } }), "headers.X-A takes a text of one line, not the text \"\n\"."),
            (json!({ "status": 200, "headers": { "a b": "" } }), "headers.\"a b\" is not a name that an HTTP header can have."),
            (json!({ "do": "refuse", "forMs": 0.5 }), "forMs takes a whole number from 0 up, not the number 0.5."),
            (json!({ "do": "delay" }), "delayMs is missing; it takes a whole number from 0 up."),
            (json!({ "do": "slowBytes", "delayMs": "x", "pieces": 2 }), "delayMs takes a whole number from 0 up, not the text \"x\"."),
            (json!({ "do": "slowBytes", "pieces": 0 }), "pieces takes a whole number from 1 up, not the number 0."),
            (
                json!({ "do": "throttle", "retryAfterSeconds": "1" }),
                "retryAfterSeconds takes a whole number from 0 up, not the text \"1\".",
            ),
            (json!({ "do": "expireToken" }), "operation takes no token where do is expireToken: a request for a token carries none."),
        ] {
            let mut fault = members;
            fault["operation"] = json!("token");
            assert_eq!(read(&fault).unwrap_err(), expected);
        }
    }
}
