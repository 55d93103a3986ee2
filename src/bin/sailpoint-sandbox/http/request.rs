//! Reading requests from a connection, within bounds.

use std::fmt;
use std::io;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

/// The most bytes that a request line and headers may take; more is answered 431.
pub const MAX_HEAD_BYTES: usize = 64 * 1024;
/// How much is read at a time, in bytes.
const READ_BYTES: usize = 16 * 1024;
/// The most bytes that a body may take; more is answered 413.
pub const MAX_BODY_BYTES: usize = 16 * 1024 * 1024;
const MAX_HEADERS: usize = 100;
/// The most bytes that the line before each chunk may take.
const MAX_CHUNK_LINE_BYTES: usize = 1024;

/// A request line with its headers.
#[derive(Debug)]
pub struct RequestHead {
    pub method: String,
    /// As sent: path and query.
    pub target: String,
    pub headers: Vec<(String, String)>,
    /// Whether the client speaks HTTP/1.0, not HTTP/1.1.
    pub is_http_1_0: bool,
    framing: Framing,
}

/// A request in full.
#[derive(Debug)]
pub struct Request {
    pub head: RequestHead,
    pub body: Vec<u8>,
}

/// How the end of a body is found.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Framing {
    Length(usize),
    Chunked,
}

/// Why no request could be read.
#[derive(Debug)]
pub enum ReadError {
    /// The client closed the connection between two requests.
    Closed,
    HeadTooLarge,
    BodyTooLarge,
    /// Not HTTP; the text says what is wrong.
    Malformed(String),
    /// The connection broke, or ended within a request.
    Broken(io::Error),
}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> Self {
        Self::Broken(error)
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Closed => write!(formatter, "The connection was closed."),
            Self::HeadTooLarge => write!(formatter, "Request line and headers are longer than {MAX_HEAD_BYTES} bytes."),
            Self::BodyTooLarge => write!(formatter, "The body is longer than {MAX_BODY_BYTES} bytes."),
            Self::Malformed(text) => write!(formatter, "This is not an HTTP/1.1 request: {text}."),
            Self::Broken(error) => write!(formatter, "The connection broke: {error}."),
        }
    }
}

impl RequestHead {
    /// A head without a body.
    #[cfg(test)]
    pub fn new(method: &str, target: &str, headers: Vec<(String, String)>) -> Self {
        let (method, target) = (method.to_owned(), target.to_owned());
        Self { method, target, headers, is_http_1_0: false, framing: Framing::Length(0) }
    }

    /// The first header of this name, ignoring case.
    pub fn header(&self, name: &str) -> Option<&str> {
        find_header(&self.headers, name)
    }

    /// The target without its query.
    pub fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }

    /// Whether the client wants the connection closed after the answer.
    pub fn wants_close(&self) -> bool {
        let connection = self.header("connection").unwrap_or_default();
        if self.is_http_1_0 { !connection.eq_ignore_ascii_case("keep-alive") } else { connection.eq_ignore_ascii_case("close") }
    }

    fn expects_continue(&self) -> bool {
        self.header("expect").is_some_and(|value| value.eq_ignore_ascii_case("100-continue"))
    }
}

fn find_header<'a>(headers: &'a [(String, String)], name: &str) -> Option<&'a str> {
    headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
}

/// Reads requests one after the other; what a client sent ahead waits in the buffer.
pub struct RequestReader<S> {
    stream: S,
    buffer: Vec<u8>,
}

impl<S: AsyncRead + AsyncWrite + Unpin> RequestReader<S> {
    pub fn new(stream: S) -> Self {
        Self { stream, buffer: Vec::new() }
    }

    pub fn stream(&mut self) -> &mut S {
        &mut self.stream
    }

    /// Waits for the next request's head. Its body is then read by [`Self::body`].
    pub async fn head(&mut self) -> Result<RequestHead, ReadError> {
        loop {
            if let Some((head, length)) = parse_head(&self.buffer)? {
                self.buffer.drain(..length);
                return Ok(head);
            }
            if self.buffer.len() >= MAX_HEAD_BYTES {
                return Err(ReadError::HeadTooLarge);
            }
            let between_requests = self.buffer.is_empty();
            match self.fill().await {
                Err(ReadError::Broken(error)) if between_requests && error.kind() == io::ErrorKind::UnexpectedEof => {
                    return Err(ReadError::Closed);
                }
                other => other?,
            }
        }
    }

    /// Reads the body that belongs to `head`, after telling a client that waits for leave to send it.
    pub async fn body(&mut self, head: &RequestHead) -> Result<Vec<u8>, ReadError> {
        if matches!(head.framing, Framing::Length(length) if length > MAX_BODY_BYTES) {
            return Err(ReadError::BodyTooLarge);
        }
        if head.expects_continue() && self.buffer.is_empty() {
            self.stream.write_all(b"HTTP/1.1 100 Continue\r\n\r\n").await?;
        }
        match head.framing {
            Framing::Length(length) => self.take(length).await,
            Framing::Chunked => self.chunks().await,
        }
    }

    async fn chunks(&mut self) -> Result<Vec<u8>, ReadError> {
        let mut body = Vec::new();
        loop {
            let line = self.line().await?;
            let size = chunk_size(&line)?;
            if size == 0 {
                break;
            }
            if size > MAX_BODY_BYTES - body.len() {
                return Err(ReadError::BodyTooLarge);
            }
            body.extend(self.take(size).await?);
            if !self.line().await?.is_empty() {
                return Err(ReadError::Malformed("a chunk is longer than its size says".to_owned()));
            }
        }
        // Trailers are allowed and say nothing that matters here.
        while !self.line().await?.is_empty() {}
        Ok(body)
    }

    /// The next line, without its end.
    async fn line(&mut self) -> Result<String, ReadError> {
        loop {
            if let Some(end) = self.buffer.windows(2).position(|pair| pair == b"\r\n") {
                let line = String::from_utf8_lossy(&self.buffer[..end]).into_owned();
                self.buffer.drain(..end + 2);
                return Ok(line);
            }
            if self.buffer.len() > MAX_CHUNK_LINE_BYTES {
                return Err(ReadError::Malformed("the line before a chunk is too long".to_owned()));
            }
            self.fill().await?;
        }
    }

    async fn take(&mut self, length: usize) -> Result<Vec<u8>, ReadError> {
        while self.buffer.len() < length {
            self.fill().await?;
        }
        let rest = self.buffer.split_off(length);
        Ok(std::mem::replace(&mut self.buffer, rest))
    }

    async fn fill(&mut self) -> Result<(), ReadError> {
        // Room for a whole request of the usual size; a buffer that grows by doubling reads it in many small pieces.
        self.buffer.reserve(READ_BYTES);
        if self.stream.read_buf(&mut self.buffer).await? == 0 {
            return Err(ReadError::Broken(io::ErrorKind::UnexpectedEof.into()));
        }
        Ok(())
    }
}

/// The head at the start of `bytes` with its length, or `None` while it is incomplete.
fn parse_head(bytes: &[u8]) -> Result<Option<(RequestHead, usize)>, ReadError> {
    let mut headers = [httparse::EMPTY_HEADER; MAX_HEADERS];
    let mut parsed = httparse::Request::new(&mut headers);
    let length = match parsed.parse(bytes) {
        Ok(httparse::Status::Complete(length)) => length,
        Ok(httparse::Status::Partial) => return Ok(None),
        Err(httparse::Error::TooManyHeaders) => return Err(ReadError::HeadTooLarge),
        Err(error) => return Err(ReadError::Malformed(error.to_string())),
    };
    if length > MAX_HEAD_BYTES {
        return Err(ReadError::HeadTooLarge);
    }
    let headers: Vec<_> =
        parsed.headers.iter().map(|header| (header.name.to_owned(), String::from_utf8_lossy(header.value).into_owned())).collect();
    let head = RequestHead {
        method: parsed.method.unwrap_or_default().to_owned(),
        target: parsed.path.unwrap_or_default().to_owned(),
        framing: framing(&headers)?,
        headers,
        is_http_1_0: parsed.version == Some(0),
    };
    Ok(Some((head, length)))
}

/// RFC 9112, section 6: both framings at once, or two lengths, are how requests are smuggled; neither is accepted.
fn framing(headers: &[(String, String)]) -> Result<Framing, ReadError> {
    let lengths: Vec<&str> =
        headers.iter().filter(|(name, _)| name.eq_ignore_ascii_case("content-length")).map(|(_, value)| value.as_str()).collect();
    match (find_header(headers, "transfer-encoding"), lengths.as_slice()) {
        (None, []) => Ok(Framing::Length(0)),
        (None, [length]) => {
            let digits = !length.is_empty() && length.bytes().all(|byte| byte.is_ascii_digit());
            let length = length.parse().ok().filter(|_| digits);
            length.map(Framing::Length).ok_or_else(|| ReadError::Malformed("Content-Length is not a number".to_owned()))
        }
        (Some(coding), []) if coding.eq_ignore_ascii_case("chunked") => Ok(Framing::Chunked),
        (Some(_), []) => Err(ReadError::Malformed("the only Transfer-Encoding known here is chunked".to_owned())),
        _ => Err(ReadError::Malformed("the body's length is given twice".to_owned())),
    }
}

fn chunk_size(line: &str) -> Result<usize, ReadError> {
    let digits = line.split(';').next().unwrap_or_default().trim();
    let valid = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    usize::from_str_radix(digits, 16).ok().filter(|_| valid).ok_or_else(|| ReadError::Malformed("a chunk has no size".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::duplex;

    /// Reads all requests of `bytes`, which arrive in pieces of `piece` bytes.
    fn read(bytes: &[u8], piece: usize) -> Vec<Result<Request, ReadError>> {
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        runtime.block_on(async {
            let (mut client, server) = duplex(piece);
            let bytes = bytes.to_vec();
            let sending = tokio::spawn(async move {
                let _ = client.write_all(&bytes).await;
            });
            let mut reader = RequestReader::new(server);
            let mut requests = Vec::new();
            loop {
                let request = match reader.head().await {
                    Ok(head) => reader.body(&head).await.map(|body| Request { head, body }),
                    Err(error) => Err(error),
                };
                let last = request.is_err();
                requests.push(request);
                if last {
                    break;
                }
            }
            sending.abort();
            requests
        })
    }

    #[test]
    fn requests_sent_ahead_are_read_one_after_the_other_however_they_are_cut() {
        let bytes = b"POST /a?b=c HTTP/1.1\r\nContent-Length: 5\r\n\r\nhelloPUT /d HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n\
            3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nTrailer: 1\r\n\r\nGET /e HTTP/1.0\r\n\r\n";
        for piece in [1, 7, 4096] {
            let requests = read(bytes, piece);
            let bodies: Vec<_> = requests.iter().flatten().map(|request| (request.head.path(), request.body.as_slice())).collect();
            assert_eq!(bodies, [("/a", &b"hello"[..]), ("/d", &b"abcde"[..]), ("/e", &b""[..])], "in pieces of {piece}");
            assert!(matches!(requests[3], Err(ReadError::Closed)), "{:?}", requests[3]);
        }
    }

    #[test]
    fn a_head_beyond_the_bound_is_refused_and_one_within_it_is_not() {
        let head = |padding: usize| format!("GET / HTTP/1.1\r\nX: {}\r\n\r\n", "a".repeat(padding)).into_bytes();
        let overhead = head(0).len();
        assert!(read(&head(MAX_HEAD_BYTES - overhead), 4096)[0].is_ok());
        let refused = read(&head(MAX_HEAD_BYTES - overhead + 1), 4096);
        assert!(matches!(refused[0], Err(ReadError::HeadTooLarge)), "{:?}", refused[0]);
    }

    #[test]
    fn a_body_beyond_the_bound_is_refused_before_it_is_read() {
        let declared = format!("POST / HTTP/1.1\r\nContent-Length: {}\r\n\r\n", MAX_BODY_BYTES + 1);
        let chunked = format!("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n{:x}\r\n", MAX_BODY_BYTES + 1);
        for text in [declared, chunked] {
            let requests = read(text.as_bytes(), 4096);
            assert!(matches!(requests[0], Err(ReadError::BodyTooLarge)), "{:?}", requests[0]);
        }
    }

    #[test]
    fn what_is_no_http_says_why() {
        let cases = [
            ("POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", "the body's length is given twice"),
            ("POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", "the body's length is given twice"),
            ("POST / HTTP/1.1\r\nContent-Length: +1\r\n\r\n", "Content-Length is not a number"),
            ("POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n", "the only Transfer-Encoding known here is chunked"),
            ("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n", "a chunk has no size"),
            ("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n", "a chunk is longer than its size says"),
        ];
        for (text, expected) in cases {
            let requests = read(text.as_bytes(), 4096);
            assert!(matches!(&requests[0], Err(ReadError::Malformed(reason)) if reason == expected), "{text:?}: {:?}", requests[0]);
        }
    }

    #[test]
    fn a_connection_that_ends_within_a_request_is_broken() {
        for text in ["GET / HT", "POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhel"] {
            let requests = read(text.as_bytes(), 4096);
            assert!(matches!(requests[0], Err(ReadError::Broken(_))), "{text:?}: {:?}", requests[0]);
        }
    }
}
