//! The bearer token of one client id: fetched once however many calls wait, kept until shortly before it expires, and shared
//! by every client of the process that gives the same secret.
//!
//! Rules of its own for the token endpoint (`docs/delivery.md`): fetching changes nothing, so it is repeated after a broken
//! connection, a 429 or a 5xx; any other refusal is final after one request, and told to everyone who waits.

use super::clock::Clock;
use super::error::{CallError, ErrorBody, ErrorKind};
use super::events::{LogLevel, NoEvents, tell};
use super::process::PROCESS;
use super::retry::{AttemptOutcome, Budget, Decision, decide, longest_backoff};
use super::transport::{HttpAnswer, HttpRequest, Transport};
use super::{log, messages};
use crate::operations::Delivery;
use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderValue};
use reqwest::{Method, Url};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime};
use tokio::sync::oneshot;

/// Who shares a token. The digest keeps a client with a wrong secret away from a token that another one earned.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct TokenKey {
    pub token_url: String,
    pub client_id: String,
    pub secret_digest: [u8; 32],
}

/// Where a token comes from.
pub(super) struct TokenSource {
    token_url: Url,
    client_id: String,
    client_secret: SecretString,
    state: Mutex<State>,
}

/// How the client that asks reaches the token endpoint: clients that share a token may have other proxies and timeouts.
pub(super) struct TokenWay {
    pub transport: Arc<Transport>,
    /// Those of the configuration, which a gateway may want.
    pub headers: HeaderMap,
    pub clock: Arc<dyn Clock>,
}

/// A token in use. Its text is only ever put into a header.
pub(super) struct BearerToken {
    secret: SecretString,
}

type Fetched = Result<Arc<BearerToken>, CallError>;

#[derive(Default)]
struct State {
    held: Option<Held>,
    fetching: bool,
    waiting: Vec<oneshot::Sender<Fetched>>,
}

struct Held {
    token: Arc<BearerToken>,
    /// From here on a use starts a renewal in the background.
    renew_at: Instant,
    expires_at: Instant,
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
        let lifetime = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
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
/// A token this near to its end is renewed before use: the tenant's clock may differ, and a request takes time.
const SAFETY: Duration = Duration::from_secs(10);
/// After a renewal in the background failed, the next one waits this long.
const RENEWAL_PAUSE: Duration = Duration::from_secs(5);

impl TokenKey {
    pub fn new(token_url: &Url, client_id: &str, client_secret: &SecretString) -> Self {
        Self { token_url: token_url.to_string(), client_id: client_id.to_owned(), secret_digest: digest(client_secret) }
    }
}

pub(super) fn digest(secret: &SecretString) -> [u8; 32] {
    Sha256::digest(secret.expose_secret().as_bytes()).into()
}

impl BearerToken {
    pub fn new(secret: SecretString) -> Self {
        Self { secret }
    }

    /// The value of the Authorization header; None where the token holds characters that a header can't.
    pub fn authorization(&self) -> Option<HeaderValue> {
        let mut value = HeaderValue::from_str(&format!("Bearer {}", self.secret.expose_secret())).ok()?;
        value.set_sensitive(true);
        Some(value)
    }

    /// `answer` without the token, should a tenant or a proxy give it back.
    pub fn scrub(&self, answer: HttpAnswer) -> HttpAnswer {
        scrub(answer, &self.secret)
    }
}

/// Makes the secret unreadable in body and headers, as it is and as it looks in a form or in JSON. Only an error's answer passes
/// here, so the search costs nothing that matters.
fn scrub(answer: HttpAnswer, secret: &SecretString) -> HttpAnswer {
    let secret = secret.expose_secret();
    let in_form: String = form_urlencoded::byte_serialize(secret.as_bytes()).collect();
    let in_json = serde_json::to_string(secret).unwrap_or_default();
    let spellings = [secret, &in_form, in_json.trim_matches('"')];
    let scrubbed = |bytes: &[u8]| {
        let found = |spelling: &&&str| !spelling.is_empty() && bytes.windows(spelling.len()).any(|window| window == spelling.as_bytes());
        let found: Vec<&&str> = spellings.iter().filter(found).collect();
        (!found.is_empty())
            .then(|| found.iter().fold(String::from_utf8_lossy(bytes).into_owned(), |text, spelling| text.replace(**spelling, "***")))
    };
    let mut answer = answer;
    if let Some(body) = scrubbed(&answer.body) {
        answer.body = body.into();
    }
    for value in answer.headers.values_mut() {
        if let Some(text) = scrubbed(value.as_bytes()) {
            *value = HeaderValue::from_str(&text).unwrap_or_else(|_| HeaderValue::from_static("***"));
        }
    }
    answer
}

impl TokenSource {
    pub fn new(token_url: Url, client_id: String, client_secret: SecretString) -> Self {
        Self { token_url, client_id, client_secret, state: Mutex::default() }
    }

    /// A token that is good for now. Callers that come while one is fetched wait for it together.
    /// `way` is asked for only where one is fetched.
    pub async fn token(self: &Arc<Self>, now: Instant, way: impl FnOnce() -> TokenWay) -> Fetched {
        let fetched = {
            let mut state = self.lock();
            let good = state.held.as_ref().filter(|held| now < held.expires_at).map(|held| (Arc::clone(&held.token), now >= held.renew_at));
            match good {
                Some((token, false)) => return Ok(token),
                Some((token, true)) => {
                    self.start_fetch(&mut state, way());
                    return Ok(token);
                }
                None => {}
            }
            let (sender, receiver) = oneshot::channel();
            state.waiting.push(sender);
            self.start_fetch(&mut state, way());
            receiver
        };
        fetched.await.unwrap_or_else(|_| Err(CallError::new(ErrorKind::Internal, "Fetching the token ended without a result.")))
    }

    /// The tenant refused `token`; unless a newer one is there already, the next use fetches one.
    pub fn reject(&self, token: &Arc<BearerToken>) {
        let mut state = self.lock();
        if state.held.as_ref().is_some_and(|held| Arc::ptr_eq(&held.token, token)) {
            state.held = None;
        }
    }

    /// The fetch is a task of its own, so that a caller who gives up takes it from nobody else.
    fn start_fetch(self: &Arc<Self>, state: &mut State, way: TokenWay) {
        if std::mem::replace(&mut state.fetching, true) {
            return;
        }
        let source = Arc::clone(self);
        tokio::spawn(async move {
            let mut unfinished = UnfinishedFetch { source: Some(Arc::clone(&source)) };
            let result = source.fetch(&way).await;
            source.finish_fetch(result, way.clock.now());
            unfinished.source = None;
        });
    }

    fn finish_fetch(&self, result: Result<(BearerToken, Duration), CallError>, now: Instant) {
        let mut state = self.lock();
        state.fetching = false;
        let result = match result {
            Ok((token, lifetime)) => {
                let held = Held::new(Arc::new(token), lifetime, now);
                let token = Arc::clone(&held.token);
                state.held = Some(held);
                Ok(token)
            }
            Err(error) => {
                if let Some(held) = &mut state.held {
                    held.renew_at = now + RENEWAL_PAUSE;
                }
                Err(error)
            }
        };
        for waiting in state.waiting.drain(..) {
            let _ = waiting.send(result.clone());
        }
    }

    async fn fetch(&self, way: &TokenWay) -> Result<(BearerToken, Duration), CallError> {
        let clock = &way.clock;
        let mut made = 0;
        loop {
            made += 1;
            let backoff = clock.jitter(longest_backoff(made));
            let budget = Budget { made, allowed: MAX_ATTEMPTS, time_left: Some(LONGEST_WAIT), may_renew_token: false, backoff };
            PROCESS.metrics.count_token_request();
            let sent_at = clock.now();
            let result = way.transport.send(self.request(&way.headers), &Arc::default()).await;
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
                (_, Err(failure)) => return Err(messages::no_token(&self.token_url.origin().ascii_serialization(), &failure)),
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
        HttpRequest { method: Method::POST, url: self.token_url.clone(), headers, body: Some(form.into()), timeout: TIMEOUT }
    }

    fn read(&self, answer: &HttpAnswer) -> Result<(BearerToken, Duration), CallError> {
        let parsed =
            serde_json::from_slice::<TokenAnswer>(&answer.body).ok().filter(|parsed| !parsed.access_token.expose_secret().is_empty());
        let Some(parsed) = parsed else {
            // The body may hold a token in a form that was not understood, so it is not kept.
            let message = format!(
                "No access token: {} answered {} with something that is not a token. Check that baseUrl is the API's address (https://TENANT.api.identitynow.com) and tokenUrl, if it is set.",
                self.token_url, answer.status
            );
            return Err(CallError::new(ErrorKind::Auth, message).with_status(answer.status));
        };
        let lifetime = parsed.lifetime();
        Ok((BearerToken::new(parsed.access_token), lifetime))
    }

    fn refused(&self, answer: &HttpAnswer, now: SystemTime) -> CallError {
        let answer = scrub(answer.clone(), &self.client_secret);
        let said = ErrorBody::parse(&answer.body).messages.join(" ");
        let said = if said.is_empty() { String::new() } else { format!(": {}", said.trim_end_matches('.')) };
        let (kind, advice) = match answer.status {
            429 => (ErrorKind::RateLimited, "The token endpoint throttles this client; try again later."),
            500..=599 => (ErrorKind::Http, "The tenant's token endpoint fails; try again later."),
            404 => (ErrorKind::Auth, "Check that baseUrl is the API's address (https://TENANT.api.identitynow.com)."),
            _ => (ErrorKind::Auth, "The tenant refused the client credentials: check clientId and clientSecret."),
        };
        let message = format!("No access token: {} answered {}{said}. {advice}", self.token_url, answer.status);
        CallError::new(kind, message).with_answer(&answer).with_retry_after(answer.retry_after(now))
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Held {
    fn new(token: Arc<BearerToken>, lifetime: Duration, now: Instant) -> Self {
        let usable = lifetime.saturating_sub(SAFETY).max(lifetime / 2);
        Self { token, renew_at: now + usable.mul_f64(0.9), expires_at: now + usable }
    }
}

/// Frees those who wait, should a fetch end by a panic.
struct UnfinishedFetch {
    source: Option<Arc<TokenSource>>,
}

impl Drop for UnfinishedFetch {
    fn drop(&mut self) {
        let Some(source) = self.source.take() else { return };
        let mut state = source.lock();
        state.fetching = false;
        state.waiting.clear();
    }
}

#[cfg(test)]
mod tests;
