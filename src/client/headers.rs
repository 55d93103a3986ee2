//! An answer's headers as the envelope shows them: names in small letters, each with all its values.

use reqwest::header::HeaderMap;
use serde::ser::{Serialize, SerializeMap, Serializer};

/// Written straight from what HTTP gave, since every answer passes here.
#[derive(Clone, Debug, Default)]
pub struct AnswerHeaders(HeaderMap);

impl AnswerHeaders {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<HeaderMap> for AnswerHeaders {
    fn from(headers: HeaderMap) -> Self {
        Self(headers)
    }
}

impl Serialize for AnswerHeaders {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.keys_len()))?;
        for name in self.0.keys() {
            let values: Vec<_> = self.0.get_all(name).iter().map(|value| String::from_utf8_lossy(value.as_bytes())).collect();
            map.serialize_entry(name.as_str(), &values)?;
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use reqwest::header::{HeaderName, HeaderValue};

    #[test]
    fn a_name_that_comes_twice_keeps_both_values() {
        let mut headers = HeaderMap::new();
        headers.append("Set-Cookie", HeaderValue::from_static("a"));
        headers.append("set-cookie", HeaderValue::from_bytes(b"\xff").expect("any byte"));
        headers.append(HeaderName::from_static("date"), HeaderValue::from_static("now"));
        let json = serde_json::to_value(AnswerHeaders::from(headers)).expect("JSON");
        assert_eq!(json, serde_json::json!({ "set-cookie": ["a", "\u{fffd}"], "date": ["now"] }));
    }
}
