//! Tries the state machines that many callers share in thousands of orders of their steps: limiter, token, event queue.
//!
//! The program compiles the library's own sources anew, with a scheduler (shuttle) in the place of `src/sync.rs`: each use of a
//! lock and each wait is a point where another caller may go on. A schedule that fails is printed, and shuttle replays it.
#![allow(dead_code, unused_imports, reason = "of the library's sources only the state machines are used here")]

#[path = "../../src/client/mod.rs"]
mod client;
#[path = "../../src/ffi/mod.rs"]
mod ffi;
#[path = "../../src/models/mod.rs"]
mod models;
#[path = "../../src/operations/mod.rs"]
mod operations;

/// What stands in `src/sync.rs`, under shuttle's scheduler.
mod sync {
    pub use shuttle::sync::{Condvar, Mutex, MutexGuard};
    pub use std::sync::PoisonError;

    pub fn spawn(task: impl Future<Output = ()> + Send + 'static) {
        shuttle::future::spawn(task);
    }
}

mod event_queue;
mod limiter;
mod token;

use libtest_mimic::{Arguments, Trial};
use shuttle::future::{JoinHandle, block_on};

/// What each task came to. One that nobody wakes is a deadlock, which shuttle reports.
fn outcomes<T: 'static>(tasks: impl IntoIterator<Item = JoinHandle<T>>) -> Vec<T> {
    block_on(async {
        let mut outcomes = Vec::new();
        for task in tasks {
            outcomes.push(task.await.expect("no panic"));
        }
        outcomes
    })
}

/// How many orders each trial tries.
const ORDERS: usize = 2_000;

fn main() {
    let trial = |name: &str, scenario: fn()| {
        Trial::test(name, move || {
            // Half at random, half with few but well-placed switches, which finds other mistakes.
            shuttle::check_random(scenario, ORDERS / 2);
            shuttle::check_pct(scenario, ORDERS / 2, 3);
            Ok(())
        })
    };
    let trials = vec![
        trial("event_queue::each_event_once_and_the_result_last", event_queue::each_event_once_and_the_result_last),
        trial("event_queue::two_readers_and_two_writers", event_queue::two_readers_and_two_writers),
        trial("limiter::no_permit_above_the_window", limiter::no_permit_above_the_window),
        trial("limiter::a_closing_keeps_nobody_asleep", limiter::a_closing_keeps_nobody_asleep),
        trial("limiter::who_gives_up_wakes_the_next", limiter::who_gives_up_wakes_the_next),
        trial("token::one_fetch_for_all", token::one_fetch_for_all),
        trial("token::a_failed_fetch_frees_everyone", token::a_failed_fetch_frees_everyone),
        trial("token::a_refused_token_is_replaced_once", token::a_refused_token_is_replaced_once),
    ];
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}
