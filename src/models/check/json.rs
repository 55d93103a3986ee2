//! JSON as it was written: syntax with line and column, and an object's members in order with the text of their values.

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// Why a text is not JSON, and where.
#[derive(Debug, thiserror::Error)]
#[error("it is not JSON: {reason} at line {line}, column {column}")]
pub struct JsonSyntaxError {
    reason: String,
    line: usize,
    column: usize,
}

/// The whole text as one value, or where it breaks the syntax.
///
/// # Errors
/// If the text is not one complete JSON value.
pub fn parse_syntax(text: &str) -> Result<&RawValue, JsonSyntaxError> {
    serde_json::from_str::<&RawValue>(text).map_err(|error| JsonSyntaxError {
        line: error.line(),
        column: error.column(),
        reason: without_position(&error.to_string()),
    })
}

/// serde_json ends its texts with the position, which our message gives in its own words.
fn without_position(message: &str) -> String {
    message.split(" at line ").next().unwrap_or(message).to_owned()
}

/// An object's members in the order written. Names may repeat; values are the text as written.
#[derive(Debug, Default)]
pub struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'a> Members<'a> {
    /// None where the value is not an object.
    #[must_use]
    pub fn parse(value: &'a RawValue) -> Option<Self> {
        serde_json::from_str(value.get()).ok()
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &'a RawValue)> {
        self.0.iter().map(|(name, value)| (name.as_str(), *value))
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'a> FromIterator<(String, &'a RawValue)> for Members<'a> {
    fn from_iter<I: IntoIterator<Item = (String, &'a RawValue)>>(members: I) -> Self {
        Self(members.into_iter().collect())
    }
}

impl<'a> IntoIterator for Members<'a> {
    type Item = (String, &'a RawValue);
    type IntoIter = std::vec::IntoIter<Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct MembersVisitor;

        impl<'de> Visitor<'de> for MembersVisitor {
            type Value = Members<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry::<String, &RawValue>()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(MembersVisitor)
    }
}
