//! Certificates from PEM files: those that are trusted beside the operating system's (`caFile`), and the client's own with its
//! private key (`clientCertificate`).
//!
//! `config` reads them when a client is made, so that what is wrong with a file is told before any call; `transport` takes them
//! over. An error here is a sentence that goes on from "caFile is PATH: ".

use reqwest::{Certificate, Identity};
use rustls::RootCertStore;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::sign::CertifiedKey;
use secrecy::zeroize::Zeroizing;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// What a connection needs of the files.
#[derive(Debug, Default)]
pub(super) struct Certificates {
    /// Beside those of the operating system.
    pub trusted: Vec<Certificate>,
    /// The client's own, with its key.
    pub own: Option<Identity>,
}

/// A file and what was in it: one with a renewed certificate is another one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct FileVersion {
    path: PathBuf,
    digest: [u8; 32],
}

/// The certificates of a `caFile`.
pub(super) fn read_trusted(path: &Path) -> Result<(FileVersion, Vec<Certificate>), String> {
    let (version, content) = read(path)?;
    let sections = sections(&content);
    let certificates: Vec<&Section> = sections.iter().filter(|section| section.is_certificate()).collect();
    if certificates.is_empty() {
        return Err(instead_of_a_certificate(&content, &sections));
    }
    let trusted = certificates.iter().enumerate().map(|(index, section)| {
        let der = CertificateDer::from_pem_slice(&section.pem).ok();
        // The store reads what the PEM form only wraps.
        let readable = der.filter(|der| RootCertStore::empty().add(der.clone()).is_ok());
        readable.and_then(|der| Certificate::from_der(&der).ok()).ok_or_else(|| unreadable_certificate(index))
    });
    Ok((version, trusted.collect::<Result<_, _>>()?))
}

/// Chain and key of a `clientCertificate`. The text read here is wiped; rustls keeps the key for its handshakes.
pub(super) fn read_own(path: &Path) -> Result<(FileVersion, Identity), String> {
    let (version, content) = read(path)?;
    let sections = sections(&content);
    let (certificates, others): (Vec<&Section>, Vec<&Section>) = sections.iter().partition(|section| section.is_certificate());
    if certificates.is_empty() {
        return Err(instead_of_a_certificate(&content, &sections));
    }
    let key = the_key(&others)?;
    let mut chain = Vec::new();
    for (index, section) in certificates.iter().enumerate() {
        chain.push(CertificateDer::from_pem_slice(&section.pem).map_err(|_| unreadable_certificate(index))?);
    }
    check_pair(chain, key)?;
    let mut pem = Zeroizing::new(Vec::with_capacity(content.len() + sections.len()));
    for section in certificates.into_iter().chain([key]) {
        pem.extend_from_slice(&section.pem);
    }
    let identity = Identity::from_pem(&pem).map_err(|_| UNREADABLE_KEY.to_owned())?;
    Ok((version, identity))
}

const UNREADABLE_KEY: &str = "its private key can't be read. It must be RSA (2048 bits or more), EC (P-256, P-384, P-521) or Ed25519, in PKCS#8, PKCS#1 or SEC1 form.";

/// The one private key among the sections that are no certificate.
fn the_key<'a>(others: &[&'a Section]) -> Result<&'a Section, String> {
    let keys: Vec<&'a Section> = others.iter().copied().filter(|section| section.label.ends_with("PRIVATE KEY")).collect();
    match keys[..] {
        [] => Err("it holds no private key. Append the key, in PEM form, to the certificate's file.".to_owned()),
        [key] if key.is_encrypted() => Err(
            "its private key is encrypted, and nobody is there to type the passphrase. Decrypt it (openssl pkey -in FILE -out key.pem) \
             and put certificate and key into one file that only this account may read."
                .to_owned(),
        ),
        [key] => Ok(key),
        _ => Err(format!("it holds {} private keys. Leave the one that belongs to the first certificate.", keys.len())),
    }
}

fn check_pair(chain: Vec<CertificateDer<'static>>, key: &Section) -> Result<(), String> {
    let key = PrivateKeyDer::from_pem_slice(&key.pem).map_err(|_| UNREADABLE_KEY.to_owned())?;
    match CertifiedKey::from_der(chain, key, &rustls::crypto::aws_lc_rs::default_provider()) {
        Ok(_) => Ok(()),
        Err(rustls::Error::InconsistentKeys(_)) => Err("its private key does not belong to its first certificate. The client's own \
             certificate comes first, then those that signed it."
            .to_owned()),
        Err(rustls::Error::InvalidCertificate(_)) => Err(unreadable_certificate(0)),
        Err(_) => Err(UNREADABLE_KEY.to_owned()),
    }
}

fn unreadable_certificate(index: usize) -> String {
    format!("certificate {} in it can't be read. Export it again, in PEM form (Base64).", index + 1)
}

fn read(path: &Path) -> Result<(FileVersion, Zeroizing<Vec<u8>>), String> {
    let content = std::fs::read(path).map_err(|error| format!("it can't be read ({error})."))?;
    let content = Zeroizing::new(content);
    let digest = Sha256::digest(&*content).into();
    Ok((FileVersion { path: path.to_owned(), digest }, content))
}

/// One `BEGIN` to `END` of a PEM file. What stands between them, such as the attributes that openssl writes, is left out.
struct Section {
    label: String,
    /// With both lines, without the spaces that copying from a mail adds.
    pem: Zeroizing<Vec<u8>>,
}

impl Section {
    fn is_certificate(&self) -> bool {
        self.label == "CERTIFICATE"
    }

    fn is_encrypted(&self) -> bool {
        // The first is PKCS#8; the second a line of the form that openssl wrote before.
        self.label.starts_with("ENCRYPTED") || self.pem.split(|byte| *byte == b'\n').any(|line| line.starts_with(b"Proc-Type:"))
    }
}

fn sections(content: &[u8]) -> Vec<Section> {
    let mut sections: Vec<(&[u8], Vec<&[u8]>)> = Vec::new();
    let mut open = false;
    for line in content.strip_prefix(UTF8_MARK).unwrap_or(content).split(|byte| *byte == b'\n' || *byte == b'\r') {
        let line = line.trim_ascii();
        if let Some(label) = line.strip_prefix(b"-----BEGIN ").and_then(|rest| rest.strip_suffix(b"-----")) {
            sections.push((label, Vec::new()));
            open = true;
        }
        let Some((_, lines)) = sections.last_mut().filter(|_| open && !line.is_empty()) else { continue };
        lines.push(line);
        open = !line.starts_with(b"-----END ");
    }
    let section = |(label, lines): (&[u8], Vec<&[u8]>)| Section { label: String::from_utf8_lossy(label).into_owned(), pem: joined(&lines) };
    sections.into_iter().map(section).collect()
}

/// Made at its full size: grown in place, a buffer would leave copies of a key behind.
fn joined(lines: &[&[u8]]) -> Zeroizing<Vec<u8>> {
    let mut pem = Zeroizing::new(Vec::with_capacity(lines.iter().map(|line| line.len() + 1).sum()));
    for line in lines {
        pem.extend_from_slice(line);
        pem.push(b'\n');
    }
    pem
}

const UTF8_MARK: &[u8] = b"\xef\xbb\xbf";

/// The identifier at the beginning of PKCS#7 data.
const PKCS7: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07";

/// What a file without a certificate is, and how to make one that does.
fn instead_of_a_certificate(content: &[u8], sections: &[Section]) -> String {
    if !sections.is_empty() {
        let labels: Vec<&str> = sections.iter().map(|section| section.label.as_str()).collect();
        let labels = labels.join(", ").chars().filter(|letter| !letter.is_control()).take(100).collect::<String>();
        return format!("it holds no CERTIFICATE, but {labels}.");
    }
    if content.starts_with(b"\xff\xfe") || content.starts_with(b"\xfe\xff") {
        return "it is text in UTF-16. Save it as UTF-8 or ASCII.".to_owned();
    }
    let known = match inside_sequence(content) {
        Some([0x02, 0x01, 0x03, ..]) => "a PKCS#12 file (.pfx, .p12). Convert it: openssl pkcs12 -in FILE -out FILE.pem -nodes",
        Some([0x02, ..]) => "a private key in DER form, without a certificate. Give a PEM file with both",
        Some([0x30, ..]) => "a certificate in DER form. Convert it: openssl x509 -inform der -in FILE -out FILE.pem",
        Some(inside) if inside.starts_with(PKCS7) => {
            "a PKCS#7 file (.p7b). Convert it: openssl pkcs7 -inform der -in FILE -print_certs -out FILE.pem"
        }
        _ => return "it is no PEM file: no line in it is -----BEGIN CERTIFICATE-----.".to_owned(),
    };
    format!("it is {known}.")
}

/// What follows the outer tag and length of DER data.
fn inside_sequence(content: &[u8]) -> Option<&[u8]> {
    let (length, rest) = content.strip_prefix(&[0x30])?.split_first()?;
    let more = if *length > 0x80 { usize::from(*length - 0x80) } else { 0 };
    rest.get(more..)
}

#[cfg(test)]
mod tests;
