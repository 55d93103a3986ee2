//! A tenant at the level of the socket: it counts every request that reaches it, and a script answers what no HTTP server would.

use socket2::SockRef;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What a script has to do with a request.
pub struct Exchange<'a> {
    /// Counts the tenant's requests from 1.
    pub number: usize,
    /// Counts the connection's requests from 1.
    pub on_connection: usize,
    pub stream: &'a mut TcpStream,
}

/// What becomes of the connection after an exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    Keep,
    Close,
    Reset,
}

pub struct RawTenant {
    pub base_url: String,
    seen: Arc<Mutex<Vec<String>>>,
}

pub const ACCEPTED: &[u8] = b"HTTP/1.1 202 Accepted\r\nContent-Length: 2\r\n\r\n{}";

impl RawTenant {
    pub fn start(script: impl Fn(Exchange<'_>) -> Then + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let base_url = format!("http://{}", listener.local_addr().expect("an address"));
        let (seen, script) = (Arc::new(Mutex::new(Vec::new())), Arc::new(script));
        let log = Arc::clone(&seen);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (Ok(stream), log, script) = (stream, Arc::clone(&log), Arc::clone(&script)) else { continue };
                std::thread::spawn(move || serve(stream, &log, script.as_ref()));
            }
        });
        Self { base_url, seen }
    }

    /// Every request that was read in full, head and body.
    pub fn requests(&self) -> Vec<String> {
        self.seen.lock().expect("no panic").clone()
    }

    /// How many of them hold this text.
    pub fn count(&self, text: &str) -> usize {
        self.requests().iter().filter(|request| request.contains(text)).count()
    }
}

fn serve(mut stream: TcpStream, log: &Mutex<Vec<String>>, script: &impl Fn(Exchange<'_>) -> Then) {
    let mut received = Vec::new();
    let mut on_connection = 0;
    while let Some(request) = read_request(&mut stream, &mut received) {
        on_connection += 1;
        let number = {
            let mut log = log.lock().expect("no panic");
            log.push(request);
            log.len()
        };
        match script(Exchange { number, on_connection, stream: &mut stream }) {
            Then::Keep => {}
            Then::Close => return,
            Then::Reset => {
                let _ = SockRef::from(&stream).set_linger(Some(Duration::ZERO));
                return;
            }
        }
    }
}

/// The next request, head and body; None where the client ended the connection.
fn read_request(stream: &mut TcpStream, received: &mut Vec<u8>) -> Option<String> {
    let mut buffer = [0; 4096];
    loop {
        if let Some(length) = complete(received) {
            let request: Vec<u8> = received.drain(..length).collect();
            return Some(String::from_utf8_lossy(&request).into_owned());
        }
        let read = stream.read(&mut buffer).ok().filter(|read| *read > 0)?;
        received.extend_from_slice(&buffer[..read]);
    }
}

/// The length of the first request, if all of it is there.
fn complete(received: &[u8]) -> Option<usize> {
    let head = received.windows(4).position(|window| window == b"\r\n\r\n")? + 4;
    let text = String::from_utf8_lossy(&received[..head]).to_ascii_lowercase();
    let length = text.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse().ok()).unwrap_or(0);
    (received.len() >= head + length).then_some(head + length)
}

/// Sends these bytes; a client that is gone already is no fault of the test.
pub fn send(stream: &mut TcpStream, bytes: &[u8]) {
    let _ = stream.write_all(bytes);
}
