//! The PowerShell module: built from the sources, then tested by Pester, a test file each.

use crate::support::library;
use crate::tools::{Outcome, missing, root, run, trial, without_connection};
use libtest_mimic::{Failed, Trial};
use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

pub fn trials() -> Vec<Trial> {
    let missing = missing_pwsh().or_else(pester_missing);
    test_files()
        .into_iter()
        .map(|file| {
            let name = file.file_name().expect("a file has a name").to_string_lossy().replace(".Tests.ps1", "");
            trial(format!("powershell::{name}"), missing, move || pester(&file))
        })
        .collect()
}

pub fn missing_pwsh() -> Option<&'static str> {
    missing("pwsh", &["-NoProfile", "-Command", "exit"])
}

fn pester_missing() -> Option<&'static str> {
    let found = run(&mut pwsh("if (-not (Get-Module -ListAvailable Pester | Where-Object { $_.Version.Major -ge 5 })) { exit 1 }"));
    if found.is_ok() { None } else { Some("Pester 5") }
}

fn test_files() -> Vec<PathBuf> {
    let folder = std::fs::read_dir(root().join("tests/powershell")).expect("there are PowerShell tests");
    let mut files: Vec<PathBuf> =
        folder.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.to_string_lossy().ends_with(".Tests.ps1")).collect();
    files.sort();
    assert!(!files.is_empty(), "there are PowerShell tests");
    files
}

fn pester(file: &std::path::Path) -> Outcome {
    build_module()?;
    let path = file.display().to_string().replace('\'', "''");
    // A file that finds no test must not pass, nor one that skips some, but on Windows, where no signal can be sent.
    let script = format!(
        "$result = Invoke-Pester -Path '{path}' -Output Detailed -PassThru; \
         '{{0}} passed, {{1}} failed, {{2}} skipped' -f $result.PassedCount, $result.FailedCount, $result.SkippedCount; \
         if ($result.Result -ne 'Passed' -or $result.PassedCount -eq 0 -or (-not $IsWindows -and $result.SkippedCount -gt 0)) {{ exit 1 }}"
    );
    run(&mut pwsh(&script))?;
    Ok(())
}

/// Once a run, by the command that the documentation names.
pub fn build_module() -> Result<(), Failed> {
    static BUILT: OnceLock<Result<(), String>> = OnceLock::new();
    let built = BUILT.get_or_init(|| {
        let configuration = if library::folder().ends_with("release") { "Release" } else { "Debug" };
        let mut build = Command::new("pwsh");
        build.args(["-NoProfile", "-File"]).arg(root().join("powershell/build.ps1")).args(["-Configuration", configuration]);
        run(&mut build).map(|_| ()).map_err(|failed| failed.message().unwrap_or_default().to_owned())
    });
    built.clone().map_err(Failed::from)
}

pub fn pwsh(script: &str) -> Command {
    let mut command = Command::new("pwsh");
    command.args(["-NoProfile", "-NonInteractive", "-Command", script]).current_dir(root());
    without_connection(&mut command);
    command
}
