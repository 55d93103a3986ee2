//! What stands between a client and the sandbox in a company: a server that ends TLS, and a proxy. On 127.0.0.1, on free ports.

use crate::support::certificates::{Authority, Pair};
use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Runtime;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::server::WebPkiClientVerifier;
use tokio_rustls::rustls::{DEFAULT_VERSIONS, ServerConfig, SupportedProtocolVersion};

/// How a server ends TLS.
pub struct Tls {
    certificate: Pair,
    versions: &'static [&'static SupportedProtocolVersion],
    clients: Option<Authority>,
}

impl Tls {
    pub fn new(certificate: Pair) -> Self {
        Self { certificate, versions: DEFAULT_VERSIONS, clients: None }
    }

    pub fn versions(self, versions: &'static [&'static SupportedProtocolVersion]) -> Self {
        Self { versions, ..self }
    }

    /// Only clients with a certificate of this authority get through.
    pub fn clients_of(self, authority: Authority) -> Self {
        Self { clients: Some(authority), ..self }
    }

    fn acceptor(self) -> TlsAcceptor {
        let (chain, key) = self.certificate.der();
        let builder = ServerConfig::builder_with_protocol_versions(self.versions);
        let builder = match self.clients {
            Some(authority) => {
                builder.with_client_cert_verifier(WebPkiClientVerifier::builder(Arc::new(authority.roots())).build().expect("roots"))
            }
            None => builder.with_no_client_auth(),
        };
        TlsAcceptor::from(Arc::new(builder.with_single_cert(chain, key).expect("a pair")))
    }
}

/// A server that ends TLS and hands what is inside to the sandbox.
pub struct TlsFront {
    address: SocketAddr,
    handshakes: Arc<AtomicUsize>,
    runtime: Option<Runtime>,
}

impl TlsFront {
    pub fn start(tls: Tls, target: SocketAddr) -> Self {
        let (acceptor, handshakes) = (tls.acceptor(), Arc::new(AtomicUsize::new(0)));
        let counter = Arc::clone(&handshakes);
        let (address, runtime) = serve(move |stream| {
            let (acceptor, counter) = (acceptor.clone(), Arc::clone(&counter));
            async move {
                let Some(mut stream) = end_tls(&acceptor, stream).await else { return };
                counter.fetch_add(1, Ordering::SeqCst);
                let mut tenant = TcpStream::connect(target).await.expect("the sandbox listens");
                let _ = copy_bidirectional(&mut stream, &mut tenant).await;
            }
        });
        Self { address, handshakes, runtime: Some(runtime) }
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address with another host name.
    pub fn url(&self, host: &str) -> String {
        format!("https://{host}:{}", self.address.port())
    }

    /// How many handshakes came to their end.
    pub fn handshakes(&self) -> usize {
        self.handshakes.load(Ordering::SeqCst)
    }
}

/// A proxy that leads every host to the same server, knows what it was asked, and may want a password.
pub struct Proxy {
    address: SocketAddr,
    seen: Arc<Mutex<Vec<String>>>,
    runtime: Option<Runtime>,
}

#[derive(Default)]
pub struct ProxySettings {
    /// Where every host leads; without one the proxy answers 502.
    pub target: Option<SocketAddr>,
    /// The value of Proxy-Authorization without which it answers 407.
    pub authorization: Option<&'static str>,
    /// TLS between client and proxy.
    pub tls: Option<Tls>,
}

impl Proxy {
    pub fn start(settings: ProxySettings) -> Self {
        let seen = Arc::new(Mutex::new(Vec::new()));
        let (log, acceptor) = (Arc::clone(&seen), settings.tls.map(Tls::acceptor));
        let (target, authorization) = (settings.target, settings.authorization);
        let (address, runtime) = serve(move |stream| {
            let (log, acceptor) = (Arc::clone(&log), acceptor.clone());
            async move {
                match acceptor {
                    None => forward(stream, &log, target, authorization).await,
                    Some(acceptor) => {
                        let Some(stream) = end_tls(&acceptor, stream).await else { return };
                        forward(stream, &log, target, authorization).await;
                    }
                }
            }
        });
        Self { address, seen, runtime: Some(runtime) }
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The heads of the requests, the oldest first.
    pub fn seen(&self) -> Vec<String> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

async fn forward(
    mut stream: impl AsyncRead + AsyncWrite + Unpin,
    log: &Mutex<Vec<String>>,
    target: Option<SocketAddr>,
    authorization: Option<&str>,
) {
    let head = read_head(&mut stream).await;
    log.lock().unwrap_or_else(PoisonError::into_inner).push(head.clone());
    let given = head.lines().find_map(|line| line.to_ascii_lowercase().starts_with("proxy-authorization: ").then(|| &line[21..]));
    if authorization.is_some() && given != authorization {
        let refusal =
            b"HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        let _ = stream.write_all(refusal).await;
        return;
    }
    let Some(target) = target else {
        let _ = stream.write_all(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").await;
        return;
    };
    let mut tenant = TcpStream::connect(target).await.expect("the target listens");
    if head.starts_with("CONNECT ") {
        stream.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n").await.expect("the client waits");
    } else {
        // From the form for proxies to the form for servers: http://HOST/PATH becomes /PATH.
        let path = head.find("://").and_then(|at| head[at + 3..].find('/').map(|slash| at + 3 + slash)).expect("an absolute form");
        let method = head.split(' ').next().expect("a method");
        tenant.write_all(format!("{method} {}", &head[path..]).as_bytes()).await.expect("the target reads");
    }
    let _ = copy_bidirectional(&mut stream, &mut tenant).await;
}

/// To its empty line and not a byte beyond.
async fn read_head(stream: &mut (impl AsyncRead + Unpin)) -> String {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        match stream.read_u8().await {
            Ok(byte) => head.push(byte),
            Err(_) => break,
        }
    }
    String::from_utf8_lossy(&head).into_owned()
}

/// None where the handshake fails. The connection is then read to its end, so that the alert arrives instead of a reset.
async fn end_tls(acceptor: &TlsAcceptor, stream: TcpStream) -> Option<impl AsyncRead + AsyncWrite + Unpin + use<>> {
    match acceptor.accept(stream).into_fallible().await {
        Ok(stream) => Some(stream),
        Err((_, mut stream)) => {
            let _ = stream.shutdown().await;
            let _ = tokio::io::copy(&mut stream, &mut tokio::io::sink()).await;
            None
        }
    }
}

/// An address at which nobody listens.
pub fn closed_address() -> SocketAddr {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("an address")
}

/// Each connection in a task of its own.
fn serve<F: Future<Output = ()> + Send + 'static>(handle: impl Fn(TcpStream) -> F + Send + 'static) -> (SocketAddr, Runtime) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).expect("a free port");
    let address = listener.local_addr().expect("an address");
    runtime.spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(handle(stream));
        }
    });
    (address, runtime)
}

impl Drop for TlsFront {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}
