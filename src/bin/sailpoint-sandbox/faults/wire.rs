//! Responses that do not go out as they should, byte for byte.

use std::io;
use std::time::Duration;

use tokio::io::{AsyncWrite, AsyncWriteExt};

use crate::http::Response;
use crate::http::response::WriteOptions;

/// How many bytes more than it has a response with a wrong length promises.
const MISSING_BYTES: usize = 10;
/// A record of TLS, as a port gives that does not speak HTTP.
const NOT_HTTP: &[u8] = b"\x15\x03\x03\x00\x02\x02\x46";

/// What is wrong with the bytes of a response.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum WireFault {
    /// The head and half of the body, then a reset.
    HalfThenReset,
    /// The head and half of the body, then the end of the connection.
    HalfThenClose,
    /// Bytes that are not HTTP in place of the response, then the end of the connection.
    NotHttp,
    /// A head that promises a longer body, then the end of the connection.
    ContentLengthTooLong,
    /// All of it in so many pieces, with a pause before each but the first.
    SlowPieces { pieces: usize, pause: Duration },
}

/// Sends a response with a fault. What becomes of the connection is the caller's part.
pub async fn send(
    stream: &mut (impl AsyncWrite + Unpin),
    response: Response,
    options: &WriteOptions<'_>,
    fault: WireFault,
) -> io::Result<()> {
    match fault {
        WireFault::HalfThenReset | WireFault::HalfThenClose => {
            let bytes = response.to_bytes(options);
            let kept = bytes.len() - response.body.len().div_ceil(2);
            stream.write_all(&bytes[..kept]).await
        }
        WireFault::NotHttp => stream.write_all(NOT_HTTP).await,
        WireFault::ContentLengthTooLong => {
            let length = response.body.len() + MISSING_BYTES;
            stream.write_all(&response.with_header("Content-Length", length.to_string()).to_bytes(options)).await
        }
        WireFault::SlowPieces { pieces, pause } => {
            let bytes = response.to_bytes(options);
            send_in_pieces(stream, bytes.chunks(bytes.len().div_ceil(pieces)), pause).await
        }
    }
}

async fn send_in_pieces(stream: &mut (impl AsyncWrite + Unpin), mut pieces: std::slice::Chunks<'_, u8>, pause: Duration) -> io::Result<()> {
    stream.write_all(pieces.next().unwrap_or_default()).await?;
    for piece in pieces {
        tokio::time::sleep(pause).await;
        stream.write_all(piece).await?;
    }
    Ok(())
}
