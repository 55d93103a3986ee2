//! A token endpoint of a test's own over real HTTP, and a clock moved by hand.

use super::super::certificates::Certificates;
use super::super::error::{CallError, ErrorKind};
use super::super::manual_clock::ManualClock;
use super::super::transport::TransportSettings;
use super::single_flight::RENEWAL_PAUSE;
use super::*;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// Answers each request for a token by its number, counted from 1, and counts them.
struct Endpoint {
    url: Url,
    requests: Arc<AtomicUsize>,
}

impl Endpoint {
    fn new(answer: impl Fn(usize) -> (u16, String) + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}/oauth/token", listener.local_addr().expect("an address")).parse().expect("a URL");
        let requests = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&requests);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let Ok(mut stream) = stream else { continue };
                let mut buffer = [0; 4096];
                let mut received = Vec::new();
                while !String::from_utf8_lossy(&received).contains("client_secret=") {
                    match stream.read(&mut buffer) {
                        Ok(read @ 1..) => received.extend_from_slice(&buffer[..read]),
                        _ => break,
                    }
                }
                let (status, body) = answer(count.fetch_add(1, Ordering::SeqCst) + 1);
                let _ = write!(stream, "HTTP/1.1 {status} X\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{body}", body.len());
            }
        });
        Self { url, requests }
    }

    fn source(&self) -> Arc<TokenSource> {
        Arc::new(TokenSource::new(self.url.clone(), "id".to_owned(), SecretString::from("secret")))
    }

    fn requests(&self) -> usize {
        self.requests.load(Ordering::SeqCst)
    }
}

fn token_number(number: usize) -> (u16, String) {
    (200, format!("{{\"access_token\":\"token-{number}\",\"expires_in\":749}}"))
}

struct Caller {
    clock: Arc<ManualClock>,
    transport: Arc<Transport>,
}

impl Caller {
    fn new() -> Self {
        let seconds = Duration::from_secs;
        let settings = TransportSettings {
            connect_timeout: seconds(5),
            read_timeout: seconds(5),
            idle: seconds(4),
            proxy: None,
            no_proxy: None,
            ca_file: None,
            client_certificate: None,
            user_agent: None,
        };
        Self { clock: Arc::default(), transport: Arc::new(Transport::new(&settings, Certificates::default()).expect("a transport")) }
    }

    fn context(&self) -> FetchContext {
        FetchContext { transport: Arc::clone(&self.transport), headers: HeaderMap::new(), clock: Arc::clone(&self.clock) as Arc<dyn Clock> }
    }

    async fn token(&self, source: &Arc<TokenSource>) -> Result<String, CallError> {
        source.token(self.clock.now(), || self.context()).await.map(|token| text(&token))
    }
}

/// As it goes into the header.
fn text(token: &BearerToken) -> String {
    let header = token.authorization().expect("a header's value");
    header.to_str().expect("text").trim_start_matches("Bearer ").to_owned()
}

/// Until a renewal in the background has come to its end.
async fn settled(source: &TokenSource) {
    while source.flight.is_fetching() {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn however_many_wait_one_request_serves_them() {
    let endpoint = Endpoint::new(token_number);
    let (source, caller) = (endpoint.source(), Caller::new());
    let (a, b, c) = tokio::join!(caller.token(&source), caller.token(&source), caller.token(&source));
    assert_eq!([a, b, c].map(Result::unwrap), ["token-1", "token-1", "token-1"]);
    assert_eq!(endpoint.requests(), 1);
}

#[tokio::test]
async fn in_its_last_tenth_a_token_is_renewed_without_holding_anybody_up() {
    let endpoint = Endpoint::new(token_number);
    let (source, caller) = (endpoint.source(), Caller::new());
    assert_eq!(caller.token(&source).await.unwrap(), "token-1");
    // 749 s less 10 for safety are 739, of which nine tenths are 665.1.
    caller.clock.advance(Duration::from_secs(665));
    assert_eq!((caller.token(&source).await.unwrap().as_str(), endpoint.requests()), ("token-1", 1));
    caller.clock.advance(Duration::from_secs(1));
    assert_eq!(caller.token(&source).await.unwrap(), "token-1", "the old one, at once");
    settled(&source).await;
    assert_eq!((caller.token(&source).await.unwrap().as_str(), endpoint.requests()), ("token-2", 2));
}

#[tokio::test]
async fn an_expired_token_is_not_given_out() {
    let endpoint = Endpoint::new(token_number);
    let (source, caller) = (endpoint.source(), Caller::new());
    assert_eq!(caller.token(&source).await.unwrap(), "token-1");
    caller.clock.advance(Duration::from_secs(740));
    assert_eq!(caller.token(&source).await.unwrap(), "token-2");
}

#[tokio::test]
async fn a_renewal_that_fails_leaves_the_good_token_and_pauses() {
    let endpoint = Endpoint::new(|number| if number == 2 { (400, "{}".to_owned()) } else { token_number(number) });
    let (source, caller) = (endpoint.source(), Caller::new());
    assert_eq!(caller.token(&source).await.unwrap(), "token-1");
    caller.clock.advance(Duration::from_secs(700));
    for _ in 0..3 {
        assert_eq!(caller.token(&source).await.unwrap(), "token-1");
        settled(&source).await;
    }
    assert_eq!(endpoint.requests(), 2, "one failed renewal, and then a pause");
    caller.clock.advance(RENEWAL_PAUSE);
    assert_eq!(caller.token(&source).await.unwrap(), "token-1");
    settled(&source).await;
    assert_eq!(caller.token(&source).await.unwrap(), "token-3");
}

#[tokio::test]
async fn only_the_token_that_was_refused_is_dropped() {
    let endpoint = Endpoint::new(token_number);
    let (source, caller) = (endpoint.source(), Caller::new());
    let first = source.token(caller.clock.now(), || caller.context()).await.unwrap();
    source.reject(&first);
    assert_eq!(caller.token(&source).await.unwrap(), "token-2");
    source.reject(&first);
    assert_eq!((caller.token(&source).await.unwrap().as_str(), endpoint.requests()), ("token-2", 2));
}

#[tokio::test]
async fn a_failing_endpoint_is_asked_four_times_with_growing_waits() {
    let endpoint = Endpoint::new(|number| if number < 4 { (503, String::new()) } else { token_number(number) });
    let (source, caller) = (endpoint.source(), Caller::new());
    assert_eq!(caller.token(&source).await.unwrap(), "token-4");
    assert_eq!(caller.clock.waits(), [500, 1000, 2000].map(Duration::from_millis));

    let endpoint = Endpoint::new(|_| (500, String::new()));
    let (source, caller) = (endpoint.source(), Caller::new());
    let error = caller.token(&source).await.unwrap_err();
    assert_eq!((error.kind, error.status, endpoint.requests()), (ErrorKind::Http, Some(500), 4));
}

#[tokio::test]
async fn a_refusal_is_asked_for_once_and_told_to_all() {
    let endpoint = Endpoint::new(|_| (401, "{\"error\":\"invalid_client\"}".to_owned()));
    let (source, caller) = (endpoint.source(), Caller::new());
    let (a, b) = tokio::join!(caller.token(&source), caller.token(&source));
    for error in [a, b].map(Result::unwrap_err) {
        assert_eq!((error.kind, error.status), (ErrorKind::Auth, Some(401)));
    }
    assert_eq!(endpoint.requests(), 1);
}
