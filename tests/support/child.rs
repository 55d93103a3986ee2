//! This test program in a process of its own, for what belongs to a whole process: its environment, its limiter.

use std::process::Command;

/// The program again, with these arguments.
pub fn again(arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("this program has a file"));
    command.args(arguments);
    command
}

/// The program again for one test that is ignored otherwise; what it prints comes out.
pub fn ignored_test(name: &str) -> Command {
    again(&["--exact", name, "--ignored", "--nocapture"])
}
