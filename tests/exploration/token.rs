//! One fetch at a time, shared by all, and nobody left waiting.

use crate::client::token::BearerToken;
use crate::client::token::single_flight::{FetchEnded, Fetched, SingleFlight};
use crate::client::{CallError, ErrorKind};
use crate::outcomes;
use secrecy::SecretString;
use shuttle::future::{block_on, spawn, yield_now};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// A tenant that hands out tokens, and notices when it is asked for two at a time.
#[derive(Clone, Default)]
struct Tenant {
    asked: Arc<AtomicUsize>,
    asking: Arc<AtomicUsize>,
}

impl Tenant {
    /// A fetch that takes a few steps, in which others go on.
    async fn grant(self, fails: bool) -> FetchEnded {
        assert_eq!(self.asking.fetch_add(1, Ordering::SeqCst), 0, "two fetches at a time");
        yield_now().await;
        let number = self.asked.fetch_add(1, Ordering::SeqCst) + 1;
        self.asking.fetch_sub(1, Ordering::SeqCst);
        let token = BearerToken::new(SecretString::from(format!("token-{number}")));
        let result = if fails { Err(CallError::new(ErrorKind::Auth, "refused")) } else { Ok((token, Duration::from_secs(749))) };
        FetchEnded { result, at: Instant::now() }
    }
}

/// What three callers get who come at about the same time.
fn ask_together(flight: &Arc<SingleFlight>, tenant: &Tenant, now: Instant, fails: bool) -> Vec<Fetched> {
    let ask = |_| {
        let (flight, tenant) = (Arc::clone(flight), tenant.clone());
        spawn(async move { flight.token(now, || tenant.grant(fails)).await })
    };
    outcomes((0..3).map(ask).collect::<Vec<_>>())
}

pub fn one_fetch_for_all() {
    let (flight, tenant, now) = (Arc::new(SingleFlight::default()), Tenant::default(), Instant::now());
    assert!(ask_together(&flight, &tenant, now, false).iter().all(Result::is_ok));
    assert_eq!(tenant.asked.load(Ordering::SeqCst), 1);
}

pub fn a_failed_fetch_frees_everyone() {
    let (flight, tenant, now) = (Arc::new(SingleFlight::default()), Tenant::default(), Instant::now());
    assert!(ask_together(&flight, &tenant, now, true).iter().all(Result::is_err), "told to all");
    // The failure is not kept: who comes later asks anew.
    assert!(block_on(flight.token(now, || tenant.clone().grant(false))).is_ok());
    let asked = tenant.asked.load(Ordering::SeqCst);
    assert!((2..=4).contains(&asked), "{asked}: one for all who came together, and one afterwards");
}

pub fn a_refused_token_is_replaced_once() {
    let (flight, tenant, now) = (Arc::new(SingleFlight::default()), Tenant::default(), Instant::now());
    let first = block_on(flight.token(now, || tenant.clone().grant(false))).expect("a token");
    // Three calls got a 401 for the same token at about the same time.
    let callers: Vec<_> = (0..3)
        .map(|_| {
            let (flight, tenant, refused) = (Arc::clone(&flight), tenant.clone(), Arc::clone(&first));
            spawn(async move {
                flight.reject(&refused);
                flight.token(now, || tenant.grant(false)).await.is_ok_and(|token| !Arc::ptr_eq(&token, &refused))
            })
        })
        .collect();
    assert!(outcomes(callers).into_iter().all(|is_another| is_another), "nobody gets the refused one again");
    assert_eq!(tenant.asked.load(Ordering::SeqCst), 2, "one replacement for all");
}
