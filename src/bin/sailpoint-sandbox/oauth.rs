//! Access tokens: `POST /oauth/token` grants them, every operation asks for one.
//!
//! Known from SailPoint's documentation of authentication: grant_type=client_credentials with client_id and client_secret as
//! a form; the answer has access_token, token_type and expires_in. The errors are those of RFC 6749, section 5.2.

use std::collections::HashMap;

use serde_json::json;

use crate::errors::ApiError;
use crate::http::{Request, Response, decode_pairs};

/// What clients and tests authenticate with.
#[derive(Debug)]
pub struct Credentials {
    pub client_id: String,
    pub client_secret: String,
    /// Opens the paths below `/sandbox/`.
    pub control_token: String,
}

/// The tokens that were granted, and those of the settings.
#[derive(Debug)]
pub struct TokenStore {
    tokens: HashMap<String, Token>,
    /// How often all were expired. Tokens of an earlier generation are expired.
    generation: u64,
}

#[derive(Debug)]
struct Token {
    client_id: String,
    generation: u64,
    /// Milliseconds of the tenant's clock; none for tokens from the settings, which last until they are expired by a test.
    expires_at: Option<u64>,
}

impl TokenStore {
    /// Holds `preset` tokens from the start, as if they had been granted to `client_id`.
    pub fn new(preset: &[String], client_id: &str) -> Self {
        let token = || Token { client_id: client_id.to_owned(), generation: 0, expires_at: None };
        Self { tokens: preset.iter().map(|text| (text.clone(), token())).collect(), generation: 0 }
    }

    /// Answers a request for a token, which is valid for `expires_in` seconds from `now`.
    pub fn grant(&mut self, request: &Request, credentials: &Credentials, expires_in: u64, now: u64) -> Response {
        if let Err((status, error, description)) = check_grant(request, credentials) {
            return Response::json(status, &json!({ "error": error, "error_description": description }));
        }
        let text = random_token();
        let token = Token {
            client_id: credentials.client_id.clone(),
            generation: self.generation,
            expires_at: Some(now.saturating_add(expires_in.saturating_mul(1000))),
        };
        self.tokens.insert(text.clone(), token);
        Response::json(200, &json!({ "access_token": text, "token_type": "bearer", "expires_in": expires_in }))
    }

    /// The client id whose valid token the request carries.
    pub fn authorize(&self, authorization: Option<&str>, now: u64) -> Result<&str, ApiError> {
        let unauthorized = |reason: &str| ApiError::Unauthorized(format!("JWT validation failed: {reason}"));
        let token = authorization.and_then(bearer).ok_or_else(|| unauthorized("JWT is missing"))?;
        let token = self.tokens.get(token).ok_or_else(|| unauthorized("JWT is unknown"))?;
        if token.generation < self.generation || token.expires_at.is_some_and(|end| end <= now) {
            return Err(unauthorized("JWT is expired"));
        }
        Ok(&token.client_id)
    }

    /// Makes every token that there is an expired one. Takes no time, however many there are.
    pub fn expire_all(&mut self) {
        self.generation += 1;
    }
}

/// The token of an `Authorization: Bearer` header's value. The scheme's name ignores case (RFC 9110, section 11.1).
pub fn bearer(authorization: &str) -> Option<&str> {
    let (scheme, token) = authorization.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token.trim())
}

/// Not made from the seed: a token that can be guessed proves nothing about the client that sends it.
pub fn random_token() -> String {
    format!("{:032x}{:032x}", fastrand::u128(..), fastrand::u128(..))
}

fn check_grant(request: &Request, credentials: &Credentials) -> Result<(), (u16, &'static str, &'static str)> {
    let form = "application/x-www-form-urlencoded";
    if !request.head.header("content-type").is_some_and(|value| value.to_ascii_lowercase().starts_with(form)) {
        return Err((400, "invalid_request", "The body has to be a form, application/x-www-form-urlencoded."));
    }
    let pairs = decode_pairs(&String::from_utf8_lossy(&request.body));
    let value = |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
    match value("grant_type") {
        Some("client_credentials") => {}
        Some(_) => return Err((400, "unsupported_grant_type", "The sandbox knows the grant client_credentials only.")),
        None => return Err((400, "invalid_request", "The form has no grant_type.")),
    }
    let given = (value("client_id"), value("client_secret"));
    if given != (Some(&credentials.client_id), Some(&credentials.client_secret)) {
        return Err((401, "invalid_client", "There is no client with this client_id and client_secret."));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_valid_until_its_end() {
        let mut tokens = TokenStore::new(&["fixed".to_owned()], "client");
        tokens.tokens.insert("granted".to_owned(), Token { client_id: "client".to_owned(), generation: 0, expires_at: Some(1000) });
        let text = |result: Result<&str, ApiError>| match result {
            Err(ApiError::Unauthorized(text)) => text,
            other => panic!("{other:?}"),
        };
        assert_eq!(tokens.authorize(Some("Bearer granted"), 999), Ok("client"));
        assert_eq!(tokens.authorize(Some("bearer fixed"), u64::MAX), Ok("client"));
        assert_eq!(text(tokens.authorize(Some("Bearer granted"), 1000)), "JWT validation failed: JWT is expired");
        assert_eq!(text(tokens.authorize(Some("Bearer other"), 0)), "JWT validation failed: JWT is unknown");
        assert_eq!(text(tokens.authorize(Some("Basic granted"), 0)), "JWT validation failed: JWT is missing");
        assert_eq!(text(tokens.authorize(None, 0)), "JWT validation failed: JWT is missing");
        tokens.expire_all();
        for expired in ["Bearer fixed", "Bearer granted"] {
            assert_eq!(text(tokens.authorize(Some(expired), 0)), "JWT validation failed: JWT is expired");
        }
    }
}
