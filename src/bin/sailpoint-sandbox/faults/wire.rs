//! Answers that do not go out as they should, byte for byte.

use std::io;
use std::time::Duration;

use tokio::io::{AsyncWrite, AsyncWriteExt};

use crate::http::Response;
use crate::http::response::Delivery;

/// How many bytes an answer of a wrong length promises beside those it has.
const MISSING_BYTES: usize = 10;
/// A record of TLS, as a port gives that does not speak HTTP.
const NO_HTTP: &[u8] = b"\x15\x03\x03\x00\x02\x02\x46";

/// What is wrong with the way an answer goes out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Spoiling {
    /// The head and half of the body, then a reset.
    HalfThenReset,
    /// The head and half of the body, then the end of the connection.
    HalfThenClose,
    /// Bytes that are no HTTP in place of the answer, then the end of the connection.
    NoHttp,
    /// A head that promises a longer body, then the end of the connection.
    TooLong,
    /// All of it in so many pieces, with a pause before each but the first.
    InPieces { pieces: usize, pause: Duration },
}

/// Sends an answer so. How the connection goes on is the caller's part.
pub async fn send(
    stream: &mut (impl AsyncWrite + Unpin),
    response: Response,
    delivery: &Delivery<'_>,
    spoiling: Spoiling,
) -> io::Result<()> {
    match spoiling {
        Spoiling::HalfThenReset | Spoiling::HalfThenClose => {
            let bytes = response.to_bytes(delivery);
            let kept = bytes.len() - response.body.len().div_ceil(2);
            stream.write_all(&bytes[..kept]).await
        }
        Spoiling::NoHttp => stream.write_all(NO_HTTP).await,
        Spoiling::TooLong => {
            let length = response.body.len() + MISSING_BYTES;
            stream.write_all(&response.with_header("Content-Length", length.to_string()).to_bytes(delivery)).await
        }
        Spoiling::InPieces { pieces, pause } => {
            let bytes = response.to_bytes(delivery);
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
