use super::*;
use rcgen::{
    BasicConstraints, CertificateParams, IsCa, KeyPair, PKCS_ECDSA_P384_SHA384, PKCS_ED25519, PKCS_RSA_SHA256, SignatureAlgorithm,
};

fn file(content: impl AsRef<[u8]>) -> tempfile::NamedTempFile {
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), content).expect("a file");
    file
}

fn trusted(content: impl AsRef<[u8]>) -> Result<usize, String> {
    read_trusted(file(content).path()).map(|(_, certificates)| certificates.len())
}

fn own(content: impl AsRef<[u8]>) -> Result<(), String> {
    read_own(file(content).path()).map(|_| ())
}

fn certificate(key: &KeyPair) -> rcgen::Certificate {
    let mut params = CertificateParams::new(Vec::new()).expect("no names");
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.self_signed(key).expect("a certificate")
}

fn key(algorithm: &'static SignatureAlgorithm) -> KeyPair {
    KeyPair::generate_for(algorithm).expect("a key")
}

fn pem(label: &str, der: &[u8]) -> String {
    let body = base64_lines(der);
    format!("-----BEGIN {label}-----\n{body}-----END {label}-----\n")
}

/// Base64 in lines, as PEM wants it.
fn base64_lines(der: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for (index, chunk) in der.chunks(3).enumerate() {
        let bits = chunk.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * place)) as usize & 63];
            text.push(if place > chunk.len() { '=' } else { letter.into() });
        }
        if index % 16 == 15 {
            text.push('\n');
        }
    }
    if text.ends_with('\n') { text } else { text + "\n" }
}

/// What PKCS#8 wraps: the key in the form of its own algorithm. The last member of the sequence that is an octet string.
fn unwrapped(pkcs8: &[u8]) -> Vec<u8> {
    let mut rest = contents(pkcs8).0;
    loop {
        let (inside, next) = contents(rest);
        if rest[0] == 0x04 {
            return inside.to_vec();
        }
        rest = next;
    }
}

/// What is inside the first element of some DER, and what follows it.
fn contents(der: &[u8]) -> (&[u8], &[u8]) {
    let more = if der[1] > 0x80 { usize::from(der[1] - 0x80) } else { 0 };
    let length =
        if more == 0 { usize::from(der[1]) } else { der[2..2 + more].iter().fold(0, |length, byte| length << 8 | usize::from(*byte)) };
    der[2 + more..].split_at(length)
}

#[test]
fn keys_of_every_kind_and_form_are_taken() {
    for algorithm in [&PKCS_RSA_SHA256, &rcgen::PKCS_ECDSA_P256_SHA256, &PKCS_ECDSA_P384_SHA384, &PKCS_ED25519] {
        let key = key(algorithm);
        let certificate = certificate(&key).pem();
        assert_eq!(own(format!("{certificate}{}", key.serialize_pem())), Ok(()), "{algorithm:?} in PKCS#8");
        assert_eq!(own(format!("{}{certificate}", key.serialize_pem())), Ok(()), "{algorithm:?}, the key first");
        let label = match algorithm {
            _ if *algorithm == PKCS_RSA_SHA256 => "RSA PRIVATE KEY",
            _ if *algorithm == PKCS_ED25519 => continue,
            _ => "EC PRIVATE KEY",
        };
        // As openssl writes it, with the curve in a section of its own.
        let parameters = pem("EC PARAMETERS", &[6, 0]);
        let own_form = pem(label, &unwrapped(&key.serialize_der()));
        assert_eq!(own(format!("{certificate}{parameters}{own_form}")), Ok(()), "{algorithm:?} as {label}");
    }
}

#[test]
fn what_stands_around_the_sections_is_left_out() {
    let key = key(&PKCS_ED25519);
    let both = format!("{}{}", certificate(&key).pem(), key.serialize_pem());
    let indented: String = both.lines().map(|line| format!("  {line} \r\n")).collect();
    for text in [format!("\u{feff}{both}"), format!("Bag Attributes\n  friendlyName: b\u{e4}r\n{both}"), indented, both.replace('\n', "\r")]
    {
        assert_eq!((own(&text), trusted(&text)), (Ok(()), Ok(1)), "{text}");
    }
}

#[test]
fn a_file_that_is_no_certificate_says_what_it_is() {
    let key = key(&PKCS_ED25519);
    let certificate = certificate(&key);
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(certificate.pem().encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let rows: [(Vec<u8>, &str); 8] = [
        (certificate.der().to_vec(), "it is a certificate in DER form. Convert it: openssl x509 -inform der -in FILE -out FILE.pem."),
        (key.serialize_der(), "it is a private key in DER form, without a certificate. Give a PEM file with both."),
        (
            b"\x30\x82\x01\x00\x02\x01\x03\x30".to_vec(),
            "it is a PKCS#12 file (.pfx, .p12). Convert it: openssl pkcs12 -in FILE -out FILE.pem -nodes.",
        ),
        (
            [b"\x30\x82\x01\x00", PKCS7].concat(),
            "it is a PKCS#7 file (.p7b). Convert it: openssl pkcs7 -inform der -in FILE -print_certs -out FILE.pem.",
        ),
        (utf16, "it is text in UTF-16. Save it as UTF-8 or ASCII."),
        (key.serialize_pem().into_bytes(), "it holds no CERTIFICATE, but PRIVATE KEY."),
        (Vec::new(), "it is no PEM file: no line in it is -----BEGIN CERTIFICATE-----."),
        (vec![0x30], "it is no PEM file: no line in it is -----BEGIN CERTIFICATE-----."),
    ];
    for (content, message) in rows {
        assert_eq!(trusted(&content), Err(message.to_owned()));
        assert_eq!(own(&content), Err(message.to_owned()));
    }
}

#[test]
fn a_client_certificate_that_does_not_do_says_why() {
    let (key, other) = (key(&PKCS_ED25519), key(&PKCS_ED25519));
    let (certificate, private) = (certificate(&key).pem(), key.serialize_pem());
    let encrypted = "its private key is encrypted, and nobody is there to type the passphrase. Decrypt it (openssl pkey -in FILE -out \
                     key.pem) and put certificate and key into one file that only this account may read.";
    let rows = [
        (certificate.clone(), "it holds no private key. Append the key, in PEM form, to the certificate's file."),
        (format!("{certificate}{}", pem("ENCRYPTED PRIVATE KEY", b"x")), encrypted),
        (
            format!(
                "{certificate}-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nAAAA\n-----END RSA PRIVATE KEY-----\n"
            ),
            encrypted,
        ),
        (format!("{certificate}{private}{private}"), "it holds 2 private keys. Leave the one that belongs to the first certificate."),
        (
            format!("{certificate}{}", other.serialize_pem()),
            "its private key does not belong to its first certificate. The client's own certificate comes first, then those that signed it.",
        ),
        (format!("{certificate}{}", pem("PRIVATE KEY", b"canary")), UNREADABLE_KEY),
        (format!("{certificate}{}", private.replace("-----END", "")), UNREADABLE_KEY),
        (format!("{}{private}", pem("CERTIFICATE", b"x")), "certificate 1 in it can't be read. Export it again, in PEM form (Base64)."),
        (
            format!("{certificate}-----BEGIN CERTIFICATE-----\n?\n-----END CERTIFICATE-----\n{private}"),
            "certificate 2 in it can't be read. Export it again, in PEM form (Base64).",
        ),
    ];
    for (content, message) in rows {
        assert_eq!(own(&content), Err(message.to_owned()), "{content}");
    }
}

#[test]
fn one_bad_certificate_among_those_to_trust_is_counted_out() {
    let good = certificate(&key(&PKCS_ED25519)).pem();
    assert_eq!(trusted(format!("{good}{good}")), Ok(2));
    let message = "certificate 2 in it can't be read. Export it again, in PEM form (Base64).";
    assert_eq!(trusted(format!("{good}{}", pem("CERTIFICATE", b"x"))), Err(message.to_owned()));
}

#[test]
fn a_file_with_other_content_is_another_version() {
    let key = key(&PKCS_ED25519);
    let file = file(certificate(&key).pem());
    let version = || read_trusted(file.path()).expect("a certificate").0;
    let first = version();
    assert_eq!(first, version());
    std::fs::write(file.path(), format!("{}# renewed", certificate(&key).pem())).expect("a file");
    assert_ne!(first, version());
}

#[test]
fn sections_take_no_more_room_than_their_file() {
    let content = "-----BEGIN CERTIFICATE-----\n".repeat(1_000);
    let sections = sections(content.as_bytes());
    assert_eq!(sections.len(), 1_000);
    assert!(sections.iter().map(|section| section.pem.capacity()).sum::<usize>() <= content.len());
}
