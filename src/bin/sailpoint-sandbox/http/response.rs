//! Responses, and how they look on the wire.

use std::time::SystemTime;

use serde::Serialize;

/// A response before it is sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    pub status: u16,
    /// Beside those that [`Self::to_bytes`] adds.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

/// What the bytes of a response depend on beside itself.
pub struct WriteOptions<'a> {
    /// Value of the SLPT-Request-ID header.
    pub request_id: &'a str,
    /// Whether the connection ends after it.
    pub close: bool,
    /// Whether to leave the body out, as for HEAD.
    pub head_only: bool,
}

impl Response {
    /// A response of this status whose body is `value` as JSON.
    pub fn json(status: u16, value: &impl Serialize) -> Self {
        let body = serde_json::to_vec(value).expect("the sandbox's own types have a JSON form");
        Self { status, headers: Vec::new(), body }
    }

    pub fn with_header(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.to_owned(), value.into()));
        self
    }

    /// The bytes to send. A header that the response sets itself is not added again, so that a fault may tell a wrong length
    /// or another content type.
    pub fn to_bytes(&self, options: &WriteOptions<'_>) -> Vec<u8> {
        let date = httpdate::fmt_http_date(SystemTime::now());
        let length = self.body.len().to_string();
        let mut standard = vec![
            ("Date", date.as_str()),
            ("Content-Type", "application/json"),
            ("SLPT-Request-ID", options.request_id),
            ("Content-Length", &length),
        ];
        if options.close {
            standard.push(("Connection", "close"));
        }
        let own = self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let added = standard.into_iter().filter(|(name, _)| !self.has_header(name));

        let mut bytes = format!("HTTP/1.1 {} {}\r\n", self.status, reason_phrase(self.status)).into_bytes();
        for (name, value) in added.chain(own) {
            bytes.extend_from_slice(format!("{name}: {value}\r\n").as_bytes());
        }
        bytes.extend_from_slice(b"\r\n");
        if !options.head_only {
            bytes.extend_from_slice(&self.body);
        }
        bytes
    }

    /// Whether the response sets its own framing, so that nobody can tell where the next one begins.
    pub fn has_own_framing(&self) -> bool {
        self.has_header("Content-Length") || self.has_header("Transfer-Encoding")
    }

    fn has_header(&self, name: &str) -> bool {
        self.headers.iter().any(|(key, _)| key.eq_ignore_ascii_case(name))
    }
}

fn reason_phrase(status: u16) -> &'static str {
    match status {
        200 => "OK",
        202 => "Accepted",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        413 => "Content Too Large",
        429 => "Too Many Requests",
        431 => "Request Header Fields Too Large",
        500 => "Internal Server Error",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(response: &Response, options: &WriteOptions<'_>) -> String {
        String::from_utf8(response.to_bytes(options)).expect("text")
    }

    #[test]
    fn the_standard_headers_are_added_unless_the_response_has_its_own() {
        let response = Response::json(200, &[1, 2]).with_header("content-length", "99");
        let written = text(&response, &WriteOptions { request_id: "abc", close: true, head_only: false });
        assert!(written.starts_with("HTTP/1.1 200 OK\r\nDate: "), "{written}");
        assert!(written.contains("\r\nContent-Type: application/json\r\nSLPT-Request-ID: abc\r\nConnection: close\r\n"), "{written}");
        assert!(written.ends_with("\r\ncontent-length: 99\r\n\r\n[1,2]"), "{written}");
        assert!(response.has_own_framing());
    }

    #[test]
    fn a_response_to_head_tells_the_length_and_leaves_the_body_out() {
        let written = text(&Response::json(405, &"no"), &WriteOptions { request_id: "abc", close: false, head_only: true });
        assert!(written.contains("\r\nContent-Length: 4\r\n"), "{written}");
        assert!(written.ends_with("\r\n\r\n"), "{written}");
    }
}
