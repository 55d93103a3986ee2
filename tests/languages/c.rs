//! C and C++ programs, built with the committed header and no warning allowed, run against the library.

use crate::support::library;
use crate::support::sandbox::Sandbox;
use crate::tools::{Outcome, missing, root, run, trial, with_connection};
use libtest_mimic::{Failed, Trial};
use std::io::Read;
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Command;

pub const C: [&str; 5] = ["-std=c99", "-Wall", "-Wextra", "-Werror", "-pedantic"];
const CPP: [&str; 5] = ["-std=c++17", "-Wall", "-Wextra", "-Werror", "-pedantic"];

pub fn trials() -> Vec<Trial> {
    let (cc, cpp) = (missing_compiler(), missing("c++", &["--version"]));
    let mut trials = vec![
        trial("c::every_function_works_from_c", cc, every_function_works_from_c),
        trial("c::the_example_approves", cc, the_example_approves),
        trial("c::the_header_stands_alone_and_twice_in_c", cc, || header_alone("cc", &C)),
        trial("c::the_header_stands_alone_and_twice_in_cpp", cpp, || header_alone("c++", &CPP)),
    ];
    if cfg!(unix) {
        trials.push(trial("c::a_broken_connection_does_not_kill_the_program", cc, a_broken_connection_does_not_kill_the_program));
        trials.push(trial("c::a_forked_child_gets_an_error", cc, a_forked_child_gets_an_error));
    }
    trials
}

pub fn missing_compiler() -> Option<&'static str> {
    missing("cc", &["--version"])
}

/// Builds a program into the folder of the library, beside which it finds it. Sources are below the root, or absolute.
pub fn build(compiler: &str, flags: &[&str], name: &str, sources: &[&str]) -> Result<PathBuf, Failed> {
    let folder = library::folder();
    let program = folder.join(format!("test-{name}{}", std::env::consts::EXE_SUFFIX));
    let mut command = Command::new(compiler);
    command.args(flags).arg("-I").arg(root().join("include"));
    if compiler == "c++" {
        command.args(["-x", "c++"]);
    }
    command.args(sources.iter().map(|source| root().join(source)));
    command
        .arg("-L")
        .arg(folder)
        .arg("-lsailpoint_access_requests")
        .arg(format!("-Wl,-rpath,{}", folder.display()))
        .arg("-o")
        .arg(&program);
    run(&mut command)?;
    Ok(program)
}

fn every_function_works_from_c() -> Outcome {
    let program = build("cc", &C, "abi", &["tests/c/abi.c"])?;
    let sandbox = Sandbox::start();
    run(with_connection(&mut Command::new(program), &sandbox))?;
    assert_eq!(sandbox.acted("approveBulkAccessRequest"), 1);
    Ok(())
}

fn the_example_approves() -> Outcome {
    let program = build("cc", &C, "approve", &["examples/c/approve.c"])?;
    let sandbox = Sandbox::start();
    let printed = run(with_connection(Command::new(&program).arg("2c9180835d2e5168015d32f890ca1581"), &sandbox))?;
    assert!(printed.contains("\"envelope\":{\"ok\":true,\"status\":202"), "{printed}");
    assert_eq!(sandbox.counters()["ids"]["2c9180835d2e5168015d32f890ca1581"], 1);
    let refused = with_connection(Command::new(&program).arg("unknown"), &sandbox).output()?;
    assert_eq!(refused.status.code(), Some(1));
    Ok(())
}

fn header_alone(compiler: &str, flags: &[&str]) -> Outcome {
    let name = format!("header-{}", if compiler == "cc" { "c" } else { "cpp" });
    run(&mut Command::new(build(compiler, flags, &name, &["tests/c/header_first.c", "tests/c/header_second.c"])?))?;
    Ok(())
}

fn a_broken_connection_does_not_kill_the_program() -> Outcome {
    let program = build("cc", &C, "broken-connection", &["tests/c/broken_connection.c"])?;
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let base_url = format!("http://{}", listener.local_addr()?);
    let tenant = std::thread::spawn(move || -> std::io::Result<()> {
        // Closing with bytes unread makes the system answer all that follows with a reset.
        let (mut stream, _) = listener.accept()?;
        stream.read_exact(&mut [0; 1024])?;
        Ok(())
    });
    run(Command::new(program).arg(base_url))?;
    tenant.join().expect("the tenant accepted a connection")?;
    Ok(())
}

fn a_forked_child_gets_an_error() -> Outcome {
    let program = build("cc", &["-Wall", "-Wextra", "-Werror"], "fork", &["tests/c/fork.c"])?;
    let sandbox = Sandbox::start();
    run(with_connection(&mut Command::new(program), &sandbox))?;
    assert_eq!(sandbox.arrived("getAccessRequestConfig"), 2, "nothing came from the child");
    Ok(())
}
