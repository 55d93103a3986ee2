//! What a tenant's answer tells of an operation's end: the headers `Deprecation` (RFC 9745), `Sunset` (RFC 8594) and `Link`
//! become one warning per operation and process, however many calls meet them.

use crate::operations::{OPERATIONS, Operation};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use reqwest::header::{HeaderMap, LINK};
use std::sync::atomic::{AtomicBool, Ordering};

const DEPRECATION: &str = "deprecation";
const SUNSET: &str = "sunset";

/// A longer address is no help to anybody.
const LONGEST_LINK: usize = 300;

/// Which operations' ends were told already.
#[derive(Default)]
pub(super) struct DeprecationNotices {
    told: [AtomicBool; OPERATIONS.len()],
}

impl DeprecationNotices {
    /// The warning, if these headers hold one and nobody got it before.
    /// `now` is asked for only where there is something to tell, since every answer passes here.
    pub fn take(&self, operation: &Operation, headers: &HeaderMap, now: impl FnOnce() -> Timestamp) -> Option<String> {
        if !headers.contains_key(DEPRECATION) && !headers.contains_key(SUNSET) {
            return None;
        }
        let told = &self.told[operation.index()?];
        if told.load(Ordering::Relaxed) {
            return None;
        }
        let notice = notice(operation, headers, now())?;
        (!told.swap(true, Ordering::Relaxed)).then_some(notice)
    }
}

/// What the headers say; None where nothing of the kind.
fn notice(operation: &Operation, headers: &HeaderMap, now: Timestamp) -> Option<String> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).map(str::trim);
    let deprecation = text(DEPRECATION).filter(|value| !value.is_empty() && !value.eq_ignore_ascii_case("false"));
    let sunset = text(SUNSET).filter(|value| !value.is_empty());
    let today = date(now);
    let deprecated = deprecation.map(|value| match structured_date(value).or_else(|| http_date(value)) {
        Some(day) if day <= today => format!("is deprecated since {day}"),
        Some(day) => format!("will be deprecated on {day}"),
        None => "is deprecated".to_owned(),
    });
    let ends = sunset.map(|value| match http_date(value) {
        Some(day) if day < today => format!("was to be switched off on {day}"),
        Some(day) => format!("will be switched off on {day}"),
        None => "will be switched off".to_owned(),
    });
    let sentence = [deprecated, ends].into_iter().flatten().collect::<Vec<_>>().join(" and ");
    if sentence.is_empty() {
        return None;
    }
    let more = link(headers).map_or_else(String::new, |address| format!(" More at {address}."));
    Some(format!("The tenant says that {} {sentence}. Look for a newer version of this library.{more}", operation.id))
}

/// `@1688169599`, seconds since 1970.
fn structured_date(text: &str) -> Option<Date> {
    let seconds = text.strip_prefix('@')?.parse().ok()?;
    Some(date(Timestamp::from_second(seconds).ok()?))
}

fn http_date(text: &str) -> Option<Date> {
    Some(date(httpdate::parse_http_date(text).ok()?.try_into().ok()?))
}

fn date(instant: Timestamp) -> Date {
    TimeZone::UTC.to_datetime(instant).date()
}

/// Where the headers say that more can be read: the documentation of the end before its successor.
fn link(headers: &HeaderMap) -> Option<String> {
    let links: Vec<&str> = headers.get_all(LINK).iter().filter_map(|value| value.to_str().ok()).flat_map(|text| text.split('<')).collect();
    ["deprecation", "sunset", "successor-version"].into_iter().find_map(|relation| links.iter().find_map(|link| target(link, relation)))
}

/// The address of `https://example.com>; rel="sunset"`, if it has this relation.
fn target(link: &str, relation: &str) -> Option<String> {
    let (address, parameters) = link.split_once('>')?;
    let relations = parameters.split([';', ',']).find_map(|parameter| parameter.trim().strip_prefix("rel=")).unwrap_or_default();
    let is_meant = relations.trim_matches('"').split_whitespace().any(|known| known.eq_ignore_ascii_case(relation));
    let is_web = address.starts_with("https://") && address.len() <= LONGEST_LINK && address.bytes().all(|byte| byte.is_ascii_graphic());
    (is_meant && is_web).then(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use reqwest::header::{HeaderName, HeaderValue};

    fn headers(lines: &[(&'static str, &str)]) -> HeaderMap {
        let parse =
            |(name, value): &(&'static str, &str)| (HeaderName::from_static(name), HeaderValue::from_str(value).expect("a header's value"));
        lines.iter().map(parse).collect()
    }

    fn said(lines: &[(&'static str, &str)]) -> Option<String> {
        let now = "2026-03-02T08:00:00Z".parse().expect("a date");
        notice(&OPERATIONS[0], &headers(lines), now)
    }

    #[test]
    fn each_form_becomes_a_sentence() {
        let rows = [
            (("deprecation", "@1735689600"), "is deprecated since 2025-01-01"),
            (("deprecation", "@1798761600"), "will be deprecated on 2027-01-01"),
            (("deprecation", "Thu, 01 Jan 2026 00:00:00 GMT"), "is deprecated since 2026-01-01"),
            (("deprecation", "true"), "is deprecated"),
            (("deprecation", "@99999999999999999999"), "is deprecated"),
            (("sunset", "Wed, 30 Jun 2027 23:59:59 GMT"), "will be switched off on 2027-06-30"),
            (("sunset", "Thu, 01 Jan 2026 00:00:00 GMT"), "was to be switched off on 2026-01-01"),
            (("sunset", "soon"), "will be switched off"),
        ];
        for (line, expected) in rows {
            let sentence = format!("The tenant says that approveBulkAccessRequest {expected}. Look for a newer version of this library.");
            assert_eq!(said(&[line]), Some(sentence), "{line:?}");
        }
    }

    #[test]
    fn the_link_tells_where_to_read_on() {
        let lines = [
            ("deprecation", "@1735689600"),
            ("sunset", "Wed, 30 Jun 2027 23:59:59 GMT"),
            ("link", "<https://a.example/next>; rel=\"next\", <https://a.example/new>; rel=\"successor-version\""),
            ("link", "<https://a.example/why>; type=\"text/html\"; rel=\"deprecation sunset\""),
        ];
        let expected = "The tenant says that approveBulkAccessRequest is deprecated since 2025-01-01 and will be switched off on 2027-06-30. \
            Look for a newer version of this library. More at https://a.example/why.";
        assert_eq!(said(&lines).as_deref(), Some(expected));
    }

    #[test]
    fn what_is_no_deprecation_tells_nothing() {
        assert_eq!(said(&[]), None);
        assert_eq!(said(&[("deprecation", "false")]), None);
        assert_eq!(said(&[("link", "<https://a.example/>; rel=\"deprecation\"")]), None, "a policy alone ends nothing");
        let unusable = said(&[("deprecation", "true"), ("link", "<javascript:x>; rel=deprecation, <broken")]);
        assert!(unusable.is_some_and(|text| !text.contains("More at")));
    }

    #[test]
    fn an_operation_is_told_of_once() {
        let notices = DeprecationNotices::default();
        let now = Timestamp::UNIX_EPOCH;
        let deprecated = headers(&[("deprecation", "true")]);
        assert_eq!(notices.take(&OPERATIONS[0], &HeaderMap::new(), || now), None, "nothing said, nothing told");
        assert!(notices.take(&OPERATIONS[0], &deprecated, || now).is_some());
        assert_eq!(notices.take(&OPERATIONS[0], &deprecated, || now), None);
        assert!(notices.take(&OPERATIONS[1], &deprecated, || now).is_some());
    }
}
