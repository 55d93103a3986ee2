//! A model's rules without a call: what `sailpoint_model_check()` and the model cmdlets give.

use super::envelope::{Answer, Envelope, Meta};
use super::error::{CallError, ErrorKind};
use super::headers::AnswerHeaders;
use crate::models::check::{check_model, quote_value, suggestion};
use crate::models::{Model, all, find};
use crate::operations::request::join_problems;
use jiff::Timestamp;
use serde_json::value::RawValue;

/// Checks `json` against the model of this name. The envelope's data is the text in the documented spelling.
#[must_use]
pub fn check_model_json(model: &str, json: &str) -> Envelope {
    match check(model, json) {
        Ok((data, warnings)) => Envelope {
            outcome: Ok(Answer { status: None, headers: AnswerHeaders::default(), data }),
            meta: Meta { warnings, ..Meta::default() },
        },
        Err(message) => Envelope::failure(CallError::new(ErrorKind::Validation, message)),
    }
}

fn check(name: &str, json: &str) -> Result<(Box<RawValue>, Vec<String>), String> {
    let model = find(name).ok_or_else(|| unknown_model(name))?;
    let wrong = |reason: String| format!("{} can't be made: {reason}", model.name);
    let (text, findings) = check_model(model, json, Timestamp::now()).map_err(|error| wrong(format!("{error}.")))?;
    if !findings.problems.is_empty() {
        return Err(wrong(join_problems(&findings.problems)));
    }
    let data = RawValue::from_string(text).map_err(|error| wrong(format!("{error}.")))?;
    Ok((data, findings.warnings))
}

fn unknown_model(name: &str) -> String {
    let known: Vec<&str> = all().map(|model: &Model| model.name).collect();
    let hint = suggestion(name, &known, "There are");
    format!("There is no model {}. {hint}", quote_value(name))
}
