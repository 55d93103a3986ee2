//! TLS as companies have it: authorities of their own, client certificates, versions; what a client is told where it fails.

use crate::support::abi::{Client, refused_unsent};
use crate::support::certificates::{Authority, Pair, write};
use crate::support::examples::request;
use crate::support::network::Tls;
use crate::support::raw_tenant::ACCEPTED;
use crate::support::sandbox::Sandbox;
use crate::support::tls_tenant::TlsTenant;
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use tokio_rustls::rustls::crypto::cipher::OutboundPlainMessage;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::rustls::version::{TLS12, TLS13};
use tokio_rustls::rustls::{
    ConnectionTrafficSecrets, ContentType, ProtocolVersion, ServerConfig, ServerConnection, Stream, SupportedProtocolVersion,
};

const GET: &str = "getAccessRequestConfig";
const POST: &str = "cancelAccessRequest";

type Versions = &'static [&'static SupportedProtocolVersion];
const ONLY_1_2: Versions = &[&TLS12];
const ONLY_1_3: Versions = &[&TLS13];

fn post() -> String {
    request(POST).to_string()
}

/// A tenant with a certificate for `localhost`.
fn tenant() -> TlsTenant {
    TlsTenant::for_names(&["localhost"])
}

/// The message of a call that must end in a connection error of which the tenant saw nothing.
fn refusal(client: &Client, operation: &str, request: &str) -> String {
    let events = client.start(operation, request, None).expect("a call").events();
    refused_unsent(&events.last().expect("a result")["envelope"])
}

#[test]
fn an_authority_of_ones_own_is_trusted_by_its_file_alone() {
    let tenant = tenant();
    assert_eq!(Client::new(&tenant.config()).call_with(GET, None, None)["ok"], true);
    let message = refusal(&Client::new(&tenant.config_with("caFile", Value::Null)), GET, "{}");
    assert_eq!(
        message,
        format!(
            "{GET} failed: {} could not be reached: the certificate of the server is signed by an authority that this machine does not \
             trust. Where a proxy or gateway of your own opens TLS, or the certificate is self-made, give the authority's certificate as \
             caFile, or add it to the operating system's store.",
            tenant.front.url("localhost")
        )
    );
    assert_eq!(tenant.sandbox.arrived(GET), 1);
}

#[test]
fn a_bundle_may_hold_several_authorities() {
    let tenant = tenant();
    let own = std::fs::read_to_string(&tenant.ca_file).expect("a file");
    let bundle = tenant.write("bundle.pem", &format!("# ours\n{}\nand another\n{own}", Authority::new().pem()));
    assert_eq!(Client::new(&tenant.config_with("caFile", bundle)).call_with(GET, None, None)["ok"], true);
}

type MakePair = fn(&Authority) -> Pair;

#[test]
fn a_certificate_that_does_not_do_is_told_in_plain_words() {
    let rows: [(MakePair, &str); 4] = [
        (
            |authority| authority.expired_server(&["localhost"]),
            "the certificate of the server expired on Sat, 01 Feb 2020 00:00:00 GMT; this machine's clock says ",
        ),
        (
            |authority| authority.future_server(&["localhost"]),
            "the certificate of the server is valid from Sat, 01 Jan 4000 00:00:00 GMT; this machine's clock says ",
        ),
        (
            |authority| authority.authority_as_server(&["localhost"]),
            "the certificate of the server is one for an authority (CA:TRUE), which no server may show. Make one with CA:FALSE for the server.",
        ),
        (|authority| authority.server(&["other.example"]), "the certificate of the server is not for localhost, but for "),
    ];
    for (certificate, expected) in rows {
        let tenant = TlsTenant::with(|authority| Tls::new(certificate(authority)));
        let message = refusal(&Client::new(&tenant.config()), POST, &post());
        assert!(message.contains(&format!(" could not be reached: {expected}")), "{message}");
        assert_eq!(tenant.sandbox.all_arrived(), 0);
    }
}

#[test]
fn the_names_that_a_certificate_is_for_are_listed() {
    let tenant = TlsTenant::for_names(&["other.example", "10.1.2.3"]);
    let message = refusal(&Client::new(&tenant.config()), GET, "{}");
    assert!(message.ends_with("is not for localhost, but for other.example, 10.1.2.3. Check the host name in the URL."), "{message}");
}

#[test]
fn a_server_without_tls_is_told() {
    let sandbox = Sandbox::start();
    let base_url = sandbox.base_url().replace("http:", "https:");
    let client = Client::new(&json!({ "baseUrl": base_url, "accessToken": "t", "requestsPerWindow": 0 }));
    let message = refusal(&client, GET, "{}");
    assert!(message.ends_with("the server does not speak TLS there. Check the port, and whether it is http."), "{message}");
}

#[test]
fn both_versions_of_tls_work_and_no_older_one_is_offered() {
    for versions in [ONLY_1_2, ONLY_1_3] {
        let tenant = TlsTenant::with(|authority| Tls::new(authority.server(&["localhost"])).versions(versions));
        assert_eq!(Client::new(&tenant.config()).call_with(GET, None, None)["ok"], true, "{versions:?}");
    }
    let mut offered = supported_versions(&answered_hello(&[]).0);
    offered.sort_unstable();
    assert_eq!(offered, [0x0303, 0x0304], "TLS 1.2 and 1.3");
}

/// A client's first message, and what the client says when `answer` is all that comes back.
fn answered_hello(answer: &[u8]) -> (Vec<u8>, String) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let base_url = format!("https://{}", listener.local_addr().expect("an address"));
    let answer = answer.to_owned();
    let server = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a client");
        let mut header = [0; 5];
        stream.read_exact(&mut header).expect("a TLS record");
        let mut record = vec![0; usize::from(u16::from_be_bytes([header[3], header[4]]))];
        stream.read_exact(&mut record).expect("a whole record");
        stream.write_all(&answer).expect("the client reads");
        record
    });
    let client = Client::new(&json!({ "baseUrl": base_url, "accessToken": "t", "requestsPerWindow": 0 }));
    let error = client.call_with(GET, None, Some(r#"{"maxAttempts":1}"#))["error"].clone();
    assert_eq!((&error["kind"], &error["delivery"]), (&json!("transport"), &json!("not_sent")), "{error}");
    (server.join().expect("a hello"), error["message"].as_str().expect("a text").to_owned())
}

/// Reads the extension supported_versions (43) of a ClientHello.
fn supported_versions(hello: &[u8]) -> Vec<u16> {
    let number = |at: usize| usize::from(u16::from_be_bytes([hello[at], hello[at + 1]]));
    // Type and length, version, random; then session id, cipher suites and compressions, each behind its length.
    let mut at = 4 + 2 + 32;
    at += 1 + usize::from(hello[at]);
    at += 2 + number(at);
    at += 1 + usize::from(hello[at]);
    at += 2;
    while at < hello.len() {
        let (kind, length) = (number(at), number(at + 2));
        at += 4;
        if kind == 43 {
            return hello[at + 1..at + length].chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
        }
        at += length;
    }
    Vec::new()
}

#[test]
fn calls_share_connections_and_their_handshakes() {
    let tenant = tenant();
    let config = tenant.sandbox.config_with(json!({ "baseUrl": tenant.front.url("localhost"), "caFile": tenant.ca_file }));
    let (client, second) = (Client::new(&config), Client::new(&config));
    for client in [&client, &second].into_iter().cycle().take(10) {
        assert_eq!(client.call_with(GET, None, None)["ok"], true);
        assert_eq!(client.call_with(POST, Some(&post()), None)["ok"], true);
    }
    assert_eq!((tenant.sandbox.token_requests(), tenant.sandbox.all_arrived()), (1, 20));
    // Not exactly one: a call that comes before the connection of the last one is back makes its own.
    assert!(tenant.front.handshakes() <= 5, "{}", tenant.front.handshakes());
}

/// A tenant that only lets clients of an authority in, and that authority's certificate for one.
fn mutual(versions: Versions) -> (TlsTenant, Pair) {
    let clients = Authority::new();
    let own = clients.client();
    (TlsTenant::with(|authority| Tls::new(authority.server(&["localhost"])).versions(versions).clients_of(clients)), own)
}

#[test]
fn a_client_certificate_is_shown_for_calls_and_for_tokens() {
    for versions in [ONLY_1_2, ONLY_1_3] {
        let (tenant, own) = mutual(versions);
        let certificate = tenant.write("client.pem", &own.pem());
        let config = tenant
            .sandbox
            .config_with(json!({ "baseUrl": tenant.front.url("localhost"), "caFile": tenant.ca_file, "clientCertificate": certificate }));
        let client = Client::new(&config);
        assert_eq!(client.call_with(POST, Some(&post()), None)["ok"], true);
        assert_eq!((tenant.sandbox.token_requests(), tenant.sandbox.acted(POST)), (1, 1));
    }
}

/// With TLS 1.3 the refusal comes when the body is under way already; the server never decrypted it. Where it comes even before, the
/// connection is gone without a reason, and the next attempt hears it.
#[test]
fn a_refused_client_certificate_is_named() {
    for versions in [ONLY_1_2, ONLY_1_3] {
        let (tenant, _) = mutual(versions);
        let client = Client::new(&tenant.config());
        for (operation, request) in [(GET, "{}".to_owned()), (POST, post())] {
            let message = refusal(&client, operation, &request);
            let expected = " could not be reached: the server demands a client certificate, and none is given. Give a PEM file with \
                            certificate and private key as clientCertificate.";
            assert!(message.contains(expected), "{message}");
        }
        let foreign = tenant.write("foreign.pem", &Authority::new().client().pem());
        let message = refusal(&Client::new(&tenant.config_with("clientCertificate", foreign)), POST, &post());
        let expected = " could not be reached: the server refused the client certificate that clientCertificate gives (UnknownCA). Check \
                        that it has not expired, that an authority signed it which the server trusts, and that the file holds those \
                        between them.";
        assert!(message.contains(expected), "{message}");
        assert_eq!(tenant.sandbox.all_arrived(), 0);
    }
}

/// A server that answers the first request of its one connection, reads a second, and sends the alert in place of an answer.
fn alert_for_the_second_request(server: &Pair, alert: u8) -> (String, std::thread::JoinHandle<String>) {
    let key = PrivateKeyDer::try_from(server.key.serialize_der()).expect("a key");
    let builder = ServerConfig::builder_with_protocol_versions(ONLY_1_3).with_no_client_auth();
    let mut config = builder.with_single_cert(vec![server.certificate.der().clone()], key).expect("a pair");
    // Only with the keys in hand an alert of one's own choice can be sent.
    config.enable_secret_extraction = true;
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let url = format!("https://localhost:{}", listener.local_addr().expect("an address").port());
    let serve = move || {
        let (mut stream, _) = listener.accept().expect("a client");
        let mut tls = ServerConnection::new(Arc::new(config)).expect("settings that do");
        read_post(&mut tls, &mut stream);
        Stream::new(&mut tls, &mut stream).write_all(ACCEPTED).expect("the client reads");
        let second = read_post(&mut tls, &mut stream);
        stream.write_all(&encrypted_alert(tls, alert)).expect("the client reads");
        second
    };
    (url, std::thread::spawn(serve))
}

fn read_post(tls: &mut ServerConnection, stream: &mut TcpStream) -> String {
    let (mut received, mut buffer) = (String::new(), [0; 4096]);
    while !received.contains("\"comment\"") {
        let read = Stream::new(tls, stream).read(&mut buffer).expect("the client sends a request");
        received += &String::from_utf8_lossy(&buffer[..read]);
    }
    received
}

fn encrypted_alert(tls: ServerConnection, alert: u8) -> Vec<u8> {
    const FATAL: u8 = 2;
    let content = [FATAL, alert];
    let suite = tls.negotiated_cipher_suite().and_then(|suite| suite.tls13()).expect("TLS 1.3");
    let (number, secrets) = tls.dangerous_extract_secrets().expect("the keys").tx;
    let (ConnectionTrafficSecrets::Aes128Gcm { key, iv }
    | ConnectionTrafficSecrets::Aes256Gcm { key, iv }
    | ConnectionTrafficSecrets::Chacha20Poly1305 { key, iv }) = secrets
    else {
        panic!("no cipher of TLS 1.3")
    };
    let record = OutboundPlainMessage { typ: ContentType::Alert, version: ProtocolVersion::TLSv1_2, payload: content.as_slice().into() };
    suite.aead_alg.encrypter(key, iv).encrypt(record, number).expect("a record").encode()
}

/// Whoever answered before has let the client in, and may have acted on what it read since.
#[test]
fn an_alert_after_an_answer_is_no_refusal_of_the_handshake() {
    const ACCESS_DENIED: u8 = 49;
    const CERTIFICATE_REQUIRED: u8 = 116;
    for alert in [ACCESS_DENIED, CERTIFICATE_REQUIRED] {
        let authority = Authority::new();
        let folder = tempfile::tempdir().expect("a folder");
        let (url, server) = alert_for_the_second_request(&authority.server(&["localhost"]), alert);
        let ca_file = authority.write(folder.path());
        let client = Client::new(&json!({ "baseUrl": url, "accessToken": "t", "requestsPerWindow": 0, "caFile": ca_file }));
        assert_eq!(client.call_with(POST, Some(&post()), None)["ok"], true);
        let envelope = client.call_with(POST, Some(&post()), None);
        assert!(server.join().expect("no panic").contains("2c9180835d2e5168015d32f890ca1581"), "the server read all of it");
        assert_eq!((&envelope["error"]["delivery"], &envelope["meta"]["attempts"]), (&json!("unknown"), &json!(1)), "{envelope}");
    }
}

#[test]
fn an_answer_that_ends_without_a_farewell_is_told_without_the_address_of_a_manual() {
    let authority = Authority::new();
    let folder = tempfile::tempdir().expect("a folder");
    let (chain, key) = authority.server(&["localhost"]).der();
    let config = ServerConfig::builder().with_no_client_auth().with_single_cert(chain, key).expect("a pair");
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let url = format!("https://localhost:{}", listener.local_addr().expect("an address").port());
    let server = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a client");
        let mut tls = ServerConnection::new(Arc::new(config)).expect("settings that do");
        read_post(&mut tls, &mut stream);
        // Only the connection's end is the answer's, and anybody on the way can bring that about.
        Stream::new(&mut tls, &mut stream).write_all(b"HTTP/1.1 202 Accepted\r\n\r\n{}").expect("the client reads");
    });
    let client =
        Client::new(&json!({ "baseUrl": url, "accessToken": "t", "requestsPerWindow": 0, "caFile": authority.write(folder.path()) }));
    let envelope = client.call_with(POST, Some(&post()), None);
    server.join().expect("no panic");
    assert_eq!((&envelope["error"]["delivery"], &envelope["error"]["body"]), (&json!("unknown"), &json!("{}")), "{envelope}");
    let message = envelope["error"]["message"].as_str().expect("a text");
    let expected = "the answer broke off (peer closed connection without sending TLS close_notify). The tenant may have acted on it.";
    assert!(message.contains(expected), "{message}");
}

#[test]
fn a_handshake_that_a_server_ends_without_reason_names_the_possible_ones() {
    const HANDSHAKE_FAILURE: u8 = 40;
    const PROTOCOL_VERSION: u8 = 70;
    let rows = [
        (
            HANDSHAKE_FAILURE,
            "the server broke the TLS handshake off. It shares no cipher with this library, or it demands a client certificate (clientCertificate).",
        ),
        (PROTOCOL_VERSION, "the server offers no TLS that is safe: this library speaks TLS 1.2 and 1.3."),
    ];
    for (alert, expected) in rows {
        let message = answered_hello(&[0x15, 3, 3, 0, 2, 2, alert]).1;
        assert!(message.ends_with(&format!(" could not be reached: {expected}")), "{message}");
    }
}

#[test]
fn a_renewed_certificate_counts_for_the_next_client() {
    let (tenant, own) = mutual(ONLY_1_3);
    let certificate = tenant.write("client.pem", &Authority::new().client().pem());
    let config = tenant.config_with("clientCertificate", certificate);
    let before = Client::new(&config);
    refusal(&before, GET, "{}");
    tenant.write("client.pem", &own.pem());
    assert_eq!(Client::new(&config).call_with(GET, None, None)["ok"], true);
    refusal(&before, GET, "{}");
}

#[test]
fn files_that_do_not_do_are_told_by_their_path_when_the_client_is_made() {
    let folder = tempfile::tempdir().expect("a folder");
    let key = write(folder.path(), "key.pem", &Authority::new().client().key.serialize_pem());
    let missing = folder.path().join("missing.pem");
    let rows = [
        ("caFile", missing.as_path(), "it can't be read ("),
        ("clientCertificate", &missing, "it can't be read ("),
        ("caFile", &key, "it holds no CERTIFICATE, but PRIVATE KEY."),
        ("clientCertificate", &key, "it holds no CERTIFICATE, but PRIVATE KEY."),
    ];
    for (name, path, expected) in rows {
        let config = json!({ "baseUrl": "https://a.b", "accessToken": "t", name: path.to_str().expect("a text") });
        let error = Client::try_new(&config.to_string()).err().expect("no client");
        assert_eq!((&error["kind"], &error["delivery"]), (&json!("config"), &json!("not_sent")), "{error}");
        let message = error["message"].as_str().expect("a text");
        assert!(message.starts_with(&format!("{name} in the configuration is {}: {expected}", path.display())), "{message}");
    }
}

#[test]
fn a_relative_path_is_completed_in_messages() {
    let error = Client::try_new(r#"{"baseUrl":"https://a.b","accessToken":"t","caFile":"no/such.pem"}"#).err().expect("no client");
    let complete = std::env::current_dir().expect("a folder").join(Path::new("no").join("such.pem"));
    assert!(error["message"].as_str().expect("a text").contains(&complete.display().to_string()), "{error}");
}

/// Of the systems that keep their store in files, this test points the variable at another one, in a process of its own.
#[cfg(all(unix, not(target_vendor = "apple")))]
mod system_store {
    use super::*;
    use crate::support::child::ignored_test;
    use std::process::Output;

    const CONFIG: &str = "SAILPOINT_TEST_CONFIG";

    fn in_child(config: &Value, store: &str) -> Output {
        ignored_test("tls::system_store::child")
            .env(CONFIG, config.to_string())
            .env("SSL_CERT_FILE", store)
            .env_remove("SSL_CERT_DIR")
            .output()
            .expect("the child starts")
    }

    #[test]
    #[ignore = "the part of the tests below that runs in a process of its own"]
    fn child() {
        let config = std::env::var(CONFIG).expect("the test below sets it");
        match Client::try_new(&config) {
            Ok(client) => println!("{}", client.call_with(GET, None, None)),
            Err(error) => println!("{error}"),
        }
    }

    #[test]
    fn an_authority_in_it_is_trusted() {
        let tenant = tenant();
        let output = in_child(&tenant.config_with("caFile", Value::Null), &tenant.ca_file);
        assert!(String::from_utf8_lossy(&output.stdout).contains(r#""ok":true"#), "{output:?}");
        assert_eq!(tenant.sandbox.arrived(GET), 1);
    }

    #[test]
    fn an_empty_one_says_what_to_install_and_a_ca_file_does_instead() {
        let tenant = tenant();
        let empty = tenant.write("empty.pem", "");
        let output = in_child(&tenant.config_with("caFile", Value::Null), &empty);
        let advice = "Install the CA certificates of the operating system, or give a caFile.";
        assert!(String::from_utf8_lossy(&output.stdout).contains(advice), "{output:?}");
        let output = in_child(&tenant.config(), &empty);
        assert!(String::from_utf8_lossy(&output.stdout).contains(r#""ok":true"#), "{output:?}");
    }
}
