//! Connections: reads requests, hands them to the tenant, and sends what it decides, at the level of the socket.

use std::io;
use std::net::Ipv4Addr;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;

use crate::errors::{self, Refusal};
use crate::http::request::{ReadError, Reader};
use crate::http::response::Delivery;
use crate::http::{Request, Response};
use crate::rules::Reply;
use crate::tenant::Tenant;

/// How long a connection that ends is read on, so that the last answer is not lost to a reset.
const LINGER: Duration = Duration::from_secs(1);
/// How long accepting pauses after the system refused, as it does when there are no file descriptors left.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);

/// Whether a connection takes another request.
enum Next {
    Request,
    Close,
    Reset,
}

/// Listens on 127.0.0.1 and nowhere else.
pub async fn bind(port: u16) -> io::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .await
        .map_err(|error| io::Error::new(error.kind(), format!("can't listen on 127.0.0.1 port {port}: {error}")))
}

/// Serves every connection until the task is aborted.
pub async fn run(listener: TcpListener, tenant: Arc<Tenant>) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                tokio::spawn(serve(stream, Arc::clone(&tenant)));
            }
            Err(_) => tokio::time::sleep(ACCEPT_PAUSE).await,
        }
    }
}

async fn serve(stream: TcpStream, tenant: Arc<Tenant>) {
    // An answer is one write; waiting for more to send would only slow it down.
    let _ = stream.set_nodelay(true);
    let mut reader = Reader::new(stream);
    let mut cold = true;
    loop {
        match serve_request(&mut reader, &tenant, std::mem::take(&mut cold)).await {
            Ok(Next::Request) => {}
            Ok(Next::Close) => return close(reader.stream()).await,
            Ok(Next::Reset) => {
                let _ = reader.stream().set_zero_linger();
                return;
            }
            Err(error) => return refuse(reader.stream(), &error).await,
        }
    }
}

async fn serve_request(reader: &mut Reader<TcpStream>, tenant: &Tenant, cold: bool) -> Result<Next, ReadError> {
    let idle = Duration::from_millis(tenant.settings().keep_alive_ms);
    let head = timeout(idle, reader.head()).await.unwrap_or(Err(ReadError::Closed))?;
    let arrival = tenant.arrive(&head);
    let body = reader.body(&head).await?;
    let request = Request { head, body };
    if cold {
        pass(arrival.waits.cold).await;
    }
    pass(arrival.waits.before).await;
    let reply = catch_unwind(AssertUnwindSafe(|| tenant.answer(&arrival, &request))).unwrap_or_else(|_| {
        tenant.note_panic();
        let refusal = Refusal::Other(500, "The sandbox made a mistake; its standard error tells more.".to_owned());
        Reply::Answer(refusal.response(&arrival.request_id))
    });
    match reply {
        Reply::Answer(response) => {
            pass(arrival.waits.after).await;
            let close = request.head.wants_close() || response.has_own_framing();
            let delivery = Delivery { request_id: &arrival.request_id, close, head_only: request.head.method == "HEAD" };
            reader.stream().write_all(&response.to_bytes(&delivery)).await?;
            Ok(if close { Next::Close } else { Next::Request })
        }
        Reply::Stall => stall(reader.stream()).await,
        Reply::Reset => Ok(Next::Reset),
    }
}

/// A timer of nothing still takes a millisecond.
async fn pass(span: Duration) {
    if !span.is_zero() {
        tokio::time::sleep(span).await;
    }
}

/// Never answers; ends when the client gives up.
async fn stall(stream: &mut TcpStream) -> Result<Next, ReadError> {
    drain(stream).await;
    Ok(Next::Close)
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
        close(stream).await;
    }
}

/// Ends the answer's side, then reads until the client has ended its own: closing over unread bytes resets the connection, and
/// a reset can overtake the answer.
async fn close(stream: &mut TcpStream) {
    if stream.shutdown().await.is_ok() {
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
    use serde_json::{Value, json};

    const GET: &str = "GET /v2024/access-request-config HTTP/1.1\r\nAuthorization: Bearer token\r\n\r\n";
    const GET_AND_CLOSE: &str = "GET /v2024/access-request-config HTTP/1.1\r\nAuthorization: Bearer token\r\nConnection: close\r\n\r\n";

    /// Sends `text` to a tenant with this rule for the operation, and gives what came back until the connection ended.
    fn exchange(rule: Option<Value>, text: &str) -> (io::Result<String>, Arc<Tenant>) {
        let mut settings: Settings = serde_json::from_value(json!({ "accessTokens": ["token"] })).expect("valid settings");
        settings.answers.extend(rule.map(|mut rule| {
            rule["operation"] = json!("getAccessRequestConfig");
            serde_json::from_value(rule).expect("a valid rule")
        }));
        let tenant = Arc::new(Tenant::new(settings, 1));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let received = runtime.block_on(async {
            let listener = bind(0).await?;
            let address = listener.local_addr()?;
            tokio::spawn(run(listener, Arc::clone(&tenant)));
            let mut client = TcpStream::connect(address).await?;
            client.write_all(text.as_bytes()).await?;
            let mut received = String::new();
            client.read_to_string(&mut received).await.map(|_| received)
        });
        (received, tenant)
    }

    fn statuses(received: &str) -> Vec<&str> {
        received.match_indices("HTTP/1.1 ").map(|(index, start)| &received[index + start.len()..][..3]).collect()
    }

    #[test]
    fn a_connection_takes_one_request_after_the_other() {
        let (received, _) = exchange(None, &format!("{GET}{GET}{GET_AND_CLOSE}"));
        let received = received.expect("answers");
        assert_eq!(statuses(&received), ["200", "200", "200"]);
        assert_eq!(received.matches("Connection: close").count(), 1);
    }

    #[test]
    fn a_panic_is_answered_500_and_counted_and_the_next_request_served() {
        let (received, tenant) = exchange(Some(json!({ "panic": true, "times": 1 })), &format!("{GET}{GET_AND_CLOSE}"));
        assert_eq!(statuses(&received.expect("answers")), ["500", "200"]);
        assert_eq!(tenant.panics(), 1);
    }

    #[test]
    fn a_reset_reaches_the_client_as_one() {
        let (received, _) = exchange(Some(json!({ "reset": true })), GET);
        assert_eq!(received.expect_err("no answer").kind(), io::ErrorKind::ConnectionReset);
    }

    #[test]
    fn an_answer_of_a_wrong_length_ends_the_connection() {
        let rule = json!({ "status": 200, "body": "[", "headers": { "Content-Length": "9" } });
        let (received, _) = exchange(Some(rule), &format!("{GET}{GET}"));
        let received = received.expect("an answer");
        assert_eq!(statuses(&received), ["200"]);
        assert!(received.ends_with("Content-Length: 9\r\n\r\n["), "{received}");
    }

    #[test]
    fn a_body_beyond_the_bound_is_answered_although_it_is_not_read() {
        let head = format!("POST /v2024/access-requests HTTP/1.1\r\nContent-Length: {}\r\n\r\n", MAX_BODY_BYTES + 1);
        let (received, _) = exchange(None, &(head + &"a".repeat(1_000_000)));
        assert_eq!(statuses(&received.expect("an answer")), ["413"]);
    }
}
