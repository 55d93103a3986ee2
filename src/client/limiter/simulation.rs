//! The limiter over many windows of virtual time: callers, cold connections and latencies as the service has them, and a
//! tenant that counts arrivals anywhere between sending and answer. No thread and no wait is real; wakers are.

use super::LimiterSettings;
use super::shared::{Entry, SharedLog, SharedTurn};
use super::window::{Turn, Window};
use fastrand::Rng;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::{Arc, Mutex};
use std::task::{Wake, Waker};
use std::time::{Duration, Instant};

const WINDOW: Duration = Duration::from_secs(10);
const TIMEOUT: Duration = Duration::from_secs(60);
const REQUESTS_PER_WINDOW: usize = 95;
/// What the tenant takes in a window.
const TENANT_LIMIT: usize = 100;
const WINDOWS: usize = 20;

const COLD: Duration = Duration::from_millis(400);
/// A connection that was idle for longer is cold again.
const IDLE: Duration = Duration::from_secs(4);
const LATENCY_MS: std::ops::RangeInclusive<u64> = 5..=500;
/// The wall clock at the beginning, in milliseconds.
const WALL: u64 = 1_780_000_000_000;

/// When the tenant counts a request.
#[derive(Clone, Copy, Debug)]
enum Counted {
    WhenSent,
    WhenAnswered,
    Between,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    Look(usize),
    Answer(usize),
    /// A 429 closes everything for so long.
    Close(Duration),
}

struct Caller {
    process: usize,
    /// In the queue, or None while its request is in flight.
    ticket: Option<u64>,
    entry: Option<Entry>,
    answered: Option<Duration>,
    /// When it looks again by itself.
    looks: Duration,
    waker: Waker,
}

struct Simulation {
    begun: Instant,
    now: Duration,
    events: BinaryHeap<Reverse<(Duration, u32, Event)>>,
    windows: Vec<Window>,
    /// The file of several processes.
    log: Option<SharedLog>,
    callers: Vec<Caller>,
    woken: Arc<Mutex<Vec<usize>>>,
    counted: Counted,
    random: Rng,
    /// Who was served, in order: process and ticket.
    served: Vec<(usize, u64)>,
    sent: Vec<Duration>,
    arrivals: Vec<Duration>,
}

struct WakeCaller {
    caller: usize,
    woken: Arc<Mutex<Vec<usize>>>,
}

impl Wake for WakeCaller {
    fn wake(self: Arc<Self>) {
        self.woken.lock().expect("no panic").push(self.caller);
    }
}

impl Simulation {
    fn new(processes: usize, callers: usize, counted: Counted, seed: u64) -> Self {
        let settings = LimiterSettings { requests_per_window: REQUESTS_PER_WINDOW, window: WINDOW };
        let woken = Arc::new(Mutex::new(Vec::new()));
        let caller = |caller| Caller {
            process: caller % processes,
            ticket: None,
            entry: None,
            answered: None,
            looks: Duration::ZERO,
            waker: Arc::new(WakeCaller { caller, woken: Arc::clone(&woken) }).into(),
        };
        let mut simulation = Self {
            begun: Instant::now(),
            now: Duration::ZERO,
            events: BinaryHeap::new(),
            windows: (0..processes).map(|_| Window::new(settings)).collect(),
            log: (processes > 1).then(|| SharedLog::read(&[], [0; 32], WALL).expect("an empty file is a log")),
            callers: (0..callers).map(caller).collect(),
            woken: Arc::clone(&woken),
            counted,
            random: Rng::with_seed(seed),
            served: Vec::new(),
            sent: Vec::new(),
            arrivals: Vec::new(),
        };
        (0..callers).for_each(|caller| simulation.enter(caller));
        simulation
    }

    /// Goes on until so many requests went out.
    fn run(mut self, requests: usize) -> Self {
        while self.sent.len() < requests {
            let Reverse((moment, _, event)) = self.events.pop().expect("somebody always waits for a moment, or a wake-up was lost");
            self.now = moment;
            match event {
                Event::Look(caller) if self.callers[caller].looks != moment => {}
                Event::Look(caller) => self.look(caller),
                Event::Answer(caller) => self.answer(caller),
                Event::Close(span) => self.close(span),
            }
            loop {
                let woken = std::mem::take(&mut *self.woken.lock().expect("no panic"));
                if woken.is_empty() {
                    break;
                }
                woken.into_iter().for_each(|caller| self.look(caller));
            }
        }
        self.arrivals.sort_unstable();
        self
    }

    fn enter(&mut self, caller: usize) {
        self.callers[caller].ticket = Some(self.windows[self.callers[caller].process].enter());
        self.look_at(caller, self.now);
    }

    fn look(&mut self, caller: usize) {
        let Caller { process, ticket, waker, .. } = &self.callers[caller];
        let (process, Some(ticket)) = (*process, *ticket) else { return };
        let again = match self.windows[process].look(ticket, self.begun + self.now, waker) {
            Turn::Later(..) => return,
            Turn::At(instant, _) => instant - self.begun,
            Turn::Free => match self.shared(|log, settings| log.take(settings, TIMEOUT)) {
                Some(SharedTurn::After(span, _)) => self.now + span,
                Some(SharedTurn::Granted(entry)) => return self.send(caller, ticket, Some(entry)),
                None => return self.send(caller, ticket, None),
            },
        };
        assert!(again > self.now, "a wait takes time");
        self.look_at(caller, again);
    }

    fn look_at(&mut self, caller: usize, moment: Duration) {
        self.callers[caller].looks = moment;
        self.push(moment, Event::Look(caller));
    }

    /// What happens at the same moment happens in an order of chance.
    fn push(&mut self, moment: Duration, event: Event) {
        let chance = self.random.u32(..);
        self.events.push(Reverse((moment, chance, event)));
    }

    fn send(&mut self, index: usize, ticket: u64, entry: Option<Entry>) {
        let caller = &mut self.callers[index];
        self.windows[caller.process].take();
        caller.ticket = None;
        caller.entry = entry;
        let warm = caller.answered.is_some_and(|answered| self.now - answered < IDLE);
        let way = Duration::from_millis(self.random.u64(LATENCY_MS)) + if warm { Duration::ZERO } else { COLD };
        let until_counted = match self.counted {
            Counted::WhenSent => Duration::ZERO,
            Counted::WhenAnswered => way,
            Counted::Between => way.mul_f64(self.random.f64()),
        };
        self.served.push((caller.process, ticket));
        self.sent.push(self.now);
        self.arrivals.push(self.now + until_counted);
        self.push(self.now + way, Event::Answer(index));
    }

    fn answer(&mut self, index: usize) {
        let caller = &mut self.callers[index];
        caller.answered = Some(self.now);
        self.windows[caller.process].finish(self.begun + self.now);
        if let Some(entry) = caller.entry.take() {
            let leaves = self.wall() + 1 + crate::client::milliseconds(WINDOW);
            self.shared(|log, _| log.release(entry, leaves));
        }
        self.enter(index);
    }

    fn close(&mut self, span: Duration) {
        let opens = self.wall() + crate::client::milliseconds(span);
        self.windows[0].close_until(self.begun + self.now + span);
        self.shared(|log, _| log.close_until(opens));
    }

    fn shared<T>(&mut self, change: impl FnOnce(&mut SharedLog, LimiterSettings) -> T) -> Option<T> {
        let now = self.wall();
        let settings = self.windows[0].settings();
        let log = self.log.as_mut()?;
        log.now = now;
        Some(change(log, settings))
    }

    fn wall(&self) -> u64 {
        WALL + crate::client::milliseconds(self.now)
    }

    /// The most that the tenant counts in any window.
    fn most(&self) -> usize {
        let mut oldest = 0;
        let counts = self.arrivals.iter().enumerate().map(|(newest, arrival)| {
            while self.arrivals[oldest] + WINDOW <= *arrival {
                oldest += 1;
            }
            newest - oldest + 1
        });
        counts.max().unwrap_or_default()
    }

    /// How much of what the limit allows was used, over all windows but what follows the last whole one.
    fn used(&self) -> f64 {
        let span = self.arrivals[WINDOWS * REQUESTS_PER_WINDOW] - self.arrivals[0];
        WINDOW.as_secs_f64() * WINDOWS as f64 / span.as_secs_f64()
    }

    fn is_fair(&self) -> bool {
        let in_order = |process| self.served.iter().filter(|served| served.0 == process).is_sorted();
        (0..self.windows.len()).all(in_order)
    }
}

fn each_case(processes: usize) {
    for callers in [8, 100] {
        for counted in [Counted::WhenSent, Counted::WhenAnswered, Counted::Between] {
            for seed in 0..5 {
                let run = Simulation::new(processes, callers, counted, seed).run(WINDOWS * REQUESTS_PER_WINDOW + 1);
                let case = format!("{processes} processes, {callers} callers, counted {counted:?}, seed {seed}");
                assert!(run.most() <= TENANT_LIMIT, "{case}: {} in a window", run.most());
                assert!(run.used() >= 0.90, "{case}: {:.3} of what the limit allows", run.used());
                assert!(run.is_fair(), "{case}: somebody was served before one who came first");
            }
        }
    }
}

#[test]
fn no_window_has_more_than_the_tenant_takes_and_most_of_it_is_used() {
    each_case(1);
}

#[test]
fn processes_with_one_file_keep_to_the_same() {
    each_case(4);
}

#[test]
fn a_429_in_the_middle_closes_it_for_all_and_then_they_go_on() {
    for processes in [1, 4] {
        let mut simulation = Simulation::new(processes, 40, Counted::Between, 1);
        let (closes, span) = (Duration::from_millis(25_300), Duration::from_secs(60));
        simulation.push(closes, Event::Close(span));
        let run = simulation.run(WINDOWS * REQUESTS_PER_WINDOW);
        let meanwhile = run.sent.iter().filter(|sent| **sent > closes && **sent < closes + span).count();
        assert_eq!(meanwhile, 0, "{processes} processes");
        assert!(run.sent.iter().any(|sent| *sent < closes) && run.most() <= TENANT_LIMIT && run.is_fair(), "{processes} processes");
    }
}

#[test]
fn no_process_starves() {
    let run = Simulation::new(4, 100, Counted::Between, 3).run(WINDOWS * REQUESTS_PER_WINDOW);
    let fewest = (0..4).map(|process| run.served.iter().filter(|served| served.0 == process).count()).min();
    let share = WINDOWS * REQUESTS_PER_WINDOW / 4;
    assert!(fewest.is_some_and(|fewest| fewest >= share / 2), "one had {fewest:?}, its share is {share}");
}
