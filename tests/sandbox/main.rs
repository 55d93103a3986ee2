//! The sandbox as a program: how it ends, and what it prints, for arguments and settings that make no sense.

use std::io::Write;
use std::process::{Command, Output, Stdio};

/// Runs the sandbox to its end with this on standard input, which closes then.
fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut process = Command::new(env!("CARGO_BIN_EXE_sailpoint-sandbox"))
        .args(arguments)
        .args(["--exit-with-stdin"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the sandbox starts");
    // Fails where the program ends before it reads.
    let _ = process.stdin.take().expect("stdin is piped").write_all(input);
    process.wait_with_output().expect("the sandbox ends")
}

fn assert_refused(output: &Output, message: &str) {
    let printed = String::from_utf8_lossy(&output.stderr);
    assert_eq!((printed.trim_end(), output.status.code()), (format!("sailpoint-sandbox: {message}").as_str(), Some(2)));
    assert!(output.stdout.is_empty(), "it never gets ready: {output:?}");
}

#[test]
fn settings_of_standard_input_are_refused_with_the_place_of_what_is_wrong() {
    for (settings, expected) in [
        (
            r#"{"faults": [{"operation": "any", "do": "stall"}, {"opration": "any", "do": "stall"}]}"#,
            "faults[1].opration is unknown; did you mean operation? A fault that does stall has id, operation, nth, times, chance, do and act.",
        ),
        (
            r#"{"faults": [{"operation": "any", "do": "stal"}]}"#,
            "faults[0].do takes one of answer, refuse, resetBeforeReading, resetAfterActing, resetInAnswer, delay, stall, truncate, garbage, \
             wrongLength, slowBytes, expireToken, throttle and panic, not the text \"stal\". Did you mean stall?",
        ),
        (
            r#"{"faults": [{"operation": "any", "do": "delay", "delayMs": "1s"}]}"#,
            "faults[0].delayMs takes a whole number from 0 up, not the text \"1s\".",
        ),
        (r#"{"limit": {"windowMs": 0}}"#, "limit.windowMs takes a whole number from 1 up, not the number 0."),
        ("nonsense", "it is not JSON: expected ident at line 1, column 2."),
    ] {
        assert_refused(&run(&["--config", "-"], format!("{settings}\n").as_bytes()), &format!("--config -: {expected}"));
    }
    assert_refused(&run(&["--config", "-"], b""), "--config -: standard input ended without a line of JSON.");
}

#[test]
fn settings_of_a_file_are_refused_with_its_path() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("settings.json");
    std::fs::write(&path, r#"{"latencyMs": true}"#).expect("the folder can be written");
    let path = path.to_str().expect("a text");
    let expected = format!("--config {path}: latencyMs takes a whole number of milliseconds or [least, most] of them, not true.");
    assert_refused(&run(&["--config", path], b""), &expected);
}

#[test]
fn settings_in_another_encoding_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("settings.json");
    // UTF-16, as PowerShell 5.1 redirects to a file.
    let utf16: Vec<u8> = "\u{feff}{}\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    std::fs::write(&path, &utf16).expect("the folder can be written");
    let path = path.to_str().expect("a text");
    assert_refused(&run(&["--config", path], b""), &format!("--config {path}: the file must be text in UTF-8."));
    assert_refused(&run(&["--config", "-"], &utf16), "--config -: standard input must be text in UTF-8.");
}

#[test]
fn an_argument_is_refused_by_its_name() {
    assert_refused(&run(&["--verbose"], b""), "there is no argument --verbose; see --help.");
}
