//! Proxies: what they are asked, with which credentials, for which hosts, and what a client is told where they fail.

use crate::support::abi::{Client, refused_unsent};
use crate::support::certificates::Authority;
use crate::support::child::ignored_test;
use crate::support::examples::request;
use crate::support::network::{Proxy, ProxySettings, Tls, closed_address};
use crate::support::sandbox::Sandbox;
use crate::support::tls_tenant::TlsTenant;
use serde_json::{Value, json};
use tempfile::TempDir;

const GET: &str = "getAccessRequestConfig";
const POST: &str = "cancelAccessRequest";
/// A name that only a proxy can lead anywhere.
const HOST: &str = "tenant.example.test";
const BASE_URL: &str = "https://tenant.example.test";

/// The password `p@ss/wörd:#%` of the user `svc`, in a URL and in a header.
const CREDENTIALS: &str = "svc:p%40ss%2Fw%C3%B6rd%3A%23%25";
const AUTHORIZATION: &str = "Basic c3ZjOnBAc3Mvd8O2cmQ6IyU=";

/// A tenant whose certificate is for HOST, and for what else is named.
fn tenant_for(more_names: &[&str]) -> TlsTenant {
    TlsTenant::for_names(&[&[HOST], more_names].concat())
}

fn proxy_to(tenant: &TlsTenant) -> ProxySettings {
    ProxySettings { target: Some(tenant.front.address()), ..ProxySettings::default() }
}

fn config_through(proxy: &str, tenant: &TlsTenant) -> Value {
    let mut config = tenant.config_with("baseUrl", BASE_URL);
    config["proxy"] = proxy.into();
    config
}

fn at(proxy: &Proxy) -> String {
    format!("http://{}", proxy.address())
}

/// The message of a call of which the tenant saw nothing.
fn refusal(config: &Value) -> String {
    let envelope = Client::new(config).call_with(POST, Some(&request(POST).to_string()), Some(r#"{"maxAttempts":1}"#));
    refused_unsent(&envelope)
}

#[test]
fn a_proxy_resolves_the_name_and_calls_share_connections_through_it() {
    let tenant = tenant_for(&[]);
    let proxy = Proxy::start(proxy_to(&tenant));
    let mut config = tenant.sandbox.config_with(config_through(&at(&proxy), &tenant));
    config.as_object_mut().expect("an object").remove("accessToken");
    let client = Client::new(&config);
    for _ in 0..20 {
        assert_eq!(client.call_with(GET, None, None)["ok"], true);
    }
    let seen = proxy.seen();
    // Not exactly one: a call that comes before the connection of the last one is back makes its own.
    assert!(seen.len() <= 5, "{seen:?}");
    assert_eq!(seen.len(), tenant.front.handshakes());
    assert!(seen[0].starts_with(&format!("CONNECT {HOST}:443 HTTP/1.1\r\n")), "{seen:?}");
    assert!(!seen[0].to_lowercase().contains("authorization"), "nothing of the tenant's is the proxy's business: {seen:?}");
    assert_eq!((tenant.sandbox.token_requests(), tenant.sandbox.arrived(GET)), (1, 20));
}

#[test]
fn a_password_with_signs_of_every_kind_reaches_the_proxy() {
    let tenant = tenant_for(&[]);
    let proxy = Proxy::start(ProxySettings { authorization: Some(AUTHORIZATION), ..proxy_to(&tenant) });
    for scheme in ["http://", ""] {
        let config = config_through(&format!("{scheme}{CREDENTIALS}@{}", proxy.address()), &tenant);
        assert_eq!(Client::new(&config).call_with(GET, None, None)["ok"], true, "{scheme}");
    }
}

#[test]
fn a_proxy_that_wants_credentials_says_which_setting_holds_them() {
    let tenant = tenant_for(&[]);
    let proxy = Proxy::start(ProxySettings { authorization: Some(AUTHORIZATION), ..proxy_to(&tenant) });
    let address = proxy.address();
    assert_eq!(
        refusal(&config_through(&at(&proxy), &tenant)),
        format!(
            "{POST} failed: {BASE_URL} could not be reached: the proxy {address} wants a user name and password. Give them in proxy, as \
             http://USER:PASSWORD@{address}."
        )
    );
    assert_eq!(
        refusal(&config_through(&format!("http://svc:wrong@{address}"), &tenant)),
        format!(
            "{POST} failed: {BASE_URL} could not be reached: the proxy {address} refused the user name and password that proxy gives. In a \
             URL, characters such as @ : / # % are written %40 %3A %2F %23 %25."
        )
    );
    assert_eq!((proxy.seen().len(), tenant.front.handshakes()), (2, 0), "a refusal is not asked for again");
}

#[test]
fn a_proxys_password_is_in_no_event() {
    let proxy = Proxy::start(ProxySettings { authorization: Some("Basic other"), ..ProxySettings::default() });
    let password = "canary%40secret";
    // As given, as decoded, and as it stands in the header.
    let spellings = [password, "canary@secret", "c3ZjOmNhbmFyeUBzZWNyZXQ="];
    let nobody = closed_address();
    for address in [proxy.address(), nobody] {
        let config =
            json!({ "baseUrl": BASE_URL, "clientId": "i", "clientSecret": "s", "proxy": format!("http://svc:{password}@{address}") });
        let events = Client::new(&config).start(GET, "{}", Some(r#"{"maxAttempts":1}"#)).expect("a call").events();
        let told = json!(events).to_string();
        assert!(told.contains(&address.to_string()), "the proxy is named: {told}");
        assert!(!spellings.iter().any(|spelling| told.contains(spelling)), "{told}");
    }
    assert!(proxy.seen()[0].contains(spellings[2]), "the proxy gets it");
    let unusable = json!({ "baseUrl": BASE_URL, "accessToken": "t", "proxy": "http://svc:canary/secret@p:1" }).to_string();
    let error = Client::try_new(&unusable).err().expect("no client").to_string();
    assert!(!error.contains("canary") && error.contains("as %40 %3A %2F %23 %25."), "{error}");
}

#[test]
fn what_fails_at_the_proxy_is_not_put_on_the_tenant() {
    let tenant = tenant_for(&[]);
    let nobody = closed_address();
    let message = refusal(&config_through(&format!("http://{nobody}"), &tenant));
    assert!(message.starts_with(&format!("{POST} failed: {BASE_URL} could not be reached through the proxy ({nobody}: ")), "{message}");
    assert!(message.ends_with("). Check proxy, noProxy and the network."), "{message}");

    let leads_nowhere = Proxy::start(ProxySettings::default());
    assert_eq!(
        refusal(&config_through(&at(&leads_nowhere), &tenant)),
        format!(
            "{POST} failed: {BASE_URL} could not be reached through the proxy ({} answered that it does not connect to this host, or may \
             not). Check proxy, noProxy and the network.",
            leads_nowhere.address()
        )
    );
}

#[test]
fn a_tenants_certificate_is_checked_behind_a_proxy_too() {
    let tenant = tenant_for(&[]);
    let proxy = Proxy::start(proxy_to(&tenant));
    let mut config = config_through(&at(&proxy), &tenant);
    config["caFile"] = Value::Null;
    let message = refusal(&config);
    assert!(message.contains("could not be reached: the certificate of the server is signed by an authority"), "{message}");
}

#[test]
fn a_proxy_may_be_reached_by_tls() {
    let tenant = tenant_for(&[]);
    let authority = Authority::new();
    let tls = |names: &[&str]| Some(Tls::new(authority.server(names)));
    let both = format!("{}{}", std::fs::read_to_string(&tenant.ca_file).expect("a file"), authority.pem());
    std::fs::write(&tenant.ca_file, both).expect("the folder can be written");
    let proxy = Proxy::start(ProxySettings { tls: tls(&["localhost"]), authorization: Some(AUTHORIZATION), ..proxy_to(&tenant) });
    let config = config_through(&format!("https://{CREDENTIALS}@localhost:{}", proxy.address().port()), &tenant);
    assert_eq!(Client::new(&config).call_with(GET, None, None)["ok"], true);

    let other = Proxy::start(ProxySettings { tls: tls(&["other.example"]), ..proxy_to(&tenant) });
    let name = format!("localhost:{}", other.address().port());
    let message = refusal(&config_through(&format!("https://{name}"), &tenant));
    assert!(message.contains(&format!("the certificate of the proxy {name} is not for localhost, but for other.example.")), "{message}");
}

#[test]
fn plain_http_goes_through_it_too_where_it_is_allowed() {
    let sandbox = Sandbox::with(json!({ "accessTokens": ["t"] }));
    let settings = ProxySettings { target: Some(sandbox.address()), authorization: Some(AUTHORIZATION), ..ProxySettings::default() };
    let proxy = Proxy::start(settings);
    let config = |credentials: &str| {
        let proxy = format!("http://{credentials}{}", proxy.address());
        json!({ "baseUrl": format!("http://{HOST}"), "allowInsecureHttp": true, "accessToken": "t", "requestsPerWindow": 0, "proxy": proxy })
    };
    assert_eq!(Client::new(&config(&format!("{CREDENTIALS}@"))).call_with(GET, None, None)["ok"], true);
    let refused = Client::new(&config("")).call_with(GET, None, None);
    assert_eq!((&refused["error"]["status"], &refused["meta"]["attempts"]), (&json!(407), &json!(1)), "{refused}");
    let message = refused["error"]["message"].as_str().expect("a text");
    assert!(
        message.ends_with("That is the proxy's answer: give user name and password in proxy, as http://USER:PASSWORD@HOST:PORT."),
        "{message}"
    );
    assert_eq!(sandbox.arrived(GET), 1);
}

/// An address that leads to this machine and is not one of those that never go through a proxy.
#[cfg(unix)]
#[test]
fn exceptions_are_reached_directly() {
    let tenant = tenant_for(&["0.0.0.0"]);
    let proxy = Proxy::start(proxy_to(&tenant));
    let rows = [
        ("0.0.0.0", true),
        ("0.0.0.0/8", true),
        ("example.com, 0.0.0.0", true),
        ("example.com;0.0.0.0", true),
        ("example.com\n0.0.0.0\r\n", true),
        ("[0.0.0.0]", true),
        ("*", true),
        ("0.0.0.1", false),
        ("0.0.0", false),
        ("10.0.0.0/8", false),
        ("", false),
    ];
    for (index, (no_proxy, direct)) in rows.into_iter().enumerate() {
        let mut config = config_through(&at(&proxy), &tenant);
        config["baseUrl"] = tenant.front.url("0.0.0.0").into();
        config["noProxy"] = no_proxy.into();
        // A pool, and so a connection, for each row.
        config["idleMs"] = (4_000 + index).into();
        let before = proxy.seen().len();
        assert_eq!(Client::new(&config).call_with(GET, None, None)["ok"], true, "{no_proxy}");
        assert_eq!(proxy.seen().len() - before, usize::from(!direct), "{no_proxy}");
    }
}

#[test]
fn exceptions_are_hosts_and_domains() {
    // No resolver takes a label of more than 63 letters, so what goes directly fails on this machine already.
    let label = "a".repeat(64);
    let host = format!("{label}.corp.example");
    let proxy = Proxy::start(ProxySettings::default());
    let rows = [
        (host.clone(), true),
        (host.to_uppercase(), true),
        (".corp.example".to_owned(), true),
        ("corp.example".to_owned(), true),
        ("*.corp.example".to_owned(), true),
        ("example".to_owned(), true),
        ("orp.example".to_owned(), false),
        ("corp.example.com".to_owned(), false),
        (label.clone(), false),
    ];
    for (no_proxy, direct) in rows {
        let before = proxy.seen().len();
        let config = json!({ "baseUrl": format!("https://{host}"), "accessToken": "t", "requestsPerWindow": 0, "proxy": at(&proxy), "noProxy": no_proxy });
        let message = refusal(&config);
        assert_eq!(proxy.seen().len() - before, usize::from(!direct), "{no_proxy}: {message}");
        assert_eq!(message.contains("through the proxy"), !direct, "{no_proxy}: {message}");
    }
}

/// A client of the environment, in a process of its own, since the environment belongs to a whole process.
#[test]
#[ignore = "the part of the test below that runs in a process of its own"]
fn child() {
    println!("{}", Client::from_surroundings().call_with(GET, None, Some(r#"{"maxAttempts":1}"#)));
}

fn in_child(folder: &TempDir, variables: &[(&str, &str)]) -> String {
    let mut command = ignored_test("proxy::child");
    command.current_dir(folder.path());
    for name in ["HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY"] {
        command.env_remove(name).env_remove(name.to_lowercase());
    }
    for name in ["SAIL_BASE_URL", "SAIL_CLIENT_ID", "SAIL_CLIENT_SECRET"] {
        command.env_remove(name);
    }
    let output = command.envs(variables.iter().copied()).output().expect("the child starts");
    assert!(output.status.success(), "{output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn the_environments_proxy_and_its_exceptions_count_without_settings() {
    let tenant = tenant_for(&[]);
    let proxy = Proxy::start(proxy_to(&tenant));
    let folder = tempfile::tempdir().expect("a folder");
    let mut config = config_through("", &tenant);
    config.as_object_mut().expect("an object").remove("proxy");
    std::fs::write(folder.path().join("config.json"), config.to_string()).expect("a file");
    let url = at(&proxy);
    assert!(in_child(&folder, &[("HTTPS_PROXY", &url)]).contains(r#""ok":true"#));
    assert_eq!((proxy.seen().len(), tenant.sandbox.arrived(GET)), (1, 1));

    // Directly it would be reached where no resolver leads.
    config["baseUrl"] = format!("https://{}.example.test", "a".repeat(64)).into();
    std::fs::write(folder.path().join("config.json"), config.to_string()).expect("a file");
    assert!(in_child(&folder, &[("ALL_PROXY", &url), ("NO_PROXY", "example.com,.example.test")]).contains(r#""delivery":"not_sent""#));
    assert_eq!(proxy.seen().len(), 1);
}
