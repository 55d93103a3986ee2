//! The words in which problems are told: what was expected, what was found, which known name is nearest.

use super::super::{Kind, List};
use serde_json::value::RawValue;

/// How much of a caller's value a message shows, in characters.
const SHOWN: usize = 40;

/// "a", "a and b", "a, b and c".
#[must_use]
pub fn join_names(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The known name that is most probably meant, if any is near enough.
#[must_use]
pub fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let lower = name.to_ascii_lowercase();
    known
        .map(|candidate| (strsim::jaro_winkler(&lower, &candidate.to_ascii_lowercase()), candidate))
        .filter(|(similarity, _)| *similarity > 0.84)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, candidate)| candidate)
}

/// After a name that is none: the one probably meant, else all that there are, introduced by `intro`.
#[must_use]
pub fn suggestion(name: &str, known: &[&str], intro: &str) -> String {
    match nearest(name, known.iter().copied()) {
        Some(near) => format!("Did you mean {near}?"),
        None => format!("{intro} {}.", join_names(known)),
    }
}

/// A caller's text in quotes, cut where it is long.
#[must_use]
pub fn quote_value(text: &str) -> String {
    if text.chars().count() <= SHOWN {
        return format!("\"{text}\"");
    }
    format!("\"{}...\"", text.chars().take(SHOWN).collect::<String>())
}

pub(super) fn kind(kind: &Kind) -> String {
    match kind {
        Kind::Text => "a text".to_owned(),
        Kind::Id => "an id (a text)".to_owned(),
        Kind::Word(words) => format!("one of {}", join_names(words)),
        Kind::DateTime => "a date such as \"2030-07-11T21:23:15.000Z\"".to_owned(),
        Kind::Boolean => "true or false".to_owned(),
        Kind::Integer { .. } => "a whole number".to_owned(),
        Kind::Object(model) => format!("an object ({})", model.name),
        Kind::List(list_kind) => list(list_kind),
        Kind::TextMap => "an object with texts".to_owned(),
    }
}

pub(super) fn list(list: &List) -> String {
    match list.of {
        Kind::Id => "a list of ids".to_owned(),
        Kind::Object(model) => format!("a list of objects ({})", model.name),
        _ => "a list".to_owned(),
    }
}

/// What one entry of a list is called.
pub(super) fn entry(kind: &Kind) -> &'static str {
    match kind {
        Kind::Id => "id",
        Kind::Object(_) => "object",
        _ => "entry",
    }
}

/// What stands there instead, told from the JSON text.
#[must_use]
pub fn found(value: &RawValue) -> String {
    let text = value.get();
    match text.as_bytes().first() {
        Some(b'"') => found_text(text),
        Some(b'{') => "an object".to_owned(),
        Some(b'[') => "a list".to_owned(),
        Some(b't' | b'f' | b'n') => text.to_owned(),
        _ => format!("the number {text}"),
    }
}

fn found_text(json: &str) -> String {
    // A text with half of a surrogate pair can't be read, and is shown as it was written.
    let Ok(text) = serde_json::from_str::<String>(json) else { return format!("the broken text {}", quote_value(json.trim_matches('"'))) };
    // What ConvertTo-Json leaves of an object below its -Depth, which is 2 unless the caller says otherwise.
    let cut_off = text.starts_with("@{") || text.starts_with("SailPoint.AccessRequests.") || text.starts_with("System.");
    let hint = if cut_off { "; if ConvertTo-Json wrote it, give -Depth 10" } else { "" };
    format!("the text {}{hint}", quote_value(&text))
}
