use super::*;
use std::collections::HashMap;

fn variables(pairs: &[(&'static str, &'static str)]) -> impl Fn(&str) -> Option<String> {
    let pairs: HashMap<&'static str, &'static str> = pairs.iter().copied().collect();
    move |name| pairs.get(name).map(|value| (*value).to_owned())
}

fn folder_with(config: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("config.json"), config).expect("a file");
    folder
}

const FILE: &str = r#"{"BaseUrl":"https://file.example","ClientId":"file-id","ClientSecret":"file-secret"}"#;

fn client_id(config: &Config) -> &str {
    match &config.credentials {
        Credentials::ClientSecret { client_id, .. } => client_id,
        Credentials::AccessToken(_) => panic!("a client id is expected"),
    }
}

#[test]
fn the_environment_comes_before_the_file() {
    let folder = folder_with(FILE);
    let environment = variables(&[("SAIL_BASE_URL", "https://env.example/"), ("SAIL_CLIENT_ID", "env-id"), ("SAIL_CLIENT_SECRET", "s")]);
    let config = Config::from_surroundings_at(folder.path(), environment).expect("complete");
    assert_eq!((config.base_url.as_str(), client_id(&config)), ("https://env.example", "env-id"));
}

#[test]
fn sources_are_never_mixed() {
    let folder = folder_with(FILE);
    // A base URL alone does not make the environment the source, and is not mixed into the file's settings either.
    let config = Config::from_surroundings_at(folder.path(), variables(&[("SAIL_BASE_URL", "https://env.example")])).expect("complete");
    assert_eq!((config.base_url.as_str(), client_id(&config)), ("https://file.example", "file-id"));
    // A client id does, and then the rest has to be there too.
    let error = Config::from_surroundings_at(folder.path(), variables(&[("SAIL_CLIENT_ID", "env-id"), ("SAIL_CLIENT_SECRET", "")]))
        .expect_err("incomplete");
    assert_eq!(
        error.message,
        "SAIL_BASE_URL and SAIL_CLIENT_SECRET are missing in the environment. A client needs baseUrl with clientId and clientSecret, or baseUrl with accessToken."
    );
}

#[test]
fn a_wrong_file_is_named_with_its_path() {
    let folder = folder_with("{\n \"BaseUrl\": }");
    let error = Config::from_surroundings_at(folder.path(), variables(&[])).expect_err("broken");
    let path = folder.path().join("config.json");
    assert_eq!(error.message, format!("{} can't be used: it is not JSON: expected value at line 2, column 13.", path.display()));
}

#[test]
fn a_byte_order_mark_is_no_mistake() {
    let folder = folder_with(&format!("\u{feff}{FILE}"));
    assert!(Config::from_surroundings_at(folder.path(), variables(&[])).is_ok());
}

#[test]
fn a_file_in_another_encoding_says_so() {
    let folder = folder_with("");
    let path = folder.path().join("config.json");
    let utf16: Vec<u8> = "\u{feff}{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    std::fs::write(&path, utf16).expect("a file");
    let error = Config::from_surroundings_at(folder.path(), variables(&[])).expect_err("UTF-16");
    assert_eq!(error.message, format!("{} is not text in UTF-8. Save it as UTF-8.", path.display()));
}

#[test]
fn nothing_at_all_explains_itself() {
    let folder = tempfile::tempdir().expect("a folder");
    let error = Config::from_surroundings_at(folder.path(), variables(&[])).expect_err("nothing");
    assert_eq!(error.message, NOTHING_FOUND);
}

#[test]
fn the_surrounding_proxy_is_taken_unless_one_is_given() {
    let pairs = [
        ("https_proxy", "http://proxy.example:8080"),
        ("NO_PROXY", "intern.example"),
        ("SAIL_CLIENT_ID", "i"),
        ("SAIL_CLIENT_SECRET", "s"),
        ("SAIL_BASE_URL", "https://env.example"),
    ];
    let config = Config::from_surroundings_at(Path::new(""), variables(&pairs)).expect("complete");
    assert_eq!(config.transport.proxy.as_deref(), Some("http://proxy.example:8080"));
    assert_eq!(config.transport.no_proxy.as_deref(), Some("intern.example"));
    let folder = folder_with(r#"{"baseUrl":"https://a.b","accessToken":"t","proxy":"http://own.example:1"}"#);
    let config = Config::from_surroundings_at(folder.path(), variables(&pairs[..2])).expect("complete");
    assert_eq!((config.transport.proxy.as_deref(), config.transport.no_proxy.as_deref()), (Some("http://own.example:1"), None));
    let http = [("HTTPS_PROXY", "http://a:1"), ("HTTP_PROXY", "http://b:1")];
    let folder = folder_with(r#"{"baseUrl":"http://127.0.0.1:9","accessToken":"t"}"#);
    let config = Config::from_surroundings_at(folder.path(), variables(&http)).expect("complete");
    assert_eq!(config.transport.proxy.as_deref(), Some("http://b:1"), "by the scheme of the base URL");
}

#[test]
fn defaults_are_those_of_the_documentation() {
    let config = Config::from_json(r#"{"baseUrl":"https://a.b/","clientId":"i","clientSecret":"s"}"#).expect("complete");
    let Credentials::ClientSecret { token_url, .. } = &config.credentials else { panic!("a client secret was given") };
    assert_eq!(
        (config.base_url.as_str(), token_url.as_str(), config.api_version.as_str()),
        ("https://a.b", "https://a.b/oauth/token", "v2024")
    );
    assert_eq!(config.limiter, LimiterSettings { requests_per_window: 95, window: Duration::from_secs(10) });
    let transport = &config.transport;
    let seconds = [transport.connect_timeout, transport.read_timeout, transport.idle].map(|span| span.as_secs());
    assert_eq!(seconds, [10, 30, 4]);
}

#[test]
fn only_this_machine_is_reached_without_tls() {
    let with_url = |url: &str| Config::from_json(&format!(r#"{{"baseUrl":"{url}","accessToken":"t"}}"#)).is_ok();
    for allowed in ["http://localhost:1", "http://127.0.0.1", "http://127.8.8.8:80", "http://[::1]:5", "https://10.0.0.1"] {
        assert!(with_url(allowed), "{allowed}");
    }
    for refused in ["http://10.0.0.1", "http://localhost.example", "http://127.0.0.1.example", "http://[::2]"] {
        assert!(!with_url(refused), "{refused}");
    }
    assert!(Config::from_json(r#"{"baseUrl":"http://10.0.0.1","accessToken":"t","allowInsecureHttp":true}"#).is_ok());
}

#[test]
fn a_user_agent_that_no_header_can_carry_is_refused() {
    let with_agent = |agent: &str| {
        let config = serde_json::json!({ "baseUrl": "https://a.b", "accessToken": "t", "userAgent": agent });
        Config::from_json(&config.to_string()).map(|config| config.transport.user_agent)
    };
    for agent in ["two\nlines", "nul\0", "bell\u{7}"] {
        assert_eq!(
            with_agent(agent).expect_err("not a header").message,
            "userAgent in the configuration holds characters that the header can't carry, such as a line break. Give a text like nightly/2.1."
        );
    }
    assert_eq!(with_agent(" nightly/2.1 (job 7)\n").expect("a header").as_deref(), Some("nightly/2.1 (job 7)"));
    assert_eq!(with_agent(" ").expect("none"), None);
}

#[test]
fn headers_that_do_not_do_are_named_without_their_values() {
    for (headers, reason) in [
        (r#"["canary"]"#, "it must be an object with texts"),
        (r#"{"Authorization":"canary"}"#, "authorization is set by the library itself"),
        (r#"{"X-Key":7}"#, "x-key must be a text"),
        (r#"{"X-Key":"canary\n"}"#, "the value of x-key holds characters that a header can't"),
    ] {
        let config = format!(r#"{{"baseUrl":"https://a.b","accessToken":"t","headers":{headers}}}"#);
        let message = Config::from_json(&config).expect_err("no headers").message.clone();
        assert_eq!(message, format!("headers in the configuration can't be used: {reason}."));
    }
}

#[test]
fn empty_names_of_files_are_none() {
    let config = Config::from_json(r#"{"baseUrl":"https://a.b","accessToken":"t","caFile":"","clientCertificate":" "}"#).expect("complete");
    assert_eq!((&config.transport.ca_file, &config.transport.client_certificate), (&None, &None));
}

#[test]
fn a_config_prints_no_secret() {
    let config = Config::from_json(
        r#"{"baseUrl":"https://a.b","clientId":"i","clientSecret":"canary","headers":{"X-Key":"canary"},"proxy":"http://u:canary@p:1"}"#,
    )
    .expect("complete");
    let printed = format!("{config:?}");
    assert!(!printed.contains("canary"), "{printed}");
}

#[test]
fn the_documentation_tells_every_setting() {
    let document = include_str!("../../../docs/configuration.md");
    for member in &MEMBERS[..MEMBERS.len() - 1] {
        assert!(document.lines().any(|line| line.starts_with('|') && line.contains(&format!("`{member}`"))), "{member}");
    }
}
