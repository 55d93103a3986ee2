//! Every operation under every fault, blocking and as a call with events: what the caller is told, and what the tenant did.
//!
//! The outcome depends on the operation's delivery class alone, which the test proves; so the table in `docs/delivery.md` has a
//! column a class. It is made here: `UPDATE_GENERATED=1 cargo test --test abi fault_table` rewrites it.

use crate::support::abi::{Client, OPERATIONS};
use crate::support::examples;
use crate::support::sandbox::Sandbox;
use sailpoint_access_requests::operations::{self, Delivery, Operation};
use serde_json::{Value, json};
use std::fmt::Write;

/// A fault for the operation's first request, and how the table names it.
struct Case {
    name: &'static str,
    fault: &'static str,
    /// Options of the call, where the defaults would take too long.
    options: Option<&'static str>,
}

/// Long enough for an ordinary attempt on a busy machine, which the one after the silence is.
const IMPATIENT: Option<&str> = Some(r#"{"timeoutMs":2000}"#);

const fn case(name: &'static str, fault: &'static str) -> Case {
    Case { name, fault, options: None }
}

const CASES: [Case; 26] = [
    Case {
        name: "refuse: no connection to be had",
        fault: r#"{"operation":"token","do":"refuse"}"#,
        options: Some(r#"{"maxAttempts":2}"#),
    },
    case("resetBeforeReading", r#"{"do":"resetBeforeReading"}"#),
    case("resetAfterActing", r#"{"do":"resetAfterActing"}"#),
    case("resetInAnswer", r#"{"do":"resetInAnswer"}"#),
    case("delay", r#"{"do":"delay","delayMs":20}"#),
    Case { name: "delay beyond timeoutMs", fault: r#"{"do":"delay","delayMs":2500}"#, options: IMPATIENT },
    Case { name: "stall, not acted on", fault: r#"{"do":"stall"}"#, options: IMPATIENT },
    Case { name: "stall, acted on", fault: r#"{"do":"stall","act":true}"#, options: IMPATIENT },
    case("truncate", r#"{"do":"truncate"}"#),
    case("garbage", r#"{"do":"garbage"}"#),
    case("wrongLength", r#"{"do":"wrongLength"}"#),
    case("slowBytes", r#"{"do":"slowBytes","pieces":20,"delayMs":1}"#),
    Case { name: "slowBytes beyond timeoutMs", fault: r#"{"do":"slowBytes","pieces":500,"delayMs":2500}"#, options: IMPATIENT },
    case("expireToken", r#"{"do":"expireToken"}"#),
    case("throttle, Retry-After", r#"{"do":"throttle","retryAfterSeconds":0}"#),
    case("throttle, no Retry-After", r#"{"do":"throttle","retryAfterSeconds":null}"#),
    case("307", r#"{"status":307,"headers":{"Location":"/elsewhere"}}"#),
    case("400", r#"{"status":400}"#),
    case("401", r#"{"status":401}"#),
    case("403", r#"{"status":403}"#),
    case("404", r#"{"status":404}"#),
    case("500", r#"{"status":500}"#),
    case("502 with a page of HTML", r#"{"status":502,"headers":{"Content-Type":"text/html"},"body":"<html>"}"#),
    case("503", r#"{"status":503}"#),
    case("503, Retry-After", r#"{"status":503,"headers":{"Retry-After":"0"}}"#),
    case("503, Retry-After, acted on", r#"{"status":503,"headers":{"Retry-After":"0"},"act":true}"#),
];

/// The columns: operations that may be repeated, those that may not, and the one that is never repeated on a hint.
const CLASSES: [Delivery; 3] = [Delivery::Repeatable, Delivery::Once, Delivery::OnceStrictly];

#[derive(Clone, Copy, Debug)]
enum Form {
    Blocking,
    WithEvents,
}

/// What one operation came to under each case.
type Column = Vec<String>;

#[test]
fn every_operation_under_every_fault_is_as_the_documentation_says() {
    let columns: Vec<(Delivery, String, Column)> = std::thread::scope(|scope| {
        let start = |(operation, _): &(&'static str, _)| {
            let operation = *operation;
            [Form::Blocking, Form::WithEvents]
                .map(|form| scope.spawn(move || (declared(operation).delivery, format!("{operation}, {form:?}"), column(operation, form))))
        };
        let running: Vec<_> = OPERATIONS.iter().flat_map(start).collect();
        running.into_iter().map(|thread| thread.join().expect("no panic")).collect()
    });
    let table = table(&columns);
    println!("{table}");
    compare_with_documentation(&table);
}

fn declared(operation: &str) -> &'static Operation {
    operations::OPERATIONS.iter().find(|declared| declared.id == operation).expect("declared")
}

fn column(operation: &'static str, form: Form) -> Column {
    let mut sandbox = Sandbox::start();
    let mut client = Client::new(&sandbox.config());
    // The token is there, and so is a connection: the faults meet an ordinary call.
    run(&client, operation, form, None);
    let mut cells = Column::new();
    for case in &CASES {
        let mut fault: Value = serde_json::from_str(case.fault).expect("JSON");
        let breaks_the_tenant = fault.get("operation").is_some();
        if breaks_the_tenant {
            sandbox = Sandbox::start();
            client = Client::new(&sandbox.config());
        } else {
            fault["operation"] = json!(operation);
        }
        fault["times"] = json!(1);
        let before = sandbox.acted(operation);
        sandbox.fault(fault);
        let envelope = run(&client, operation, form, case.options);
        assert_says_where_to_look(operation, &envelope);
        let acted = sandbox.settled_counters()["operations"][operation]["acted"].as_u64().expect("a count");
        cells.push(cell(&envelope, acted - before));
        sandbox.clear_faults();
        if breaks_the_tenant {
            sandbox = Sandbox::start();
            client = Client::new(&sandbox.config());
        }
    }
    cells
}

fn run(client: &Client, operation: &str, form: Form, options: Option<&str>) -> Value {
    let request = examples::request(operation);
    match form {
        Form::Blocking => client.call_with(operation, Some(&request.to_string()), options),
        Form::WithEvents => client.start(operation, &request.to_string(), options).expect("a call").result(),
    }
}

/// Where the fate is unknown, the message names the list that shows it.
fn assert_says_where_to_look(operation: &str, envelope: &Value) {
    let error = &envelope["error"];
    if error["delivery"] != "unknown" {
        return;
    }
    let verify = declared(operation).verify;
    let message = error["message"].as_str().expect("a text");
    let expected = format!(" The tenant may have acted on it. Before sending it again, look: {verify}.");
    assert!(verify.is_empty() || message.ends_with(&expected), "{message}");
}

fn cell(envelope: &Value, acted: u64) -> String {
    let attempts = &envelope["meta"]["attempts"];
    let error = &envelope["error"];
    let outcome = if envelope["ok"] == true {
        "ok".to_owned()
    } else {
        format!("{}, `{}`", error["kind"].as_str().expect("a word"), error["delivery"].as_str().expect("a word"))
    };
    format!("{outcome}; sent {attempts}, acted {acted}")
}

/// A row a case, a column a class. All operations of a class, in both forms, have to agree.
fn table(columns: &[(Delivery, String, Column)]) -> String {
    let mut table = String::from(
        "| fault of the first request | lists, `getAccessRequestConfig`, `setAccessRequestConfig` | approve, cancel, close | `createAccessRequest` |\n|---|---|---|---|\n",
    );
    for (index, case) in CASES.iter().enumerate() {
        write!(table, "| {} |", case.name).expect("text grows");
        for class in CLASSES {
            let mut of_class = columns.iter().filter(|(of, _, _)| *of == class);
            let (_, first, cells) = of_class.next().expect("each class has an operation");
            for (_, name, others) in of_class {
                assert_eq!(others[index], cells[index], "{}: {name} against {first}", case.name);
            }
            write!(table, " {} |", cells[index]).expect("text grows");
        }
        table.push('\n');
    }
    table
}

const BEGIN: &str = "<!-- made by tests/abi/fault_table.rs -->\n";
const END: &str = "<!-- to here -->\n";

fn compare_with_documentation(table: &str) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/delivery.md");
    let document = std::fs::read_to_string(path).expect("docs/delivery.md is there");
    let (head, rest) = document.split_once(BEGIN).expect("the place of the table");
    let (committed, tail) = rest.split_once(END).expect("the table's end");
    if committed == table {
        return;
    }
    if std::env::var_os("UPDATE_GENERATED").is_some() {
        return std::fs::write(path, format!("{head}{BEGIN}{table}{END}{tail}")).expect("docs/delivery.md can be written");
    }
    let difference = committed.lines().zip(table.lines()).find(|(committed, made)| committed != made);
    panic!(
        "docs/delivery.md does not agree: {difference:?}. If the change is meant, run: UPDATE_GENERATED=1 cargo test --test abi fault_table"
    );
}
