//! A token's text, which is only ever put into a header.

use super::super::transport::HttpAnswer;
use super::scrub::scrub;
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
