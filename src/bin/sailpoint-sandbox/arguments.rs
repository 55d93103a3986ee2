//! The command line.

use std::ffi::OsString;

pub const USAGE: &str = "\
Usage: sailpoint-sandbox [--port N] [--seed N] [--config FILE|-] [--exit-with-stdin]

Serves a made-up SailPoint tenant on 127.0.0.1 and prints one line of JSON when it is ready:
baseUrl, controlUrl, clientId, clientSecret, controlToken, pid.

  --port N            the port to listen on; a free one by default
  --seed N            the number that identities, access, requests and ids are made from; 1 by default
  --config FILE       settings as JSON; - reads one line of JSON from standard input
  --exit-with-stdin   end when standard input closes
  --help, --version   print this, or the version";

/// What the command line asks for.
#[derive(Debug, PartialEq)]
pub enum Command {
    Serve(Arguments),
    /// Only print this text.
    Print(String),
}

#[derive(Debug, PartialEq)]
pub struct Arguments {
    /// 0 takes a free port.
    pub port: u16,
    pub seed: u64,
    /// A path, or `-` for one line of standard input.
    pub config: Option<String>,
    pub exit_with_stdin: bool,
}

/// Reads the arguments after the program's name. The error is one sentence for the person who typed them.
pub fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Command, String> {
    let mut parsed = Arguments { port: 0, seed: 1, config: None, exit_with_stdin: false };
    let mut arguments = arguments.map(as_text);
    while let Some(argument) = arguments.next().transpose()? {
        let (name, attached) = match argument.split_once('=') {
            Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
            None => (argument, None),
        };
        let mut value = || match &attached {
            Some(value) => Ok(value.clone()),
            None => arguments.next().unwrap_or_else(|| Err(format!("{name} needs a value; see --help."))),
        };
        match name.as_str() {
            "--port" => parsed.port = number(&name, &value()?, "a port from 0 to 65535")?,
            "--seed" => parsed.seed = number(&name, &value()?, "a whole number from 0 up")?,
            "--config" => parsed.config = Some(value()?),
            "--exit-with-stdin" => parsed.exit_with_stdin = true,
            "--help" | "-h" => return Ok(Command::Print(USAGE.to_owned())),
            "--version" | "-V" => return Ok(Command::Print(format!("sailpoint-sandbox {}", env!("CARGO_PKG_VERSION")))),
            other => return Err(format!("there is no argument {other}; see --help.")),
        }
    }
    Ok(Command::Serve(parsed))
}

/// The system hands over any bytes, and on Windows halves of surrogate pairs.
fn as_text(argument: OsString) -> Result<String, String> {
    argument.into_string().map_err(|argument| format!("the argument {argument:?} is not Unicode text."))
}

fn number<N: std::str::FromStr>(name: &str, value: &str, expected: &str) -> Result<N, String> {
    value.parse().map_err(|_| format!("{name} takes {expected}, not {value:?}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse_words(words: &str) -> Result<Command, String> {
        parse(words.split_whitespace().map(OsString::from))
    }

    #[test]
    fn values_may_follow_or_be_attached() {
        let expected = Arguments { port: 8080, seed: 7, config: Some("-".to_owned()), exit_with_stdin: true };
        assert_eq!(parse_words("--port 8080 --seed=7 --config - --exit-with-stdin"), Ok(Command::Serve(expected)));
    }

    #[cfg(unix)]
    #[test]
    fn an_argument_that_is_no_text_is_refused() {
        use std::os::unix::ffi::OsStringExt;
        let not_text = || OsString::from_vec(b"a\xff".to_vec());
        let message = r#"the argument "a\xFF" is not Unicode text."#;
        assert_eq!(parse([not_text()].into_iter()).unwrap_err(), message);
        assert_eq!(parse(["--config".into(), not_text()].into_iter()).unwrap_err(), message);
    }

    #[test]
    fn a_bad_argument_is_named_in_one_sentence() {
        assert_eq!(parse_words("--port x").unwrap_err(), "--port takes a port from 0 to 65535, not \"x\".");
        assert_eq!(parse_words("--port 70000").unwrap_err(), "--port takes a port from 0 to 65535, not \"70000\".");
        assert_eq!(parse_words("--seed").unwrap_err(), "--seed needs a value; see --help.");
        assert_eq!(parse_words("--verbose").unwrap_err(), "there is no argument --verbose; see --help.");
    }
}
