//! The one shape in which every result goes out.

use super::error::CallError;
use super::headers::AnswerHeaders;
use super::transport::HttpAnswer;
use crate::operations::{self, Operation};
use serde::Serialize;
use serde_json::value::RawValue;

/// The result of a call, of making a client, or of a model check.
#[derive(Debug)]
pub struct Envelope {
    pub outcome: Result<Answer, CallError>,
    pub meta: Meta,
}

/// What a successful call answers.
#[derive(Debug)]
pub struct Answer {
    /// None where no HTTP was involved.
    pub status: Option<u16>,
    pub headers: AnswerHeaders,
    /// The tenant's bytes as they came, known to be JSON.
    pub data: Box<RawValue>,
}

/// How the call went.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Meta {
    /// How many requests the tenant was given: those that a connection took.
    pub attempts: u32,
    pub elapsed_ms: u64,
    /// What SailPoint's support asks for, from the answer's headers.
    pub request_id: Option<String>,
    /// What looked wrong and was sent all the same.
    pub warnings: Vec<String>,
}

#[derive(Serialize)]
struct SuccessText<'a> {
    ok: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<u16>,
    #[serde(skip_serializing_if = "AnswerHeaders::is_empty")]
    headers: &'a AnswerHeaders,
    data: &'a RawValue,
    meta: &'a Meta,
}

#[derive(Serialize)]
struct FailureText<'a> {
    ok: bool,
    error: &'a CallError,
    meta: &'a Meta,
}

impl Envelope {
    #[must_use]
    pub fn failure(error: CallError) -> Self {
        Self { outcome: Err(error), meta: Meta::default() }
    }

    #[must_use]
    pub fn to_json(&self) -> String {
        let json = match &self.outcome {
            Ok(answer) => serde_json::to_string(&SuccessText {
                ok: true,
                status: answer.status,
                headers: &answer.headers,
                data: &answer.data,
                meta: &self.meta,
            }),
            Err(error) => serde_json::to_string(&FailureText { ok: false, error, meta: &self.meta }),
        };
        // Maps have text keys and nothing in there fails to serialise, but an envelope goes out in any case.
        json.unwrap_or_else(|_| {
            r#"{"ok":false,"error":{"kind":"internal","message":"The result could not be written.","delivery":"unknown"},"meta":{}}"#
                .to_owned()
        })
    }
}

/// Takes a success's body as data, unchanged, and its headers. An empty body stands for the empty object that several operations document.
///
/// Err says what is wrong with the body, as the end of a sentence.
pub(super) fn read_answer(operation: &Operation, answer: &mut HttpAnswer) -> Result<Answer, String> {
    let text = std::str::from_utf8(&answer.body).map_err(|_| "is not UTF-8".to_owned())?;
    let is_list = matches!(operation.answer, operations::Answer::List(_));
    let text = match text.trim_start_matches('\u{feff}').trim() {
        "" if matches!(operation.answer, operations::Answer::Empty) => "{}",
        "" => return Err("is empty".to_owned()),
        text => text,
    };
    let data = RawValue::from_string(text.to_owned())
        .map_err(|error| format!("is not JSON (line {}, column {})", error.line(), error.column()))?;
    match data.get().as_bytes().first() {
        Some(b'[') if is_list => {}
        Some(b'{') if !is_list => {}
        _ if is_list => return Err("is not the list that is documented".to_owned()),
        _ => return Err("is not the object that is documented".to_owned()),
    }
    Ok(Answer { status: Some(answer.status), headers: std::mem::take(&mut answer.headers).into(), data })
}
