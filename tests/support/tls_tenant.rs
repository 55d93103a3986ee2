//! A sandbox behind TLS, whose certificate is signed by an authority of its own.

use crate::support::certificates::{Authority, write};
use crate::support::network::{Tls, TlsFront};
use crate::support::sandbox::Sandbox;
use serde_json::{Value, json};
use tempfile::TempDir;

pub struct TlsTenant {
    pub sandbox: Sandbox,
    pub front: TlsFront,
    /// The path of the authority's certificate.
    pub ca_file: String,
    folder: TempDir,
}

impl TlsTenant {
    pub fn with(tls: impl FnOnce(&Authority) -> Tls) -> Self {
        let (authority, sandbox) = (Authority::new(), Sandbox::with(json!({ "accessTokens": ["t"] })));
        let front = TlsFront::start(tls(&authority), sandbox.address());
        let folder = tempfile::tempdir().expect("a folder");
        let ca_file = authority.write(folder.path()).display().to_string();
        Self { sandbox, front, ca_file, folder }
    }

    /// With a certificate for these host names.
    pub fn for_names(names: &[&str]) -> Self {
        Self::with(|authority| Tls::new(authority.server(names)))
    }

    /// A client with a token, which trusts the authority and calls the tenant `localhost`.
    pub fn config(&self) -> Value {
        json!({ "baseUrl": self.front.url("localhost"), "accessToken": "t", "requestsPerWindow": 0, "caFile": self.ca_file })
    }

    pub fn config_with(&self, name: &str, value: impl Into<Value>) -> Value {
        let mut config = self.config();
        config[name] = value.into();
        config
    }

    /// A file that lives as long as the tenant; gives its path.
    pub fn write(&self, name: &str, content: &str) -> String {
        write(self.folder.path(), name, content).display().to_string()
    }
}
