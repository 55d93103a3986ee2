//! A token's text, which is only ever put into a header, and how it is kept out of everything else.

use super::super::transport::HttpAnswer;
use reqwest::header::HeaderValue;
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};

/// A token in use. Its text is only ever put into a header.
pub struct BearerToken {
    secret: SecretString,
}

impl BearerToken {
    pub fn new(secret: SecretString) -> Self {
        Self { secret }
    }

    /// The value of the Authorization header; None where the token holds characters that a header can't.
    pub fn authorization(&self) -> Option<HeaderValue> {
        let mut value = HeaderValue::from_str(&format!("Bearer {}", self.secret.expose_secret())).ok()?;
        value.set_sensitive(true);
        Some(value)
    }

    /// `answer` without the token, should a tenant or a proxy give it back.
    pub(in crate::client) fn scrub(&self, answer: HttpAnswer) -> HttpAnswer {
        scrub(answer, &self.secret)
    }
}

/// What tells secrets apart without holding them.
pub fn digest(secret: &SecretString) -> [u8; 32] {
    Sha256::digest(secret.expose_secret().as_bytes()).into()
}

/// Makes the secret unreadable in body and headers, as it is and as it looks in a form or in JSON. Only an error's answer passes
/// here, so the search costs nothing that matters.
pub(super) fn scrub(answer: HttpAnswer, secret: &SecretString) -> HttpAnswer {
    let secret = secret.expose_secret();
    let in_form: String = form_urlencoded::byte_serialize(secret.as_bytes()).collect();
    let in_json = serde_json::to_string(secret).unwrap_or_default();
    let spellings = [secret, &in_form, in_json.trim_matches('"')];
    let scrubbed = |bytes: &[u8]| {
        let found = |spelling: &&&str| !spelling.is_empty() && bytes.windows(spelling.len()).any(|window| window == spelling.as_bytes());
        let found: Vec<&&str> = spellings.iter().filter(found).collect();
        (!found.is_empty())
            .then(|| found.iter().fold(String::from_utf8_lossy(bytes).into_owned(), |text, spelling| text.replace(**spelling, "***")))
    };
    let mut answer = answer;
    if let Some(body) = scrubbed(&answer.body) {
        answer.body = body.into();
    }
    for value in answer.headers.values_mut() {
        if let Some(text) = scrubbed(value.as_bytes()) {
            *value = HeaderValue::from_str(&text).unwrap_or_else(|_| HeaderValue::from_static("***"));
        }
    }
    answer
}
