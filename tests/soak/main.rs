//! A minute of chaos, in a process of its own so that its memory and threads can be counted. The long run is
//! `cargo bench --bench soak`.

#[path = "../support/mod.rs"]
mod support;

mod chaos;

use chaos::{Plan, Report, run};

/// Growth within the second half of the run that allocators account for by themselves, in KiB.
const ALLOCATOR_SLACK: u64 = 8 * 1024;

#[test]
fn nothing_is_done_twice_and_nothing_is_lost() {
    let plan = Plan { seed: 20_240_601, calls: 10_000, threads: 16 };
    let report = run(&plan);
    println!("{:#?}\n{:#?}", report.outcomes, report.faults);
    assert!(report.violations.is_empty(), "seed {}: {:#?}", plan.seed, report.violations);
    assert!(report.arrived <= report.attempts, "{} requests arrived, and the calls tell of {}", report.arrived, report.attempts);
    every_kind_of_thing_happened(&report);
    assert_flat(&report);
}

/// A chaos in which nothing happens would prove nothing.
fn every_kind_of_thing_happened(report: &Report) {
    for outcome in
        ["ok", "transport, unknown", "timeout, unknown", "http, unknown", "http, responded", "aborted, not_sent", "aborted, unknown"]
    {
        assert!(report.outcomes.contains_key(outcome), "no call ended as {outcome}: {:?}", report.outcomes);
    }
    let unmet: Vec<_> = report.faults.iter().filter(|(_, applied)| **applied == 0).collect();
    assert!(unmet.is_empty(), "{unmet:?}");
}

/// Memory and threads of the second half are those of the first. Only Linux tells them.
fn assert_flat(report: &Report) {
    if !cfg!(target_os = "linux") {
        return;
    }
    let [.., half, _, _, _, _, end] = report.footprints[..] else { panic!("{:?}", report.footprints) };
    assert_eq!(report.threads_left, 0, "{:?}", report.footprints);
    assert!(end.resident_kib <= half.resident_kib + ALLOCATOR_SLACK, "{:?}", report.footprints);
}
