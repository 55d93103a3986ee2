//! Sends one HTTP request once, and tells whether a connection took it.
//!
//! HTTP/1.1 only; reqwest's own retries and redirects are off, so that nothing is sent twice behind our back. The settings
//! name the pool: clients with equal settings share connections.

use super::causes::{AdmittingServers, ProxyName, Route, within_answer, without_answer, without_client};
use super::certificates::{Certificates, FileVersion};
use super::error::{CallError, ErrorKind};
use super::hand_over::{GatedBody, HandOver};
use super::messages::seconds;
use bytes::Bytes;
use reqwest::header::{DATE, HeaderMap, RETRY_AFTER};
use reqwest::{Method, NoProxy, Proxy, Url, tls};
use rustls::crypto::aws_lc_rs;
use secrecy::zeroize::Zeroizing;
use sha2::{Digest, Sha256};
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use tokio::sync::OnceCell;
use tokio::time::{Instant, Sleep, sleep_until};

/// No answer of the service is near this size, in bytes; more is taken for a fault.
const LARGEST_ANSWER: usize = 256 * 1024 * 1024;

/// A tenant that names more means for ever; clocks can't add much more either.
const LONGEST_WAIT: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// A tenant's are 32 letters long; what is far longer is something else, such as a token that a gateway gives back.
const LONGEST_REQUEST_ID: usize = 200;

/// This machine, whatever the proxy settings say.
const NEVER_PROXIED: &str = "localhost,127.0.0.0/8,::1";

/// What a pool of connections depends on.
#[derive(Clone)]
pub(super) struct TransportSettings {
    pub connect_timeout: Duration,
    /// Between two reads of an answer.
    pub read_timeout: Duration,
    /// How long an unused connection is kept: below what servers and load balancers keep, so that no POST meets a stale one.
    pub idle: Duration,
    pub proxy: Option<String>,
    pub no_proxy: Option<String>,
    pub ca_file: Option<FileVersion>,
    pub client_certificate: Option<FileVersion>,
    /// The caller's own part of the User-Agent.
    pub user_agent: Option<String>,
}

/// What tells pools apart: a digest of all settings, since the proxy's may hold a password, which no key shall keep.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct TransportKey([u8; 32]);

impl TransportSettings {
    pub fn key(&self) -> TransportKey {
        let Self { connect_timeout, read_timeout, idle, proxy, no_proxy, ca_file, client_certificate, user_agent } = self;
        let times = (connect_timeout, read_timeout, idle);
        let all = Zeroizing::new(format!("{:?}", (times, proxy, no_proxy, ca_file, client_certificate, user_agent)));
        TransportKey(Sha256::digest(all.as_bytes()).into())
    }
}

impl std::fmt::Debug for TransportSettings {
    /// Without the proxy, whose URL may hold a password.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("TransportSettings")
            .field("connect_timeout", &self.connect_timeout)
            .field("read_timeout", &self.read_timeout)
            .finish_non_exhaustive()
    }
}

pub(super) struct Transport {
    http: reqwest::Client,
    connect_timeout: Duration,
    read_timeout: Duration,
    route: Route,
    /// Set once the random source of TLS is ready.
    seeded: OnceCell<()>,
}

pub(super) struct HttpRequest {
    pub method: Method,
    pub url: Url,
    pub headers: HeaderMap,
    pub body: Option<Bytes>,
    /// From the connection to the end of the answer.
    pub timeout: Duration,
}

#[derive(Clone, Debug)]
pub(super) struct HttpAnswer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Bytes,
    /// Why the body ends before its end, where it does.
    pub broken_off: Option<String>,
}

/// Why no complete answer came.
#[derive(Debug)]
pub(super) struct TransportFailure {
    pub fault: Fault,
    /// The innermost cause, without URL.
    pub reason: String,
    /// What had come of a success when it broke off.
    pub begun: Option<Box<HttpAnswer>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// No connection was made.
    NotConnected,
    /// The proxy was not reached, or does not connect to the tenant.
    ProxyFailed,
    /// One side or the proxy refuses the other: a certificate, a password. It stays so until a setting changes.
    Refused,
    TimedOut,
    /// The connection broke, before the answer or within it.
    Broken,
}

impl Fault {
    /// Whether the tenant can't have read anything of the request, whatever was handed to a connection.
    pub fn is_before_sending(self) -> bool {
        matches!(self, Self::NotConnected | Self::ProxyFailed | Self::Refused)
    }
}

impl Transport {
    /// `certificates` are what the files of `settings` hold.
    pub fn new(settings: &TransportSettings, certificates: Certificates) -> Result<Self, CallError> {
        let mut builder = reqwest::Client::builder()
            .http1_only()
            .retry(reqwest::retry::never())
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(settings.connect_timeout)
            .pool_idle_timeout(settings.idle)
            .user_agent(user_agent(settings.user_agent.as_deref()))
            .tls_version_min(tls::Version::TLS_1_2)
            .tls_certs_merge(certificates.trusted)
            .no_proxy();
        let mut route = Route { proxy: None, has_client_certificate: certificates.own.is_some(), admitting: AdmittingServers::default() };
        if let Some(identity) = certificates.own {
            builder = builder.identity(identity);
        }
        if let Some(proxy) = settings.proxy.as_deref().filter(|proxy| !proxy.trim().is_empty()) {
            let url = proxy_url(proxy)?;
            builder = builder.proxy(all_through(&url, settings.no_proxy.as_deref())?);
            route.proxy = Some(ProxyName::of(&url));
        }
        let http = builder.build().map_err(|error| CallError::new(ErrorKind::Config, without_client(&error)))?;
        Ok(Self { http, connect_timeout: settings.connect_timeout, read_timeout: settings.read_timeout, route, seeded: OnceCell::new() })
    }

    /// Sends once. `hand_over` tells whether a connection took the request.
    pub async fn send(&self, request: HttpRequest, hand_over: &Arc<HandOver>) -> Result<HttpAnswer, TransportFailure> {
        // Only TLS needs randomness, and has a handshake in which a server refuses a client.
        let server = (request.url.scheme() == "https").then(|| request.url.authority().to_owned());
        if server.is_some() {
            self.seed().await;
        }
        let mut timer = AttemptTimer::new(request.timeout, self.connect_timeout, self.read_timeout);
        // Put together by hand: the builder would copy the headers one by one.
        let mut prepared = reqwest::Request::new(request.method, request.url);
        *prepared.headers_mut() = request.headers;
        *prepared.body_mut() = Some(reqwest::Body::wrap(GatedBody::new(request.body, Arc::clone(hand_over))));
        let mut response =
            timer.wait_for(self.http.execute(prepared), |error| without_answer(error, server.as_deref(), &self.route)).await?;
        if let Some(server) = server {
            self.route.admitting.note(server);
        }
        let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
        let (body, failure) = read_body(response, timer).await;
        let answer = HttpAnswer { status: status.as_u16(), headers, body, broken_off: None };
        match failure {
            None => Ok(answer),
            Some(failure) => {
                let answer = HttpAnswer { broken_off: Some(failure.reason.clone()), ..answer };
                // A refusal is one by its status; its body only explains it.
                if status.is_success() { Err(TransportFailure { begun: Some(Box::new(answer)), ..failure }) } else { Ok(answer) }
            }
        }
    }

    /// The first handshake of a process gathers randomness, which takes a tenth of a second and more. Done here beside the call's
    /// task, an abort or a deadline need not wait for it.
    async fn seed(&self) {
        let seed = async || {
            // Where it fails, the handshake does, and tells why.
            let _ = tokio::task::spawn_blocking(|| aws_lc_rs::default_provider().secure_random.fill(&mut [0; 1])).await;
        };
        self.seeded.get_or_init(seed).await;
    }
}

/// How long an attempt may take in all, and how long its tenant may be silent: one timer for both, since each costs a call some
/// microseconds.
struct AttemptTimer {
    ends: Instant,
    timeout: Duration,
    /// How long the silence may be that is under way.
    silence: Duration,
    read_timeout: Duration,
    sleep: Pin<Box<Sleep>>,
}

impl AttemptTimer {
    fn new(timeout: Duration, connect_timeout: Duration, read_timeout: Duration) -> Self {
        let begun = Instant::now();
        let ends = begun + timeout;
        // When the connection stands is not seen from here, so its time is granted beside that of the first silence.
        let silence = connect_timeout + read_timeout;
        Self { ends, timeout, silence, read_timeout, sleep: Box::pin(sleep_until(ends.min(begun + silence))) }
    }

    async fn wait_for<T>(
        &mut self,
        step: impl Future<Output = Result<T, reqwest::Error>>,
        read: impl FnOnce(&reqwest::Error) -> TransportFailure,
    ) -> Result<T, TransportFailure> {
        tokio::select! {
            biased;
            result = step => result.map_err(|error| read(&error)),
            () = self.sleep.as_mut() => Err(self.exhausted()),
        }
    }

    /// Something came, so the silence begins anew.
    fn renew(&mut self) {
        self.silence = self.read_timeout;
        self.sleep.as_mut().reset(self.ends.min(Instant::now() + self.silence));
    }

    fn exhausted(&self) -> TransportFailure {
        let reason = if Instant::now() >= self.ends {
            format!("timeoutMs is {}", seconds(self.timeout))
        } else {
            format!("nothing came for {}, see readTimeoutMs", seconds(self.silence))
        };
        TransportFailure::new(Fault::TimedOut, reason)
    }
}

/// What came of the body, and why not all of it where it broke off.
async fn read_body(mut response: reqwest::Response, mut timer: AttemptTimer) -> (Bytes, Option<TransportFailure>) {
    let mut chunks: Vec<Bytes> = Vec::new();
    let mut length = 0;
    let failure = loop {
        match timer.wait_for(response.chunk(), within_answer).await {
            Ok(None) => break None,
            Ok(Some(chunk)) if length + chunk.len() > LARGEST_ANSWER => {
                break Some(TransportFailure::new(Fault::Broken, format!("the answer is larger than {LARGEST_ANSWER} bytes")));
            }
            Ok(Some(chunk)) => {
                length += chunk.len();
                chunks.push(chunk);
                timer.renew();
            }
            Err(failure) => break Some(failure),
        }
    };
    let body = if chunks.len() == 1 { chunks.swap_remove(0) } else { chunks.concat().into() };
    (body, failure)
}

impl HttpAnswer {
    /// How long the tenant asks to wait: seconds, or a date, which is read against the answer's own clock.
    pub fn retry_after(&self, now: SystemTime) -> Option<Duration> {
        let text = self.headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
        if let Some(seconds) = whole_seconds(text) {
            return Some(Duration::from_secs(seconds).min(LONGEST_WAIT));
        }
        let until = httpdate::parse_http_date(text).ok()?;
        let answered = self.headers.get(DATE).and_then(|date| date.to_str().ok()).and_then(|date| httpdate::parse_http_date(date).ok());
        Some(until.duration_since(answered.unwrap_or(now)).unwrap_or_default().min(LONGEST_WAIT))
    }

    /// What SailPoint's support asks for.
    pub fn request_id(&self) -> Option<String> {
        let id = ["slpt-request-id", "x-request-id"].iter().find_map(|name| self.headers.get(*name));
        let id = id.and_then(|id| id.to_str().ok()).map(str::trim);
        id.filter(|id| (1..=LONGEST_REQUEST_ID).contains(&id.len())).map(str::to_owned)
    }
}

/// `17`; and `1.5`, which the standard does not know and some gateways send, as the next whole second.
fn whole_seconds(text: &str) -> Option<u64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let are_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    // Only a number that is too large can't be read.
    let seconds = || whole.parse().unwrap_or(u64::MAX).saturating_add(u64::from(fraction.bytes().any(|digit| digit != b'0')));
    (are_digits(whole) && are_digits(fraction)).then(seconds)
}

/// What came of an answer, whole or not.
pub(super) fn answer_in(result: &Result<HttpAnswer, TransportFailure>) -> Option<&HttpAnswer> {
    match result {
        Ok(answer) => Some(answer),
        Err(failure) => failure.begun.as_deref(),
    }
}

impl TransportFailure {
    pub fn new(fault: Fault, reason: String) -> Self {
        Self { fault, reason, begun: None }
    }
}

fn user_agent(suffix: Option<&str>) -> String {
    let own = format!("sailpoint-access-requests/{} ({}; {})", env!("CARGO_PKG_VERSION"), std::env::consts::OS, std::env::consts::ARCH);
    match suffix.map(str::trim).filter(|suffix| !suffix.is_empty()) {
        Some(suffix) => format!("{own} {suffix}"),
        None => own,
    }
}

fn proxy_url(proxy: &str) -> Result<Url, CallError> {
    // Environments often name a proxy without its scheme.
    let text = if proxy.contains("://") { proxy.to_owned() } else { format!("http://{proxy}") };
    let url = Url::parse(text.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
    url.ok_or_else(|| wrong_proxy(proxy))
}

fn all_through(proxy: &Url, no_proxy: Option<&str>) -> Result<Proxy, CallError> {
    let all = Proxy::all(proxy.as_str()).map_err(|_| wrong_proxy(proxy.as_str()))?;
    Ok(all.no_proxy(NoProxy::from_string(&exceptions(no_proxy.unwrap_or_default()))))
}

/// In one spelling: lists are also written with spaces, lines or semicolons, all hosts of a domain as `*.example.com`, and an
/// address as in a URL, `[::1]`. A `*` means addresses too.
fn exceptions(no_proxy: &str) -> String {
    let is_between = |sign: char| matches!(sign, ',' | ';') || sign.is_whitespace();
    let entries = no_proxy.split(is_between).map(|entry| match entry {
        "*" => "*,0.0.0.0/0,::/0",
        _ => entry.strip_prefix("*.").unwrap_or(entry).trim_matches(['[', ']']),
    });
    std::iter::once(NEVER_PROXIED).chain(entries).collect::<Vec<_>>().join(",")
}

/// The text may hold a password, so the message does not show it.
fn wrong_proxy(proxy: &str) -> CallError {
    let spelling = if proxy.contains('@') {
        " In the user name and the password, write characters such as @ : / # % as %40 %3A %2F %23 %25."
    } else {
        ""
    };
    CallError::new(
        ErrorKind::Config,
        format!("proxy must be a URL such as http://proxy.example.com:8080, or http://USER:PASSWORD@proxy.example.com:8080.{spelling}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use reqwest::header::HeaderValue;

    fn answer(headers: &[(&'static str, &'static str)]) -> HttpAnswer {
        let headers = headers.iter().map(|(name, value)| (name.parse().expect("a name"), HeaderValue::from_static(value))).collect();
        HttpAnswer { status: 429, headers, body: Bytes::new(), broken_off: None }
    }

    fn settings(proxy: Option<&str>, no_proxy: Option<&str>, idle_seconds: u64) -> TransportSettings {
        TransportSettings {
            connect_timeout: Duration::from_secs(10),
            read_timeout: Duration::from_secs(30),
            idle: Duration::from_secs(idle_seconds),
            proxy: proxy.map(str::to_owned),
            no_proxy: no_proxy.map(str::to_owned),
            ca_file: None,
            client_certificate: None,
            user_agent: None,
        }
    }

    #[tokio::test]
    async fn of_a_request_that_was_kept_back_nothing_goes_out() {
        let transport = Transport::new(&settings(None, None, 4), Certificates::default()).expect("a client");
        for body in [None, Some(Bytes::from_static(b"{}"))] {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
            let url = format!("http://{}", listener.local_addr().expect("an address")).parse().expect("a URL");
            let hand_over = Arc::new(HandOver::default());
            assert!(!hand_over.close());
            let timeout = Duration::from_secs(10);
            let request = HttpRequest { method: Method::GET, url, headers: HeaderMap::new(), body, timeout };
            let read = async {
                let mut received = Vec::new();
                let (mut stream, _) = listener.accept().await.expect("a connection");
                // A request would stand there until its time is up.
                let _ = tokio::io::AsyncReadExt::read_to_end(&mut stream, &mut received).await;
                received
            };
            let (result, received) = tokio::join!(transport.send(request, &hand_over), read);
            assert_eq!((result.is_err(), String::from_utf8_lossy(&received).as_ref()), (true, ""));
        }
    }

    #[test]
    fn pools_differ_by_what_connections_depend_on() {
        let key = settings(Some("http://u:p@a"), None, 4).key();
        assert_eq!(key, settings(Some("http://u:p@a"), None, 4).key());
        for other in
            [settings(Some("http://u:q@a"), None, 4), settings(None, Some("http://u:p@a"), 4), settings(Some("http://u:p@a"), None, 5)]
        {
            assert_ne!(key, other.key());
        }
    }

    #[test]
    fn a_request_id_is_bounded() {
        let long: &'static str = Box::leak("x".repeat(5000).into_boxed_str());
        assert_eq!(answer(&[("x-request-id", long)]).request_id(), None);
        assert_eq!(answer(&[("slpt-request-id", "a"), ("x-request-id", "b")]).request_id().as_deref(), Some("a"));
    }

    #[test]
    fn retry_after_is_seconds_or_a_date_by_the_tenants_clock() {
        let now = SystemTime::now();
        assert_eq!(answer(&[("retry-after", "17")]).retry_after(now), Some(Duration::from_secs(17)));
        let dated = answer(&[("retry-after", "Wed, 01 Jan 2020 00:01:00 GMT"), ("date", "Wed, 01 Jan 2020 00:00:00 GMT")]);
        assert_eq!(dated.retry_after(now), Some(Duration::from_secs(60)));
        let past = answer(&[("retry-after", "Wed, 01 Jan 2020 00:00:00 GMT"), ("date", "Wed, 01 Jan 2020 00:00:09 GMT")]);
        assert_eq!(past.retry_after(now), Some(Duration::ZERO));
        assert_eq!(answer(&[("retry-after", "18446744073709551615")]).retry_after(now), Some(LONGEST_WAIT));
        assert_eq!(answer(&[("retry-after", "18446744073709551616")]).retry_after(now), Some(LONGEST_WAIT));
        for (fraction, seconds) in [("1.5", 2), ("0.001", 1), ("2.0", 2), ("18446744073709551615.5", LONGEST_WAIT.as_secs())] {
            assert_eq!(answer(&[("retry-after", fraction)]).retry_after(now), Some(Duration::from_secs(seconds)), "{fraction}");
        }
        for no_number in ["1.", ".5", "1.5.5", "1.5s", "1,5", "1e3", "+1"] {
            assert_eq!(answer(&[("retry-after", no_number)]).retry_after(now), None, "{no_number}");
        }
        assert_eq!(answer(&[("retry-after", "soon")]).retry_after(now), None);
        assert_eq!(answer(&[("retry-after", "-1")]).retry_after(now), None);
        assert_eq!(answer(&[("retry-after", "")]).retry_after(now), None);
        assert_eq!(answer(&[]).retry_after(now), None);
    }
}
