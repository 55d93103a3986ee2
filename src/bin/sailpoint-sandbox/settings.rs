//! The sandbox's settings, a JSON object. An unknown one is an error that names it.

use std::io;

use serde::Deserialize;

use crate::faults::Fault;
use crate::latency::Latency;

/// More requests than this would only make the start slow.
const MAX_REQUESTS: usize = 100_000;

#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
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
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
pub struct RateLimitSettings {
    pub requests: usize,
    pub window_ms: u64,
    /// Whether repeated violations earn the longer waits of 60, 300, 600 and 1200 seconds.
    pub escalate: bool,
}

/// What happens to an id that no request has.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
pub enum UnknownIds {
    /// 404 where the operation documents one, accepted elsewhere.
    Refuse,
    /// Accepted without effect, which the service does in places.
    Accept,
}

/// What happens to a page that begins behind the last row.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
pub enum OffsetAtEnd {
    Empty,
    Error,
}

/// What happens to a start or end of access that has passed.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
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
            io::stdin().read_line(&mut line).map_err(|error| format!("--config -: standard input can't be read: {error}."))?;
            if line.is_empty() {
                return Err("--config -: standard input ended without a line of JSON.".to_owned());
            }
            parse(&line).map_err(|error| format!("--config -: {error}."))
        }
        Some(path) => {
            let text = std::fs::read_to_string(path).map_err(|error| format!("--config {path}: the file can't be read: {error}."))?;
            parse(&text).map_err(|error| format!("--config {path}: {error}."))
        }
    }
}

fn parse(text: &str) -> Result<Settings, String> {
    // PowerShell 5.1 writes files with a byte order mark.
    let settings: Settings = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| error.to_string())?;
    if settings.requests > MAX_REQUESTS {
        return Err(format!("requests is at most {MAX_REQUESTS}, not {}", settings.requests));
    }
    if settings.limit.as_ref().is_some_and(|limit| limit.requests == 0 || limit.window_ms == 0) {
        return Err("limit needs requests and windowMs of at least 1".to_owned());
    }
    if settings.keep_alive_ms == 0 {
        return Err("keepAliveMs is at least 1".to_owned());
    }
    Ok(settings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_absent_has_its_default_and_what_is_unknown_is_named() {
        let settings = parse(r#"{"requests": 5, "limit": {"windowMs": 500}, "unknownIds": "accept"}"#).expect("valid");
        assert_eq!((settings.requests, settings.expires_in, settings.unknown_ids), (5, 749, UnknownIds::Accept));
        let limit = settings.limit.expect("given");
        assert_eq!((limit.requests, limit.window_ms, limit.escalate), (100, 500, false));

        let error = parse(r#"{"clientIdd": "x"}"#).unwrap_err();
        assert!(error.starts_with("unknown field `clientIdd`"), "{error}");
        let error = parse(r#"{"limit": {"window": 1}}"#).unwrap_err();
        assert!(error.starts_with("unknown field `window`"), "{error}");
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        for (text, expected) in [
            (r#"{"requests": 100001}"#, "requests is at most 100000, not 100001"),
            (r#"{"limit": {"requests": 0}}"#, "limit needs requests and windowMs of at least 1"),
            (r#"{"keepAliveMs": 0}"#, "keepAliveMs is at least 1"),
            (r#"{"latencyMs": [5]}"#, "latencyMs is a number, or [least, most] at line 1 column 18"),
            (r#"{"latencyMs": [6, 5]}"#, "latencyMs is a number, or [least, most] at line 1 column 21"),
        ] {
            assert_eq!(parse(text).unwrap_err(), expected);
        }
    }
}
