//! Keeps a secret out of what an answer gives back, however it is spelled there: as it is, as in JSON, as in a form or a URL. The
//! texts of an error are read from JSON afterwards, so an escape that stayed would give the secret whole.

use super::super::error::LARGEST_DOCUMENTED;
use super::super::transport::HttpAnswer;
use reqwest::header::HeaderValue;
use secrecy::{ExposeSecret, SecretString};

/// An error's `answer` without the secret in body and headers. Of a huge body only as much stays as an error could tell, since the
/// search takes seconds for hundreds of megabytes, and other calls wait for the thread.
pub fn scrub(answer: HttpAnswer, secret: &SecretString) -> HttpAnswer {
    let secret = secret.expose_secret();
    let mut answer = answer;
    answer.body.truncate(LARGEST_DOCUMENTED);
    if let Some(body) = without(secret, &answer.body) {
        answer.body = body.into();
    }
    for value in answer.headers.values_mut() {
        if let Some(scrubbed) = without(secret, value.as_bytes()) {
            *value = HeaderValue::from_bytes(&scrubbed).unwrap_or_else(|_| HeaderValue::from_static("***"));
        }
    }
    answer
}

/// None where nothing had to be taken out.
fn without(secret: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    let mut kept = Vec::new();
    let (mut copied, mut at) = (0, 0);
    while at < bytes.len() && !secret.is_empty() {
        let Some(length) = spelled(secret, &bytes[at..]) else {
            at += 1;
            continue;
        };
        kept.extend_from_slice(&bytes[copied..at]);
        kept.extend_from_slice(b"***");
        at += length;
        copied = at;
    }
    if copied == 0 {
        return None;
    }
    kept.extend_from_slice(&bytes[copied..]);
    Some(kept)
}

/// How long a spelling of the secret is that `bytes` begin with.
fn spelled(secret: &str, bytes: &[u8]) -> Option<usize> {
    // By its letters alone a secret that looks escaped itself would be missed.
    if bytes.starts_with(secret.as_bytes()) {
        return Some(secret.len());
    }
    let mut length = 0;
    for letter in secret.chars() {
        length += letter_spelled(letter, &bytes[length..])?;
    }
    Some(length)
}

fn letter_spelled(letter: char, bytes: &[u8]) -> Option<usize> {
    let mut buffer = [0; 4];
    let plain = letter.encode_utf8(&mut buffer).as_bytes();
    match bytes.first()? {
        b'\\' => in_json(letter, bytes),
        b'%' => in_url(plain, bytes),
        b'+' if letter == ' ' => Some(1),
        _ => None,
    }
    .or_else(|| bytes.starts_with(plain).then_some(plain.len()))
}

/// `\/`, `\u002f`.
fn in_json(letter: char, bytes: &[u8]) -> Option<usize> {
    const SHORT: [(char, u8); 6] = [('/', b'/'), ('"', b'"'), ('\\', b'\\'), ('\n', b'n'), ('\r', b'r'), ('\t', b't')];
    if SHORT.iter().any(|(meant, written)| *meant == letter && bytes.get(1) == Some(written)) {
        return Some(2);
    }
    let mut units = [0; 2];
    let units = letter.encode_utf16(&mut units);
    let are_written = bytes.chunks_exact(6).zip(&*units).filter(|(part, unit)| part.starts_with(b"\\u") && hex(&part[2..]) == Some(**unit));
    (are_written.count() == units.len()).then_some(6 * units.len())
}

/// `%2f`.
fn in_url(plain: &[u8], bytes: &[u8]) -> Option<usize> {
    let are_written = bytes.chunks_exact(3).zip(plain).filter(|(part, byte)| part[0] == b'%' && hex(&part[1..]) == Some(u16::from(**byte)));
    (are_written.count() == plain.len()).then_some(3 * plain.len())
}

fn hex(digits: &[u8]) -> Option<u16> {
    let digits = std::str::from_utf8(digits).ok().filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))?;
    u16::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scrubbed(secret: &str, text: &str) -> String {
        let scrubbed = without(secret, text.as_bytes()).unwrap_or_else(|| text.as_bytes().to_vec());
        String::from_utf8(scrubbed).expect("UTF-8")
    }

    #[test]
    fn a_secret_is_found_in_every_spelling() {
        let secret = "can/ary+ \"\\é😀";
        for spelling in [
            secret,
            r#"can/ary+ \"\\é😀"#,
            r#"can\/ary\u002b \u0022\u005C\u00e9\ud83d\uDE00"#,
            "can%2Fary%2B+%22%5C%C3%A9%F0%9F%98%80",
            "can%2fary%2b%20%22%5c%c3%a9%f0%9f%98%80",
            "can/ary%2B %22\\\\%c3%a9😀",
        ] {
            assert_eq!(scrubbed(secret, &format!("<{spelling}>{spelling}")), "<***>***", "{spelling}");
        }
    }

    #[test]
    fn a_huge_body_is_not_searched_to_its_end() {
        let body = [b"secret ".as_slice(), &[b'x'; 2 * LARGEST_DOCUMENTED]].concat().into();
        let answer = HttpAnswer { status: 500, headers: reqwest::header::HeaderMap::new(), body, broken_off: None };
        let body = scrub(answer, &"secret".into()).body;
        assert!(body.starts_with(b"*** x") && body.len() < LARGEST_DOCUMENTED, "{} bytes", body.len());
    }

    #[test]
    fn a_secret_that_looks_escaped_itself_is_found() {
        for secret in ["%2541", r"a\\b", r"\u0041", "%", "\\"] {
            assert_eq!(scrubbed(secret, &format!("x{secret}y")), "x***y", "{secret}");
        }
    }

    #[test]
    fn what_is_not_the_secret_stays() {
        for text in ["", "can", "can%2", "can%2", r"can\u002", r"can\u2f", r"can\", "can%+2Fary", "café \u{fffd}"] {
            assert_eq!(scrubbed("can/ary", text), text);
        }
        assert_eq!(scrubbed("", "text"), "text");
        assert_eq!(without("x", b"\xff\xfe"), None);
    }
}
