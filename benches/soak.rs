//! The chaos of `tests/soak`, for as long as one likes: `SOAK_CALLS=1000000 SOAK_SEED=7 cargo bench --bench soak`.
//!
//! Prints how calls ended, which faults they met, and memory and threads after each tenth; ends with exit code 1 where
//! something was done twice, lost or called not sent although it was.

#[path = "../tests/support/mod.rs"]
mod support;

#[path = "../tests/soak/chaos.rs"]
mod chaos;

use chaos::{Plan, run};
use std::process::ExitCode;
use std::time::Instant;

fn main() -> ExitCode {
    let number = |name: &str, default: u64| std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default);
    let calls = usize::try_from(number("SOAK_CALLS", 200_000)).expect("a count");
    let plan = Plan { seed: number("SOAK_SEED", fastrand::u64(..)), calls, threads: 16 };
    println!("seed {}, {} calls on {} threads", plan.seed, plan.calls, plan.threads);
    let begun = Instant::now();
    let report = run(&plan);
    println!("{:.0} calls/s", calls as f64 / begun.elapsed().as_secs_f64());
    for (outcome, count) in &report.outcomes {
        println!("{count:>9}  {outcome}");
    }
    for (fault, count) in &report.faults {
        println!("{count:>9}  met {fault}");
    }
    for (index, footprint) in report.footprints.iter().enumerate() {
        println!("after {:>3} %: {:>7} KiB resident, {} threads", (index + 1) * 10, footprint.resident_kib, footprint.threads);
    }
    println!("{} threads left", report.threads_left);
    println!("{} requests arrived, {} attempts told", report.arrived, report.attempts);
    for violation in &report.violations {
        println!("VIOLATION: {violation}");
    }
    if report.violations.is_empty() && report.arrived <= report.attempts { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
