//! `sailpoint-sandbox`: a tenant on 127.0.0.1 to develop, demonstrate and test against.
//!
//! Tests, the demo and `Start-SailPointSandbox` start it as a program of its own. It prints one line of JSON when it is
//! ready and serves until it is told to end; SIGINT and SIGTERM keep their usual effect and end it at once.
//!
//! A request takes this way: [`listener`] accepts its connection, [`server`] reads it by means of [`http`] and delays it as
//! [`latency`] says, [`tenant`] decides what is replied ([`routes`], [`oauth`], [`rate_limit`], [`faults`]), an operation in
//! [`operations`] acts on the [`store`] that [`seed`] filled, and [`control`] tells tests afterwards what [`recorder`] saw.
//! [`checks`] holds the service's rules on input. With the library it shares the declarations of operations and models, and for
//! the people who write settings ([`settings`], [`json_input`]) the wording of its messages; nothing else.

mod arguments;
mod checks;
mod clock;
mod control;
mod errors;
mod faults;
mod http;
mod json_input;
mod latency;
mod listener;
mod oauth;
mod operations;
mod rate_limit;
mod recorder;
mod routes;
mod seed;
mod server;
mod settings;
mod store;
mod tenant;
#[cfg(test)]
mod tenant_tests;

use std::io::{self, Read, Write};
use std::process::ExitCode;
use std::sync::Arc;

use arguments::{Arguments, Command};
use listener::Listener;
use settings::Settings;
use tenant::Tenant;

/// The exit code for arguments or settings that make no sense.
const EXIT_USAGE: u8 = 2;
/// The exit code after a request handler panicked, so that the test which uses the sandbox fails.
const EXIT_PANICKED: u8 = 1;

fn main() -> ExitCode {
    let arguments = match arguments::parse(std::env::args_os().skip(1)) {
        Ok(Command::Serve(arguments)) => arguments,
        Ok(Command::Print(text)) => {
            println!("{text}");
            return ExitCode::SUCCESS;
        }
        Err(message) => return usage_error(&message),
    };
    let settings = match settings::load(arguments.config.as_deref()) {
        Ok(settings) => settings,
        Err(message) => return usage_error(&message),
    };
    match serve(&arguments, settings) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("sailpoint-sandbox: {error}");
            ExitCode::FAILURE
        }
    }
}

fn usage_error(message: &str) -> ExitCode {
    eprintln!("sailpoint-sandbox: {message}");
    ExitCode::from(EXIT_USAGE)
}

/// Serves until standard input closes, where that was asked for, else until a signal ends the process.
fn serve(arguments: &Arguments, settings: Settings) -> io::Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let listener = runtime.block_on(Listener::bind(arguments.port))?;
    let control_listener = runtime.block_on(Listener::bind(0))?;
    let tenant = Arc::new(Tenant::new(settings, arguments.seed));
    print_ready_line(&tenant, listener.port(), control_listener.port())?;

    let serving = runtime.spawn(server::run(listener, Arc::clone(&tenant)));
    runtime.spawn(server::run(control_listener, Arc::clone(&tenant)));
    if arguments.exit_with_stdin {
        wait_for_end_of_input();
        serving.abort();
    } else {
        let _ = runtime.block_on(serving);
    }
    runtime.shutdown_background();

    let panics = tenant.panics();
    if panics > 0 {
        eprintln!("sailpoint-sandbox: {panics} request(s) made a handler panic; the messages stand above.");
        return Ok(ExitCode::from(EXIT_PANICKED));
    }
    Ok(ExitCode::SUCCESS)
}

fn print_ready_line(tenant: &Tenant, port: u16, control_port: u16) -> io::Result<()> {
    let ready = serde_json::json!({
        "baseUrl": format!("http://127.0.0.1:{port}"),
        "controlUrl": format!("http://127.0.0.1:{control_port}"),
        "clientId": tenant.credentials().client_id,
        "clientSecret": tenant.credentials().client_secret,
        "controlToken": tenant.credentials().control_token,
        "pid": std::process::id(),
    });
    let mut output = io::stdout().lock();
    writeln!(output, "{ready}")?;
    output.flush()
}

/// What arrives on standard input is of no interest, only that it ends: the starter is gone or wants no more.
fn wait_for_end_of_input() {
    let mut input = io::stdin().lock();
    let mut ignored = [0; 1024];
    while matches!(input.read(&mut ignored), Ok(count) if count > 0) {}
}
