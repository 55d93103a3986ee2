//! `sailpoint-sandbox`: a tenant on 127.0.0.1 to develop, demonstrate and test against.
//!
//! Tests, the demo and `Start-SailPointSandbox` start it as a program of its own. It prints one line of JSON when it is
//! ready and serves until it is told to end; SIGINT and SIGTERM keep their usual effect and end it at once.
//!
//! A request takes this way: [`port`] accepts its connection, [`server`] reads it by means of [`http`] and lets it wait as
//! [`latency`] says, [`tenant`] decides what becomes of it ([`routes`], [`oauth`], [`limit`], [`faults`]), an operation in
//! [`operations`] acts on the [`store`] that [`seed`] filled, and [`control`] tells tests afterwards what [`observer`] saw.
//! [`checks`] holds the service's rules on input. With the library it shares the declarations of operations and models,
//! nothing else.

mod arguments;
mod checks;
mod clock;
mod control;
mod errors;
mod faults;
mod http;
mod latency;
mod limit;
mod oauth;
mod observer;
mod operations;
mod port;
mod routes;
#[cfg(test)]
mod scenarios;
mod seed;
mod server;
mod settings;
mod store;
mod tenant;

use std::io::{self, Read, Write};
use std::process::ExitCode;
use std::sync::Arc;

use arguments::{Arguments, Command};
use port::Port;
use settings::Settings;
use tenant::Tenant;

/// The exit code for arguments or settings that make no sense.
const EXIT_USAGE: u8 = 2;
/// The exit code after a request handler panicked, so that the test which uses the sandbox fails.
const EXIT_PANICKED: u8 = 1;

fn main() -> ExitCode {
    let arguments = match arguments::parse(std::env::args().skip(1)) {
        Ok(Command::Serve(arguments)) => arguments,
        Ok(Command::Print(text)) => {
            println!("{text}");
            return ExitCode::SUCCESS;
        }
        Err(message) => return refuse(&message),
    };
    let settings = match settings::load(arguments.config.as_deref()) {
        Ok(settings) => settings,
        Err(message) => return refuse(&message),
    };
    match serve(&arguments, settings) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("sailpoint-sandbox: {error}");
            ExitCode::FAILURE
        }
    }
}

fn refuse(message: &str) -> ExitCode {
    eprintln!("sailpoint-sandbox: {message}");
    ExitCode::from(EXIT_USAGE)
}

/// Serves until standard input closes, where that was asked for, else until a signal ends the process.
fn serve(arguments: &Arguments, settings: Settings) -> io::Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let port = runtime.block_on(Port::open(arguments.port))?;
    let control_port = runtime.block_on(Port::open(0))?;
    let tenant = Arc::new(Tenant::new(settings, arguments.seed));
    announce(&tenant, port.number(), control_port.number())?;

    let serving = runtime.spawn(server::run(port, Arc::clone(&tenant)));
    runtime.spawn(server::run(control_port, Arc::clone(&tenant)));
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

fn announce(tenant: &Tenant, port: u16, control_port: u16) -> io::Result<()> {
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
