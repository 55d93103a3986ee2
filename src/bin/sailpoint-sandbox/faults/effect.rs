//! What a fault does with a request.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::Serialize;

use super::wire::WireFault;
use crate::errors;
use crate::http::Response;

/// The member `do` of a fault, with the members that belong to it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "do", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Effect {
    /// Another answer. Without a body, the documented one of the status.
    Answer {
        status: u16,
        headers: BTreeMap<String, String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        body: Option<String>,
        /// Whether the tenant first does what was asked.
        act: bool,
    },
    /// The usual answer. By then the listener is closed: the system refuses connections, for so long or for good.
    Refuse {
        #[serde(skip_serializing_if = "Option::is_none")]
        for_ms: Option<u64>,
    },
    /// The connection is reset when the head was read; nothing is acted on.
    ResetBeforeReading,
    /// The tenant acts, and resets the connection without an answer.
    ResetAfterActing,
    /// The tenant acts; the connection is reset within the answer's body.
    ResetInAnswer,
    /// The request waits so long before it is acted on, as usual.
    Delay { delay_ms: u64 },
    /// No answer, and the connection stays open.
    Stall { act: bool },
    /// The tenant acts; the connection is closed within the answer's body.
    Truncate,
    /// The tenant acts; what it sends is no HTTP.
    Garbage,
    /// The tenant acts; the answer promises more bytes than it has.
    WrongLength,
    /// The tenant acts; the answer comes in so many pieces, with a pause before each but the first.
    SlowBytes { delay_ms: u64, pieces: usize },
    /// Every token expires as the request arrives, so that it gets its 401 as usual.
    ExpireToken,
    /// 429, with so many seconds to wait or without a word about them.
    Throttle { retry_after_seconds: Option<u64> },
    /// The handler panics. It proves that a mistake in the sandbox fails the test that uses it.
    Panic,
}

/// What the server does in reply to a request.
#[derive(Debug, PartialEq)]
pub enum Reply {
    Response(Response),
    /// A response whose bytes are not what they should be.
    Faulty(Response, WireFault),
    /// The response, once the listener is closed. It opens again after this time; never where absent.
    CloseListener {
        response: Response,
        reopen_after: Option<Duration>,
    },
    /// Nothing; the connection stays open until the client closes it.
    NoResponse,
    /// The connection is reset.
    Reset,
}

impl Effect {
    /// How long the request waits, beside the tenant's latency, before it is acted on.
    pub fn delay(&self) -> Duration {
        Duration::from_millis(if let Self::Delay { delay_ms } = self { *delay_ms } else { 0 })
    }

    /// The reply to a request. `act` does what it asks for and gives the tenant's own response; it is called at most once.
    pub fn reply(&self, tracking_id: &str, act: impl FnOnce() -> Response) -> Reply {
        match self {
            Self::Answer { status, headers, body, act: acts } => {
                if *acts {
                    act();
                }
                Reply::Response(configured_response(*status, headers, body.as_deref(), tracking_id))
            }
            Self::Throttle { retry_after_seconds } => Reply::Response(errors::rate_limited(*retry_after_seconds)),
            Self::Stall { act: acts } => {
                if *acts {
                    act();
                }
                Reply::NoResponse
            }
            Self::ResetBeforeReading => Reply::Reset,
            Self::ResetAfterActing => {
                act();
                Reply::Reset
            }
            Self::Delay { .. } | Self::ExpireToken => Reply::Response(act()),
            Self::Refuse { for_ms } => Reply::CloseListener { response: act(), reopen_after: for_ms.map(Duration::from_millis) },
            Self::ResetInAnswer => Reply::Faulty(act(), WireFault::HalfThenReset),
            Self::Truncate => Reply::Faulty(act(), WireFault::HalfThenClose),
            Self::Garbage => Reply::Faulty(act(), WireFault::NotHttp),
            Self::WrongLength => Reply::Faulty(act(), WireFault::ContentLengthTooLong),
            Self::SlowBytes { delay_ms, pieces } => {
                Reply::Faulty(act(), WireFault::SlowPieces { pieces: *pieces, pause: Duration::from_millis(*delay_ms) })
            }
            Self::Panic => panic!("a fault asked for this panic"),
        }
    }
}

impl Reply {
    /// The status that the client was sent; none where it got no head of an answer.
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Faulty(_, WireFault::NotHttp) | Self::NoResponse | Self::Reset => None,
            Self::Response(response) | Self::Faulty(response, _) | Self::CloseListener { response, .. } => Some(response.status),
        }
    }
}

fn configured_response(status: u16, headers: &BTreeMap<String, String>, body: Option<&str>, tracking_id: &str) -> Response {
    let mut response = match body {
        Some(body) => Response { status, headers: Vec::new(), body: body.as_bytes().to_vec() },
        None => errors::default_response(status, tracking_id),
    };
    response.headers.extend(headers.clone());
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::faults::Fault;
    use crate::json_input::Input;
    use serde_json::{Value, json};

    fn reply(mut fault: Value) -> Reply {
        fault["operation"] = json!("any");
        let fault = Input::parse(&fault.to_string()).and_then(|input| Fault::read(&input)).expect("a fault");
        fault.effect.reply("t", || panic!("it must not act"))
    }

    #[test]
    fn an_answer_without_a_body_has_the_documented_one() {
        let Reply::Response(response) = reply(json!({ "do": "answer", "status": 403, "headers": { "X-A": "b" } })) else { panic!() };
        let body: Value = serde_json::from_slice(&response.body).expect("JSON");
        assert_eq!((response.status, &body["detailCode"], &body["trackingId"]), (403, &"403 Forbidden".into(), &"t".into()));
        assert_eq!(response.headers, [("X-A".to_owned(), "b".to_owned())]);
    }

    #[test]
    fn throttling_tells_the_wait_unless_it_is_null() {
        for (effect, expected) in [
            (json!({ "do": "throttle" }), Some("1")),
            (json!({ "do": "throttle", "retryAfterSeconds": 0 }), Some("0")),
            (json!({ "do": "throttle", "retryAfterSeconds": null }), None),
        ] {
            let Reply::Response(response) = reply(effect) else { panic!() };
            let wait = response.headers.iter().find(|(name, _)| name == "Retry-After").map(|(_, value)| value.as_str());
            assert_eq!((response.status, wait), (429, expected));
        }
    }
}
