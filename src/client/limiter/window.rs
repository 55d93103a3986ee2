//! What one process remembers of a client id's requests, and who is next: a state machine without clock or I/O of its own.

use super::LimiterSettings;
use crate::client::events::WaitReason;
use std::collections::VecDeque;
use std::task::Waker;
use std::time::Instant;

pub(super) struct Window {
    /// The narrowest of what clients ask for.
    settings: LimiterSettings,
    /// What each client asks for, by a number of its own.
    asked: Vec<(u64, LimiterSettings)>,
    in_flight: usize,
    /// When each finished request leaves the window, soonest first.
    leaving: VecDeque<Instant>,
    closed_until: Option<Instant>,
    /// Callers in the order they came, and so by ticket.
    queue: VecDeque<Waiter>,
    next_ticket: u64,
}

struct Waiter {
    ticket: u64,
    waker: Option<Waker>,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Turn {
    /// The caller is the first, and may take.
    Free,
    /// The caller is the first, and nothing changes before this instant.
    At(Instant, WaitReason),
    /// Others have to go or finish first. They wake the caller; as far as is known now, not before this instant.
    Later(Instant, WaitReason),
}

impl Window {
    pub fn new(settings: LimiterSettings) -> Self {
        Self {
            settings,
            asked: Vec::new(),
            in_flight: 0,
            leaving: VecDeque::new(),
            closed_until: None,
            queue: VecDeque::new(),
            next_ticket: 0,
        }
    }

    pub fn settings(&self) -> LimiterSettings {
        self.settings
    }

    /// A client comes. One that asks for less narrows the limit for all that share it, until it goes.
    pub fn join(&mut self, settings: LimiterSettings) -> u64 {
        let client = self.next_ticket;
        self.next_ticket += 1;
        self.asked.push((client, settings));
        self.narrow();
        client
    }

    /// A client goes. The last one's limit stays, for what is still under way.
    pub fn part(&mut self, client: u64) {
        self.asked.retain(|(other, _)| *other != client);
        self.narrow();
        self.wake_first();
    }

    fn narrow(&mut self) {
        let narrower = |one: LimiterSettings, other: LimiterSettings| LimiterSettings {
            requests_per_window: one.requests_per_window.min(other.requests_per_window),
            window: one.window.max(other.window),
        };
        self.settings = self.asked.iter().map(|(_, settings)| *settings).reduce(narrower).unwrap_or(self.settings);
    }

    /// Whether any client is there.
    pub fn is_used(&self) -> bool {
        !self.asked.is_empty()
    }

    /// Whether no client is there and nothing that was sent counts any more.
    pub fn is_at_rest(&self, now: Instant) -> bool {
        let is_past = |instant: &Instant| *instant <= now;
        !self.is_used() && self.in_flight == 0 && self.leaving.back().is_none_or(is_past) && self.closed_until.as_ref().is_none_or(is_past)
    }

    /// A place at the end of the queue. Whoever enters also leaves.
    pub fn enter(&mut self) -> u64 {
        let ticket = self.next_ticket;
        self.next_ticket += 1;
        self.queue.push_back(Waiter { ticket, waker: None });
        ticket
    }

    /// A ticket that was taken is no longer queued, so this changes nothing for it.
    pub fn leave(&mut self, ticket: u64) {
        let Some(position) = self.position(ticket) else { return };
        self.queue.remove(position);
        if position == 0 {
            self.wake_first();
        }
    }

    /// Where a queued caller stands; the waker is for [`Turn::Later`].
    pub fn look(&mut self, ticket: u64, now: Instant, waker: &Waker) -> Turn {
        while self.leaving.front().is_some_and(|leaves| *leaves <= now) {
            self.leaving.pop_front();
        }
        let position = self.position(ticket).unwrap_or_default();
        if let Some(waiter) = self.queue.get_mut(position) {
            waiter.waker = Some(waker.clone());
        }
        let free = self.settings.requests_per_window.saturating_sub(self.in_flight + self.leaving.len());
        let closed_until = self.closed_until.filter(|opens| *opens > now);
        match (position, closed_until) {
            (0, Some(opens)) => Turn::At(opens, WaitReason::RetryAfter),
            (0, None) if free > 0 => Turn::Free,
            (0, None) if !self.leaving.is_empty() => Turn::At(self.leaving[0], WaitReason::Limiter),
            _ => self.later(position, free, closed_until, now),
        }
    }

    /// The first takes the permission that a look found free.
    pub fn take(&mut self) {
        self.queue.pop_front();
        self.in_flight += 1;
        self.wake_first();
    }

    /// The tenant has counted a request by `counted` at the latest: now, where an answer came.
    pub fn finish(&mut self, counted: Instant) {
        self.in_flight -= 1;
        let leaves = counted + self.settings.window;
        let place = self.leaving.partition_point(|other| *other <= leaves);
        self.leaving.insert(place, leaves);
        self.wake_first();
    }

    /// Everybody is woken, to tell their callers of the wait.
    pub fn close_until(&mut self, instant: Instant) {
        self.closed_until = self.closed_until.max(Some(instant));
        self.queue.iter_mut().filter_map(|waiter| waiter.waker.take()).for_each(Waker::wake);
    }

    fn later(&self, position: usize, free: usize, closed_until: Option<Instant>, now: Instant) -> Turn {
        // Each that stands before this one needs a free entry or one that leaves; what is in flight leaves a window from now at the soonest.
        let leaves = position.checked_sub(free).map(|index| self.leaving.get(index).copied().unwrap_or(now + self.settings.window));
        match closed_until {
            Some(opens) if leaves.is_none_or(|leaves| leaves <= opens) => Turn::Later(opens, WaitReason::RetryAfter),
            _ => Turn::Later(leaves.unwrap_or(now), WaitReason::Limiter),
        }
    }

    fn position(&self, ticket: u64) -> Option<usize> {
        self.queue.binary_search_by_key(&ticket, |waiter| waiter.ticket).ok()
    }

    fn wake_first(&mut self) {
        if let Some(waker) = self.queue.front_mut().and_then(|first| first.waker.take()) {
            waker.wake();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    const WINDOW: Duration = Duration::from_secs(10);

    fn window(requests_per_window: usize) -> (Window, Instant) {
        (Window::new(LimiterSettings { requests_per_window, window: WINDOW }), Instant::now())
    }

    /// Looks, and takes what is free.
    fn step(window: &mut Window, ticket: u64, now: Instant) -> Turn {
        let turn = window.look(ticket, now, Waker::noop());
        if turn == Turn::Free {
            window.take();
        }
        turn
    }

    #[test]
    fn an_entry_leaves_a_window_after_its_answer() {
        let (mut window, start) = window(1);
        let (first, second) = (window.enter(), window.enter());
        assert_eq!(step(&mut window, first, start), Turn::Free);
        let soonest = Turn::Later(start + WINDOW, WaitReason::Limiter);
        assert_eq!(step(&mut window, second, start), soonest, "the first is still on its way");
        let answered = start + Duration::from_secs(3);
        window.finish(answered);
        assert_eq!(step(&mut window, second, answered), Turn::At(answered + WINDOW, WaitReason::Limiter));
        assert_eq!(step(&mut window, second, answered + WINDOW), Turn::Free);
    }

    #[test]
    fn callers_are_served_in_the_order_they_came() {
        let (mut window, start) = window(2);
        let tickets = [window.enter(), window.enter(), window.enter()];
        assert_eq!(step(&mut window, tickets[1], start), Turn::Later(start, WaitReason::Limiter));
        assert_eq!(step(&mut window, tickets[0], start), Turn::Free);
        assert_eq!(step(&mut window, tickets[1], start), Turn::Free);
        assert_eq!(step(&mut window, tickets[2], start), Turn::Later(start + WINDOW, WaitReason::Limiter));
    }

    #[test]
    fn who_stands_further_back_is_told_the_wait_of_the_place() {
        let (mut window, start) = window(2);
        for seconds in [0, 1] {
            let ticket = window.enter();
            assert_eq!(step(&mut window, ticket, start), Turn::Free);
            window.finish(start + Duration::from_secs(seconds));
        }
        let [_, second, third] = [window.enter(), window.enter(), window.enter()];
        assert_eq!(step(&mut window, second, start), Turn::Later(start + Duration::from_secs(11), WaitReason::Limiter));
        assert_eq!(step(&mut window, third, start), Turn::Later(start + WINDOW, WaitReason::Limiter), "at the soonest");
        window.close_until(start + Duration::from_secs(60));
        assert_eq!(step(&mut window, third, start), Turn::Later(start + Duration::from_secs(60), WaitReason::RetryAfter));
    }

    #[test]
    fn who_leaves_the_queue_holds_nobody_up() {
        let (mut window, start) = window(1);
        let (gone, next) = (window.enter(), window.enter());
        window.leave(gone);
        assert_eq!(step(&mut window, next, start), Turn::Free);
    }

    #[test]
    fn a_closed_limiter_opens_at_its_instant() {
        let (mut window, start) = window(5);
        let ticket = window.enter();
        let opens = start + Duration::from_secs(60);
        window.close_until(opens);
        window.close_until(start + Duration::from_secs(1));
        assert_eq!(step(&mut window, ticket, start), Turn::At(opens, WaitReason::RetryAfter));
        assert_eq!(step(&mut window, ticket, opens), Turn::Free);
    }

    #[test]
    fn a_limiter_is_at_rest_when_nothing_counts_any_more() {
        let (mut window, start) = window(5);
        assert!(window.is_at_rest(start));
        let ticket = window.enter();
        step(&mut window, ticket, start);
        assert!(!window.is_at_rest(start));
        window.finish(start);
        assert!(!window.is_at_rest(start) && window.is_at_rest(start + WINDOW));
        window.close_until(start + WINDOW * 2);
        assert!(!window.is_at_rest(start + WINDOW) && window.is_at_rest(start + WINDOW * 2));
    }
}
