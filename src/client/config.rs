//! Connection settings: read from one source as a whole, checked, and turned into what the other files need.
//!
//! Sources in this order: the JSON object given, else the environment, else `config.json` in the current directory. They are
//! never mixed, so that a planted file gets nobody else's secret. The environment is the source as soon as it names a client
//! id, as it is for the published module.

use super::certificates::{self, Certificates};
use super::error::{CallError, ErrorKind};
use super::limiter::{LimiterSettings, MOST_WITH_FILE};
use super::options::{parse_headers, positive_milliseconds};
use super::transport::TransportSettings;
use crate::models::check::{Members, found, join_names, parse_syntax, quote_value, suggestion};
use reqwest::Url;
use reqwest::header::{HeaderMap, HeaderValue};
use secrecy::{ExposeSecret, SecretString};
use serde_json::value::RawValue;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Checked connection settings.
#[derive(Debug)]
pub struct Config {
    /// Without a slash at the end.
    pub(super) base_url: String,
    pub(super) api_version: String,
    pub(super) credentials: Credentials,
    pub(super) limiter: LimiterSettings,
    /// Shared with other processes; absolute.
    pub(super) limiter_file: Option<PathBuf>,
    pub(super) transport: TransportSettings,
    /// What the files of `transport` hold.
    pub(super) certificates: Certificates,
    pub(super) headers: HeaderMap,
}

#[derive(Debug)]
pub(super) enum Credentials {
    ClientSecret {
        token_url: Url,
        client_id: String,
        client_secret: SecretString,
    },
    /// Given by the caller, who also renews it.
    AccessToken(SecretString),
}

/// The members of a configuration, in the order in which messages list them.
const MEMBERS: [&str; 21] = [
    "baseUrl",
    "clientId",
    "clientSecret",
    "accessToken",
    "tokenUrl",
    "apiVersion",
    "allowInsecureHttp",
    "requestsPerWindow",
    "windowMs",
    "limiterFile",
    "connectTimeoutMs",
    "readTimeoutMs",
    "idleMs",
    "proxy",
    "noProxy",
    "caFile",
    "clientCertificate",
    "userAgent",
    "headers",
    "source",
    // The published module's config.json may hold it for another product; it means nothing here.
    "nermBaseUrl",
];

const NOTHING_FOUND: &str = "No connection settings were found. There are three ways to give them: \
    in the call (Connect-SailPointTenant, or a configuration object), \
    in the environment (SAIL_BASE_URL, SAIL_CLIENT_ID and SAIL_CLIENT_SECRET), \
    or in a file config.json in the current directory. The shortest file that works: \
    {\"baseUrl\": \"https://TENANT.api.identitynow.com\", \"clientId\": \"ID\", \"clientSecret\": \"SECRET\"}";

impl Config {
    /// From a JSON object. `{}` gets the error that explains every way to give settings.
    ///
    /// # Errors
    /// Kind `config`; the text names what is missing or wrong, and where it came from.
    pub fn from_json(json: &str) -> Result<Self, CallError> {
        Settings::parse(json, "the configuration")?.check()
    }

    /// From the environment, else from `config.json` in the current directory.
    ///
    /// # Errors
    /// As [`Config::from_json`].
    pub fn from_surroundings() -> Result<Self, CallError> {
        Self::from_surroundings_at(Path::new(""), |name| std::env::var(name).ok())
    }

    fn from_surroundings_at(folder: &Path, variable: impl Fn(&str) -> Option<String>) -> Result<Self, CallError> {
        let variable = |name: &str| variable(name).filter(|value| !value.is_empty());
        if variable("SAIL_CLIENT_ID").is_some() {
            return Self::from_environment(variable);
        }
        let file = folder.join("config.json");
        let name = std::path::absolute(&file).unwrap_or_else(|_| file.clone()).display().to_string();
        match std::fs::read_to_string(&file) {
            // Windows PowerShell writes a byte order mark.
            Ok(json) => Settings::parse(json.trim_start_matches('\u{feff}'), &name)?.with_surrounding_proxy(variable).check(),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(config_error(NOTHING_FOUND.to_owned())),
            // As Windows PowerShell writes files that are redirected.
            Err(error) if error.kind() == std::io::ErrorKind::InvalidData => {
                Err(config_error(format!("{name} is not text in UTF-8. Save it as UTF-8.")))
            }
            Err(error) => Err(config_error(format!("{name} can't be read: {error}."))),
        }
    }

    fn from_environment(variable: impl Fn(&str) -> Option<String>) -> Result<Self, CallError> {
        let secret = variable("SAIL_CLIENT_SECRET").map(SecretString::from);
        Settings {
            base_url: variable("SAIL_BASE_URL"),
            client_id: variable("SAIL_CLIENT_ID"),
            client_secret: secret,
            source: "the environment".to_owned(),
            ..Settings::default()
        }
        .with_surrounding_proxy(variable)
        .check()
    }
}

/// What a source gave, not yet checked.
#[derive(Default)]
struct Settings {
    base_url: Option<String>,
    client_id: Option<String>,
    client_secret: Option<SecretString>,
    access_token: Option<SecretString>,
    token_url: Option<String>,
    api_version: Option<String>,
    allow_insecure_http: bool,
    requests_per_window: Option<u64>,
    window_ms: Option<u64>,
    limiter_file: Option<String>,
    connect_timeout: Option<Duration>,
    read_timeout: Option<Duration>,
    idle_ms: Option<u64>,
    proxy: Option<String>,
    no_proxy: Option<String>,
    ca_file: Option<String>,
    client_certificate: Option<String>,
    user_agent: Option<String>,
    headers: HeaderMap,
    /// Where the settings came from, for messages.
    source: String,
}

impl Settings {
    fn parse(json: &str, source: &str) -> Result<Self, CallError> {
        let value = parse_syntax(json).map_err(|error| config_error(format!("{source} can't be used: {error}.")))?;
        let members = Members::parse(value).ok_or_else(|| config_error(format!("{source} must be one JSON object.")))?;
        if members.is_empty() {
            return Err(config_error(NOTHING_FOUND.to_owned()));
        }
        let source = named_source(&members).unwrap_or_else(|| source.to_owned());
        let mut settings = Self { source: source.clone(), ..Self::default() };
        let source = source.as_str();
        let mut given: Vec<&str> = Vec::new();
        for (name, value) in members.iter() {
            let Some(known) = MEMBERS.iter().find(|known| known.eq_ignore_ascii_case(name)) else {
                return Err(unknown_setting(name, source));
            };
            if given.contains(known) {
                return Err(config_error(format!("{known} is given twice in {source}.")));
            }
            given.push(known);
            match (*known, value.get()) {
                (_, "null") => {}
                ("headers", _) => {
                    let unusable = |reason| config_error(format!("headers in {source} can't be used: {reason}."));
                    settings.headers = parse_headers(value).map_err(unusable)?;
                }
                _ => settings.take(known, value).map_err(|expected| {
                    config_error(format!("{known} in {source} must be {expected}, not {}.", found_setting(known, value)))
                })?,
            }
        }
        Ok(settings)
    }

    /// Err holds what was expected.
    fn take(&mut self, name: &str, value: &RawValue) -> Result<(), &'static str> {
        match name {
            "baseUrl" => self.base_url = Some(text(value)?),
            "clientId" => self.client_id = Some(text(value)?),
            "clientSecret" => self.client_secret = Some(SecretString::from(text(value)?)),
            "accessToken" => self.access_token = Some(SecretString::from(text(value)?)),
            "tokenUrl" => self.token_url = Some(text(value)?),
            "apiVersion" => self.api_version = Some(text(value)?),
            "allowInsecureHttp" => self.allow_insecure_http = serde_json::from_str(value.get()).map_err(|_| "true or false")?,
            "requestsPerWindow" => self.requests_per_window = Some(number(value)?),
            "windowMs" => self.window_ms = Some(number(value)?),
            "limiterFile" => self.limiter_file = Some(text(value)?),
            "connectTimeoutMs" => self.connect_timeout = Some(positive_milliseconds(value)?),
            "readTimeoutMs" => self.read_timeout = Some(positive_milliseconds(value)?),
            "idleMs" => self.idle_ms = Some(number(value)?),
            "proxy" => self.proxy = Some(text(value)?),
            "noProxy" => self.no_proxy = Some(text(value)?),
            "caFile" => self.ca_file = Some(text(value)?),
            "clientCertificate" => self.client_certificate = Some(text(value)?),
            "userAgent" => self.user_agent = Some(text(value)?),
            "source" => self.source = text(value)?,
            _ => {}
        }
        Ok(())
    }

    /// Programs in C and Rust meet the proxy of their environment; the managed binding hands one down by the same rule. The
    /// environment's exceptions belong to its proxy.
    fn with_surrounding_proxy(self, variable: impl Fn(&str) -> Option<String>) -> Self {
        let either = |name: &str| variable(name).or_else(|| variable(&name.to_ascii_lowercase()));
        if self.proxy.is_some() {
            return self;
        }
        let is_http = self.base_url.as_deref().is_some_and(|url| url.trim().to_ascii_lowercase().starts_with("http:"));
        let proxy = either(if is_http { "HTTP_PROXY" } else { "HTTPS_PROXY" }).or_else(|| either("ALL_PROXY"));
        let no_proxy = self.no_proxy.or_else(|| proxy.as_ref().and_then(|_| either("NO_PROXY")));
        Self { proxy, no_proxy, ..self }
    }

    fn check(self) -> Result<Config, CallError> {
        self.check_complete()?;
        let base_url = self.url("baseUrl", self.base_url.as_deref().unwrap_or_default())?;
        let base = base_url.as_str().trim_end_matches('/').to_owned();
        let (ca_file, trusted) = self.file("caFile", self.ca_file.as_deref(), certificates::read_trusted)?.unzip();
        let (client_certificate, own) = self.file("clientCertificate", self.client_certificate.as_deref(), certificates::read_own)?.unzip();
        let transport = TransportSettings {
            connect_timeout: self.connect_timeout.unwrap_or(Duration::from_secs(10)),
            read_timeout: self.read_timeout.unwrap_or(Duration::from_secs(30)),
            idle: milliseconds(self.idle_ms, 4_000),
            proxy: self.proxy.clone(),
            no_proxy: self.no_proxy.clone(),
            ca_file,
            client_certificate,
            user_agent: self.user_agent()?,
        };
        let limiter = LimiterSettings {
            requests_per_window: usize::try_from(self.requests_per_window.unwrap_or(95)).unwrap_or(usize::MAX),
            window: milliseconds(self.window_ms, 10_000),
        };
        let limiter_file = self.limiter_file(limiter)?;
        let api_version = self.api_version.clone().unwrap_or_else(|| "v2024".to_owned());
        if api_version.is_empty() || !api_version.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(config_error(format!(
                "apiVersion in {} is {}; it must be a name such as v2024.",
                self.source,
                quote_value(&api_version)
            )));
        }
        let certificates = Certificates { trusted: trusted.unwrap_or_default(), own };
        Ok(Config {
            credentials: self.credentials(&base)?,
            base_url: base,
            api_version,
            limiter,
            limiter_file,
            transport,
            certificates,
            headers: self.headers,
        })
    }

    /// Its log has room for so many requests.
    fn limiter_file(&self, limiter: LimiterSettings) -> Result<Option<PathBuf>, CallError> {
        let path = self.path("limiterFile", self.limiter_file.as_deref())?;
        if path.is_some() && !(1..=MOST_WITH_FILE).contains(&limiter.requests_per_window) {
            let (source, requests) = (&self.source, limiter.requests_per_window);
            return Err(config_error(format!(
                "requestsPerWindow in {source} is {requests}; with limiterFile it must be from 1 to {MOST_WITH_FILE}."
            )));
        }
        Ok(path)
    }

    fn check_complete(&self) -> Result<(), CallError> {
        let has_text = |text: Option<&str>| text.is_some_and(|text| !text.trim().is_empty());
        let mut missing = Vec::new();
        if !has_text(self.base_url.as_deref()) {
            missing.push(self.spelled("baseUrl"));
        }
        if self.access_token.is_none() {
            if !has_text(self.client_id.as_deref()) {
                missing.push(self.spelled("clientId"));
            }
            if !has_text(self.client_secret.as_ref().map(ExposeSecret::expose_secret)) {
                missing.push(self.spelled("clientSecret"));
            }
        }
        if self.access_token.as_ref().is_some_and(|token| token.expose_secret().trim().is_empty()) {
            return Err(config_error(format!("accessToken in {} is empty.", self.source)));
        }
        if self.access_token.is_some() && self.client_secret.is_some() {
            return Err(config_error(format!("{} gives both accessToken and clientSecret; give one of them.", self.source)));
        }
        if missing.is_empty() {
            return Ok(());
        }
        let verb = if missing.len() == 1 { "is" } else { "are" };
        Err(config_error(format!(
            "{} {verb} missing in {}. A client needs baseUrl with clientId and clientSecret, or baseUrl with accessToken.",
            join_names(&missing),
            self.source
        )))
    }

    /// The name under which the source knows a member.
    fn spelled(&self, name: &'static str) -> &'static str {
        match name {
            "baseUrl" if self.source == "the environment" => "SAIL_BASE_URL",
            "clientId" if self.source == "the environment" => "SAIL_CLIENT_ID",
            "clientSecret" if self.source == "the environment" => "SAIL_CLIENT_SECRET",
            _ => name,
        }
    }

    fn credentials(&self, base_url: &str) -> Result<Credentials, CallError> {
        if let Some(token) = &self.access_token {
            return Ok(Credentials::AccessToken(token.clone()));
        }
        let token_url = match &self.token_url {
            Some(url) => self.url("tokenUrl", url)?,
            None => self.url("tokenUrl", &format!("{base_url}/oauth/token"))?,
        };
        Ok(Credentials::ClientSecret {
            token_url,
            client_id: self.client_id.clone().unwrap_or_default(),
            client_secret: self.client_secret.clone().unwrap_or_default(),
        })
    }

    /// What a file holds that a setting names.
    fn file<T>(&self, name: &str, given: Option<&str>, read: impl FnOnce(&Path) -> Result<T, String>) -> Result<Option<T>, CallError> {
        let Some(path) = self.path(name, given)? else { return Ok(None) };
        let wrong = |reason: String| config_error(format!("{name} in {} is {}: {reason}", self.source, path.display()));
        read(&path).map(Some).map_err(wrong)
    }

    /// The path from the root, so that it stays the same file wherever the process goes. An empty name is none.
    fn path(&self, name: &str, given: Option<&str>) -> Result<Option<PathBuf>, CallError> {
        let Some(given) = given.map(str::trim).filter(|given| !given.is_empty()) else { return Ok(None) };
        let wrong = |error: std::io::Error| config_error(format!("{name} in {} is {}: {error}.", self.source, quote_value(given)));
        std::path::absolute(given).map(Some).map_err(wrong)
    }

    fn user_agent(&self) -> Result<Option<String>, CallError> {
        let own = self.user_agent.as_deref().map(str::trim).filter(|own| !own.is_empty());
        if own.is_some_and(|own| HeaderValue::from_str(own).is_err()) {
            return Err(config_error(format!(
                "userAgent in {} holds characters that the header can't carry, such as a line break. Give a text like nightly/2.1.",
                self.source
            )));
        }
        Ok(own.map(str::to_owned))
    }

    fn url(&self, member: &'static str, text: &str) -> Result<Url, CallError> {
        let name = self.spelled(member);
        let wrong = |reason: &str| config_error(format!("{name} in {} is {}: {reason}", self.source, quote_value(text)));
        let text = text.trim();
        // What stands before an @ is a password more often than not, so such a text is not shown.
        if text.contains('@') {
            return Err(config_error(format!("{name} in {} must not hold a user name or password.", self.source)));
        }
        let Some((scheme, _)) = text.split_once("://") else {
            return Err(wrong(&format!("it must begin with https://, such as {}.", suggested_url(text))));
        };
        if !["https", "http"].iter().any(|known| known.eq_ignore_ascii_case(scheme)) {
            return Err(wrong(&format!("it must begin with https://, not {scheme}://.")));
        }
        let url = Url::parse(text).map_err(|error| wrong(&format!("it is not a URL ({error}).")))?;
        if url.query().is_some() || url.fragment().is_some() {
            return Err(wrong("it must end before any ? or #."));
        }
        let path = url.path().trim_end_matches('/');
        if member == "baseUrl" && is_version_path(path) {
            return Err(wrong(&format!("leave out {path}, which is added by itself.")));
        }
        if url.scheme() == "http" && !self.allow_insecure_http && !is_loopback(&url) {
            return Err(wrong("http sends the secret in the clear. Use https, or set allowInsecureHttp if you must."));
        }
        Ok(url)
    }
}

/// Whether a URL's host is this machine.
fn is_loopback(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
    host.eq_ignore_ascii_case("localhost") || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

fn is_version_path(path: &str) -> bool {
    let last = path.rsplit('/').next().unwrap_or_default();
    last == "beta" || last.strip_prefix('v').is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// What was probably meant by a URL without its scheme.
fn suggested_url(text: &str) -> String {
    let rest = text
        .trim_start_matches("https:")
        .trim_start_matches("http:")
        .trim_start_matches("https")
        .trim_start_matches("http")
        .trim_start_matches([':', '/']);
    if rest.contains('.') { format!("https://{rest}") } else { "https://TENANT.api.identitynow.com".to_owned() }
}

/// Where the settings came from, if they say so: the messages about them name it.
fn named_source(members: &Members<'_>) -> Option<String> {
    let (_, source) = members.iter().find(|(name, _)| name.eq_ignore_ascii_case("source"))?;
    text(source).ok()
}

fn text(value: &RawValue) -> Result<String, &'static str> {
    serde_json::from_str(value.get()).map_err(|_| "a text")
}

fn number(value: &RawValue) -> Result<u64, &'static str> {
    serde_json::from_str(value.get()).map_err(|_| "a whole number from 0")
}

fn milliseconds(given: Option<u64>, default: u64) -> Duration {
    Duration::from_millis(given.unwrap_or(default))
}

/// A secret's value is never shown, not even a wrong one.
fn found_setting(name: &str, value: &RawValue) -> String {
    if matches!(name, "clientSecret" | "accessToken" | "proxy") { "what it holds".to_owned() } else { found(value) }
}

fn unknown_setting(name: &str, source: &str) -> CallError {
    let known = &MEMBERS[..MEMBERS.len() - 2];
    let hint = suggestion(name, known, "There are");
    config_error(format!("{} in {source} is not a setting. {hint}", quote_value(name)))
}

fn config_error(message: String) -> CallError {
    CallError::new(ErrorKind::Config, message)
}

#[cfg(test)]
mod tests;
