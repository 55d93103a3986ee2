//! A port that can be shut: [`crate::server`] accepts at it, and the fault `refuse` makes the system refuse connections there.
//!
//! Whoever shuts it waits until connections are refused and those that waited for a request have been ended, so that the answer
//! it then sends is the last thing that a client gets from here.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::{mpsc, oneshot, watch};
use tokio::time::{sleep, timeout};

/// How long accepting or listening pauses after the system refused, as it does when there are no file descriptors left.
const PAUSE: Duration = Duration::from_millis(50);
/// How long shutting waits for connections to be ended. It takes longer only where a client does not read its answer.
const TIME_TO_END: Duration = Duration::from_secs(1);
/// How many connections may wait to be accepted; as many as the standard library allows.
const BACKLOG: u32 = 128;

pub struct Port {
    number: u16,
    listener: TcpListener,
    door: Arc<Door>,
    orders: mpsc::UnboundedReceiver<Order>,
}

/// What the port's connections share.
struct Door {
    /// How often the port was shut. Connections from before are of no use afterwards.
    shut: watch::Sender<u64>,
    orders: mpsc::UnboundedSender<Order>,
}

/// To shut the port.
struct Order {
    for_ms: Option<u64>,
    done: oneshot::Sender<()>,
}

/// A connection's relation to the port that it came through.
pub struct Visit {
    door: Arc<Door>,
    /// How often the port had been shut when it came.
    entered: u64,
}

/// Held while a connection waits for a request, or is about to: shutting the port waits for its end.
pub struct Waiting {
    shut: watch::Receiver<u64>,
    entered: u64,
}

impl Port {
    /// Listens on 127.0.0.1 and nowhere else; 0 takes a free port.
    pub async fn open(number: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, number))
            .await
            .map_err(|error| io::Error::new(error.kind(), format!("can't listen on 127.0.0.1 port {number}: {error}")))?;
        let number = listener.local_addr()?.port();
        let (sender, orders) = mpsc::unbounded_channel();
        let door = Arc::new(Door { shut: watch::Sender::new(0), orders: sender });
        Ok(Self { number, listener, door, orders })
    }

    pub fn number(&self) -> u16 {
        self.number
    }

    /// Hands every connection to `serve`, and never ends.
    pub async fn accept_all(mut self, serve: impl Fn(TcpStream, Visit)) {
        loop {
            tokio::select! {
                // Whoever connected before the port is shut has got in.
                biased;
                accepted = self.listener.accept() => match accepted {
                    Ok((stream, _)) => serve(stream, Visit::new(&self.door)),
                    Err(_) => sleep(PAUSE).await,
                },
                Some(order) = self.orders.recv() => self = self.refuse(order).await,
            }
        }
    }

    /// Refuses connections as long as the order says, then listens again.
    async fn refuse(mut self, order: Order) -> Self {
        drop(self.listener);
        // A port that is bound and does not listen refuses connections, and no other program gets it meanwhile.
        let held = hold(self.number);
        self.door.shut.send_modify(|shut| *shut += 1);
        let _ = timeout(TIME_TO_END, self.door.shut.closed()).await;
        let _ = order.done.send(());

        let mut end = pin!(wait(order.for_ms));
        loop {
            tokio::select! {
                () = &mut end => break,
                // It is shut already.
                Some(order) = self.orders.recv() => { let _ = order.done.send(()); }
            }
        }
        self.listener = listen(held, self.number).await;
        self
    }
}

async fn wait(ms: Option<u64>) {
    match ms {
        Some(ms) => sleep(Duration::from_millis(ms)).await,
        None => std::future::pending().await,
    }
}

fn hold(port: u16) -> io::Result<TcpSocket> {
    let socket = TcpSocket::new_v4()?;
    // Connections that just ended must not stand in the way. On Windows they never do, and the option means something else.
    #[cfg(not(windows))]
    socket.set_reuseaddr(true)?;
    socket.bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))?;
    Ok(socket)
}

async fn listen(held: io::Result<TcpSocket>, port: u16) -> TcpListener {
    let mut socket = held;
    loop {
        match socket.and_then(|socket| socket.listen(BACKLOG)) {
            Ok(listener) => return listener,
            Err(_) => sleep(PAUSE).await,
        }
        socket = hold(port);
    }
}

impl Visit {
    fn new(door: &Arc<Door>) -> Self {
        Self { door: Arc::clone(door), entered: *door.shut.borrow() }
    }

    /// To be asked for before the answer is sent after which the connection waits again.
    pub fn wait(&self) -> Waiting {
        Waiting { shut: self.door.shut.subscribe(), entered: self.entered }
    }

    /// Whether the port was shut since this connection came.
    pub fn is_over(&self) -> bool {
        *self.door.shut.borrow() != self.entered
    }

    /// Shuts the port for so many milliseconds, or for good. Connections are refused when this returns.
    pub async fn shut(&self, for_ms: Option<u64>) {
        let (done, shut) = oneshot::channel();
        // Without a port there is nobody left who could be refused.
        if self.door.orders.send(Order { for_ms, done }).is_ok() {
            let _ = shut.await;
        }
    }
}

impl Waiting {
    /// Returns when the port is shut. The waiting must be dropped when the connection has been ended, not before.
    pub async fn over(&mut self) {
        let entered = self.entered;
        if self.shut.wait_for(|shut| *shut != entered).await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
