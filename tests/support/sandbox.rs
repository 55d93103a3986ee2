//! A sandbox of a test's own, on a free port, ended with the test.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, ChildStdin, Command, Stdio};

pub struct Sandbox {
    process: Child,
    /// The sandbox ends when this closes.
    stdin: Option<ChildStdin>,
    ready: Value,
}

impl Sandbox {
    pub fn start() -> Self {
        Self::with(json!({}))
    }

    /// With settings as docs/sandbox.md tells them.
    pub fn with(settings: Value) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_sailpoint-sandbox"))
            .args(["--config", "-", "--exit-with-stdin"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the sandbox starts");
        let mut stdin = process.stdin.take().expect("stdin is piped");
        writeln!(stdin, "{settings}").expect("the sandbox reads its settings");
        let mut line = String::new();
        BufReader::new(process.stdout.take().expect("stdout is piped")).read_line(&mut line).expect("the sandbox says that it is ready");
        let ready = serde_json::from_str(&line).expect("the ready line is JSON");
        Self { process, stdin: Some(stdin), ready }
    }

    pub fn base_url(&self) -> &str {
        self.ready["baseUrl"].as_str().expect("a text")
    }

    pub fn address(&self) -> SocketAddr {
        self.base_url().trim_start_matches("http://").parse().expect("an address")
    }

    pub fn client_id(&self) -> &str {
        self.ready["clientId"].as_str().expect("a text")
    }

    pub fn client_secret(&self) -> &str {
        self.ready["clientSecret"].as_str().expect("a text")
    }

    /// The settings of a client that works, without a limiter.
    pub fn config(&self) -> Value {
        json!({ "baseUrl": self.base_url(), "clientId": self.client_id(), "clientSecret": self.client_secret(), "requestsPerWindow": 0 })
    }

    /// The same with some settings replaced.
    pub fn config_with(&self, settings: Value) -> Value {
        let mut config = self.config();
        config.as_object_mut().expect("an object").extend(settings.as_object().expect("an object").clone());
        config
    }

    /// How many requests of the operation came in.
    pub fn arrived(&self, operation: &str) -> u64 {
        self.counters()["operations"][operation]["arrived"].as_u64().expect("a count")
    }

    /// How often the tenant did what the operation asks for.
    pub fn acted(&self, operation: &str) -> u64 {
        self.counters()["operations"][operation]["acted"].as_u64().expect("a count")
    }

    /// How many requests of any operation came in.
    pub fn all_arrived(&self) -> u64 {
        self.counters()["operations"]
            .as_object()
            .expect("an object")
            .values()
            .map(|counts| counts["arrived"].as_u64().expect("a count"))
            .sum()
    }

    pub fn token_requests(&self) -> u64 {
        self.counters()["tokens"]["requests"].as_u64().expect("a count")
    }

    pub fn counters(&self) -> Value {
        self.control("GET", "/sandbox/counters", None)
    }

    /// The counters, once nothing is under way any more: a request whose client is gone may still be delayed.
    pub fn settled_counters(&self) -> Value {
        loop {
            let counters = self.counters();
            if counters["underWay"] == 0 {
                return counters;
            }
            std::thread::yield_now();
        }
    }

    /// The requests as they came in, oldest first, those for tokens left out.
    pub fn requests(&self) -> Vec<Value> {
        let log = self.control("GET", "/sandbox/requests", None);
        let entries = log.as_array().or_else(|| log["requests"].as_array()).expect("a list of requests").clone();
        entries.into_iter().filter(|entry| entry["operation"].is_string()).collect()
    }

    /// Lets requests not get what the tenant would give them, as docs/sandbox.md tells it.
    pub fn fault(&self, fault: Value) {
        self.control("POST", "/sandbox/faults", Some(fault));
    }

    /// The faults with how often each `applied`.
    pub fn faults(&self) -> Value {
        self.control("GET", "/sandbox/faults", None)
    }

    pub fn clear_faults(&self) {
        self.control("DELETE", "/sandbox/faults", None);
    }

    pub fn control(&self, method: &str, path: &str, body: Option<Value>) -> Value {
        // Not the base URL: the fault "refuse" shuts that port.
        let url = self.ready["controlUrl"].as_str().expect("a text");
        let address: SocketAddr = url.trim_start_matches("http://").parse().expect("an address");
        let mut stream = TcpStream::connect(address).expect("the sandbox listens");
        let body = body.map(|body| body.to_string()).unwrap_or_default();
        let token = self.ready["controlToken"].as_str().expect("a text");
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: sandbox\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        )
        .expect("the sandbox reads");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("the sandbox answers");
        let (head, body) = answer.split_once("\r\n\r\n").expect("an HTTP answer");
        assert!(head.starts_with("HTTP/1.1 2"), "{path}: {answer}");
        serde_json::from_str(body).unwrap_or(Value::Null)
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        drop(self.stdin.take());
        let status = self.process.wait().expect("the sandbox ends");
        if !std::thread::panicking() {
            assert!(status.success(), "the sandbox ended with {status}");
        }
    }
}
