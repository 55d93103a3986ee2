//! Connections: reads requests, hands them to the tenant, and sends what it decides, at the level of the socket.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::errors::{self, Refusal};
use crate::faults::Reply;
use crate::faults::wire::{self, Spoiling};
use crate::http::request::{ReadError, Reader};
use crate::http::response::Delivery;
use crate::http::{Head, Request, Response};
use crate::port::{Port, Visit, Waiting};
use crate::tenant::Tenant;

/// How long a connection that ends is read on, so that the last answer is not lost to a reset.
const LINGER: Duration = Duration::from_secs(1);

/// Whether a connection takes another request.
enum Next {
    Request(Waiting),
    Close,
    Reset,
}

/// Serves every connection until the task is aborted.
pub async fn run(port: Port, tenant: Arc<Tenant>) {
    port.accept_all(|stream, visit| {
        tokio::spawn(serve(stream, visit, Arc::clone(&tenant)));
    })
    .await;
}

async fn serve(stream: TcpStream, visit: Visit, tenant: Arc<Tenant>) {
    // An answer is one write; waiting for more to send would only slow it down.
    let _ = stream.set_nodelay(true);
    let mut reader = Reader::new(stream);
    let mut waiting = visit.wait();
    let mut cold = true;
    loop {
        let head = tokio::select! {
            head = next_head(&mut reader, &tenant) => head,
            () = waiting.over() => return end(reader.stream(), Some(waiting)).await,
        };
        drop(waiting);
        let next = match head {
            Ok(head) => serve_request(&mut reader, head, std::mem::take(&mut cold), &visit, &tenant).await,
            Err(error) => Err(error),
        };
        match next {
            Ok(Next::Request(next)) => waiting = next,
            Ok(Next::Close) => return end(reader.stream(), None).await,
            Ok(Next::Reset) => {
                let _ = reader.stream().set_zero_linger();
                return;
            }
            Err(error) => return refuse(reader.stream(), &error).await,
        }
    }
}

async fn next_head(reader: &mut Reader<TcpStream>, tenant: &Tenant) -> Result<Head, ReadError> {
    let idle = Duration::from_millis(tenant.settings().keep_alive_ms);
    timeout(idle, reader.head()).await.unwrap_or(Err(ReadError::Closed))
}

async fn serve_request(reader: &mut Reader<TcpStream>, head: Head, cold: bool, visit: &Visit, tenant: &Tenant) -> Result<Next, ReadError> {
    let under_way = tenant.begin();
    let arrival = tenant.arrive(&head);
    if arrival.is_reset_unread() {
        return Ok(Next::Reset);
    }
    let body = reader.body(&head).await?;
    let request = Request { head, body };
    if cold {
        pass(arrival.waits.cold).await;
    }
    pass(arrival.waits.before + arrival.delay()).await;
    let reply = catch_unwind(AssertUnwindSafe(|| tenant.answer(&arrival, &request))).unwrap_or_else(|_| {
        tenant.note_panic();
        let refusal = Refusal::Other(500, "The sandbox made a mistake; its standard error tells more.".to_owned());
        Reply::Answer(refusal.response(&arrival.request_id))
    });
    drop(under_way);
    pass(arrival.waits.after).await;
    let close = request.head.wants_close() || visit.is_over();
    let delivery = Delivery { request_id: &arrival.request_id, close, head_only: request.head.method == "HEAD" };
    send(reader.stream(), reply, delivery, visit).await
}

/// A timer of nothing still takes a millisecond.
async fn pass(span: Duration) {
    if !span.is_zero() {
        tokio::time::sleep(span).await;
    }
}

async fn send(stream: &mut TcpStream, reply: Reply, delivery: Delivery<'_>, visit: &Visit) -> Result<Next, ReadError> {
    match reply {
        Reply::Answer(response) => {
            let close = delivery.close || response.has_own_framing();
            let waiting = visit.wait();
            stream.write_all(&response.to_bytes(&Delivery { close, ..delivery })).await?;
            Ok(if close { Next::Close } else { Next::Request(waiting) })
        }
        Reply::Spoilt(response, spoiling) => {
            let close = delivery.close;
            wire::send(stream, response, &delivery, spoiling).await?;
            Ok(match spoiling {
                Spoiling::InPieces { .. } if !close => Next::Request(visit.wait()),
                Spoiling::HalfThenReset => Next::Reset,
                _ => Next::Close,
            })
        }
        Reply::Refuse(response, for_ms) => {
            visit.shut(for_ms).await;
            stream.write_all(&response.to_bytes(&Delivery { close: true, ..delivery })).await?;
            Ok(Next::Close)
        }
        Reply::Stall => {
            // Ends when the client gives up.
            drain(stream).await;
            Ok(Next::Close)
        }
        Reply::Reset => Ok(Next::Reset),
    }
}

/// Tells why a request could not be read, where somebody is left to tell.
async fn refuse(stream: &mut TcpStream, error: &ReadError) {
    let status = match error {
        ReadError::Closed | ReadError::Broken(_) => return,
        ReadError::HeadTooLarge => 431,
        ReadError::BodyTooLarge => 413,
        ReadError::Malformed(_) => 400,
    };
    let response: Response = errors::unreadable(status, &error.to_string());
    let delivery = Delivery { request_id: errors::NO_TRACKING_ID, close: true, head_only: false };
    if stream.write_all(&response.to_bytes(&delivery)).await.is_ok() {
        end(stream, None).await;
    }
}

/// Ends the answer's side, then reads until the client has ended its own: closing over unread bytes resets the connection, and
/// a reset can overtake the answer. `waiting` is over as soon as the client can see the end.
async fn end(stream: &mut TcpStream, waiting: Option<Waiting>) {
    let ended = stream.shutdown().await;
    drop(waiting);
    if ended.is_ok() {
        let _ = timeout(LINGER, drain(stream)).await;
    }
}

async fn drain(stream: &mut TcpStream) {
    let mut ignored = [0; 8192];
    while matches!(stream.read(&mut ignored).await, Ok(count) if count > 0) {}
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::request::MAX_BODY_BYTES;
    use crate::settings::Settings;
    use serde_json::json;

    const GET: &str = "GET /v2024/access-request-config HTTP/1.1\r\nAuthorization: Bearer token\r\n\r\n";
    const GET_AND_CLOSE: &str = "GET /v2024/access-request-config HTTP/1.1\r\nAuthorization: Bearer token\r\nConnection: close\r\n\r\n";

    /// Sends `text` to a tenant, and gives what came back until the connection ended.
    fn exchange(text: &str) -> String {
        let settings: Settings = serde_json::from_value(json!({ "accessTokens": ["token"] })).expect("valid settings");
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let port = Port::open(0).await.expect("a free port");
            let mut client = TcpStream::connect(("127.0.0.1", port.number())).await.expect("a connection");
            tokio::spawn(run(port, Arc::new(Tenant::new(settings, 1))));
            client.write_all(text.as_bytes()).await.expect("sent");
            let mut received = String::new();
            client.read_to_string(&mut received).await.expect("an end in order");
            received
        })
    }

    fn statuses(received: &str) -> Vec<&str> {
        received.match_indices("HTTP/1.1 ").map(|(index, start)| &received[index + start.len()..][..3]).collect()
    }

    #[test]
    fn a_connection_takes_one_request_after_the_other() {
        let received = exchange(&format!("{GET}{GET}{GET_AND_CLOSE}"));
        assert_eq!(statuses(&received), ["200", "200", "200"]);
        assert_eq!(received.matches("Connection: close").count(), 1);
    }

    #[test]
    fn a_body_beyond_the_bound_is_answered_although_it_is_not_read() {
        let head = format!("POST /v2024/access-requests HTTP/1.1\r\nContent-Length: {}\r\n\r\n", MAX_BODY_BYTES + 1);
        assert_eq!(statuses(&exchange(&(head + &"a".repeat(1_000_000)))), ["413"]);
    }
}
