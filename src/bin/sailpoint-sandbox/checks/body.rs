//! Bodies: JSON of the documented model, strictly.
//!
//! Known from the models' schemas in the OpenAPI description. The library is more lenient towards its callers and sends what
//! the service documents; this side holds it to that: names exactly as documented, a list where a list is declared.

use sailpoint_access_requests::models::{Field, Kind, Model};
use sailpoint_access_requests::operations::Operation;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::clock::Date;
use crate::errors::ApiError;
use crate::http::Request;

/// The request's body as JSON, null for an operation without one. Refuses with a message for each thing that is wrong.
pub fn check(operation: &Operation, request: &Request) -> Result<Value, ApiError> {
    let Some(model) = operation.body else { return Ok(Value::Null) };
    let content_type = request.head.header("content-type").unwrap_or_default();
    if !content_type.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("application/json") {
        return Err(ApiError::bad_request(format!("Content-Type has to be application/json, not {content_type:?}.")));
    }
    let body: Value =
        serde_json::from_slice(&request.body).map_err(|error| ApiError::bad_request(format!("The body is not valid JSON: {error}.")))?;
    let mut problems = problems_of(model, &body);
    if let Some(limit) = &operation.id_limit {
        let count = body[limit.member].as_array().map_or(0, Vec::len);
        if count > limit.max {
            problems.push(format!("{} has {count} ids, and one request takes at most {}.", limit.member, limit.max));
        }
    }
    if problems.is_empty() { Ok(body) } else { Err(ApiError::BadRequest(problems)) }
}

/// A checked body as the type of one operation.
pub fn deserialize<T: DeserializeOwned>(body: &Value) -> Result<T, ApiError> {
    T::deserialize(body).map_err(|error| ApiError::bad_request(format!("The body does not fit: {error}.")))
}

/// Where `value` is not what `model` declares, a sentence for each place.
pub fn problems_of(model: &Model, value: &Value) -> Vec<String> {
    let mut problems = Problems::default();
    problems.object("", model, value);
    problems.found
}

#[derive(Default)]
struct Problems {
    found: Vec<String>,
}

impl Problems {
    fn add(&mut self, path: &str, problem: &str) {
        let subject = if path.is_empty() { "The body" } else { path };
        self.found.push(format!("{subject} {problem}."));
    }

    fn object(&mut self, path: &str, model: &Model, value: &Value) {
        let Some(members) = value.as_object() else {
            return self.add(path, &format!("has to be an object, not {}", kind_of(value)));
        };
        for name in members.keys().filter(|name| !model.fields.iter().any(|field| field.name == **name)) {
            self.add(&join(path, name), &format!("is no member of {}", model.name));
        }
        for field in model.fields {
            match members.get(field.name) {
                Some(value) => self.field(&join(path, field.name), field, value),
                None if field.required => self.add(&join(path, field.name), "is missing"),
                None => {}
            }
        }
    }

    fn field(&mut self, path: &str, field: &Field, value: &Value) {
        match value {
            Value::Null if field.nullable => {}
            Value::Null => self.add(path, "must not be null"),
            value => self.value(path, &field.kind, value),
        }
    }

    fn value(&mut self, path: &str, kind: &Kind, value: &Value) {
        match (kind, value) {
            (Kind::Object(model), value) => self.object(path, model, value),
            (Kind::List(list), Value::Array(entries)) => {
                self.require(entries.len() >= list.min, path, &format!("has {} entries, and needs at least {}", entries.len(), list.min));
                let max = list.max.unwrap_or(usize::MAX);
                self.require(entries.len() <= max, path, &format!("has {} entries, and takes at most {max}", entries.len()));
                for (index, entry) in entries.iter().enumerate() {
                    self.value(&format!("{path}[{index}]"), list.of, entry);
                }
            }
            (Kind::TextMap, Value::Object(members)) => {
                for (name, value) in members {
                    self.value(&join(path, name), &Kind::Text, value);
                }
            }
            (Kind::Text, Value::String(_)) | (Kind::Boolean, Value::Bool(_)) => {}
            (Kind::Id, Value::String(text)) => self.require(!text.is_empty(), path, "must not be empty"),
            (Kind::DateTime, Value::String(text)) => {
                self.require(
                    Date::parse(text).is_some(),
                    path,
                    &format!("has to be a date such as 2030-07-11T21:23:15.000Z, not {text:?}"),
                );
            }
            (Kind::Word(words), Value::String(text)) => {
                self.require(words.contains(&text.as_str()), path, &format!("has to be one of {}, not {text:?}", words.join(", ")));
            }
            (Kind::Integer { min, max }, Value::Number(number)) => {
                let fits = number.as_i64().is_some_and(|number| (i64::from(*min)..=i64::from(*max)).contains(&number));
                self.require(fits, path, &format!("has to be a whole number from {min} to {max}, not {number}"));
            }
            (kind, value) => self.add(path, &format!("has to be {}, not {}", name_of(kind), kind_of(value))),
        }
    }

    fn require(&mut self, fits: bool, path: &str, problem: &str) {
        if !fits {
            self.add(path, problem);
        }
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

fn name_of(kind: &Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::Id | Kind::Word(_) => "a text",
        Kind::DateTime => "a date",
        Kind::Boolean => "true or false",
        Kind::Integer { .. } => "a whole number",
        Kind::List(_) => "a list",
        Kind::Object(_) | Kind::TextMap => "an object",
    }
}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sailpoint_access_requests::models;
    use serde_json::json;

    #[test]
    fn a_body_as_documented_has_no_problems() {
        let body = json!({
            "requestedFor": ["2c918084660f45d6016617daa9210584"],
            "requestType": null,
            "requestedItems": [{
                "type": "ACCESS_PROFILE",
                "id": "2c9180835d2e5168015d32f890ca1581",
                "clientMetadata": { "requestedAppName": "test-app" },
                "removeDate": "2020-07-11T21:23:15Z",
                "assignmentId": null
            }]
        });
        assert_eq!(problems_of(&models::ACCESS_REQUEST, &body), Vec::<String>::new());
    }

    #[test]
    fn every_problem_is_told_with_its_place() {
        let body = json!({
            "requestedFor": "2c918084660f45d6016617daa9210584",
            "requestType": "GRANT",
            "RequestedItems": [],
            "requestedItems": [{ "type": "ROLE", "id": "", "comment": null, "clientMetadata": { "a": 1 }, "removeDate": "soon" }, 7]
        });
        assert_eq!(
            problems_of(&models::ACCESS_REQUEST, &body),
            [
                "RequestedItems is no member of AccessRequest.",
                "requestedFor has to be a list, not a text.",
                "requestType has to be one of GRANT_ACCESS, REVOKE_ACCESS, MODIFY_ACCESS, not \"GRANT\".",
                "requestedItems[0].id must not be empty.",
                "requestedItems[0].comment must not be null.",
                "requestedItems[0].clientMetadata.a has to be a text, not a number.",
                "requestedItems[0].removeDate has to be a date such as 2030-07-11T21:23:15.000Z, not \"soon\".",
                "requestedItems[1] has to be an object, not a number.",
            ]
        );
    }

    #[test]
    fn numbers_keep_their_bounds() {
        let config = |reminders: Value| json!({ "approvalReminderAndEscalationConfig": { "maxReminders": reminders } });
        let problem = "approvalReminderAndEscalationConfig.maxReminders has to be a whole number from 0 to 20, not";
        assert_eq!(problems_of(&models::ACCESS_REQUEST_CONFIG, &config(json!(20))), Vec::<String>::new());
        assert_eq!(problems_of(&models::ACCESS_REQUEST_CONFIG, &config(json!(21))), [format!("{problem} 21.")]);
        assert_eq!(problems_of(&models::ACCESS_REQUEST_CONFIG, &config(json!(1.5))), [format!("{problem} 1.5.")]);
    }

    #[test]
    fn a_body_that_is_no_object_says_so() {
        assert_eq!(problems_of(&models::ACCESS_REQUEST, &json!([])), ["The body has to be an object, not a list."]);
    }
}
