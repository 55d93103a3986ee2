//! HTTP/1.1 on the wire: [`request`] reads, [`response`] writes. Written here rather than taken from a server library, so
//! that the sandbox decides about each byte, and about what happens between them.

pub mod request;
pub mod response;

pub use request::{Request, RequestHead};
pub use response::Response;

/// Names and values of a query string or a form, decoded, in the order given.
pub fn decode_pairs(encoded: &str) -> Vec<(String, String)> {
    form_urlencoded::parse(encoded.as_bytes()).into_owned().collect()
}

#[cfg(test)]
mod tests {
    use super::decode_pairs;

    #[test]
    fn pairs_are_decoded_as_forms_are() {
        let expected = [("a b", "c&d=e"), ("f", ""), ("é", "\"")].map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(decode_pairs("a+b=c%26d%3De&f&%C3%A9=%22"), expected);
        assert_eq!(decode_pairs(""), []);
    }
}
