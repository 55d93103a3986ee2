//! The tenant: takes requests that [`crate::server`] read, and decides what they are answered.
//!
//! One lock guards all state, and is never held while something waits.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use sailpoint_access_requests::operations::Operation;

use crate::clock::Clock;
use crate::control;
use crate::errors::Refusal;
use crate::faults::{self, Effect, Fault, Faults, Reply};
use crate::http::{Head, Request, Response};
use crate::latency::Waits;
use crate::limit::Limiter;
use crate::oauth::{self, Credentials, Tokens};
use crate::observer::Observer;
use crate::operations;
use crate::routes::{self, Route};
use crate::seed;
use crate::settings::Settings;
use crate::store::{Ids, Store};

pub struct Tenant {
    settings: Settings,
    seed: u64,
    credentials: Credentials,
    panics: AtomicU64,
    under_way: AtomicU64,
    state: Mutex<State>,
}

/// What requests read and change.
pub struct State {
    pub clock: Clock,
    pub store: Store,
    pub tokens: Tokens,
    pub limiter: Limiter,
    pub faults: Faults,
    pub observer: Observer,
    tracking_ids: Ids,
    random: fastrand::Rng,
}

/// A request whose head was read: where it goes, and what was decided about it already.
#[derive(Debug)]
pub struct Arrival {
    pub request_id: String,
    /// How long to wait before it is acted on, and before it is answered.
    pub waits: Waits,
    route: Route,
    fault: Option<Arc<Fault>>,
}

impl Arrival {
    /// How long a fault lets it wait, beside the latency.
    pub fn delay(&self) -> Duration {
        self.fault.as_ref().map_or(Duration::ZERO, |fault| fault.effect.delay())
    }

    /// Whether its connection is reset at once: the body is not read, and nothing acted on.
    pub fn is_reset_unread(&self) -> bool {
        self.fault.as_ref().is_some_and(|fault| fault.effect == Effect::ResetBeforeReading {})
    }
}

/// Counts a request as under way while it lives, also where its connection breaks before it is decided.
pub struct UnderWay<'a>(&'a AtomicU64);

impl Drop for UnderWay<'_> {
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
            clock: Clock::new(),
            store: seed::store(seed, settings.requests),
            tokens: Tokens::new(&settings.access_tokens, &credentials.client_id),
            limiter: Limiter::default(),
            faults: Faults::new(&settings.faults, seed.wrapping_add(3)),
            observer: Observer::new(),
            tracking_ids: Ids::new(seed.wrapping_add(2)),
            random: fastrand::Rng::with_seed(seed),
        };
        Self { settings, seed, credentials, panics: AtomicU64::new(0), under_way: AtomicU64::new(0), state: Mutex::new(state) }
    }

    pub fn credentials(&self) -> &Credentials {
        &self.credentials
    }

    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Counts a request by its head, and says what its body's reader has to know.
    pub fn arrive(&self, head: &Head) -> Arrival {
        let mut state = self.lock();
        let route = routes::find(&head.method, head.path());
        let fault = match &route {
            Route::Token => {
                state.observer.token_requested();
                state.faults.apply(faults::TOKEN)
            }
            Route::Operation(operation) => {
                state.observer.arrived(operation.id);
                state.faults.apply(operation.id)
            }
            Route::Control(_) | Route::Refused(_) => None,
        };
        if fault.as_ref().is_some_and(|fault| fault.effect == Effect::ExpireToken {}) {
            state.tokens.expire_all();
        }
        let waits = if matches!(route, Route::Operation(_)) {
            let cold = Duration::from_millis(self.settings.cold_ms);
            self.settings.latency_ms.waits(cold, &mut state.random)
        } else {
            Waits::default()
        };
        Arrival { request_id: state.tracking_ids.next(), waits, route, fault }
    }

    /// What the request gets. Acting and counting what was acted on happen under one lock.
    pub fn answer(&self, arrival: &Arrival, request: &Request) -> Reply {
        let mut state = self.lock();
        let reply = match &arrival.fault {
            Some(fault) => fault.effect.reply(&arrival.request_id, || self.act(&mut state, arrival, request)),
            None => Reply::Answer(self.act(&mut state, arrival, request)),
        };
        if !matches!(arrival.route, Route::Control(_)) {
            log(&mut state, arrival, request, &reply);
        }
        reply
    }

    /// Does what the request asks for.
    fn act(&self, state: &mut State, arrival: &Arrival, request: &Request) -> Response {
        let now = state.clock.now_ms();
        match &arrival.route {
            Route::Token => {
                let response = state.tokens.grant(request, &self.credentials, self.settings.expires_in, now);
                if response.status == 200 {
                    state.observer.token_granted();
                }
                response
            }
            Route::Operation(operation) => {
                self.operate(state, operation, request, now).unwrap_or_else(|refusal| refusal.response(&arrival.request_id))
            }
            Route::Refused(refusal) => refusal.response(&arrival.request_id),
            Route::Control(path) => {
                control::answer(self, state, path, request).unwrap_or_else(|refusal| refusal.response(&arrival.request_id))
            }
        }
    }

    fn operate(&self, state: &mut State, operation: &'static Operation, request: &Request, now: u64) -> Result<Response, Refusal> {
        let client_id = state.tokens.authorize(request.head.header("authorization"), now)?;
        if let Some(limit) = &self.settings.limit {
            state.limiter.admit(client_id, routes::VERSION, limit, now).map_err(Refusal::RateLimited)?;
        }
        let done = operations::perform(operation, request, &self.settings, &mut state.store, now)?;
        state.observer.acted(operation.id, &done.acted_on);
        Ok(done.response)
    }

    /// Back to the beginning, except that tokens and the clock stay as they are.
    pub fn reset(&self, state: &mut State) {
        state.store = seed::store(self.seed, self.settings.requests);
        state.limiter = Limiter::default();
        state.faults = Faults::new(&self.settings.faults, self.seed.wrapping_add(3));
        state.observer = Observer::new();
    }

    /// A handler that panicked left the lock poisoned; what it did to the state is no secret, and the exit code tells of it.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A request is under way from when its head was read until it is decided what it gets.
    pub fn begin(&self) -> UnderWay<'_> {
        self.under_way.fetch_add(1, Ordering::SeqCst);
        UnderWay(&self.under_way)
    }

    /// How many requests are under way.
    pub fn under_way(&self) -> u64 {
        self.under_way.load(Ordering::SeqCst)
    }

    pub fn note_panic(&self) {
        self.panics.fetch_add(1, Ordering::Relaxed);
    }

    /// How many requests made a handler panic.
    pub fn panics(&self) -> u64 {
        self.panics.load(Ordering::Relaxed)
    }
}

fn log(state: &mut State, arrival: &Arrival, request: &Request, reply: &Reply) {
    let operation = if let Route::Operation(operation) = &arrival.route { Some(operation.id) } else { None };
    let secret = matches!(arrival.route, Route::Token);
    state.observer.log(&arrival.request_id, operation, request, reply.status(), secret);
}
