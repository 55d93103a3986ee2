//! Connections: reads requests, hands them to the tenant, and sends what it replies, at the level of the socket.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::errors::{self, ApiError};
use crate::faults::Reply;
use crate::faults::wire::{self, WireFault};
use crate::http::request::{ReadError, RequestReader};
use crate::http::response::WriteOptions;
use crate::http::{Request, RequestHead, Response};
use crate::listener::{IdleGuard, Listener, ListenerHandle};
use crate::tenant::Tenant;

/// How long a connection that was closed is read on, so that the last response is not lost to a reset.
const LINGER_TIMEOUT: Duration = Duration::from_secs(1);

/// What becomes of a connection after a request.
enum Connection {
    KeepAlive(IdleGuard),
    Close,
    Reset,
}

/// Serves every connection until the task is aborted.
pub async fn run(listener: Listener, tenant: Arc<Tenant>) {
    listener
        .accept_all(|stream, listener| {
            tokio::spawn(serve_connection(stream, listener, Arc::clone(&tenant)));
        })
        .await;
}

async fn serve_connection(stream: TcpStream, listener: ListenerHandle, tenant: Arc<Tenant>) {
    // A response is one write; waiting for more to send would only slow it down.
    let _ = stream.set_nodelay(true);
    let mut reader = RequestReader::new(stream);
    let mut idle = listener.idle_guard();
    let mut first = true;
    loop {
        let head = tokio::select! {
            head = next_head(&mut reader, &tenant) => head,
            () = idle.listener_closed() => return close_lingering(reader.stream(), Some(idle)).await,
        };
        drop(idle);
        let connection = match head {
            Ok(head) => serve_request(&mut reader, head, std::mem::take(&mut first), &listener, &tenant).await,
            Err(error) => Err(error),
        };
        match connection {
            Ok(Connection::KeepAlive(guard)) => idle = guard,
            Ok(Connection::Close) => return close_lingering(reader.stream(), None).await,
            Ok(Connection::Reset) => {
                let _ = reader.stream().set_zero_linger();
                return;
            }
            Err(error) => return send_read_error(reader.stream(), &error).await,
        }
    }
}

async fn next_head(reader: &mut RequestReader<TcpStream>, tenant: &Tenant) -> Result<RequestHead, ReadError> {
    let keep_alive = Duration::from_millis(tenant.settings().keep_alive_ms);
    timeout(keep_alive, reader.head()).await.unwrap_or(Err(ReadError::Closed))
}

/// `first` tells that it is its connection's first request.
async fn serve_request(
    reader: &mut RequestReader<TcpStream>,
    head: RequestHead,
    first: bool,
    listener: &ListenerHandle,
    tenant: &Tenant,
) -> Result<Connection, ReadError> {
    let in_flight = tenant.count_in_flight();
    let context = tenant.begin_request(&head);
    if context.is_reset_before_reading() {
        return Ok(Connection::Reset);
    }
    let body = reader.body(&head).await?;
    let request = Request { head, body };
    if first {
        sleep_unless_zero(context.delays.first_of_connection).await;
    }
    sleep_unless_zero(context.delays.before + context.fault_delay()).await;
    let reply = catch_unwind(AssertUnwindSafe(|| tenant.handle(&context, &request))).unwrap_or_else(|_| {
        tenant.count_panic();
        let error = ApiError::Other(500, "The sandbox made a mistake; its standard error tells more.".to_owned());
        Reply::Response(error.response(&context.request_id))
    });
    drop(in_flight);
    sleep_unless_zero(context.delays.after).await;
    let close = request.head.wants_close() || listener.was_closed();
    let options = WriteOptions { request_id: &context.request_id, close, head_only: request.head.method == "HEAD" };
    send(reader.stream(), reply, options, listener).await
}

/// A timer of nothing still takes a millisecond.
async fn sleep_unless_zero(duration: Duration) {
    if !duration.is_zero() {
        tokio::time::sleep(duration).await;
    }
}

async fn send(stream: &mut TcpStream, reply: Reply, options: WriteOptions<'_>, listener: &ListenerHandle) -> Result<Connection, ReadError> {
    match reply {
        Reply::Response(response) => {
            let close = options.close || response.has_own_framing();
            let idle = listener.idle_guard();
            stream.write_all(&response.to_bytes(&WriteOptions { close, ..options })).await?;
            Ok(if close { Connection::Close } else { Connection::KeepAlive(idle) })
        }
        Reply::Faulty(response, fault) => {
            wire::send(stream, response, &options, fault).await?;
            Ok(match fault {
                WireFault::SlowPieces { .. } if !options.close => Connection::KeepAlive(listener.idle_guard()),
                WireFault::HalfThenReset => Connection::Reset,
                _ => Connection::Close,
            })
        }
        Reply::CloseListener { response, reopen_after } => {
            listener.close_listener(reopen_after).await;
            stream.write_all(&response.to_bytes(&WriteOptions { close: true, ..options })).await?;
            Ok(Connection::Close)
        }
        Reply::NoResponse => {
            // Ends when the client gives up.
            drain(stream).await;
            Ok(Connection::Close)
        }
        Reply::Reset => Ok(Connection::Reset),
    }
}

/// Tells why a request could not be read, where somebody is left to tell.
async fn send_read_error(stream: &mut TcpStream, error: &ReadError) {
    let status = match error {
        ReadError::Closed | ReadError::Broken(_) => return,
        ReadError::HeadTooLarge => 431,
        ReadError::BodyTooLarge => 413,
        ReadError::Malformed(_) => 400,
    };
    let response: Response = errors::unreadable_request(status, &error.to_string());
    let options = WriteOptions { request_id: errors::NO_TRACKING_ID, close: true, head_only: false };
    if stream.write_all(&response.to_bytes(&options)).await.is_ok() {
        close_lingering(stream, None).await;
    }
}

/// Closes the side of the responses, then reads until the client has closed its own: closing over unread bytes resets the
/// connection, and a reset can overtake the response. `idle` is dropped as soon as the client can see the end.
async fn close_lingering(stream: &mut TcpStream, idle: Option<IdleGuard>) {
    let closed = stream.shutdown().await;
    drop(idle);
    if closed.is_ok() {
        let _ = timeout(LINGER_TIMEOUT, drain(stream)).await;
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
    use crate::settings;

    const GET: &str = "GET /v2024/access-request-config HTTP/1.1\r\nAuthorization: Bearer token\r\n\r\n";
    const GET_AND_CLOSE: &str = "GET /v2024/access-request-config HTTP/1.1\r\nAuthorization: Bearer token\r\nConnection: close\r\n\r\n";

    /// Sends `text` to a tenant, and gives what came back until the connection ended.
    fn exchange(text: &str) -> String {
        let settings = settings::parse(r#"{"accessTokens": ["token"]}"#).expect("valid settings");
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let listener = Listener::bind(0).await.expect("a free port");
            let mut client = TcpStream::connect(("127.0.0.1", listener.port())).await.expect("a connection");
            tokio::spawn(run(listener, Arc::new(Tenant::new(settings, 1))));
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
