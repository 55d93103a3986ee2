//! The C# binding: its own tests by `dotnet test`, and its example against a sandbox.

use crate::support::library;
use crate::tools::{Outcome, missing, root, run, trial};
use libtest_mimic::Trial;
use std::process::Command;

pub fn trials() -> Vec<Trial> {
    let dotnet = missing("dotnet", &["--version"]);
    // One trial: two builds at once would write the binding's files together.
    vec![trial("csharp::tests_pass_and_the_example_approves", dotnet, || {
        tests_pass()?;
        the_example_approves()
    })]
}

fn dotnet(verb: &str, project: &str) -> Command {
    let mut command = Command::new("dotnet");
    command
        .arg(verb)
        .args(if verb == "run" { &["--project"][..] } else { &[] })
        .arg(root().join(project))
        .env("DOTNET_CLI_TELEMETRY_OPTOUT", "1")
        .env("DOTNET_NOLOGO", "1")
        .env("SAILPOINT_NATIVE_LIBRARY", library::file())
        .env("SAILPOINT_SANDBOX", env!("CARGO_BIN_EXE_sailpoint-sandbox"))
        // No build server outlives the run.
        .arg("--disable-build-servers");
    for name in ["SAIL_BASE_URL", "SAIL_CLIENT_ID", "SAIL_CLIENT_SECRET"] {
        command.env_remove(name);
    }
    command
}

fn tests_pass() -> Outcome {
    let printed = run(&mut dotnet("test", "csharp/SailPoint.AccessRequests.Tests"))?;
    assert!(printed.contains("Passed!") && printed.contains("Failed:     0"), "{printed}");
    Ok(())
}

fn the_example_approves() -> Outcome {
    let printed = run(&mut dotnet("run", "examples/csharp"))?;
    assert!(printed.contains("approved"), "{printed}");
    Ok(())
}
