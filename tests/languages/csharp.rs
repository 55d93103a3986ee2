//! The C# binding: its own tests by `dotnet test`, and its example against a sandbox.

use crate::support::library;
use crate::support::sandbox::Sandbox;
use crate::tools::{Outcome, missing, root, run, trial, with_connection, without_connection};
use libtest_mimic::{Failed, Trial};
use std::path::Path;
use std::process::Command;
use std::sync::{Mutex, PoisonError};

/// Two builds at once would write the binding's files together.
static ONE_BUILD: Mutex<()> = Mutex::new(());

pub fn trials() -> Vec<Trial> {
    vec![
        trial("csharp::tests_pass", missing_dotnet(), tests_pass),
        trial("csharp::the_example_approves", missing_dotnet(), the_example_approves),
    ]
}

pub fn missing_dotnet() -> Option<&'static str> {
    missing("dotnet", &["--version"])
}

/// Builds and runs a console project; with a sandbox's connection in its environment, or with none.
pub fn run_project(project: &Path, sandbox: Option<&Sandbox>) -> Result<String, Failed> {
    let mut command = dotnet(&["run", "--disable-build-servers", "--project"]);
    command.arg(project);
    if let Some(sandbox) = sandbox {
        with_connection(&mut command, sandbox);
    }
    let _one_build = ONE_BUILD.lock().unwrap_or_else(PoisonError::into_inner);
    run(&mut command)
}

/// No build server outlives the run, and nothing is reported home.
fn dotnet(arguments: &[&str]) -> Command {
    let mut command = Command::new("dotnet");
    command
        .args(arguments)
        .env("DOTNET_CLI_TELEMETRY_OPTOUT", "1")
        .env("DOTNET_NOLOGO", "1")
        .env("SAILPOINT_NATIVE_LIBRARY", library::file())
        .env("SAILPOINT_SANDBOX", env!("CARGO_BIN_EXE_sailpoint-sandbox"));
    without_connection(&mut command);
    command
}

fn tests_pass() -> Outcome {
    let mut command = dotnet(&["test", "--disable-build-servers"]);
    command.arg(root().join("csharp/SailPoint.AccessRequests.Tests"));
    let _one_build = ONE_BUILD.lock().unwrap_or_else(PoisonError::into_inner);
    let printed = run(&mut command)?;
    assert!(printed.contains("Passed!") && printed.contains("Failed:     0"), "{printed}");
    Ok(())
}

fn the_example_approves() -> Outcome {
    let printed = run_project(&root().join("examples/csharp"), None)?;
    assert!(printed.contains("50 approved: the tenant answered 202") && printed.contains("REQUEST_COMPLETED"), "{printed}");
    Ok(())
}
