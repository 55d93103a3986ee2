//! Why no answer came, read from the chain of errors that reqwest gives, in the words of the person who can change it.
//!
//! By the errors' types, since their texts change; only the tunnel through a proxy has a type that can't be named.

use super::transport::{Fault, TransportFailure};
use reqwest::Url;
use rustls::pki_types::UnixTime;
use rustls::{AlertDescription, CertificateError};
use std::collections::HashSet;
use std::error::Error;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime};

/// What the way to the tenant is made of, as far as messages need it.
#[derive(Debug, Default)]
pub(super) struct Route {
    pub proxy: Option<ProxyName>,
    pub has_client_certificate: bool,
    pub admitting: AdmittingServers,
}

/// The servers that have answered, by host and port: each has let this client in, so no alert of theirs is a refusal at the door.
#[derive(Debug, Default)]
pub(super) struct AdmittingServers(Mutex<HashSet<String>>);

impl AdmittingServers {
    pub fn note(&self, server: String) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(server);
    }

    fn has(&self, server: &str) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).contains(server)
    }
}

/// A proxy without its password.
#[derive(Debug)]
pub(super) struct ProxyName {
    /// Host and port.
    pub name: String,
    pub has_credentials: bool,
}

impl ProxyName {
    pub fn of(url: &Url) -> Self {
        let port = url.port_or_known_default().map_or_else(String::new, |port| format!(":{port}"));
        let name = format!("{}{port}", url.host_str().unwrap_or_default());
        Self { name, has_credentials: !url.username().is_empty() || url.password().is_some() }
    }
}

/// Nothing of an answer came from `server`, its host and port; None without TLS.
pub(super) fn without_answer(error: &reqwest::Error, server: Option<&str>, route: &Route) -> TransportFailure {
    let tls = chain(error).find_map(tls_error);
    let tunnel = route.proxy.as_ref().zip(chain(error).find_map(tunnel_error));
    if let Some((proxy, reason)) = tunnel {
        return match tls {
            Some(tls) => tls_failure(tls, &format!("the proxy {}", proxy.name), error, route),
            None => proxy_failure(proxy, &reason, error),
        };
    }
    match tls {
        Some(tls) if error.is_connect() || (is_refusal_of_the_client(tls) && !server.is_some_and(|server| route.admitting.has(server))) => {
            tls_failure(tls, "the server", error, route)
        }
        _ if chain(error).any(was_never_begun) => {
            TransportFailure::new(Fault::NotConnected, "the connection closed before the request went out".to_owned())
        }
        _ => TransportFailure::new(fault_of(error), innermost(error)),
    }
}

/// An answer began and did not end, so the server had agreed to everything.
pub(super) fn within_answer(error: &reqwest::Error) -> TransportFailure {
    let fault = if error.is_timeout() { Fault::TimedOut } else { Fault::Broken };
    TransportFailure::new(fault, innermost(error))
}

/// Why no client can be made of settings that were checked one by one.
pub(super) fn without_client(error: &reqwest::Error) -> String {
    let advice = match chain(error).find_map(tls_error) {
        Some(rustls::Error::General(_)) => " Install the CA certificates of the operating system, or give a caFile.",
        _ => "",
    };
    format!("The HTTP client can't be set up: {}.{advice}", innermost(error))
}

/// The cause at the end of the chain; the outer ones name the URL. What rustls says of a missing farewell ends with the address of
/// its manual, which is for programmers.
fn innermost(error: &reqwest::Error) -> String {
    let Some(cause) = chain(error).last().filter(|_| error.source().is_some()) else { return "the request failed".to_owned() };
    let text = cause.to_string();
    text.split_once(": https://").map_or_else(|| text.clone(), |(said, _)| said.to_owned())
}

fn fault_of(error: &reqwest::Error) -> Fault {
    match error {
        _ if error.is_connect() => Fault::NotConnected,
        _ if error.is_timeout() => Fault::TimedOut,
        _ => Fault::Broken,
    }
}

fn chain<'a>(error: &'a reqwest::Error) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(Some(error as &'a (dyn Error + 'static)), |error: &&'a (dyn Error + 'static)| (*error).source())
}

/// An io error shows what its inner error came from, and not that error itself.
fn tls_error<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a rustls::Error> {
    let inner = || error.downcast_ref::<std::io::Error>()?.get_ref();
    error.downcast_ref().or_else(|| tls_error(inner()?))
}

/// The request was still waiting for its connection when that went away.
fn was_never_begun(error: &(dyn Error + 'static)) -> bool {
    error.downcast_ref().is_some_and(hyper::Error::is_canceled)
}

/// What an error of the tunnel says of itself.
fn tunnel_error(error: &(dyn Error + 'static)) -> Option<String> {
    error.to_string().strip_prefix("tunnel error: ").map(str::to_owned)
}

fn proxy_failure(proxy: &ProxyName, reason: &str, error: &reqwest::Error) -> TransportFailure {
    let name = &proxy.name;
    match (reason, proxy.has_credentials) {
        ("proxy authorization required", true) => TransportFailure::new(
            Fault::Refused,
            format!(
                "the proxy {name} refused the user name and password that proxy gives. In a URL, characters such as @ : / # % \
                 are written %40 %3A %2F %23 %25."
            ),
        ),
        ("proxy authorization required", false) => TransportFailure::new(
            Fault::Refused,
            format!("the proxy {name} wants a user name and password. Give them in proxy, as http://USER:PASSWORD@{name}."),
        ),
        ("unsuccessful", _) => {
            TransportFailure::new(Fault::ProxyFailed, format!("{name} answered that it does not connect to this host, or may not"))
        }
        _ => TransportFailure::new(Fault::ProxyFailed, format!("{name}: {}", innermost(error))),
    }
}

/// `peer` is who took part in the handshake.
fn tls_failure(tls: &rustls::Error, peer: &str, error: &reqwest::Error, route: &Route) -> TransportFailure {
    let refused = |reason: String| TransportFailure::new(Fault::Refused, reason);
    match tls {
        rustls::Error::InvalidCertificate(reason) => refused(untrusted(reason, peer)),
        rustls::Error::AlertReceived(alert) if is_about_a_certificate(*alert) => refused(client_refused(*alert, peer, route)),
        rustls::Error::AlertReceived(AlertDescription::HandshakeFailure) => refused(format!(
            "{peer} broke the TLS handshake off. It shares no cipher with this library, or it demands a client certificate \
             (clientCertificate)."
        )),
        rustls::Error::AlertReceived(AlertDescription::ProtocolVersion) | rustls::Error::PeerIncompatible(_) => {
            refused(format!("{peer} offers no TLS that is safe: this library speaks TLS 1.2 and 1.3."))
        }
        rustls::Error::InvalidMessage(_) => refused(format!("{peer} does not speak TLS there. Check the port, and whether it is http.")),
        _ => TransportFailure::new(fault_of(error), innermost(error)),
    }
}

fn untrusted(reason: &CertificateError, peer: &str) -> String {
    match reason {
        CertificateError::UnknownIssuer => format!(
            "the certificate of {peer} is signed by an authority that this machine does not trust. Where a proxy or gateway of your \
             own opens TLS, or the certificate is self-made, give the authority's certificate as caFile, or add it to the operating \
             system's store."
        ),
        CertificateError::ExpiredContext { time, not_after } => format!(
            "the certificate of {peer} expired on {}; this machine's clock says {}. If the clock is right, the certificate has to be renewed there.",
            date(*not_after),
            date(*time)
        ),
        CertificateError::Expired => format!("the certificate of {peer} has expired. Check this machine's clock."),
        CertificateError::NotValidYetContext { time, not_before } => format!(
            "the certificate of {peer} is valid from {}; this machine's clock says {}. Check the clock.",
            date(*not_before),
            date(*time)
        ),
        CertificateError::NotValidYet => format!("the certificate of {peer} is not valid yet. Check this machine's clock."),
        CertificateError::NotValidForNameContext { expected, presented } => format!(
            "the certificate of {peer} is not for {}, but for {}. Check the host name in the URL.",
            expected.to_str(),
            presented.iter().map(|name| plain_name(name)).collect::<Vec<_>>().join(", ")
        ),
        CertificateError::NotValidForName => {
            format!("the certificate of {peer} is for another host name. Check the host name in the URL.")
        }
        CertificateError::Revoked => format!("the certificate of {peer} has been revoked."),
        // Its type is one of a library below rustls.
        CertificateError::Other(other) if other.0.to_string() == "CaUsedAsEndEntity" => format!(
            "the certificate of {peer} is one for an authority (CA:TRUE), which no server may show. Make one with CA:FALSE for {peer}."
        ),
        CertificateError::Other(other) => format!("the certificate of {peer} can't be used ({}).", other.0),
        other => format!("the certificate of {peer} can't be used ({other})."),
    }
}

/// A server says so in place of finishing the handshake. With TLS 1.3 the client has sent its request by then, and nobody read
/// it: the request is only decrypted after the handshake. On a connection that was kept the handshake is long over, and what the
/// server says then says nothing of what it read.
fn is_refusal_of_the_client(tls: &rustls::Error) -> bool {
    matches!(tls, rustls::Error::AlertReceived(alert) if is_about_a_certificate(*alert))
}

fn is_about_a_certificate(alert: AlertDescription) -> bool {
    use AlertDescription as Alert;
    matches!(
        alert,
        Alert::CertificateRequired
            | Alert::BadCertificate
            | Alert::UnsupportedCertificate
            | Alert::CertificateRevoked
            | Alert::CertificateExpired
            | Alert::CertificateUnknown
            | Alert::UnknownCA
            | Alert::AccessDenied
            // The signature in it is not the one of a trusted authority.
            | Alert::DecryptError
    )
}

fn client_refused(alert: AlertDescription, peer: &str, route: &Route) -> String {
    if route.has_client_certificate {
        format!(
            "{peer} refused the client certificate that clientCertificate gives ({alert:?}). Check that it has not expired, that an \
             authority signed it which {peer} trusts, and that the file holds those between them."
        )
    } else {
        format!(
            "{peer} demands a client certificate, and none is given. Give a PEM file with certificate and private key as clientCertificate."
        )
    }
}

/// `DnsName("a.example")` as `a.example`.
fn plain_name(name: &str) -> &str {
    name.split_once('(').and_then(|(_, rest)| rest.strip_suffix(')')).unwrap_or(name).trim_matches('"')
}

fn date(time: UnixTime) -> String {
    httpdate::fmt_http_date(SystemTime::UNIX_EPOCH + Duration::from_secs(time.as_secs()))
}
