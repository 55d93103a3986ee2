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
use std::ops::Deref;
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

/// A client's part in a limiter. What it asks for goes with it.
pub(in crate::client) struct LimiterShare {
    limiter: Arc<Limiter>,
    client: u64,
}

impl Deref for LimiterShare {
    type Target = Arc<Limiter>;

    fn deref(&self) -> &Arc<Limiter> {
        &self.limiter
    }
}

impl Drop for LimiterShare {
    fn drop(&mut self) {
        self.limiter.lock().part(self.client);
    }
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
    ) -> Result<LimiterShare, CallError> {
        let mut entries = self.entries.lock().unwrap_or_else(PoisonError::into_inner);
        entries.retain(|_, limiter| !limiter.lock().is_at_rest(clock.now()));
        let owner = (key.base_url.clone(), key.api_version.clone());
        let limiter = entries.entry(key).or_insert_with(|| Arc::new(Limiter::new(settings)));
        let mut shared = limiter.file.lock().unwrap_or_else(PoisonError::into_inner);
        if !limiter.lock().is_used() {
            *shared = None;
        }
        if let Some(path) = path {
            *shared = Some(share(shared.as_ref(), path, &owner, clock)?);
        }
        drop(shared);
        let client = limiter.lock().join(settings);
        Ok(LimiterShare { limiter: Arc::clone(limiter), client })
    }
}

/// The file at `path`, unless the clients that are there use another one.
fn share(used: Option<&Arc<LimiterFile>>, path: &Path, owner: &(String, String), clock: &dyn Clock) -> Result<Arc<LimiterFile>, CallError> {
    match used {
        Some(file) if file.path() == path => Ok(Arc::clone(file)),
        Some(file) => Err(CallError::new(ErrorKind::Config, two_files(file, path))),
        None => match LimiterFile::open(path, &owner.0, &owner.1, clock) {
            Ok(file) => Ok(Arc::new(file)),
            Err(trouble) => Err(CallError::new(ErrorKind::Config, trouble.0)),
        },
    }
}

fn two_files(used: &LimiterFile, path: &Path) -> String {
    format!(
        "limiterFile is {}, but another client of this program with the same client id uses {}. Give both the same file, or end \
         that client first (Disconnect-SailPointTenant).",
        path.display(),
        used.name()
    )
}
