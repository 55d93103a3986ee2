//! Keeps all callers of one client id below the service's limit: at most so many requests in any window of time.
//!
//! The service allows 100 requests in 10 s per client id and API version (V2024 reference, "Rate limits"). An entry counts
//! from the moment its request goes out until a window after its answer came, so that no clock and no latency on the way can
//! make the tenant see more. One whose answer did not come may still be on its way, and counts a window longer. Callers are
//! served in the order they came. A 429 closes the limiter for everyone until its `Retry-After`.
//!
//! [`window`] is what one process remembers, [`shared`] what the processes of a machine write into a file that they share,
//! and [`registry`] finds the limiter of a client. Here they are waited for.

mod file;
mod registry;
mod shared;
#[cfg(test)]
mod simulation;
#[cfg(test)]
mod tests;
mod window;

pub(super) use registry::{LimiterKey, LimiterShare, Limiters};
pub(super) use shared::SLOTS as MOST_WITH_FILE;

use super::clock::{Clock, Sleep, milliseconds};
use super::events::{CallEvents, LogFacts, LogLevel, WaitReason, tell};
use crate::sync::{Mutex, MutexGuard, PoisonError};
use file::{FileError, LimiterFile};
use shared::{Entry, SharedTurn};
use std::future::poll_fn;
use std::sync::Arc;
use std::task::Poll;
use std::time::{Duration, Instant};
use window::{Turn, Window};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LimiterSettings {
    /// 0 turns the limiter off for this client.
    pub requests_per_window: usize,
    pub window: Duration,
}

/// Waits longer than this are told.
const TOLD_WAIT: Duration = Duration::from_secs(1);
/// How long a file that somebody else keeps locked is waited for. A process holds the lock for microseconds, unless it is
/// stopped in the middle.
const LOCK_TIMEOUT: Duration = Duration::from_secs(30);
/// The pause before the next try for the lock, to which chance adds as much again three times over.
const LOCK_PAUSE: Duration = Duration::from_millis(1);

pub(crate) struct Limiter {
    window: Mutex<Window>,
    /// Shared with other processes, where a client names one.
    file: Mutex<Option<Arc<LimiterFile>>>,
}

/// Permission for one request. Its window begins when it is dropped, which is when the answer has come.
pub(crate) struct Permit {
    limiter: Arc<Limiter>,
    clock: Arc<dyn Clock>,
    /// Why it was waited for, if it was.
    pub awaited: WaitReason,
    entry: Option<(Arc<LimiterFile>, Entry)>,
    /// Whether the tenant may count the request later than it is given up here.
    is_under_way: bool,
}

/// Why there is no permission.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Denied {
    /// A wait that would outlive the deadline.
    Wait(Delay),
    /// The file that is shared can't be used.
    File(FileError),
}

/// A wait that nobody has the time for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Delay {
    pub wait: Duration,
    /// `RetryAfter` where the tenant closed the limiter, else `Limiter`.
    pub reason: WaitReason,
}

impl Limiter {
    pub fn new(settings: LimiterSettings) -> Self {
        Self { window: Mutex::new(Window::new(settings)), file: Mutex::default() }
    }

    /// Waits for permission; dropping the future gives the place in the queue up. A wait that would outlive `deadline` is not
    /// begun, and the error tells it. `timeout` is what the request may take once it has permission.
    pub async fn acquire(
        self: &Arc<Self>,
        clock: &Arc<dyn Clock>,
        operation: &str,
        events: &dyn CallEvents,
        deadline: Option<Instant>,
        timeout: Duration,
    ) -> Result<Permit, Denied> {
        let place = Place { ticket: self.lock().enter(), limiter: self };
        let mut wait = Wait { clock, operation, events, deadline, told: None, reason: WaitReason::Limiter, locked_since: None };
        loop {
            self.first_with_room(&place, &mut wait).await?;
            let Some(file) = self.file() else {
                self.lock().take();
                return Ok(self.permit(&wait, None));
            };
            // Only the first in the queue asks the file, so that within the process the order holds there too.
            match self.ask(&file, clock, timeout).map_err(Denied::File)? {
                Some(SharedTurn::Granted(entry)) => {
                    self.lock().take();
                    return Ok(self.permit(&wait, Some((file, entry))));
                }
                Some(SharedTurn::After(span, reason)) => {
                    wait.locked_since = None;
                    wait.until(clock.now() + span, reason).await?;
                }
                None => wait.for_lock(&file).await?,
            }
        }
    }

    /// Nobody gets permission before `instant`.
    pub fn close_until(&self, clock: &Arc<dyn Clock>, instant: Instant) {
        self.lock().close_until(instant);
        let Some(file) = self.file() else { return };
        let opens = file::since_1970(clock.wall_time()).saturating_add(milliseconds(instant.saturating_duration_since(clock.now())));
        file.note(clock, move |log| log.close_until(opens));
    }

    /// Waits until the place is the first and this process has room.
    async fn first_with_room(&self, place: &Place<'_>, wait: &mut Wait<'_>) -> Result<(), Denied> {
        let mut alarm: Option<(Instant, Sleep)> = None;
        let next = poll_fn(|context| {
            loop {
                // The waker is stored under the same lock as the look, so that no wake-up is lost in between.
                let turn = self.lock().look(place.ticket, wait.clock.now(), context.waker());
                match turn {
                    Turn::Free => return Poll::Ready(Ok(())),
                    Turn::At(instant, reason) => {
                        wait.begin(instant, reason)?;
                        // A wake-up that changes nothing finds the alarm set.
                        let mut set = alarm.take_if(|(at, _)| *at == instant).unwrap_or_else(|| (instant, wait.clock.sleep_until(instant)));
                        if set.1.as_mut().poll(context).is_pending() {
                            alarm = Some(set);
                            return Poll::Pending;
                        }
                    }
                    // Nobody can bring this moment nearer.
                    Turn::Later(opens, WaitReason::RetryAfter) => {
                        wait.begin(opens, WaitReason::RetryAfter)?;
                        return Poll::Pending;
                    }
                    Turn::Later(instant, reason) => {
                        wait.tell(instant, reason);
                        return Poll::Pending;
                    }
                }
            }
        });
        next.await
    }

    /// What the file says now; None where somebody else has it locked.
    fn ask(&self, file: &LimiterFile, clock: &Arc<dyn Clock>, timeout: Duration) -> Result<Option<SharedTurn>, FileError> {
        let settings = self.lock().settings();
        file.change(clock.as_ref(), |log| log.take(settings, timeout))
    }

    fn permit(self: &Arc<Self>, wait: &Wait<'_>, entry: Option<(Arc<LimiterFile>, Entry)>) -> Permit {
        Permit { limiter: Arc::clone(self), clock: Arc::clone(wait.clock), awaited: wait.reason, entry, is_under_way: false }
    }

    fn file(&self) -> Option<Arc<LimiterFile>> {
        self.file.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn lock(&self) -> MutexGuard<'_, Window> {
        self.window.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Permit {
    /// True from before the request goes out until it is known that it was answered or never taken.
    pub fn set_under_way(&mut self, is_under_way: bool) {
        self.is_under_way = is_under_way;
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        let mut state = self.limiter.lock();
        let window = state.settings().window;
        // When a request arrives that nobody waits for any more is not known, so it has a window for that.
        let arrival = if self.is_under_way { window } else { Duration::ZERO };
        state.finish(self.clock.now() + arrival);
        drop(state);
        if let Some((file, entry)) = self.entry.take() {
            // Rounded up, since the answer came after the millisecond began.
            let leaves = file::since_1970(self.clock.wall_time()).saturating_add(1).saturating_add(milliseconds(arrival + window));
            file.note(&self.clock, move |log| log.release(entry, leaves));
        }
    }
}

/// A place in the queue, given up when the caller goes away.
struct Place<'a> {
    ticket: u64,
    limiter: &'a Limiter,
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.limiter.lock().leave(self.ticket);
    }
}

/// One caller's waiting, and what it was told of it.
struct Wait<'a> {
    clock: &'a Arc<dyn Clock>,
    operation: &'a str,
    events: &'a dyn CallEvents,
    deadline: Option<Instant>,
    /// The end of the wait that was told last.
    told: Option<Instant>,
    /// `RetryAfter` as soon as any of the wait was the tenant's wish.
    reason: WaitReason,
    locked_since: Option<Instant>,
}

impl Wait<'_> {
    async fn until(&mut self, instant: Instant, reason: WaitReason) -> Result<(), Denied> {
        self.begin(instant, reason)?;
        self.clock.sleep_until(instant).await;
        Ok(())
    }

    /// Tells a wait that is sure, unless it would outlive the deadline.
    fn begin(&mut self, instant: Instant, reason: WaitReason) -> Result<(), Denied> {
        if self.deadline.is_some_and(|deadline| instant >= deadline) {
            let wait = instant.saturating_duration_since(self.clock.now());
            return Err(Denied::Wait(Delay { wait, reason }));
        }
        self.tell(instant, reason);
        Ok(())
    }

    /// Tells a wait that is worth it, and again where it became longer.
    fn tell(&mut self, instant: Instant, reason: WaitReason) {
        if reason == WaitReason::RetryAfter {
            self.reason = reason;
        }
        let wait = instant.saturating_duration_since(self.clock.now());
        if wait >= TOLD_WAIT && self.told.is_none_or(|told| instant >= told + TOLD_WAIT) {
            self.told = Some(instant);
            self.events.waiting(self.operation, reason, wait);
        }
    }

    async fn for_lock(&mut self, file: &LimiterFile) -> Result<(), Denied> {
        let now = self.clock.now();
        let since = *self.locked_since.get_or_insert(now);
        if now.duration_since(since) >= LOCK_TIMEOUT {
            return Err(Denied::File(file.locked_too_long()));
        }
        let pause = lock_pause(self.clock.as_ref());
        let (before, after) = (now.duration_since(since), now.duration_since(since) + pause);
        if before < TOLD_WAIT && after >= TOLD_WAIT {
            let message = format!("{}: another process holds the lock of {}; trying on.", self.operation, file.name());
            tell(self.events, LogLevel::Info, self.operation, 0, || (message, LogFacts::default()));
        }
        self.clock.sleep_until(now + pause).await;
        Ok(())
    }
}

/// Differs from caller to caller, so that processes don't try at the same moments.
fn lock_pause(clock: &dyn Clock) -> Duration {
    LOCK_PAUSE + clock.jitter(LOCK_PAUSE * 3)
}
