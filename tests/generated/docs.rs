//! The tables of the documentation: `docs/operations.md` and `docs/models.md`.

use sailpoint_access_requests::models::{self, Direction, Field, Kind, Model};
use sailpoint_access_requests::operations::{Answer, Delivery, OPERATIONS, Operation, ParameterKind};
use std::fmt::Write as _;

pub fn files() -> Vec<(String, String)> {
    vec![("docs/operations.md".to_owned(), operations()), ("docs/models.md".to_owned(), all_models())]
}

fn operations() -> String {
    let mut text = format!("<!-- {} -->\n\n# Operations\n\n", super::NOTICE);
    text +=
        "Every operation is one request. Members and parameters are named here as in JSON; a cmdlet's parameters begin with a capital.\n\n";
    text += "| operation | cmdlet | HTTP | answer |\n|---|---|---|---|\n";
    for operation in &OPERATIONS {
        let (method, path, success) = (operation.method.name(), operation.path, operation.success);
        writeln!(
            text,
            "| [{0}](#{1}) | `{2}` | {method} `{path}` | {success} {3} |",
            operation.id,
            operation.id.to_lowercase(),
            operation.cmdlet,
            answer(&operation.answer)
        )
        .expect("writing to a String");
    }
    for each in &OPERATIONS {
        text += &operation(each);
    }
    text
}

fn operation(operation: &Operation) -> String {
    let mut text = format!("\n## {}\n\n{}\n\n", operation.id, operation.meaning);
    let mut line = |name: &str, value: &str| text += &format!("- {name}: {value}\n");
    line("C", &format!("`sailpoint_{}`", operation.function));
    line("PowerShell", &format!("`{}`", operation.cmdlet));
    if let Some(model) = operation.body {
        line("body", &model_link(model));
    }
    line("answer", &format!("{}, {}", operation.success, answer(&operation.answer)));
    line("sent again by itself", delivery(operation.delivery));
    if let Some(limit) = &operation.id_limit {
        line("limit", &format!("`{}` takes at most {} ids a call", limit.member, limit.max));
    }
    if operation.experimental {
        line("header", "`X-SailPoint-Experimental: true` goes with it, unless the option `experimental` says otherwise");
    }
    if let Some(note) = operation.deprecated {
        line("deprecated", note);
    }
    if !operation.verify.is_empty() {
        line("if its fate is unknown", &format!("{}.", operation.verify));
    }
    if !operation.parameters.is_empty() {
        text += "\n| parameter | in the URL | type | meaning |\n|---|---|---|---|\n";
    }
    for parameter in operation.parameters {
        let kind = match parameter.kind {
            ParameterKind::Boolean => "true or false".to_owned(),
            ParameterKind::Count(i32::MAX) => "number from 0".to_owned(),
            ParameterKind::Count(max) => format!("number from 0 to {max}"),
            _ => "text".to_owned(),
        };
        let exclusive =
            if parameter.excludes.is_empty() { String::new() } else { format!(" Not together with {}.", parameter.excludes.join(", ")) };
        writeln!(text, "| `{}` | `{}` | {kind} | {}{exclusive} |", parameter.name, parameter.query, parameter.meaning)
            .expect("writing to a String");
    }
    if !operation.filters.is_empty() {
        text += "\n| `filters` by | operators |\n|---|---|\n";
    }
    for field in operation.filters {
        writeln!(text, "| `{}` | {} |", field.name, field.operators.join(", ")).expect("writing to a String");
    }
    if !operation.sorters.is_empty() {
        writeln!(text, "\n`sorters`: {}; a leading `-` sorts downwards.", operation.sorters.join(", ")).expect("writing to a String");
    }
    text
}

fn delivery(delivery: Delivery) -> &'static str {
    match delivery {
        Delivery::Repeatable => "after a broken connection, a timeout, a 429 or a 5xx, since a second time changes nothing",
        Delivery::Once => "only where the tenant cannot have acted: nothing was taken, a 429, or a 503 that names a wait",
        Delivery::OnceStrictly => "only where the tenant cannot have acted: nothing was taken, or a 429",
    }
}

fn answer(answer: &Answer) -> String {
    match answer {
        Answer::Empty => "empty object".to_owned(),
        Answer::Object(model) => model_link(model),
        Answer::List(model) => format!("list of {}", model_link(model)),
    }
}

fn model_link(model: &Model) -> String {
    format!("[{}](models.md#{})", model.name, model.name.to_lowercase())
}

fn all_models() -> String {
    let mut text = format!("<!-- {} -->\n\n# Models\n\n", super::NOTICE);
    text += "Names are matched exactly, else ignoring case, and sent as they stand here. What is not given is not sent: a default is what the service takes where a member is absent. \
             `null` where the table does not allow it is left out, with a warning; under a name in another spelling without one, since PowerShell's `ConvertTo-Json` writes unset properties so.\n";
    for model in models::all() {
        let direction = match model.direction {
            Direction::Request => "sent",
            Direction::Answer => "answered",
            Direction::Both => "sent and answered",
        };
        writeln!(
            text,
            "\n## {}\n\n{} ({direction})\n\n| member | type | required | null | meaning |\n|---|---|---|---|---|",
            model.name, model.meaning
        )
        .expect("writing to a String");
        for field in model.fields {
            text += &member(field);
        }
    }
    text
}

fn member(field: &Field) -> String {
    let mark = |set: bool| if set { "yes" } else { "" };
    let default = field.default.map_or_else(String::new, |json| format!(" Default: `{json}`."));
    format!(
        "| `{}` | {} | {} | {} | {}{default} |\n",
        field.name,
        kind(&field.kind),
        mark(field.required),
        mark(field.nullable),
        field.meaning
    )
}

fn kind(of: &Kind) -> String {
    match of {
        Kind::Text => "text".to_owned(),
        Kind::Id => "id".to_owned(),
        Kind::Word(words) => format!("one of {}", words.join(", ")),
        Kind::DateTime => "date".to_owned(),
        Kind::Boolean => "true or false".to_owned(),
        Kind::Integer { min: i32::MIN, max: i32::MAX } => "number".to_owned(),
        Kind::Integer { min, max } => format!("number from {min} to {max}"),
        Kind::Object(model) => format!("[{}](#{})", model.name, model.name.to_lowercase()),
        Kind::List(list) => format!("list of {}", kind(list.of)),
        Kind::TextMap => "texts by key".to_owned(),
    }
}
