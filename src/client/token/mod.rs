//! The bearer token of one client id: fetched once however many calls wait, kept until shortly before it expires, and shared
//! by every client of the process that gives the same secret.

mod bearer;
mod endpoint;
mod scrub;
pub(crate) mod single_flight;

pub(crate) use bearer::BearerToken;
pub(in crate::client) use bearer::digest;

use super::clock::Clock;
use super::transport::Transport;
use endpoint::TokenEndpoint;
use reqwest::Url;
use reqwest::header::HeaderMap;
use secrecy::SecretString;
use single_flight::{FetchEnded, Fetched, SingleFlight};
use std::sync::Arc;
use std::time::Instant;

/// Who shares a token. The digest keeps a client with a wrong secret away from a token that another one earned.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct TokenKey {
    pub token_url: String,
    pub client_id: String,
    pub secret_digest: [u8; 32],
}

/// Where a token comes from. The secret is wiped with the last client and the last fetch.
pub(super) struct TokenSource {
    endpoint: Arc<TokenEndpoint>,
    flight: Arc<SingleFlight>,
}

/// How the client that asks reaches the token endpoint: clients that share a token may have other proxies and timeouts.
pub(super) struct FetchContext {
    pub transport: Arc<Transport>,
    /// Those of the configuration, which a gateway may want.
    pub headers: HeaderMap,
    pub clock: Arc<dyn Clock>,
}

impl TokenKey {
    pub fn new(token_url: &Url, client_id: &str, client_secret: &SecretString) -> Self {
        Self { token_url: token_url.to_string(), client_id: client_id.to_owned(), secret_digest: digest(client_secret) }
    }
}

impl TokenSource {
    pub fn new(token_url: Url, client_id: String, client_secret: SecretString) -> Self {
        Self { endpoint: Arc::new(TokenEndpoint::new(token_url, client_id, client_secret)), flight: Arc::default() }
    }

    /// A token that is good at `now`; `context` is asked for only where one is fetched.
    pub async fn token(&self, now: Instant, context: impl FnOnce() -> FetchContext) -> Fetched {
        let fetch = || {
            let (endpoint, context) = (Arc::clone(&self.endpoint), context());
            async move {
                let result = endpoint.fetch(&context).await;
                FetchEnded { result, at: context.clock.now() }
            }
        };
        self.flight.token(now, fetch).await
    }

    /// The tenant refused `token`; unless a newer one is there already, the next use fetches one.
    pub fn reject(&self, token: &Arc<BearerToken>) {
        self.flight.reject(token);
    }
}

#[cfg(test)]
mod tests;
