//! Answers other than the tenant's own, for tests: which requests a rule meets, what they get, and how often.
//!
//! Rules come from the setting `answers` and from `POST /sandbox/answers`. The first one that meets a request counts.

use std::collections::BTreeMap;

use sailpoint_access_requests::operations;
use serde::{Deserialize, Serialize};

use crate::errors;
use crate::http::Response;

/// The name under which a rule meets requests for a token.
pub const TOKEN: &str = "token";

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(try_from = "RuleText")]
pub struct Rule {
    id: String,
    #[serde(flatten)]
    condition: Condition,
    #[serde(skip)]
    result: RuleResult,
    /// Whether the tenant does what was asked before it answers so.
    #[serde(skip)]
    act: bool,
    /// How often it may apply; without a limit where absent.
    times: Option<u64>,
    /// How often it applied.
    applied: u64,
    /// How many requests met its condition so far.
    met: u64,
}

/// Which requests a rule meets.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Condition {
    operation: String,
    /// How many requests of the operation pass before it applies.
    after: u64,
}

/// What becomes of a request that a rule meets.
#[derive(Clone, Debug, PartialEq)]
enum RuleResult {
    /// Without a body, the documented one of the status.
    Answer { status: u16, headers: Vec<(String, String)>, body: Option<String> },
    /// No answer, and the connection stays open.
    Stall,
    /// No answer, and the connection is reset.
    Reset,
    /// The handler panics. It proves that a fault of the sandbox fails the test that uses it.
    Panic,
}

/// A rule that applies to a request.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    pub act: bool,
    result: RuleResult,
}

/// What goes back to the client.
#[derive(Debug, PartialEq)]
pub enum Reply {
    Answer(Response),
    Stall,
    Reset,
}

impl Effect {
    pub fn reply(&self, tracking_id: &str) -> Reply {
        match &self.result {
            RuleResult::Stall => Reply::Stall,
            RuleResult::Reset => Reply::Reset,
            RuleResult::Panic => panic!("a rule asked for this panic"),
            RuleResult::Answer { status, headers, body } => {
                let mut response = match body {
                    Some(body) => Response { status: *status, headers: Vec::new(), body: body.clone().into_bytes() },
                    None => errors::standard(*status, tracking_id),
                };
                response.headers.extend(headers.iter().cloned());
                Reply::Answer(response)
            }
        }
    }
}

/// The rules of a tenant, in the order they were given.
#[derive(Debug, Default)]
pub struct Rules {
    rules: Vec<Rule>,
    given: u64,
}

impl Rules {
    pub fn new(rules: &[Rule]) -> Self {
        let mut all = Self::default();
        for rule in rules {
            all.add(rule.clone());
        }
        all
    }

    /// Adds a rule and gives its id.
    pub fn add(&mut self, mut rule: Rule) -> String {
        self.given += 1;
        if rule.id.is_empty() {
            rule.id = format!("answer-{}", self.given);
        }
        let id = rule.id.clone();
        self.rules.push(rule);
        id
    }

    pub fn clear(&mut self) {
        self.rules.clear();
    }

    pub fn all(&self) -> &[Rule] {
        &self.rules
    }

    /// The first rule that applies to a request of this operation. Counts it as applied.
    pub fn apply(&mut self, operation: &str) -> Option<Effect> {
        self.rules.iter_mut().find_map(|rule| rule.apply(operation))
    }
}

impl Rule {
    fn apply(&mut self, operation: &str) -> Option<Effect> {
        if self.condition.operation != operation {
            return None;
        }
        self.met += 1;
        let spent = self.times.is_some_and(|times| self.applied >= times);
        if spent || self.met <= self.condition.after {
            return None;
        }
        self.applied += 1;
        Some(Effect { act: self.act, result: self.result.clone() })
    }
}

/// A rule as it is written in JSON.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct RuleText {
    #[serde(default)]
    id: String,
    operation: String,
    #[serde(default)]
    after: u64,
    times: Option<u64>,
    #[serde(default)]
    act: bool,
    status: Option<u16>,
    #[serde(default)]
    headers: BTreeMap<String, String>,
    body: Option<String>,
    #[serde(default)]
    stall: bool,
    #[serde(default)]
    reset: bool,
    #[serde(default)]
    panic: bool,
}

impl TryFrom<RuleText> for Rule {
    type Error = String;

    fn try_from(text: RuleText) -> Result<Self, String> {
        let operation = known_operation(&text.operation)?;
        let result = text.result()?;
        let condition = Condition { operation: operation.to_owned(), after: text.after };
        Ok(Self { id: text.id, condition, result, act: text.act, times: text.times, applied: 0, met: 0 })
    }
}

impl RuleText {
    fn result(&self) -> Result<RuleResult, String> {
        match (self.status, self.stall, self.reset, self.panic) {
            (Some(status), false, false, false) => self.answer(status),
            (None, true, false, false) => Ok(RuleResult::Stall),
            (None, false, true, false) => Ok(RuleResult::Reset),
            (None, false, false, true) => Ok(RuleResult::Panic),
            _ => Err("an answer has exactly one of status, stall, reset and panic".to_owned()),
        }
    }

    fn answer(&self, status: u16) -> Result<RuleResult, String> {
        if !(200..=599).contains(&status) {
            return Err(format!("an answer's status is from 200 to 599, not {status}"));
        }
        if let Some((name, _)) = self.headers.iter().find(|(name, value)| !is_header(name, value)) {
            return Err(format!("{name:?} or its value can't stand in an HTTP header"));
        }
        let headers = self.headers.clone().into_iter().collect();
        Ok(RuleResult::Answer { status, headers, body: self.body.clone() })
    }
}

fn known_operation(name: &str) -> Result<&'static str, String> {
    if name == TOKEN {
        return Ok(TOKEN);
    }
    let operation = operations::OPERATIONS.iter().find(|operation| operation.id == name);
    operation.map(|operation| operation.id).ok_or_else(|| format!("there is no operation {name:?} to answer"))
}

fn is_header(name: &str, value: &str) -> bool {
    let token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty() && name.bytes().all(token) && !value.contains(['\r', '\n', '\0'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(text: &str) -> Result<Rules, String> {
        let rules: Vec<Rule> = serde_json::from_str(text).map_err(|error| error.to_string())?;
        Ok(Rules::new(&rules))
    }

    #[test]
    fn a_rule_applies_after_and_as_often_as_it_says() {
        let mut rules = rules(r#"[{"operation": "token", "after": 1, "times": 2, "reset": true}]"#).expect("valid");
        assert_eq!(rules.apply("closeAccessRequest"), None);
        let applied: Vec<bool> = (0..5).map(|_| rules.apply("token").is_some()).collect();
        assert_eq!(applied, [false, true, true, false, false]);
        assert_eq!((rules.all()[0].met, rules.all()[0].applied), (5, 2));
    }

    #[test]
    fn the_first_rule_counts_until_it_is_spent() {
        let text = r#"[{"operation": "token", "times": 1, "reset": true}, {"operation": "token", "stall": true}]"#;
        let mut rules = rules(text).expect("valid");
        let replies: Vec<Reply> = (0..3).map(|_| rules.apply("token").expect("applies").reply("t")).collect();
        assert_eq!(replies, [Reply::Reset, Reply::Stall, Reply::Stall]);
    }

    #[test]
    fn an_answer_without_a_body_has_the_documented_one() {
        let mut rules = rules(r#"[{"operation": "token", "status": 403, "headers": {"X-A": "b"}}]"#).expect("valid");
        let Reply::Answer(response) = rules.apply("token").expect("applies").reply("t") else { panic!("no answer") };
        let body: serde_json::Value = serde_json::from_slice(&response.body).expect("JSON");
        assert_eq!((response.status, &body["detailCode"], &body["trackingId"]), (403, &"403 Forbidden".into(), &"t".into()));
        assert_eq!(response.headers, [("X-A".to_owned(), "b".to_owned())]);
    }

    #[test]
    fn a_rule_that_makes_no_sense_says_why() {
        for (text, expected) in [
            (r#"[{"operation": "approve", "stall": true}]"#, "there is no operation \"approve\" to answer"),
            (r#"[{"operation": "token"}]"#, "an answer has exactly one of status, stall, reset and panic"),
            (r#"[{"operation": "token", "status": 200, "reset": true}]"#, "an answer has exactly one of status, stall, reset and panic"),
            (r#"[{"operation": "token", "status": 100}]"#, "an answer's status is from 200 to 599, not 100"),
            (r#"[{"operation": "token", "status": 200, "headers": {"a b": ""}}]"#, "\"a b\" or its value can't stand in an HTTP header"),
            (r#"[{"operation": "token", "stal": true}]"#, "unknown field `stal`"),
        ] {
            let error = rules(text).unwrap_err();
            assert!(error.starts_with(expected), "{error}");
        }
    }
}
