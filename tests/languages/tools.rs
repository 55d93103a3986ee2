//! Programs that the tests need: found, or named as missing.

use crate::support::sandbox::Sandbox;
use libtest_mimic::{Failed, Trial};
use std::path::Path;
use std::process::{Command, Output};

pub type Outcome = Result<(), Failed>;

/// A test that needs a program: ignored where it is missing, a failure there with `CI=true`.
pub fn trial(name: impl Into<String>, missing: Option<&'static str>, run: impl FnOnce() -> Outcome + Send + 'static) -> Trial {
    let name = name.into();
    let Some(missing) = missing else { return Trial::test(name, run) };
    if std::env::var("CI").is_ok_and(|ci| ci == "true") {
        return Trial::test(name, move || Err(format!("{missing} is missing on this machine, and CI=true asks for it").into()));
    }
    Trial::test(name, || Ok(())).with_ignored_flag(true).with_kind(format!("{missing} is missing"))
}

/// None if the program starts, else its name.
pub fn missing(name: &'static str, arguments: &[&str]) -> Option<&'static str> {
    Command::new(name).args(arguments).output().map_or(Some(name), |_| None)
}

/// Runs a program to its end; on failure the error is all that it printed.
pub fn run(command: &mut Command) -> Result<String, Failed> {
    let described = format!("{command:?}");
    let output = command.output().map_err(|error| format!("{described}: {error}"))?;
    let printed = printed(&output);
    if output.status.success() { Ok(printed) } else { Err(format!("{described} ended with {}:\n{printed}", output.status).into()) }
}

fn printed(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// A program's environment holds the connection, as a user's would.
pub fn with_connection<'a>(command: &'a mut Command, sandbox: &Sandbox) -> &'a mut Command {
    command
        .env("SAIL_BASE_URL", sandbox.base_url())
        .env("SAIL_CLIENT_ID", sandbox.client_id())
        .env("SAIL_CLIENT_SECRET", sandbox.client_secret())
}

/// As [`with_connection`], with none at all, whatever this process has.
pub fn without_connection(command: &mut Command) -> &mut Command {
    command.env_remove("SAIL_BASE_URL").env_remove("SAIL_CLIENT_ID").env_remove("SAIL_CLIENT_SECRET")
}

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
