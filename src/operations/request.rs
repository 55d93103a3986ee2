//! Turns a caller's flat JSON object into the parts of one request: query and body, each where the declaration says.
//!
//! Called by `client::call` before anything is sent. What is wrong is found here, all of it at once, and nothing goes out.

use super::filter::check_filter;
use super::{OPERATIONS, Operation, Parameter, ParameterKind};
use crate::models::Model;
use crate::models::check::{
    Findings, Members, UnknownMembers, check_members, found, join_names, nearest, parse_syntax, quote_value, suggestion,
};
use jiff::Timestamp;
use serde_json::value::RawValue;
use std::borrow::Cow;

/// Query parameters: names as in the URL, values not yet encoded.
pub type Query = Vec<(Cow<'static, str>, String)>;

/// What goes into one HTTP request.
#[derive(Debug)]
pub struct PreparedRequest {
    pub query: Query,
    /// The JSON text of the body.
    pub body: Option<String>,
    pub warnings: Vec<String>,
}

/// Why a request can't be sent. The text is for the person who wrote it.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct InvalidRequest(pub String);

/// The declaration of the operation that a caller named.
///
/// # Errors
/// If there is none of this name; the text names the nearest.
pub fn operation_named(name: &str) -> Result<&'static Operation, InvalidRequest> {
    super::find(name).ok_or_else(|| {
        let hint = suggestion(name, &OPERATIONS.each_ref().map(|operation| operation.id), "It has");
        InvalidRequest(format!("There is no operation {}. {hint}", quote_value(name)))
    })
}

/// Checks `request` against the operation's declaration and takes it apart. None stands for no parameters.
///
/// # Errors
/// If it is not a JSON object, or breaks a rule that every source gives. `now` decides what lies in the past.
pub fn prepare(
    operation: &'static Operation,
    request: Option<&str>,
    now: Timestamp,
    unknown: UnknownMembers,
) -> Result<PreparedRequest, InvalidRequest> {
    let members = parse_members(operation, request)?;
    let mut findings = Findings::default();
    let prepared = match operation.body {
        Some(model) => {
            let (body, found) = check_members(model, &members, now, unknown);
            findings = found;
            check_id_limit(operation, &body, &mut findings);
            PreparedRequest { query: Vec::new(), body: Some(body), warnings: Vec::new() }
        }
        None => PreparedRequest { query: query(operation, &members, &mut findings), body: None, warnings: Vec::new() },
    };
    if findings.problems.is_empty() {
        return Ok(PreparedRequest { warnings: findings.warnings, ..prepared });
    }
    Err(InvalidRequest(format!("{} was not sent: {}", operation.id, join_problems(&findings.problems))))
}

/// Takes the request apart without judging it, for callers who said `validate: false`.
///
/// # Errors
/// If it is not a JSON object, which can't be taken apart.
pub fn prepare_unchecked(operation: &'static Operation, request: Option<&str>) -> Result<PreparedRequest, InvalidRequest> {
    let members = parse_members(operation, request)?;
    if operation.body.is_some() {
        return Ok(PreparedRequest { query: Vec::new(), body: request.map(str::to_owned), warnings: Vec::new() });
    }
    let query = members.into_iter().filter(|(_, value)| value.get() != "null").map(|(name, value)| {
        let text = serde_json::from_str::<String>(value.get()).unwrap_or_else(|_| value.get().to_owned());
        let query_name = parameter(operation, &name).map_or(Cow::Owned(name), |parameter| Cow::Borrowed(parameter.query));
        (query_name, text)
    });
    Ok(PreparedRequest { query: query.collect(), body: None, warnings: Vec::new() })
}

/// One problem as a clause, several as a numbered list.
#[must_use]
pub fn join_problems(problems: &[String]) -> String {
    match problems {
        [only] => with_full_stop(only),
        _ => problems
            .iter()
            .enumerate()
            .map(|(index, problem)| format!("({}) {}", index + 1, with_full_stop(problem)))
            .collect::<Vec<_>>()
            .join(" "),
    }
}

fn with_full_stop(text: &str) -> String {
    if text.ends_with(['.', '?']) { text.to_owned() } else { format!("{text}.") }
}

fn parse_members<'a>(operation: &Operation, request: Option<&'a str>) -> Result<Members<'a>, InvalidRequest> {
    let Some(text) = request else {
        return match operation.body {
            None => Ok(Members::default()),
            Some(model) => Err(InvalidRequest(format!("{} was not sent: there is no request. {}", operation.id, needed_members(model)))),
        };
    };
    let value = parse_syntax(text).map_err(|error| InvalidRequest(format!("{} was not sent: {error}.", operation.id)))?;
    Members::parse(value).ok_or_else(|| {
        InvalidRequest(format!("{} was not sent: the request must be one JSON object, such as {{\"name\": \"value\"}}.", operation.id))
    })
}

fn needed_members(model: &Model) -> String {
    let required: Vec<&str> = model.fields.iter().filter(|field| field.required).map(|field| field.name).collect();
    let members: Vec<&str> = if required.is_empty() { model.fields.iter().map(|field| field.name).collect() } else { required };
    format!("Give a JSON object with {}.", join_names(&members))
}

/// The limit is counted on the body in its documented spelling.
fn check_id_limit(operation: &Operation, body: &str, findings: &mut Findings) {
    let Some(limit) = &operation.id_limit else { return };
    // More ids than that have at least as many commas between them, and counting commas costs next to nothing.
    if body.bytes().filter(|byte| *byte == b',').count() < limit.max {
        return;
    }
    let Ok(members) = serde_json::from_str::<Members<'_>>(body) else { return };
    let Some((_, ids)) = members.iter().find(|(name, _)| *name == limit.member) else { return };
    let count = serde_json::from_str::<Vec<&RawValue>>(ids.get()).map_or(0, |ids| ids.len());
    if count > limit.max {
        findings.problems.push(format!(
            "{} holds {count} ids, and the service takes at most {} a call; send them in several calls",
            limit.member, limit.max
        ));
    }
}

fn parameter(operation: &Operation, name: &str) -> Option<&'static Parameter> {
    let exact = operation.parameters.iter().find(|parameter| parameter.name == name);
    exact.or_else(|| operation.parameters.iter().find(|parameter| parameter.name.eq_ignore_ascii_case(name)))
}

fn query(operation: &'static Operation, members: &Members<'_>, findings: &mut Findings) -> Query {
    let mut given: Vec<&'static Parameter> = Vec::new();
    let mut query = Vec::new();
    for (name, value) in members.iter() {
        let Some(parameter) = parameter(operation, name) else {
            findings.problems.push(unknown_parameter(operation, name));
            continue;
        };
        if given.iter().any(|earlier| earlier.name == parameter.name) {
            findings.problems.push(format!("{} is given twice", parameter.name));
            continue;
        }
        given.push(parameter);
        // null stands for not given, as in every language that calls.
        if value.get() == "null" {
            continue;
        }
        if let Some(text) = parameter_text(operation, parameter, value, findings) {
            query.push((Cow::Borrowed(parameter.query), text));
        }
    }
    given.retain(|parameter| query.iter().any(|(name, _)| name == parameter.query));
    check_exclusions(&given, findings);
    query
}

fn unknown_parameter(operation: &Operation, name: &str) -> String {
    let known = operation.parameters.iter().map(|parameter| parameter.name);
    let hint = match nearest(name, known.clone()) {
        Some(near) => format!("did you mean {near}?"),
        None if operation.parameters.is_empty() => "it takes none".to_owned(),
        None => format!("it takes {}", join_names(&known.collect::<Vec<_>>())),
    };
    format!("{name} is not a parameter of {}; {hint}", operation.id)
}

fn check_exclusions(given: &[&Parameter], findings: &mut Findings) {
    for (index, parameter) in given.iter().enumerate() {
        for other in given[index + 1..].iter().filter(|other| parameter.excludes.contains(&other.name)) {
            findings.problems.push(format!("{} and {} exclude each other; give one of them", parameter.name, other.name));
        }
    }
}

/// The parameter's value as text, or None where it is wrong.
fn parameter_text(operation: &Operation, parameter: &Parameter, value: &RawValue, findings: &mut Findings) -> Option<String> {
    let (name, json) = (parameter.name, value.get());
    match parameter.kind {
        ParameterKind::Boolean if matches!(json, "true" | "false") => return Some(json.to_owned()),
        ParameterKind::Boolean => findings.problems.push(format!("{name} must be true or false, not {}", found(value))),
        ParameterKind::Count(max) => match json.parse::<i64>() {
            Ok(number) if (0..=i64::from(max)).contains(&number) => return Some(json.to_owned()),
            Ok(number) => findings.problems.push(format!("{name} is {number}; the service takes 0 to {max}")),
            Err(_) => findings.problems.push(format!("{name} must be a whole number, not {}", found(value))),
        },
        _ => match serde_json::from_str::<String>(json) {
            Err(_) => findings.problems.push(format!("{name} must be a text, not {}", found(value))),
            // An empty id would list everybody's requests where one identity's were meant.
            Ok(text) if text.trim().is_empty() => findings.problems.push(format!("{name} is empty; give a value, or leave it out")),
            Ok(text) => return Some(checked_text(operation, parameter, text, findings)),
        },
    }
    None
}

fn checked_text(operation: &Operation, parameter: &Parameter, text: String, findings: &mut Findings) -> String {
    match parameter.kind {
        ParameterKind::Filters => {
            let found = check_filter(&text, operation.filters);
            findings.problems.extend(found.problems);
            findings.warnings.extend(found.warnings);
        }
        ParameterKind::Sorters => check_sorters(operation, &text, findings),
        ParameterKind::RequestState => return request_state(text, findings),
        _ => {}
    }
    text
}

fn check_sorters(operation: &Operation, text: &str, findings: &mut Findings) {
    for sorter in text.split(',').map(str::trim) {
        let name = sorter.strip_prefix('-').unwrap_or(sorter);
        if !operation.sorters.contains(&name) {
            findings.warnings.push(format!(
                "sorters names the field {}, and {} is documented to sort by {}; it goes out as written.",
                quote_value(name),
                operation.id,
                join_names(operation.sorters)
            ));
        }
    }
}

/// The reference page's example gives the parameter's own name along with the value.
fn request_state(text: String, findings: &mut Findings) -> String {
    let state = text.strip_prefix("request-state=").map(str::to_owned).unwrap_or(text);
    if state != "EXECUTING" {
        findings
            .warnings
            .push(format!("requestState is {}, and the service documents EXECUTING alone; it goes out as written.", quote_value(&state)));
    }
    state
}
