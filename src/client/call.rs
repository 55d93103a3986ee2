//! One call from a request's JSON to its envelope: check, limiter, token, attempt, decision, and again or done.

use super::abort::AbortHandle;
use super::clock::{Clock, SystemClock, milliseconds};
use super::config::{Config, Credentials};
use super::envelope::{Answer, Envelope};
use super::error::{CallError, ErrorKind};
use super::events::{CallEvents, LogFacts, LogLevel, WaitReason, tell};
use super::fate::Fate;
use super::limiter::{LimiterKey, LimiterShare};
use super::options::Options;
use super::process::PROCESS;
use super::retry::{AttemptOutcome, Budget, Decision, Why, decide, longest_backoff};
use super::token::{BearerToken, FetchContext, TokenKey, TokenSource, digest};
use super::transport::{HttpAnswer, HttpRequest, Transport, TransportFailure};
use super::{envelope, log, messages};
use crate::operations::request::{Query, operation_named, prepare, prepare_unchecked};
use crate::operations::{Method, OPERATIONS, Operation};
use bytes::Bytes;
use jiff::Timestamp;
use reqwest::Url;
use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// A wait for one's turn that is shorter is not worth a line.
const LOGGED_WAIT: Duration = Duration::from_millis(100);

const EXPERIMENTAL: HeaderName = HeaderName::from_static("x-sailpoint-experimental");

/// A connection to one tenant. Cheap to share; clients with equal settings share limiter, token and connections anyway.
pub struct Client {
    base_url: String,
    /// Each operation's URL without query, in the order of the table.
    urls: Vec<Url>,
    headers: HeaderMap,
    transport: Arc<Transport>,
    /// None where the settings turn it off.
    limiter: Option<LimiterShare>,
    token: TokenProvider,
    clock: Arc<dyn Clock>,
}

enum TokenProvider {
    Fetched(Arc<TokenSource>),
    Given(Arc<BearerToken>),
}

impl TokenProvider {
    /// `fetching` is called where the token has to be fetched first.
    async fn token(&self, client: &Client, fetching: impl FnOnce()) -> Result<Arc<BearerToken>, CallError> {
        match self {
            Self::Fetched(source) => {
                let context = || {
                    fetching();
                    FetchContext {
                        transport: Arc::clone(&client.transport),
                        headers: client.headers.clone(),
                        clock: Arc::clone(&client.clock),
                    }
                };
                source.token(client.clock.now(), context).await
            }
            Self::Given(token) => Ok(Arc::clone(token)),
        }
    }
}

impl Client {
    /// Makes no connection and fetches no token yet.
    ///
    /// # Errors
    /// Kind `config`, if the proxy, the system's trust store or the limiter's file can't be used.
    pub fn new(config: Config) -> Result<Self, CallError> {
        Self::with_clock(config, Arc::new(SystemClock))
    }

    /// As [`Client::new`], with time and chance of the caller's own.
    ///
    /// # Errors
    /// As [`Client::new`].
    pub fn with_clock(config: Config, clock: Arc<dyn Clock>) -> Result<Self, CallError> {
        let transport =
            PROCESS.transports.get_or_try_insert(config.transport.key(), || Transport::new(&config.transport, config.certificates))?;
        let (client_id, token) = token_provider(config.credentials);
        let limiter = if config.limiter.requests_per_window == 0 {
            None
        } else {
            let key = LimiterKey { base_url: config.base_url.clone(), client_id, api_version: config.api_version.clone() };
            Some(PROCESS.limiters.join(key, config.limiter, config.limiter_file.as_deref(), clock.as_ref())?)
        };
        let urls =
            OPERATIONS.iter().map(|operation| operation_url(&config.base_url, &config.api_version, operation)).collect::<Result<_, _>>()?;
        Ok(Self { base_url: config.base_url, urls, headers: config.headers, transport, limiter, token, clock })
    }

    /// Runs one call to its end, or until `abort` ends it. Every failure is in the envelope. Needs a Tokio runtime with time and I/O.
    pub async fn call(
        &self,
        operation: &str,
        request: Option<&str>,
        options: Option<&str>,
        events: &dyn CallEvents,
        abort: Option<&AbortHandle>,
    ) -> Envelope {
        let started = self.clock.now();
        let operation = match operation_named(operation) {
            Ok(operation) => operation,
            Err(error) => return Envelope::failure(error.into()),
        };
        let fate = Fate::default();
        let outcome = self.checked_call(operation, request, options, events, abort, &fate).await;
        let elapsed_ms = milliseconds(self.clock.now().duration_since(started));
        let meta = fate.into_meta(elapsed_ms);
        PROCESS.metrics.count_call(operation, outcome.as_ref().err().map(|error| error.kind), meta.attempts);
        Envelope { outcome, meta }
    }

    /// The time of day; out of jiff's range, beyond the year 9999, nothing counts as past.
    fn today(&self) -> Timestamp {
        self.clock.wall_time().try_into().unwrap_or(Timestamp::MIN)
    }

    async fn checked_call(
        &self,
        operation: &'static Operation,
        request: Option<&str>,
        options: Option<&str>,
        events: &dyn CallEvents,
        abort: Option<&AbortHandle>,
        fate: &Fate,
    ) -> Result<Answer, CallError> {
        let options = Options::parse(options)?;
        let prepared = if options.validate {
            prepare(operation, request, self.today(), options.unknown_members())?
        } else {
            prepare_unchecked(operation, request)?
        };
        let body = prepared.body.map(Bytes::from);
        let deadline = options.deadline.map(|span| self.clock.now() + span);
        let run = Run { client: self, operation, options: &options, deadline, events, fate };
        for warning in prepared.warnings {
            run.warn(0, warning);
        }
        let aborted = async {
            match abort {
                Some(abort) => abort.aborted().await,
                None => std::future::pending().await,
            }
        };
        let expired = async {
            match deadline {
                Some(deadline) => self.clock.sleep_until(deadline).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            biased;
            () = aborted => Err(messages::aborted(operation, fate.delivery())),
            result = run.attempts(&prepared.query, body) => result,
            () = expired => Err(messages::out_of_time(operation, options.deadline.unwrap_or_default(), fate.delivery())),
        }
    }
}

fn operation_url(base_url: &str, api_version: &str, operation: &Operation) -> Result<Url, CallError> {
    let text = format!("{base_url}/{api_version}{}", operation.path);
    Url::parse(&text).map_err(|error| CallError::new(ErrorKind::Config, format!("{text} is not a URL ({error}).")))
}

fn token_provider(credentials: Credentials) -> (String, TokenProvider) {
    match credentials {
        Credentials::AccessToken(token) => {
            let client_id = digest(&token).iter().map(|byte| format!("{byte:02x}")).collect();
            (client_id, TokenProvider::Given(Arc::new(BearerToken::new(token))))
        }
        Credentials::ClientSecret { token_url, client_id, client_secret } => {
            let key = TokenKey::new(&token_url, &client_id, &client_secret);
            let make = || Ok::<_, std::convert::Infallible>(TokenSource::new(token_url, client_id.clone(), client_secret));
            let Ok(source) = PROCESS.tokens.get_or_try_insert(key, make);
            (client_id, TokenProvider::Fetched(source))
        }
    }
}

/// The attempts of one call.
struct Run<'a> {
    client: &'a Client,
    operation: &'static Operation,
    options: &'a Options,
    deadline: Option<Instant>,
    events: &'a dyn CallEvents,
    fate: &'a Fate,
}

/// One attempt and what came of it.
struct Attempt {
    outcome: AttemptOutcome,
    result: Result<HttpAnswer, TransportFailure>,
    token: Arc<BearerToken>,
    elapsed: Duration,
    /// What follows where the tenant names no wait.
    backoff: Duration,
}

impl Run<'_> {
    async fn attempts(&self, query: &Query, body: Option<Bytes>) -> Result<Answer, CallError> {
        let mut made = 0;
        let mut token_renewed = false;
        loop {
            made += 1;
            let attempt = self.attempt(query, body.clone(), made).await?;
            let budget = Budget {
                made,
                allowed: self.options.max_attempts,
                time_left: self.deadline.map(|deadline| deadline.saturating_duration_since(self.client.clock.now())),
                may_renew_token: !token_renewed && matches!(self.client.token, TokenProvider::Fetched(_)),
                backoff: attempt.backoff,
            };
            let decision = decide(self.operation.delivery, attempt.outcome, budget);
            if matches!(attempt.outcome, AttemptOutcome::Answered { status: 401, .. }) && !token_renewed {
                // Whether or not this call has an attempt left, the next one shall not meet the same refusal. A fresh token that is
                // refused as well stays: with a tenant that takes none, a call fetches one token, and not two.
                self.reject_token(&attempt.token);
            }
            self.log(made, || log::attempt_ended(self.operation, made, &attempt.result, attempt.elapsed, decision));
            match decision {
                Decision::Succeed => return self.succeed(attempt, made),
                Decision::RenewToken => token_renewed = true,
                Decision::SendAgain { wait, reason } => self.wait(wait, reason).await,
                Decision::GiveUp(why) => return Err(self.failure(attempt, why, made)),
            }
        }
    }

    async fn attempt(&self, query: &Query, body: Option<Bytes>, made: u32) -> Result<Attempt, CallError> {
        let client = self.client;
        let unsent = |error: CallError| messages::not_sent_again(self.operation, error, self.fate.delivery());
        // Without a token there is nothing to wait for; and after a long wait the one from before may have expired.
        self.token(made).await.map_err(unsent)?;
        let mut permit = match &client.limiter {
            Some(limiter) => {
                let asked_at = client.clock.now();
                let permit = limiter.acquire(&client.clock, self.operation.id, self.events, self.deadline, self.options.timeout).await;
                let permit = permit.map_err(|denied| unsent(messages::no_room(self.operation, denied, self.fate.delivery())))?;
                let waited = client.clock.now().duration_since(asked_at);
                if waited >= LOGGED_WAIT {
                    self.log(made, || log::turn_awaited(self.operation, waited, permit.awaited));
                }
                Some(permit)
            }
            None => None,
        };
        let token = self.token(made).await.map_err(unsent)?;
        let request = self.http_request(query, body, &token).map_err(unsent)?;
        permit.iter_mut().for_each(|permit| permit.set_under_way(true));
        let sent_at = client.clock.now();
        let hand_over = self.fate.begin();
        let result = client.transport.send(request, &hand_over).await;
        let outcome = match &result {
            Ok(answer) => AttemptOutcome::Answered { status: answer.status, retry_after: answer.retry_after(client.clock.wall_time()) },
            Err(failure) => AttemptOutcome::Failed { fault: failure.fault, taken: self.fate.was_taken(failure) },
        };
        permit.iter_mut().for_each(|permit| permit.set_under_way(matches!(outcome, AttemptOutcome::Failed { taken: true, .. })));
        self.fate.end(outcome, &result);
        let elapsed = client.clock.now().duration_since(sent_at);
        self.note_deprecation(made, &result);
        let backoff = client.clock.jitter(longest_backoff(made));
        if let AttemptOutcome::Answered { status: 429, retry_after } = outcome {
            // Nobody else goes on meanwhile, whatever becomes of this call.
            self.close_limiter(retry_after.unwrap_or(backoff));
        }
        Ok(Attempt { outcome, result, token, elapsed, backoff })
    }

    async fn token(&self, made: u32) -> Result<Arc<BearerToken>, CallError> {
        let asked_at = self.client.clock.now();
        let fetched = AtomicBool::new(false);
        let token = self.client.token.token(self.client, || fetched.store(true, Ordering::Relaxed)).await?;
        if fetched.into_inner() {
            let elapsed = self.client.clock.now().duration_since(asked_at);
            self.log(made, || log::token_fetched(self.operation, elapsed));
        }
        Ok(token)
    }

    fn note_deprecation(&self, made: u32, result: &Result<HttpAnswer, TransportFailure>) {
        let Ok(answer) = result else { return };
        if let Some(warning) = PROCESS.deprecations.take(self.operation, &answer.headers, || self.client.today()) {
            self.warn(made, warning);
        }
    }

    fn http_request(&self, query: &Query, body: Option<Bytes>, token: &BearerToken) -> Result<HttpRequest, CallError> {
        let authorization = token.authorization().ok_or_else(messages::unusable_token)?;
        let mut headers = HeaderMap::with_capacity(8);
        headers.extend(self.client.headers.clone());
        headers.extend(self.options.headers.clone());
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(AUTHORIZATION, authorization);
        if body.is_some() {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        }
        let experimental = match &self.options.experimental {
            Some(given) => given.clone(),
            None => self.operation.experimental.then(|| HeaderValue::from_static("true")),
        };
        headers.extend(experimental.map(|value| (EXPERIMENTAL, value)));
        let method = match self.operation.method {
            Method::Get => reqwest::Method::GET,
            Method::Post => reqwest::Method::POST,
            Method::Put => reqwest::Method::PUT,
        };
        Ok(HttpRequest { method, url: self.url(query), headers, body, timeout: self.options.timeout })
    }

    fn url(&self, query: &Query) -> Url {
        let index = self.operation.index().unwrap_or_default();
        let mut url = self.client.urls[index].clone();
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
        }
        url
    }

    fn reject_token(&self, refused: &Arc<BearerToken>) {
        if let TokenProvider::Fetched(source) = &self.client.token {
            source.reject(refused);
        }
    }

    async fn wait(&self, wait: Duration, reason: WaitReason) {
        self.events.waiting(self.operation.id, reason, wait);
        self.client.clock.sleep_until(self.client.clock.now() + wait).await;
    }

    fn log(&self, made: u32, step: impl FnOnce() -> (String, LogFacts)) {
        tell(self.events, LogLevel::Info, self.operation.id, made, step);
    }

    fn warn(&self, made: u32, warning: String) {
        tell(self.events, LogLevel::Warning, self.operation.id, made, || (warning.clone(), LogFacts::default()));
        self.fate.warn(warning);
    }

    fn close_limiter(&self, wait: Duration) {
        if let Some(limiter) = &self.client.limiter {
            limiter.close_until(&self.client.clock, self.client.clock.now() + wait);
        }
    }

    fn succeed(&self, attempt: Attempt, made: u32) -> Result<Answer, CallError> {
        match attempt.result {
            Ok(mut answer) => {
                if answer.status != self.operation.success {
                    self.warn(made, messages::other_success(self.operation, answer.status));
                }
                envelope::read_answer(self.operation, &mut answer)
                    .map_err(|reason| messages::unreadable(self.operation, &attempt.token.scrub(answer), &reason, self.fate.delivery()))
            }
            Err(failure) => Err(CallError::new(ErrorKind::Internal, failure.reason)),
        }
    }

    fn failure(&self, attempt: Attempt, why: Why, made: u32) -> CallError {
        let delivery = self.fate.delivery();
        match attempt.result {
            Ok(answer) => {
                let retry_after = answer.retry_after(self.client.clock.wall_time());
                let answer = attempt.token.scrub(answer);
                messages::refused(self.operation, &answer, retry_after, why, made, delivery)
            }
            Err(mut failure) => {
                failure.begun = failure.begun.map(|answer| Box::new(attempt.token.scrub(*answer)));
                messages::not_answered(self.operation, &self.client.base_url, &failure, made, delivery)
            }
        }
    }
}
