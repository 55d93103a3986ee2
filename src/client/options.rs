//! The second JSON object of a call: how it shall be made, not what it says.

use super::error::{CallError, ErrorKind};
use crate::models::check::{Members, UnknownMembers, found, parse_syntax, quote_value, suggestion};
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use serde_json::value::RawValue;
use std::time::Duration;

/// Options of one call, with their defaults.
#[derive(Debug)]
pub(super) struct Options {
    /// One attempt, from its connection to the end of its answer.
    pub timeout: Duration,
    /// The whole call with its waits; None for no end.
    pub deadline: Option<Duration>,
    pub max_attempts: u32,
    /// The value of X-SailPoint-Experimental, if it shall go out; the outer None stands for the operation's default.
    pub experimental: Option<Option<HeaderValue>>,
    pub headers: HeaderMap,
    /// false sends the request as given.
    pub validate: bool,
    /// true sends members that no model knows, such as those of a newer service's answer that goes back.
    pub send_unknown_members: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            timeout: Duration::from_secs(60),
            deadline: None,
            max_attempts: 5,
            experimental: None,
            headers: HeaderMap::new(),
            validate: true,
            send_unknown_members: false,
        }
    }
}

const MEMBERS: [&str; 7] = ["timeoutMs", "deadlineMs", "maxAttempts", "experimental", "headers", "validate", "sendUnknownMembers"];

/// Headers that the library sets by itself; a caller's would break the request or leak the token.
const RESERVED_HEADERS: [&str; 10] = [
    "accept",
    "accept-encoding",
    "authorization",
    "content-length",
    "content-type",
    "transfer-encoding",
    "host",
    "connection",
    "expect",
    "x-sailpoint-experimental",
];

impl Options {
    pub fn unknown_members(&self) -> UnknownMembers {
        if self.send_unknown_members { UnknownMembers::Send } else { UnknownMembers::Refuse }
    }

    pub fn parse(json: Option<&str>) -> Result<Self, CallError> {
        let mut options = Self::default();
        let Some(json) = json else { return Ok(options) };
        let value = parse_syntax(json).map_err(|error| invalid(format!("The options can't be used: {error}.")))?;
        let members = Members::parse(value).ok_or_else(|| invalid("The options must be one JSON object.".to_owned()))?;
        let mut given: Vec<&str> = Vec::new();
        for (name, value) in members.iter() {
            let Some(known) = MEMBERS.iter().find(|known| known.eq_ignore_ascii_case(name)) else {
                return Err(unknown_option(name));
            };
            if given.contains(known) {
                return Err(invalid(format!("The option {known} is given twice.")));
            }
            given.push(known);
            if value.get() != "null" {
                options.take(known, value)?;
            }
        }
        Ok(options)
    }

    fn take(&mut self, name: &str, value: &RawValue) -> Result<(), CallError> {
        let wrong = |expected: &str| invalid(format!("The option {name} must be {expected}, not {}.", found(value)));
        match name {
            "timeoutMs" => self.timeout = positive_milliseconds(value).map_err(wrong)?,
            "deadlineMs" => self.deadline = Some(positive_milliseconds(value).map_err(wrong)?),
            "maxAttempts" => {
                let attempts = serde_json::from_str::<u32>(value.get()).ok().filter(|attempts| *attempts > 0);
                self.max_attempts = attempts.ok_or_else(|| wrong("a whole number from 1"))?;
            }
            "experimental" => self.experimental = Some(experimental(value).ok_or_else(|| wrong("a text such as \"true\", or false"))?),
            "headers" => {
                self.headers = parse_headers(value).map_err(|reason| invalid(format!("The option headers can't be used: {reason}.")))?
            }
            "validate" => self.validate = serde_json::from_str(value.get()).map_err(|_| wrong("true or false"))?,
            _ => self.send_unknown_members = serde_json::from_str(value.get()).map_err(|_| wrong("true or false"))?,
        }
        Ok(())
    }
}

/// Headers of the caller's own, from an object with texts.
pub(super) fn parse_headers(value: &RawValue) -> Result<HeaderMap, String> {
    let members = Members::parse(value).ok_or("it must be an object with texts")?;
    let mut headers = HeaderMap::new();
    for (name, value) in members.iter() {
        let parsed_name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| format!("{} is not a header's name", quote_value(name)))?;
        if RESERVED_HEADERS.contains(&parsed_name.as_str()) {
            return Err(format!("{} is set by the library itself", parsed_name.as_str()));
        }
        if headers.contains_key(&parsed_name) {
            return Err(format!("{} is given twice", parsed_name.as_str()));
        }
        let text = serde_json::from_str::<String>(value.get()).map_err(|_| format!("{} must be a text", parsed_name.as_str()))?;
        // The value may be a secret of a gateway, so no message shows it and no log prints it.
        let mut header = HeaderValue::from_str(&text)
            .map_err(|_| format!("the value of {} holds characters that a header can't", parsed_name.as_str()))?;
        header.set_sensitive(true);
        headers.insert(parsed_name, header);
    }
    Ok(headers)
}

fn experimental(value: &RawValue) -> Option<Option<HeaderValue>> {
    match value.get() {
        "false" => Some(None),
        "true" => Some(Some(HeaderValue::from_static("true"))),
        json => serde_json::from_str::<String>(json).ok().and_then(|text| HeaderValue::from_str(&text).ok()).map(Some),
    }
}

/// A time for which 0 would be an end before anything can happen; in other programs it stands for no end. The error is what it takes.
pub(super) fn positive_milliseconds(value: &RawValue) -> Result<Duration, &'static str> {
    let milliseconds = serde_json::from_str::<u64>(value.get()).ok().filter(|milliseconds| *milliseconds > 0);
    milliseconds.map(Duration::from_millis).ok_or("a number of milliseconds from 1")
}

fn unknown_option(name: &str) -> CallError {
    let hint = suggestion(name, &MEMBERS, "There are");
    invalid(format!("There is no option {}. {hint}", quote_value(name)))
}

fn invalid(message: String) -> CallError {
    CallError::new(ErrorKind::Validation, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documentation_tells_every_option() {
        let document = include_str!("../../docs/configuration.md");
        for member in MEMBERS {
            assert!(document.lines().any(|line| line.starts_with(&format!("| `{member}` |"))), "{member}");
        }
    }
}
