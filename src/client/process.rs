//! What all clients of the process share, each thing in one registry: limiters, tokens, connection pools, the counters, and
//! which operations' ends were told.
//!
//! A registry holds weak references: when the last client that uses an entry goes, the entry goes, and a token's secret with it.
//! A limiter stays until what was sent no longer counts.

use super::deprecation::DeprecationNotices;
use super::limiter::Limiters;
use super::metrics::Metrics;
use super::token::{TokenKey, TokenSource};
use super::transport::{Transport, TransportKey};
use once_cell::sync::Lazy;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError, Weak};

pub(super) static PROCESS: Lazy<Process> = Lazy::new(Process::default);

#[derive(Default)]
pub(super) struct Process {
    pub limiters: Limiters,
    pub tokens: Registry<TokenKey, TokenSource>,
    pub transports: Registry<TransportKey, Transport>,
    pub metrics: Metrics,
    pub deprecations: DeprecationNotices,
}

/// The counters of this process as JSON.
#[must_use]
pub fn metrics_json() -> String {
    PROCESS.metrics.to_json()
}

pub(super) struct Registry<K, V> {
    entries: Mutex<HashMap<K, Weak<V>>>,
}

impl<K, V> Default for Registry<K, V> {
    fn default() -> Self {
        Self { entries: Mutex::new(HashMap::new()) }
    }
}

impl<K: Eq + Hash, V> Registry<K, V> {
    /// The living entry of this key, else a new one.
    pub fn get_or_try_insert<E>(&self, key: K, make: impl FnOnce() -> Result<V, E>) -> Result<Arc<V>, E> {
        let mut entries = self.entries.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(entry) = entries.get(&key).and_then(Weak::upgrade) {
            return Ok(entry);
        }
        let entry = Arc::new(make()?);
        entries.retain(|_, other| other.strong_count() > 0);
        entries.insert(key, Arc::downgrade(&entry));
        Ok(entry)
    }
}
