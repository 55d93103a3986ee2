//! The tenant: takes requests that [`crate::server`] read, and decides what is replied.
//!
//! One lock guards all state, and is never held while something delays.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use sailpoint_access_requests::operations::Operation;

use crate::clock::MonotonicClock;
use crate::control;
use crate::errors::ApiError;
use crate::faults::{self, Effect, Fault, FaultList, Reply};
use crate::http::{Request, RequestHead, Response};
use crate::latency::RequestDelays;
use crate::oauth::{self, Credentials, TokenStore};
use crate::operations;
use crate::rate_limit::RateLimiter;
use crate::recorder::Recorder;
use crate::routes::{self, Route};
use crate::seed;
use crate::settings::Settings;
use crate::store::{IdGenerator, Store};

/// Added to the seed, so that each of them has a random generator of its own and takes no draw from the others.
const TRACKING_ID_GENERATOR: u64 = 2;
const FAULT_GENERATOR: u64 = 3;

pub struct Tenant {
    settings: Settings,
    seed: u64,
    credentials: Credentials,
    panics: AtomicU64,
    in_flight: AtomicU64,
    state: Mutex<State>,
}

/// What requests read and change.
pub struct State {
    pub clock: MonotonicClock,
    pub store: Store,
    pub tokens: TokenStore,
    pub rate_limiter: RateLimiter,
    pub faults: FaultList,
    pub recorder: Recorder,
    tracking_ids: IdGenerator,
    random: fastrand::Rng,
}

/// What was decided about a request when its head was read.
#[derive(Debug)]
pub struct RequestContext {
    pub request_id: String,
    pub delays: RequestDelays,
    route: Route,
    fault: Option<Arc<Fault>>,
}

impl RequestContext {
    /// How long its fault delays it, beside the latency.
    pub fn fault_delay(&self) -> Duration {
        self.fault.as_ref().map_or(Duration::ZERO, |fault| fault.effect.delay())
    }

    /// Whether its connection is reset at once: the body is not read, and nothing acted on.
    pub fn is_reset_before_reading(&self) -> bool {
        self.fault.as_ref().is_some_and(|fault| fault.effect == Effect::ResetBeforeReading)
    }
}

/// Counts a request as in flight until it is dropped, also where its connection breaks before the reply is decided.
pub struct InFlightGuard<'a>(&'a AtomicU64);

impl Drop for InFlightGuard<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

impl Tenant {
    pub fn new(settings: Settings, seed: u64) -> Self {
        let (client_id, client_secret) = seed::client(seed);
        let credentials = Credentials {
            client_id: settings.client_id.clone().unwrap_or(client_id),
            client_secret: settings.client_secret.clone().unwrap_or(client_secret),
            control_token: oauth::random_token(),
        };
        let state = State {
            clock: MonotonicClock::new(),
            store: seed::store(seed, settings.requests),
            tokens: TokenStore::new(&settings.access_tokens, &credentials.client_id),
            rate_limiter: RateLimiter::default(),
            faults: FaultList::new(&settings.faults, seed.wrapping_add(FAULT_GENERATOR)),
            recorder: Recorder::new(),
            tracking_ids: IdGenerator::new(seed.wrapping_add(TRACKING_ID_GENERATOR)),
            random: fastrand::Rng::with_seed(seed),
        };
        Self { settings, seed, credentials, panics: AtomicU64::new(0), in_flight: AtomicU64::new(0), state: Mutex::new(state) }
    }

    pub fn credentials(&self) -> &Credentials {
        &self.credentials
    }

    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Counts a request when its head was read, finds its route, and chooses its fault.
    pub fn begin_request(&self, head: &RequestHead) -> RequestContext {
        let mut state = self.lock();
        let route = routes::find(&head.method, head.path());
        let fault = match &route {
            Route::Token => {
                state.recorder.token_requested();
                state.faults.apply(faults::TOKEN)
            }
            Route::Operation(operation) => {
                state.recorder.arrived(operation.id);
                state.faults.apply(operation.id)
            }
            Route::Control(_) | Route::Error(_) => None,
        };
        if fault.as_ref().is_some_and(|fault| fault.effect == Effect::ExpireToken) {
            state.tokens.expire_all();
        }
        let delays = if matches!(route, Route::Operation(_)) {
            let connecting = Duration::from_millis(self.settings.cold_ms);
            self.settings.latency_ms.delays(connecting, &mut state.random)
        } else {
            RequestDelays::default()
        };
        RequestContext { request_id: state.tracking_ids.next(), delays, route, fault }
    }

    /// What is replied to the request. Acting and counting what was acted on happen under one lock.
    pub fn handle(&self, context: &RequestContext, request: &Request) -> Reply {
        let mut state = self.lock();
        let reply = match &context.fault {
            Some(fault) => fault.effect.reply(&context.request_id, || self.execute(&mut state, context, request)),
            None => Reply::Response(self.execute(&mut state, context, request)),
        };
        if !matches!(context.route, Route::Control(_)) {
            log(&mut state, context, request, &reply);
        }
        reply
    }

    /// Does what the request asks for.
    fn execute(&self, state: &mut State, context: &RequestContext, request: &Request) -> Response {
        let now = state.clock.now_ms();
        match &context.route {
            Route::Token => {
                let response = state.tokens.grant(request, &self.credentials, self.settings.expires_in, now);
                if response.status == 200 {
                    state.recorder.token_granted();
                }
                response
            }
            Route::Operation(operation) => {
                self.execute_operation(state, operation, request, now).unwrap_or_else(|error| error.response(&context.request_id))
            }
            Route::Error(error) => error.response(&context.request_id),
            Route::Control(path) => control::handle(self, state, path, request).unwrap_or_else(|error| error.response(&context.request_id)),
        }
    }

    fn execute_operation(
        &self,
        state: &mut State,
        operation: &'static Operation,
        request: &Request,
        now: u64,
    ) -> Result<Response, ApiError> {
        let client_id = state.tokens.authorize(request.head.header("authorization"), now)?;
        if let Some(limit) = &self.settings.limit {
            state.rate_limiter.admit(client_id, routes::VERSION, limit, now).map_err(ApiError::RateLimited)?;
        }
        let success = operations::dispatch(operation, request, &self.settings, &mut state.store, now)?;
        state.recorder.acted(operation.id, &success.acted_on);
        Ok(success.response)
    }

    /// Back to the beginning, except that tokens and the clock stay as they are.
    pub fn reset(&self, state: &mut State) {
        state.store = seed::store(self.seed, self.settings.requests);
        state.rate_limiter = RateLimiter::default();
        state.faults = FaultList::new(&self.settings.faults, self.seed.wrapping_add(FAULT_GENERATOR));
        state.recorder = Recorder::new();
    }

    /// A handler that panicked left the lock poisoned; what it did to the state is no secret, and the exit code tells of it.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A request is in flight from when its head was read until its reply is decided.
    pub fn count_in_flight(&self) -> InFlightGuard<'_> {
        self.in_flight.fetch_add(1, Ordering::SeqCst);
        InFlightGuard(&self.in_flight)
    }

    /// How many requests are in flight.
    pub fn in_flight(&self) -> u64 {
        self.in_flight.load(Ordering::SeqCst)
    }

    pub fn count_panic(&self) {
        self.panics.fetch_add(1, Ordering::Relaxed);
    }

    /// How many requests made a handler panic.
    pub fn panics(&self) -> u64 {
        self.panics.load(Ordering::Relaxed)
    }
}

fn log(state: &mut State, context: &RequestContext, request: &Request, reply: &Reply) {
    let operation = if let Route::Operation(operation) = &context.route { Some(operation.id) } else { None };
    let hide_body = matches!(context.route, Route::Token);
    state.recorder.log(&context.request_id, operation, request, reply.status(), hide_body);
}
