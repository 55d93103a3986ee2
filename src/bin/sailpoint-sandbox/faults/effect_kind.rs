//! What `do` can name, and the members that belong to it: how [`super::fault`] reads an [`Effect`] from JSON.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use super::Effect;
use crate::json_input::{Expected, Object, at_least, count_at_least, flag, text, whole};

/// In milliseconds.
const DEFAULT_PAUSE: u64 = 10;
const DEFAULT_PIECES: usize = 100;
const DEFAULT_RETRY_AFTER_SECONDS: u64 = 1;

pub struct EffectKind {
    pub name: &'static str,
    /// Beside those that every fault may have.
    pub members: &'static [&'static str],
    pub read: fn(&Object<'_>) -> Result<Effect, String>,
}

impl EffectKind {
    pub const ANSWER: Self = Self { name: "answer", members: &["status", "headers", "body", "act"], read: answer };

    /// In the order of the documentation.
    pub const ALL: [Self; 14] = [
        Self::ANSWER,
        Self { name: "refuse", members: &["forMs"], read: |given| Ok(Effect::Refuse { for_ms: given.optional("forMs", at_least(0))? }) },
        Self { name: "resetBeforeReading", members: &[], read: |_| Ok(Effect::ResetBeforeReading) },
        Self { name: "resetAfterActing", members: &[], read: |_| Ok(Effect::ResetAfterActing) },
        Self { name: "resetInAnswer", members: &[], read: |_| Ok(Effect::ResetInAnswer) },
        Self {
            name: "delay",
            members: &["delayMs"],
            read: |given| Ok(Effect::Delay { delay_ms: given.required("delayMs", at_least(0))? }),
        },
        Self { name: "stall", members: &["act"], read: |given| Ok(Effect::Stall { act: act(given)? }) },
        Self { name: "truncate", members: &[], read: |_| Ok(Effect::Truncate) },
        Self { name: "garbage", members: &[], read: |_| Ok(Effect::Garbage) },
        Self { name: "wrongLength", members: &[], read: |_| Ok(Effect::WrongLength) },
        Self { name: "slowBytes", members: &["delayMs", "pieces"], read: slow_bytes },
        Self { name: "expireToken", members: &[], read: |_| Ok(Effect::ExpireToken) },
        Self { name: "throttle", members: &["retryAfterSeconds"], read: throttle },
        Self { name: "panic", members: &[], read: |_| Ok(Effect::Panic) },
    ];
}

fn answer(given: &Object<'_>) -> Result<Effect, String> {
    Ok(Effect::Answer {
        status: given.required("status", whole(200..=599))?,
        headers: headers(given)?,
        body: given.optional("body", text)?,
        act: act(given)?,
    })
}

fn act(given: &Object<'_>) -> Result<bool, String> {
    Ok(given.optional("act", flag)?.unwrap_or(false))
}

fn slow_bytes(given: &Object<'_>) -> Result<Effect, String> {
    Ok(Effect::SlowBytes {
        delay_ms: given.optional("delayMs", at_least(0))?.unwrap_or(DEFAULT_PAUSE),
        pieces: given.optional("pieces", count_at_least(1))?.unwrap_or(DEFAULT_PIECES),
    })
}

/// Null leaves the header out.
fn throttle(given: &Object<'_>) -> Result<Effect, String> {
    let seconds = given.optional("retryAfterSeconds", at_least(0))?;
    let default = if given.is_null("retryAfterSeconds") { None } else { Some(DEFAULT_RETRY_AFTER_SECONDS) };
    Ok(Effect::Throttle { retry_after_seconds: seconds.or(default) })
}

fn headers(given: &Object<'_>) -> Result<BTreeMap<String, String>, String> {
    let Some(given) = given.member("headers") else { return Ok(BTreeMap::new()) };
    let given = given.object()?;
    let header = |name: &str| {
        if !is_header_name(name) {
            return Err(given.problem(name, "is not a name that an HTTP header can have"));
        }
        Ok((name.to_owned(), given.required(name, header_value)?))
    };
    given.names().map(header).collect()
}

fn header_value(json: &RawValue) -> Result<String, Expected> {
    let value = text(json).ok().filter(|value| !value.contains(['\r', '\n', '\0']));
    value.ok_or_else(|| "a text of one line".into())
}

/// A token, as RFC 9110, section 5.6.2, calls it.
fn is_header_name(name: &str) -> bool {
    let token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty() && name.bytes().all(token)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json_input::Input;

    #[test]
    fn every_kind_reads_what_it_is_named_and_is_documented() {
        let document = include_str!("../../../../docs/sandbox.md");
        // Every member that some kind requires.
        let json = r#"{"status": 200, "delayMs": 1}"#;
        let given = Input::parse(json).and_then(|input| input.object()).expect("an object");
        for kind in &EffectKind::ALL {
            let effect = serde_json::to_value((kind.read)(&given).expect(kind.name)).expect("JSON");
            assert_eq!(effect["do"], kind.name);
            let row = document.lines().find(|line| line.starts_with(&format!("| `{}` |", kind.name))).expect(kind.name);
            assert!(kind.members.iter().all(|member| row.contains(member)), "{row}");
        }
    }
}
