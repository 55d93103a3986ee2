//! A tenant that answers whatever it is told to, and time that passes at once: what the targets of the answer's side share.

use sailpoint_access_requests::client::{Client, Clock, Config, Sleep};
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::{Builder, Runtime};

/// One thread serves tenant and client, so that a run depends on its input alone.
pub struct Tenant {
    pub runtime: Runtime,
    pub base_url: String,
    answer: Arc<Mutex<Vec<u8>>>,
    /// Keeps what all clients share, so that not each of them reads the machine's certificates.
    _client: Client,
}

impl Tenant {
    pub fn start() -> io::Result<Self> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let listener = runtime.block_on(TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], 0))))?;
        let base_url = format!("http://{}", listener.local_addr()?);
        let settings = format!(r#"{{"baseUrl":"{base_url}","accessToken":"t","requestsPerWindow":0}}"#);
        let client = Config::from_json(&settings).and_then(Client::new).map_err(io::Error::other)?;
        let answer = Arc::new(Mutex::new(Vec::new()));
        let given = Arc::clone(&answer);
        runtime.spawn(async move {
            loop {
                if let Ok((stream, _)) = listener.accept().await {
                    let bytes = given.lock().unwrap_or_else(PoisonError::into_inner).clone();
                    // A client that is gone by now is no fault of the tenant.
                    tokio::spawn(async move { drop(serve(stream, &bytes).await) });
                }
            }
        });
        Ok(Self { runtime, base_url, answer, _client: client })
    }

    /// What every connection from here on is answered before it is closed, whatever it asks.
    pub fn answers(&self, bytes: &[u8]) {
        bytes.clone_into(&mut self.answer.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

async fn serve(mut stream: TcpStream, answer: &[u8]) -> io::Result<()> {
    // The head and its body come in one piece: both are short.
    let mut request = [0; 4096];
    stream.read(&mut request).await?;
    stream.write_all(answer).await?;
    stream.shutdown().await?;
    while stream.read(&mut request).await? > 0 {}
    Ok(())
}

/// Waits take no time: they move the clock.
pub struct Hurry {
    begun: Instant,
    passed: Mutex<Duration>,
}

impl Hurry {
    pub fn new() -> Self {
        Self { begun: Instant::now(), passed: Mutex::default() }
    }

    fn passed(&self) -> Duration {
        *self.passed.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clock for Hurry {
    fn now(&self) -> Instant {
        self.begun + self.passed()
    }

    fn wall_time(&self) -> SystemTime {
        /// Some day in 2026.
        const START: Duration = Duration::from_secs(1_780_000_000);
        SystemTime::UNIX_EPOCH + START + self.passed()
    }

    fn sleep_until(&self, deadline: Instant) -> Sleep {
        let span = deadline.saturating_duration_since(self.begun);
        let mut passed = self.passed.lock().unwrap_or_else(PoisonError::into_inner);
        *passed = span.max(*passed);
        Box::pin(std::future::ready(()))
    }

    fn jitter(&self, most: Duration) -> Duration {
        most / 2
    }
}
