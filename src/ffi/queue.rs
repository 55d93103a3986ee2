//! What a running call tells, until its reader takes it. Bounded: of logs the newest few hundred are kept and the rest are
//! counted, of progress only the newest, and the result has a place of its own. Nothing here waits for the reader.

use crate::client::{CallEvents, LogEntry, LogFacts, LogLevel, WaitReason, milliseconds};
use crate::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use serde::Serialize;
use serde_json::value::RawValue;
use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// How many log events wait for the reader.
const KEPT_LOGS: usize = 256;

#[derive(Default)]
pub(crate) struct EventQueue {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    logs: VecDeque<String>,
    dropped_logs: u64,
    progress: Option<String>,
    result: ResultPlace,
}

/// The result comes exactly once.
#[derive(Default)]
enum ResultPlace {
    #[default]
    Awaited,
    Ready(String),
    Taken,
}

/// What a reader gets.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Next {
    Event(String),
    TimeIsUp,
    NoMore,
}

#[derive(Serialize)]
#[serde(tag = "event", rename_all = "snake_case")]
enum Event<'a> {
    Log(&'a LogEntry<'a>),
    #[serde(rename_all = "camelCase")]
    Progress {
        message: &'a str,
        operation: &'a str,
        reason: WaitReason,
        wait_ms: u64,
    },
    Result {
        envelope: &'a RawValue,
    },
}

impl EventQueue {
    /// Waits at most `timeout`, or without limit for None.
    pub fn next(&self, timeout: Option<Duration>) -> Next {
        let deadline = timeout.and_then(|timeout| Instant::now().checked_add(timeout));
        let mut state = self.lock();
        loop {
            if let Some(next) = state.take() {
                return next;
            }
            state = match deadline {
                None => self.changed.wait(state).unwrap_or_else(PoisonError::into_inner),
                Some(deadline) => {
                    let left = deadline.saturating_duration_since(Instant::now());
                    if left.is_zero() {
                        return Next::TimeIsUp;
                    }
                    self.changed.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0
                }
            };
        }
    }

    /// The first result counts; what comes later is dropped.
    pub fn finish(&self, envelope: &str) {
        let mut state = self.lock();
        if !matches!(state.result, ResultPlace::Awaited) {
            return;
        }
        // Nobody needs to know of a wait that is over.
        state.progress = None;
        let envelope: &RawValue = serde_json::from_str(envelope).unwrap_or(RawValue::NULL);
        state.result = ResultPlace::Ready(to_json(&Event::Result { envelope }));
        self.changed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn take(&mut self) -> Option<Next> {
        if self.dropped_logs > 0 {
            let message = format!("{} log events were dropped, since nobody read them in time.", std::mem::take(&mut self.dropped_logs));
            let entry = LogEntry { level: LogLevel::Warning, message: &message, operation: "", attempt: 0, facts: LogFacts::default() };
            return Some(Next::Event(to_json(&Event::Log(&entry))));
        }
        if let Some(event) = self.logs.pop_front().or_else(|| self.progress.take()) {
            return Some(Next::Event(event));
        }
        match std::mem::replace(&mut self.result, ResultPlace::Taken) {
            ResultPlace::Ready(event) => Some(Next::Event(event)),
            ResultPlace::Taken => Some(Next::NoMore),
            ResultPlace::Awaited => {
                self.result = ResultPlace::Awaited;
                None
            }
        }
    }
}

impl CallEvents for EventQueue {
    fn is_watched(&self) -> bool {
        true
    }

    fn log(&self, entry: &LogEntry<'_>) {
        let event = to_json(&Event::Log(entry));
        let mut state = self.lock();
        if state.logs.len() == KEPT_LOGS {
            state.logs.pop_front();
            state.dropped_logs += 1;
        }
        state.logs.push_back(event);
        self.changed.notify_all();
    }

    fn waiting(&self, operation: &str, reason: WaitReason, wait: Duration) {
        let message = format!("{operation} waits {:.1} s: {}.", wait.as_secs_f64(), reason.sentence());
        let wait_ms = milliseconds(wait);
        self.lock().progress = Some(to_json(&Event::Progress { message: &message, operation, reason, wait_ms }));
        self.changed.notify_all();
    }
}

fn to_json(event: &Event<'_>) -> String {
    serde_json::to_string(event).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(queue: &EventQueue) -> serde_json::Value {
        match queue.next(Some(Duration::ZERO)) {
            Next::Event(json) => serde_json::from_str(&json).expect("an event is JSON"),
            other => panic!("{other:?} instead of an event"),
        }
    }

    fn log(queue: &EventQueue, message: &str) {
        queue.log(&LogEntry { level: LogLevel::Info, message, operation: "op", attempt: 1, facts: LogFacts::default() });
    }

    #[test]
    fn the_result_comes_once_and_last() {
        let queue = EventQueue::default();
        assert_eq!(queue.next(Some(Duration::ZERO)), Next::TimeIsUp);
        queue.finish(r#"{"ok":true}"#);
        queue.finish(r#"{"ok":false}"#);
        log(&queue, "late");
        assert_eq!(event(&queue)["message"], "late");
        assert_eq!(event(&queue), serde_json::json!({ "event": "result", "envelope": { "ok": true } }));
        assert_eq!(queue.next(None), Next::NoMore);
    }

    #[test]
    fn logs_beyond_the_bound_are_counted() {
        let queue = EventQueue::default();
        for number in 0..KEPT_LOGS + 3 {
            log(&queue, &number.to_string());
        }
        assert_eq!(event(&queue)["message"], "3 log events were dropped, since nobody read them in time.");
        assert_eq!(event(&queue)["message"], "3", "the oldest went first");
    }

    #[test]
    fn only_the_newest_progress_is_kept() {
        let queue = EventQueue::default();
        queue.waiting("op", WaitReason::Limiter, Duration::from_secs(9));
        queue.waiting("op", WaitReason::RetryAfter, Duration::from_secs(60));
        let progress = event(&queue);
        assert_eq!((progress["waitMs"].as_u64(), progress["reason"].as_str()), (Some(60_000), Some("retry_after")));
        assert_eq!(queue.next(Some(Duration::ZERO)), Next::TimeIsUp);
    }

    #[test]
    fn a_reader_that_waits_is_woken() {
        let queue = EventQueue::default();
        std::thread::scope(|scope| {
            let reader = scope.spawn(|| queue.next(None));
            queue.finish("{}");
            assert_eq!(reader.join().expect("no panic"), Next::Event(r#"{"event":"result","envelope":{}}"#.to_owned()));
        });
    }
}
