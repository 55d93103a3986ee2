//! A listening socket that can be closed for a while: [`crate::server`] accepts connections from it, and the fault `refuse` closes
//! it, so that the system refuses connections to its port.
//!
//! Closing waits until connections are refused and the idle ones have been closed, so that the response which is sent behind it is
//! the last thing that a client gets from this port.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::{mpsc, oneshot, watch};
use tokio::time::{sleep, timeout};

/// How long accepting or listening pauses after the system refused it, as it does when there are no file descriptors left.
const RETRY_DELAY: Duration = Duration::from_millis(50);
/// How long closing waits for idle connections to be closed. It takes longer only where a client does not read its response.
const IDLE_CLOSE_TIMEOUT: Duration = Duration::from_secs(1);
/// How many connections may wait to be accepted; as many as the standard library allows.
const BACKLOG: u32 = 128;

pub struct Listener {
    port: u16,
    socket: TcpListener,
    shared: Arc<Shared>,
    close_requests: mpsc::UnboundedReceiver<CloseRequest>,
}

/// What the listener and its connections share.
struct Shared {
    /// How often the listener was closed. Connections of an earlier generation take no further request.
    generation: watch::Sender<u64>,
    close_requests: mpsc::UnboundedSender<CloseRequest>,
}

/// A connection's request to close the listener.
struct CloseRequest {
    /// When the listener opens again; never where absent.
    reopen_after: Option<Duration>,
    /// Is told when connections are refused.
    closed: oneshot::Sender<()>,
}

/// By it a connection reaches the listener that accepted it.
pub struct ListenerHandle {
    shared: Arc<Shared>,
    /// That of the listener when it accepted the connection.
    generation: u64,
}

/// Held while a connection is idle between two requests, or is about to be: closing the listener waits until it is dropped.
pub struct IdleGuard {
    current_generation: watch::Receiver<u64>,
    generation: u64,
}

impl Listener {
    /// Listens on 127.0.0.1 and nowhere else; port 0 takes a free one.
    pub async fn bind(port: u16) -> io::Result<Self> {
        let socket = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .await
            .map_err(|error| io::Error::new(error.kind(), format!("can't listen on 127.0.0.1 port {port}: {error}")))?;
        let port = socket.local_addr()?.port();
        let (sender, close_requests) = mpsc::unbounded_channel();
        let shared = Arc::new(Shared { generation: watch::Sender::new(0), close_requests: sender });
        Ok(Self { port, socket, shared, close_requests })
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    /// Hands every connection to `serve`, and never ends.
    pub async fn accept_all(mut self, serve: impl Fn(TcpStream, ListenerHandle)) {
        loop {
            tokio::select! {
                // Connections that were made before the listener is closed are still accepted.
                biased;
                accepted = self.socket.accept() => match accepted {
                    Ok((stream, _)) => serve(stream, ListenerHandle::new(&self.shared)),
                    Err(_) => sleep(RETRY_DELAY).await,
                },
                Some(request) = self.close_requests.recv() => self = self.close_and_reopen(request).await,
            }
        }
    }

    /// Refuses connections as long as is asked for, then listens again.
    async fn close_and_reopen(mut self, request: CloseRequest) -> Self {
        drop(self.socket);
        // A port that is bound and does not listen refuses connections, and no other program gets it meanwhile.
        let bound = bind_without_listening(self.port);
        self.shared.generation.send_modify(|generation| *generation += 1);
        let _ = timeout(IDLE_CLOSE_TIMEOUT, self.shared.generation.closed()).await;
        let _ = request.closed.send(());

        let mut reopening = pin!(sleep_or_forever(request.reopen_after));
        loop {
            tokio::select! {
                () = &mut reopening => break,
                // It is closed already.
                Some(request) = self.close_requests.recv() => { let _ = request.closed.send(()); }
            }
        }
        self.socket = listen(bound, self.port).await;
        self
    }
}

async fn sleep_or_forever(duration: Option<Duration>) {
    match duration {
        Some(duration) => sleep(duration).await,
        None => std::future::pending().await,
    }
}

fn bind_without_listening(port: u16) -> io::Result<TcpSocket> {
    let socket = TcpSocket::new_v4()?;
    // Connections that just ended must not stand in the way. On Windows they never do, and the option means something else.
    #[cfg(not(windows))]
    socket.set_reuseaddr(true)?;
    socket.bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))?;
    Ok(socket)
}

/// Listens at the socket, or at a new one as often as the system refuses.
async fn listen(bound: io::Result<TcpSocket>, port: u16) -> TcpListener {
    let mut socket = bound;
    loop {
        match socket.and_then(|socket| socket.listen(BACKLOG)) {
            Ok(listener) => return listener,
            Err(_) => sleep(RETRY_DELAY).await,
        }
        socket = bind_without_listening(port);
    }
}

impl ListenerHandle {
    fn new(shared: &Arc<Shared>) -> Self {
        Self { shared: Arc::clone(shared), generation: *shared.generation.borrow() }
    }

    /// To be taken before a response is sent after which the connection is idle.
    pub fn idle_guard(&self) -> IdleGuard {
        IdleGuard { current_generation: self.shared.generation.subscribe(), generation: self.generation }
    }

    /// Whether the listener was closed since it accepted this connection.
    pub fn was_closed(&self) -> bool {
        *self.shared.generation.borrow() != self.generation
    }

    /// Closes the listener for so long, or for good. Connections are refused when this returns.
    pub async fn close_listener(&self, reopen_after: Option<Duration>) {
        let (sender, closed) = oneshot::channel();
        // Without a listener there is nobody left who could be refused.
        if self.shared.close_requests.send(CloseRequest { reopen_after, closed: sender }).is_ok() {
            let _ = closed.await;
        }
    }
}

impl IdleGuard {
    /// Returns when the listener is closed. The guard must be dropped when the connection has been closed, not before.
    pub async fn listener_closed(&mut self) {
        let accepted_in = self.generation;
        if self.current_generation.wait_for(|generation| *generation != accepted_in).await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
