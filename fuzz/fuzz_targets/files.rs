//! The files that settings name, with anything in them: certificates, a client's certificate with its key, and a limiter's page.
//! Never a panic, one sentence where a file is refused, and never a file changed that is not a limiter's.
#![no_main]

mod support;

use libfuzzer_sys::fuzz_target;
use sailpoint_access_requests::client::{Client, Config, NoEvents};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};
use support::{Hurry, Tenant};

/// Of a limiter's page: what it is and whose.
const HEAD: usize = 48;
const PAGE: usize = 4096;

struct Ground {
    tenant: Tenant,
    file: PathBuf,
    /// The beginning of a file that belongs to the tenant.
    head: Vec<u8>,
}

static GROUND: LazyLock<Ground> = LazyLock::new(|| {
    let tenant = Tenant::start().expect("a free port");
    tenant.answers(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
    let file = std::env::temp_dir().join(format!("sailpoint-fuzz-{}", std::process::id()));
    let mut ground = Ground { tenant, file, head: Vec::new() };
    ground.call_with_limiter_file().expect("a new file is taken");
    ground.head = fs::read(&ground.file).expect("it was made")[..HEAD].to_vec();
    ground
});

fuzz_target!(|input: (u8, &[u8])| match input {
    (0, content) => GROUND.certificates("caFile", content),
    (1, content) => GROUND.certificates("clientCertificate", content),
    (2, content) => GROUND.foreign_page(content),
    (_, times) => GROUND.own_page(times),
});

impl Ground {
    fn certificates(&self, setting: &str, content: &[u8]) {
        fs::write(&self.file, content).expect("it can be written");
        let settings = json!({ "baseUrl": "https://a.example", "accessToken": "t", setting: self.file });
        if let Err(error) = Config::from_json(&settings.to_string()) {
            assert!(!error.message.is_empty() && !error.message.contains('\n'), "{}", error.message);
        }
    }

    fn foreign_page(&self, content: &[u8]) {
        fs::write(&self.file, content).expect("it can be written");
        let taken = self.call_with_limiter_file();
        let after = fs::read(&self.file).expect("it is there");
        assert!(content.is_empty() || taken.is_ok() || after == content, "what is refused stays as it was");
    }

    /// A page of this tenant with any times in it, repeated to its end.
    fn own_page(&self, times: &[u8]) {
        let mut page = self.head.clone();
        page.extend(times.iter().cycle().take(PAGE - HEAD));
        page.resize(PAGE, 0);
        fs::write(&self.file, &page).expect("it can be written");
        let envelope = self.call_with_limiter_file().expect("its own file is taken");
        assert_eq!(envelope["ok"], true, "{envelope}");
        let after = fs::read(&self.file).expect("it is there");
        assert_eq!((after.len(), &after[..HEAD]), (PAGE, self.head.as_slice()));
    }

    /// The envelope of one call, or why no client was made.
    fn call_with_limiter_file(&self) -> Result<Value, String> {
        let settings = json!({ "baseUrl": self.tenant.base_url, "accessToken": "t", "limiterFile": self.file });
        let config = Config::from_json(&settings.to_string()).expect("complete");
        let client = Client::with_clock(config, Arc::new(Hurry::new())).map_err(|error| error.message.clone())?;
        let call = client.call("getAccessRequestConfig", None, None, &NoEvents, None);
        let envelope = self.tenant.runtime.block_on(call).to_json();
        Ok(serde_json::from_str(&envelope).expect("JSON"))
    }
}
