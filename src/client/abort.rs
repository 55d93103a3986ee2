//! How a call is ended from outside: by the reader of its events, or by the Rust program that awaits it.

use std::sync::Arc;
use tokio::sync::watch;

/// Ends a call from outside. Clones end the same call.
#[derive(Clone)]
pub struct AbortHandle {
    aborted: Arc<watch::Sender<bool>>,
}

impl Default for AbortHandle {
    fn default() -> Self {
        Self { aborted: Arc::new(watch::Sender::new(false)) }
    }
}

impl AbortHandle {
    /// Returns at once; the call's envelope follows.
    pub fn abort(&self) {
        self.aborted.send_replace(true);
    }

    /// Ends when the call is aborted; never, if it is not.
    pub(super) async fn aborted(&self) {
        let mut receiver = self.aborted.subscribe();
        // The sender lives in self, so the wait ends only when the value is true.
        let _ = receiver.wait_for(|aborted| *aborted).await;
    }
}
