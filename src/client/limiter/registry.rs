//! The limiters of the process, one a client id and API version of a tenant. [`crate::client::process`] holds them.
//!
//! What was sent counts for a window, whether or not the client that sent it is still there: a program that makes a client a
//! call meets the same limit. So a limiter stays until it is at rest and nobody uses it.

use super::file::LimiterFile;
use super::{Limiter, LimiterSettings};
use crate::client::clock::Clock;
use crate::client::error::{CallError, ErrorKind};
use crate::sync::PoisonError;
use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex};

/// Who shares a limiter.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(in crate::client) struct LimiterKey {
    pub base_url: String,
    /// For a given access token, whose client id is not known, a digest of the token.
    pub client_id: String,
    pub api_version: String,
}

#[derive(Default)]
pub(in crate::client) struct Limiters {
    entries: Mutex<HashMap<LimiterKey, Arc<Limiter>>>,
}

impl Limiters {
    /// The limiter of a new client, made where there is none. The lowest limit that a client asks for and the file that one
    /// names hold for all that share the limiter.
    ///
    /// # Errors
    /// Kind `config`, if the file can't be used, or another client that is still there names another one.
    pub fn join(
        &self,
        key: LimiterKey,
        settings: LimiterSettings,
        path: Option<&Path>,
        clock: &dyn Clock,
    ) -> Result<Arc<Limiter>, CallError> {
        let file = path.map(|path| LimiterFile::open(path, &key.base_url, &key.api_version, clock)).transpose();
        let file = file.map_err(|trouble| CallError::new(ErrorKind::Config, trouble.0))?.map(Arc::new);
        let mut entries = self.entries.lock().unwrap_or_else(PoisonError::into_inner);
        entries.retain(|_, limiter| limiter.is_used() || !limiter.lock().is_at_rest(clock.now()));
        let limiter = entries.entry(key).or_insert_with(|| Arc::new(Limiter::new(settings)));
        let mut shared = limiter.file.lock().unwrap_or_else(PoisonError::into_inner);
        if !limiter.is_used() {
            limiter.lock().set(settings);
            *shared = file;
        } else {
            if let (Some(shared), Some(file)) = (&*shared, &file)
                && shared.path() != file.path()
            {
                return Err(CallError::new(ErrorKind::Config, two_files(shared, file)));
            }
            limiter.lock().narrow(settings);
            *shared = shared.take().or(file);
        }
        drop(shared);
        Ok(Arc::clone(limiter))
    }
}

fn two_files(shared: &LimiterFile, file: &LimiterFile) -> String {
    format!(
        "limiterFile is {}, but another client of this program with the same client id uses {}. Give both the same file.",
        file.name(),
        shared.name()
    )
}

impl Limiter {
    /// Whether anybody but the registry holds it.
    fn is_used(self: &Arc<Self>) -> bool {
        Arc::strong_count(self) > 1
    }
}
