//! Checks a JSON text against a declared model, and writes it anew in the documented spelling.
//!
//! `operations::request` checks bodies with it, `sailpoint_model_check()` a model alone. One walk finds every problem, so that
//! a caller mends them together. Names are matched exactly, else ignoring case; values are copied as they were written, so
//! that no number and no date changes on its way.
//!
//! What no source allows is a problem. What merely looks wrong, and might be taken, is a warning: the service has the last word.

mod access_request;
mod json;
mod wording;

pub(super) use access_request::check_access_request;
pub use json::{JsonSyntaxError, Members, parse_syntax};
pub use wording::{found, join_names, nearest, quote_value, suggestion};

use super::{Field, Kind, List, Model};
use jiff::Timestamp;
use serde_json::value::RawValue;
use std::fmt::Write as _;

/// What a check found.
#[derive(Debug, Default)]
pub struct Findings {
    /// Each names the path of a member and what is allowed there.
    pub problems: Vec<String>,
    /// What was sent all the same.
    pub warnings: Vec<String>,
}

/// Checks one JSON text against `model` and gives it back in the documented spelling.
///
/// `now` decides what lies in the past.
///
/// # Errors
/// If the text is not JSON at all. What breaks the model's rules is in the findings.
pub fn check_model(model: &Model, text: &str, now: Timestamp) -> Result<(String, Findings), JsonSyntaxError> {
    let value = parse_syntax(text)?;
    let mut checker = Checker::new(now, UnknownMembers::Refuse);
    checker.object(model, value, "");
    Ok((checker.output, checker.findings))
}

/// What becomes of members that the model does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnknownMembers {
    /// A slip of the pen, most probably.
    Refuse,
    /// They came from the service, and go back to it.
    Send,
}

/// Checks members that are already parsed, as those of a body that came in a flat request.
#[must_use]
pub fn check_members(model: &Model, members: &Members<'_>, now: Timestamp, unknown: UnknownMembers) -> (String, Findings) {
    let mut checker = Checker::new(now, unknown);
    checker.members(model, members, "");
    (checker.output, checker.findings)
}

struct Checker {
    now: Timestamp,
    unknown: UnknownMembers,
    findings: Findings,
    output: String,
}

impl Checker {
    fn new(now: Timestamp, unknown: UnknownMembers) -> Self {
        Self { now, unknown, findings: Findings::default(), output: String::new() }
    }

    fn object(&mut self, model: &Model, value: &RawValue, path: &str) {
        match Members::parse(value) {
            Some(members) => self.members(model, &members, path),
            None => self.wrong_shape(path, &format!("an object ({})", model.name), value),
        }
    }

    fn members(&mut self, model: &Model, members: &Members<'_>, path: &str) {
        let mut given: Vec<&Field> = Vec::with_capacity(members.len());
        self.output.push('{');
        for (name, value) in members.iter() {
            let Some(field) = model.field(name) else {
                self.unknown_member(model, name, value, path);
                continue;
            };
            if given.iter().any(|earlier| std::ptr::eq(*earlier, field)) {
                self.problem(format!("{} is given twice", join_path(path, field.name)));
                continue;
            }
            given.push(field);
            // PowerShell's ConvertTo-Json writes the unset properties of an object too, as null under the property's name. Where
            // null is documented it stays: it may well be what the tenant answered.
            let is_unset_property = value.get() == "null" && name != field.name && !field.required && !field.nullable;
            if !is_unset_property {
                self.member(field, value, path);
            }
        }
        self.output.push('}');
        let missing: Vec<&str> = model
            .fields
            .iter()
            .filter(|field| field.required && !given.iter().any(|name| std::ptr::eq(*name, *field)))
            .map(|field| field.name)
            .collect();
        self.missing(&missing, path);
        if let Some(rule) = model.rule {
            rule(&self.output, &mut self.findings);
        }
    }

    fn member(&mut self, field: &Field, value: &RawValue, path: &str) {
        let path = join_path(path, field.name);
        let is_null = value.get() == "null";
        if is_null && field.required {
            self.problem(format!("{path} is null, and the service needs a value"));
            return;
        }
        if is_null && !field.nullable {
            self.findings.warnings.push(format!("{path} is null, which the service does not document; it is left out."));
            return;
        }
        self.name(field.name);
        if is_null {
            self.output.push_str("null");
        } else {
            self.value(&field.kind, value, &path);
        }
    }

    /// Begins a member. `name` needs no escapes, or is escaped.
    fn name(&mut self, name: &str) {
        if !self.output.ends_with('{') {
            self.output.push(',');
        }
        let _ = write!(self.output, "\"{name}\":");
    }

    fn value(&mut self, kind: &Kind, value: &RawValue, path: &str) {
        match kind {
            Kind::Object(model) => return self.object(model, value, path),
            Kind::List(list) => return self.list(list, value, path),
            Kind::Text => self.text(value, path, kind, |_, _, _| ()),
            Kind::Id => self.text(value, path, kind, Self::id),
            Kind::Word(words) => self.text(value, path, kind, |checker, word, path| checker.word(words, word, path)),
            Kind::DateTime => self.text(value, path, kind, Self::date_time),
            Kind::Boolean => {
                if !matches!(value.get(), "true" | "false") {
                    self.wrong_type(path, &wording::kind(kind), value);
                }
            }
            Kind::Integer { min, max } => self.integer(*min, *max, value, path),
            Kind::TextMap => self.text_map(value, path),
        }
        self.output.push_str(value.get());
    }

    fn list(&mut self, list: &List, value: &RawValue, path: &str) {
        let Ok(entries) = serde_json::from_str::<Vec<&RawValue>>(value.get()) else {
            return self.single_entry(list, value, path);
        };
        if entries.len() < list.min {
            self.problem(format!("{path} is an empty list; give at least one {}", wording::entry(list.of)));
        }
        if let Some(max) = list.max.filter(|max| entries.len() > *max) {
            self.problem(format!("{path} holds {} entries; the service takes at most {max}", entries.len()));
        }
        self.output.push('[');
        for (index, entry) in entries.into_iter().enumerate() {
            if index > 0 {
                self.output.push(',');
            }
            self.value(list.of, entry, &format!("{path}[{index}]"));
        }
        self.output.push(']');
    }

    fn single_entry(&mut self, list: &List, value: &RawValue, path: &str) {
        if !list.single || !value.get().starts_with('"') {
            return self.wrong_shape(path, &wording::list(list), value);
        }
        self.output.push('[');
        self.value(list.of, value, path);
        self.output.push(']');
    }

    fn text(&mut self, value: &RawValue, path: &str, kind: &Kind, then: impl FnOnce(&mut Self, &str, &str)) {
        match serde_json::from_str::<String>(value.get()) {
            Ok(text) => then(self, &text, path),
            Err(_) => self.wrong_type(path, &wording::kind(kind), value),
        }
    }

    fn id(&mut self, id: &str, path: &str) {
        if id.trim().is_empty() {
            self.problem(format!("{path} is empty; give an id"));
        }
    }

    fn word(&mut self, words: &[&str], word: &str, path: &str) {
        if words.contains(&word) {
            return;
        }
        // The published module's ValidateSet ignores case and sends what the caller wrote.
        if let Some(documented) = words.iter().find(|known| known.eq_ignore_ascii_case(word)) {
            self.findings.warnings.push(format!("{path} is \"{word}\", documented as {documented}; it goes out as written."));
            return;
        }
        let hint = nearest(word, words.iter().copied()).map_or_else(String::new, |near| format!("; did you mean {near}?"));
        self.problem(format!("{path} is \"{word}\", and the service knows {}{hint}", join_names(words)));
    }

    fn date_time(&mut self, text: &str, path: &str) {
        match text.parse::<Timestamp>() {
            Err(_) => self
                .findings
                .warnings
                .push(format!("{path} is \"{text}\", which is not a date such as 2030-07-11T21:23:15.000Z; it goes out as written.")),
            Ok(date) if date <= self.now => self.findings.warnings.push(format!(
                "{path} is {text}, which lies in the past; the service documents future dates only. It goes out as written."
            )),
            Ok(_) => {}
        }
    }

    fn integer(&mut self, min: i32, max: i32, value: &RawValue, path: &str) {
        let Ok(number) = value.get().parse::<i64>() else {
            return self.wrong_type(path, "a whole number", value);
        };
        if number < i64::from(min) || number > i64::from(max) {
            self.problem(format!("{path} is {number}; the service takes {min} to {max}"));
        }
    }

    fn text_map(&mut self, value: &RawValue, path: &str) {
        let Some(members) = Members::parse(value) else {
            return self.wrong_type(path, &wording::kind(&Kind::TextMap), value);
        };
        for (name, entry) in members.iter() {
            if !entry.get().starts_with('"') {
                let entry_path = join_path(path, name);
                self.findings.warnings.push(format!(
                    "{entry_path} is {}, and the service documents texts only; it goes out as written.",
                    wording::found(entry)
                ));
            }
        }
    }

    fn missing(&mut self, names: &[&str], path: &str) {
        let (verb, place) =
            (if names.len() == 1 { "is" } else { "are" }, if path.is_empty() { String::new() } else { format!(" in {path}") });
        if !names.is_empty() {
            self.problem(format!("{} {verb} missing{place}", join_names(names)));
        }
    }

    fn unknown_member(&mut self, model: &Model, name: &str, value: &RawValue, path: &str) {
        if self.unknown == UnknownMembers::Send {
            let place = join_path(path, name);
            self.findings.warnings.push(format!("{place} is not a documented member of {}; it goes out as written.", model.name));
            let escaped = serde_json::to_string(name).unwrap_or_default();
            self.name(escaped.trim_start_matches('"').strip_suffix('"').unwrap_or_default());
            self.output.push_str(value.get());
            return;
        }
        let known = model.fields.iter().map(|field| field.name);
        let hint = match nearest(name, known.clone()) {
            Some(near) => format!("did you mean {near}?"),
            None => format!("it has {}", join_names(&known.collect::<Vec<_>>())),
        };
        self.problem(format!("{} is not a member of {}; {hint}", join_path(path, name), model.name));
    }

    /// Lists and objects write nothing of their own then, so null keeps the text whole for the rules between members.
    fn wrong_shape(&mut self, path: &str, expected: &str, value: &RawValue) {
        self.wrong_type(path, expected, value);
        self.output.push_str("null");
    }

    fn wrong_type(&mut self, path: &str, expected: &str, value: &RawValue) {
        let what = if path.is_empty() { "the text" } else { path };
        self.problem(format!("{what} must be {expected}, not {}", wording::found(value)));
    }

    fn problem(&mut self, text: String) {
        self.findings.problems.push(text);
    }
}

fn join_path(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

#[cfg(test)]
mod tests;
