//! The sandbox's settings, a JSON object.

use std::io;

use crate::faults::Fault;
use crate::json_input::{Input, at_least, count_at_least, flag, one_of, text, whole};
use crate::latency::{self, Latency};

/// The names of the settings, in the order in which messages list them.
const SETTINGS: [&str; 14] = [
    "clientId",
    "clientSecret",
    "accessTokens",
    "expiresIn",
    "requests",
    "limit",
    "unknownIds",
    "offsetAtEnd",
    "pastDates",
    "latencyMs",
    "coldMs",
    "provisioningMs",
    "keepAliveMs",
    "faults",
];

/// More requests than this would only make the start slow.
const MAX_REQUESTS: usize = 100_000;

#[derive(Clone, Debug)]
pub struct Settings {
    /// Made from the seed where absent, as is the secret.
    pub client_id: Option<String>,
    pub client_secret: Option<String>,
    /// Access tokens that are valid without a grant.
    pub access_tokens: Vec<String>,
    /// How long a granted token is valid, in seconds.
    pub expires_in: u64,
    /// How many access requests there are at the start, beside those of the documentation's examples.
    pub requests: usize,
    /// The service's limit on requests; none where absent.
    pub limit: Option<RateLimitSettings>,
    pub unknown_ids: UnknownIds,
    pub offset_at_end: OffsetAtEnd,
    pub past_dates: PastDates,
    /// What an operation's request takes from being read to its answer, as long as the connection is up.
    pub latency_ms: Latency,
    /// What the first request of a connection takes beyond that, before it counts as arrived: it stands for TCP and TLS.
    pub cold_ms: u64,
    /// How long a request stays in provisioning after its last approval.
    pub provisioning_ms: u64,
    /// How long a connection may be idle before the sandbox closes it.
    pub keep_alive_ms: u64,
    /// Requests that do not get what the tenant would give them.
    pub faults: Vec<Fault>,
}

/// So many requests of one client id and API version in any window of this length.
#[derive(Clone, Debug)]
pub struct RateLimitSettings {
    pub requests: usize,
    pub window_ms: u64,
    /// Whether repeated violations earn the longer waits of 60, 300, 600 and 1200 seconds.
    pub escalate: bool,
}

/// What happens to an id that no request has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum UnknownIds {
    /// 404 where the operation documents one, accepted elsewhere.
    Refuse,
    /// Accepted without effect, which the service does in places.
    Accept,
}

/// What happens to a page that begins behind the last row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum OffsetAtEnd {
    Empty,
    Error,
}

/// What happens to a start or end of access that has passed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PastDates {
    /// The documentation's own example carries one, and has to succeed.
    Accept,
    /// 400, as the operation's text says.
    Refuse,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            client_id: None,
            client_secret: None,
            access_tokens: Vec::new(),
            // The lifetime in SailPoint's documentation of the token endpoint.
            expires_in: 749,
            requests: 60,
            limit: None,
            unknown_ids: UnknownIds::Refuse,
            offset_at_end: OffsetAtEnd::Empty,
            past_dates: PastDates::Accept,
            latency_ms: Latency::default(),
            cold_ms: 0,
            provisioning_ms: 0,
            keep_alive_ms: 60_000,
            faults: Vec::new(),
        }
    }
}

impl Default for RateLimitSettings {
    /// The service's limit: 100 requests in 10 seconds.
    fn default() -> Self {
        Self { requests: 100, window_ms: 10_000, escalate: false }
    }
}

/// The settings that `--config` names: a file, or for `-` one line of standard input. The error is for the person who started
/// the program.
pub fn load(config: Option<&str>) -> Result<Settings, String> {
    match config {
        None => Ok(Settings::default()),
        Some("-") => {
            let mut line = String::new();
            io::stdin().read_line(&mut line).map_err(|error| unreadable("-", "standard input", &error))?;
            if line.is_empty() {
                return Err("--config -: standard input ended without a line of JSON.".to_owned());
            }
            parse(&line).map_err(|error| format!("--config -: {error}"))
        }
        Some(path) => {
            let text = std::fs::read_to_string(path).map_err(|error| unreadable(path, "the file", &error))?;
            parse(&text).map_err(|error| format!("--config {path}: {error}"))
        }
    }
}

fn unreadable(config: &str, source: &str, error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::InvalidData => format!("--config {config}: {source} must be text in UTF-8."),
        _ => format!("--config {config}: {source} can't be read: {error}."),
    }
}

/// The settings of a JSON text. The error is a sentence for the person who wrote them.
pub fn parse(json: &str) -> Result<Settings, String> {
    // PowerShell 5.1 writes files with a byte order mark.
    let given = Input::parse(json.trim_start_matches('\u{feff}'))?.object()?;
    given.check_names(&SETTINGS, "The settings are")?;
    let list = |name: &str, what: &str| given.member(name).map_or(Ok(Vec::new()), |list| list.list(what));
    let access_tokens = list("accessTokens", "texts")?;
    let faults = list("faults", "objects")?;
    let default = Settings::default();
    Ok(Settings {
        client_id: given.optional("clientId", text)?,
        client_secret: given.optional("clientSecret", text)?,
        access_tokens: access_tokens.iter().map(|token| token.read(text)).collect::<Result<_, _>>()?,
        expires_in: given.optional("expiresIn", at_least(0))?.unwrap_or(default.expires_in),
        requests: given.optional("requests", whole(0..=MAX_REQUESTS))?.unwrap_or(default.requests),
        limit: given.member("limit").map(|limit| RateLimitSettings::read(&limit)).transpose()?,
        unknown_ids: given
            .optional("unknownIds", one_of(&[("refuse", UnknownIds::Refuse), ("accept", UnknownIds::Accept)]))?
            .unwrap_or(default.unknown_ids),
        offset_at_end: given
            .optional("offsetAtEnd", one_of(&[("empty", OffsetAtEnd::Empty), ("error", OffsetAtEnd::Error)]))?
            .unwrap_or(default.offset_at_end),
        past_dates: given
            .optional("pastDates", one_of(&[("accept", PastDates::Accept), ("refuse", PastDates::Refuse)]))?
            .unwrap_or(default.past_dates),
        latency_ms: given.optional("latencyMs", latency::read)?.unwrap_or(default.latency_ms),
        cold_ms: given.optional("coldMs", at_least(0))?.unwrap_or(default.cold_ms),
        provisioning_ms: given.optional("provisioningMs", at_least(0))?.unwrap_or(default.provisioning_ms),
        keep_alive_ms: given.optional("keepAliveMs", at_least(1))?.unwrap_or(default.keep_alive_ms),
        faults: faults.iter().map(Fault::read).collect::<Result<_, _>>()?,
    })
}

impl RateLimitSettings {
    fn read(input: &Input<'_>) -> Result<Self, String> {
        let given = input.object()?;
        given.check_names(&["requests", "windowMs", "escalate"], "limit has")?;
        let default = Self::default();
        Ok(Self {
            requests: given.optional("requests", count_at_least(1))?.unwrap_or(default.requests),
            window_ms: given.optional("windowMs", at_least(1))?.unwrap_or(default.window_ms),
            escalate: given.optional("escalate", flag)?.unwrap_or(default.escalate),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_absent_has_its_default() {
        let settings = parse(r#"{"requests": 5, "limit": {"windowMs": 500}, "unknownIds": "accept", "coldMs": null}"#).expect("valid");
        assert_eq!((settings.requests, settings.expires_in, settings.unknown_ids), (5, 749, UnknownIds::Accept));
        let limit = settings.limit.expect("given");
        assert_eq!((limit.requests, limit.window_ms, limit.escalate), (100, 500, false));
    }

    #[test]
    fn every_setting_is_read_and_documented() {
        let document = include_str!("../../../docs/sandbox.md");
        for name in SETTINGS {
            // No setting takes it.
            let error = parse(&json!({ name: { "?": 1 } }).to_string()).expect_err(name);
            assert!(error.starts_with(name), "{error}");
            assert!(document.lines().any(|line| line.starts_with("| `") && line.contains(&format!("`{name}`"))), "{name}");
        }
    }

    #[test]
    fn what_makes_no_sense_is_told_with_its_place_and_what_is_allowed() {
        for (text, expected) in [
            (
                r#"{"clientIdd": "x"}"#,
                "clientIdd is unknown; did you mean clientId? The settings are clientId, clientSecret, accessTokens, expiresIn, requests, \
                 limit, unknownIds, offsetAtEnd, pastDates, latencyMs, coldMs, provisioningMs, keepAliveMs and faults.",
            ),
            (r#"{"limit": {"window": 1}}"#, "limit.window is unknown; did you mean windowMs? limit has requests, windowMs and escalate."),
            (r#"{"limit": 100}"#, "limit takes an object, not the number 100."),
            (r#"{"limit": {"requests": 0}}"#, "limit.requests takes a whole number from 1 up, not the number 0."),
            (r#"{"limit": {"escalate": 1}}"#, "limit.escalate takes true or false, not the number 1."),
            (r#"{"requests": 100001}"#, "requests takes a whole number from 0 to 100000, not the number 100001."),
            (r#"{"requests": "60"}"#, "requests takes a whole number from 0 to 100000, not the text \"60\"."),
            (r#"{"accessTokens": "t"}"#, "accessTokens takes a list of texts, not the text \"t\"."),
            (r#"{"accessTokens": ["t", 1]}"#, "accessTokens[1] takes a text, not the number 1."),
            (r#"{"unknownIds": "ignore"}"#, "unknownIds takes one of refuse and accept, not the text \"ignore\"."),
            (r#"{"pastDates": "refused"}"#, "pastDates takes one of accept and refuse, not the text \"refused\". Did you mean refuse?"),
            (r#"{"offsetAtEnd": true}"#, "offsetAtEnd takes one of empty and error, not true."),
            (r#"{"keepAliveMs": 0}"#, "keepAliveMs takes a whole number from 1 up, not the number 0."),
            (r#"{"coldMs": -1}"#, "coldMs takes a whole number from 0 up, not the number -1."),
            (r#"{"latencyMs": "5"}"#, "latencyMs takes a whole number of milliseconds or [least, most] of them, not the text \"5\"."),
            (r#"{"latencyMs": [5]}"#, "latencyMs takes a whole number of milliseconds or [least, most] of them, not a list."),
            (r#"{"latencyMs": [6, 5]}"#, "latencyMs takes a whole number of milliseconds or [least, most] of them, not a list."),
            (r#"{"faults": {}}"#, "faults takes a list of objects, not an object."),
            (r#"{"faults": [{"operation": "any", "do": "stall"}, 7]}"#, "faults[1] takes an object, not the number 7."),
            ("[]", "The text takes an object, not a list."),
            ("{", "it is not JSON: EOF while parsing an object at line 1, column 1."),
        ] {
            assert_eq!(parse(text).unwrap_err(), expected);
        }
    }
}
