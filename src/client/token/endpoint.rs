//! Rules of its own for the token endpoint (`docs/delivery.md`): fetching changes nothing, so it is repeated after a broken
//! connection, a 429 or a 5xx; any other refusal is final after one request.

use super::super::error::{CallError, ErrorKind};
use super::super::events::{LogLevel, NoEvents, tell};
use super::super::process::PROCESS;
use super::super::retry::{AttemptOutcome, Budget, Decision, decide, longest_backoff};
use super::super::transport::{HttpAnswer, HttpRequest};
use super::super::{log, messages};
use super::FetchContext;
use super::bearer::BearerToken;
use super::scrub::scrub;
use crate::operations::Delivery;
use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderValue};
use reqwest::{Method, Url};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// Where a client id's tokens come from.
pub struct TokenEndpoint {
    url: Url,
    client_id: String,
    client_secret: SecretString,
}

#[derive(Deserialize)]
struct TokenAnswer {
    access_token: SecretString,
    /// Seconds: a number by the standard, a text or a fraction from some.
    #[serde(default)]
    expires_in: serde_json::Value,
}

impl TokenAnswer {
    fn lifetime(&self) -> Duration {
        let seconds = self.expires_in.as_f64().or_else(|| self.expires_in.as_str()?.trim().parse().ok());
        // Nobody gives out a token that is over at once, and one held to be so would be fetched anew for every request.
        let lifetime = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok()).filter(|lifetime| !lifetime.is_zero());
        lifetime.unwrap_or(DOCUMENTED_LIFETIME).min(LONGEST_LIFETIME)
    }
}

/// One request to the token endpoint, from connection to answer.
const TIMEOUT: Duration = Duration::from_secs(30);
const MAX_ATTEMPTS: u32 = 4;
/// What the service documents, taken where an answer leaves it out.
const DOCUMENTED_LIFETIME: Duration = Duration::from_secs(749);
/// Beyond any token of the service; what names more is renewed after this.
const LONGEST_LIFETIME: Duration = Duration::from_secs(24 * 60 * 60);
/// A token endpoint that asks for a longer wait gets none: every call would hang on it.
const LONGEST_WAIT: Duration = Duration::from_secs(60);

impl TokenEndpoint {
    pub fn new(url: Url, client_id: String, client_secret: SecretString) -> Self {
        Self { url, client_id, client_secret }
    }

    /// A token and its lifetime.
    pub async fn fetch(&self, context: &FetchContext) -> Result<(BearerToken, Duration), CallError> {
        let clock = &context.clock;
        let mut made = 0;
        loop {
            made += 1;
            let backoff = clock.jitter(longest_backoff(made));
            let budget = Budget { made, allowed: MAX_ATTEMPTS, time_left: Some(LONGEST_WAIT), may_renew_token: false, backoff };
            PROCESS.metrics.count_token_request();
            let sent_at = clock.now();
            let result = context.transport.send(self.request(&context.headers), &Arc::default()).await;
            let outcome = match &result {
                Ok(answer) => AttemptOutcome::Answered { status: answer.status, retry_after: answer.retry_after(clock.wall_time()) },
                Err(failure) => AttemptOutcome::Failed { fault: failure.fault, taken: true },
            };
            let elapsed = clock.now().duration_since(sent_at);
            tell(&NoEvents, LogLevel::Info, "token", made, || log::token_requested(made, outcome, elapsed));
            match (decide(Delivery::Repeatable, outcome, budget), result) {
                (Decision::SendAgain { wait, .. }, _) => clock.sleep_until(clock.now() + wait).await,
                (Decision::Succeed, Ok(answer)) => return self.read(&answer),
                (_, Ok(answer)) => return Err(self.refused(&answer, clock.wall_time())),
                (_, Err(failure)) => return Err(messages::no_token(&self.url.origin().ascii_serialization(), &failure)),
            }
        }
    }

    fn request(&self, configured: &HeaderMap) -> HttpRequest {
        let form = form_urlencoded::Serializer::new(String::new())
            .append_pair("grant_type", "client_credentials")
            .append_pair("client_id", &self.client_id)
            .append_pair("client_secret", self.client_secret.expose_secret())
            .finish();
        let mut headers = configured.clone();
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"));
        HttpRequest { method: Method::POST, url: self.url.clone(), headers, body: Some(form.into()), timeout: TIMEOUT }
    }

    fn read(&self, answer: &HttpAnswer) -> Result<(BearerToken, Duration), CallError> {
        let parsed = serde_json::from_slice::<TokenAnswer>(&answer.body).ok().and_then(|parsed| {
            let (lifetime, is_empty) = (parsed.lifetime(), parsed.access_token.expose_secret().is_empty());
            let token = BearerToken::new(parsed.access_token);
            // One that no header can carry would fail every call for as long as it is kept.
            (!is_empty && token.authorization().is_some()).then_some((token, lifetime))
        });
        parsed.ok_or_else(|| {
            // The body may hold a token in a form that was not understood, so it is not kept.
            let message = format!(
                "No access token: {} answered {} with something that is not a token. Check that baseUrl is the API's address (https://TENANT.api.identitynow.com) and tokenUrl, if it is set.",
                self.url, answer.status
            );
            CallError::new(ErrorKind::Auth, message).with_status(answer.status)
        })
    }

    fn refused(&self, answer: &HttpAnswer, now: SystemTime) -> CallError {
        let answer = scrub(answer.clone(), &self.client_secret);
        let said = messages::said(&answer);
        let (kind, advice) = match answer.status {
            429 => (ErrorKind::RateLimited, "The token endpoint throttles this client; try again later."),
            ..200 | 500.. => (ErrorKind::Http, "The tenant's token endpoint fails; try again later."),
            404 => (ErrorKind::Auth, "Check that baseUrl is the API's address (https://TENANT.api.identitynow.com)."),
            _ => (ErrorKind::Auth, "The tenant refused the client credentials: check clientId and clientSecret."),
        };
        let message = format!("No access token: {} answered {}{said}. {advice}", self.url, answer.status);
        CallError::new(kind, message).with_answer(&answer).with_retry_after(answer.retry_after(now))
    }
}
