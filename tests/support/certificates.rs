//! Certificates of a test's own: an authority, and what it signs for servers and clients.

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DnType, ExtendedKeyUsagePurpose, IsCa, KeyPair, KeyUsagePurpose, date_time_ymd,
};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio_rustls::rustls::RootCertStore;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

static COUNT: AtomicUsize = AtomicUsize::new(1);

/// Nobody trusts it unless told to.
pub struct Authority(CertifiedIssuer<'static, KeyPair>);

pub struct Pair {
    pub certificate: rcgen::Certificate,
    pub key: KeyPair,
}

impl Authority {
    pub fn new() -> Self {
        let mut params = CertificateParams::new(Vec::new()).expect("no names");
        // Each of its own name, as in life: of two with one name, only the signatures would tell.
        let name = format!("Authority {}", COUNT.fetch_add(1, Ordering::Relaxed));
        params.distinguished_name.push(DnType::CommonName, name);
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
        Self(CertifiedIssuer::self_signed(params, KeyPair::generate().expect("a key")).expect("a certificate"))
    }

    /// For a server of these host names or addresses.
    pub fn server(&self, names: &[&str]) -> Pair {
        self.sign(server_params(names))
    }

    pub fn expired_server(&self, names: &[&str]) -> Pair {
        let mut params = server_params(names);
        (params.not_before, params.not_after) = (date_time_ymd(2020, 1, 1), date_time_ymd(2020, 2, 1));
        self.sign(params)
    }

    pub fn future_server(&self, names: &[&str]) -> Pair {
        let mut params = server_params(names);
        params.not_before = date_time_ymd(4000, 1, 1);
        self.sign(params)
    }

    /// What `openssl req -x509` makes by default: an authority's, for a server.
    pub fn authority_as_server(&self, names: &[&str]) -> Pair {
        let mut params = server_params(names);
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        self.sign(params)
    }

    pub fn client(&self) -> Pair {
        let mut params = CertificateParams::new(Vec::new()).expect("no names");
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ClientAuth];
        self.sign(params)
    }

    pub fn pem(&self) -> String {
        self.0.pem()
    }

    /// Its certificate as a file, for `caFile`.
    pub fn write(&self, folder: &Path) -> PathBuf {
        write(folder, "authority.pem", &self.pem())
    }

    pub fn roots(&self) -> RootCertStore {
        let mut roots = RootCertStore::empty();
        roots.add(self.0.der().clone()).expect("a root");
        roots
    }

    fn sign(&self, params: CertificateParams) -> Pair {
        let key = KeyPair::generate().expect("a key");
        Pair { certificate: params.signed_by(&key, &self.0).expect("a certificate"), key }
    }
}

impl Pair {
    /// Certificate and key, for `clientCertificate`.
    pub fn pem(&self) -> String {
        format!("{}{}", self.certificate.pem(), self.key.serialize_pem())
    }

    pub fn der(&self) -> (Vec<CertificateDer<'static>>, PrivateKeyDer<'static>) {
        let key = PrivateKeyDer::try_from(self.key.serialize_der()).expect("a key");
        (vec![self.certificate.der().clone()], key)
    }
}

pub fn write(folder: &Path, name: &str, content: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, content).expect("the folder can be written");
    path
}

fn server_params(names: &[&str]) -> CertificateParams {
    CertificateParams::new(names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>()).expect("names")
}
