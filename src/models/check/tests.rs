//! What the C ABI's tests don't show: every model's round trip, and that the text between the names stays as it was written.

use super::*;
use crate::models::{all, find};

fn now() -> Timestamp {
    "2026-01-01T00:00:00Z".parse().expect("a date")
}

fn check(model: &str, json: &str) -> (String, Findings) {
    check_model(find(model).expect("a model"), json, now()).expect("JSON")
}

/// A text that fits the model, with its fields where `wanted` says so.
fn sample(model: &Model, wanted: &dyn Fn(&Field) -> bool) -> String {
    let members: Vec<String> = model
        .fields
        .iter()
        .filter(|field| wanted(field))
        .map(|field| format!("\"{}\":{}", field.name, value(&field.kind, wanted)))
        .collect();
    format!("{{{}}}", members.join(","))
}

fn value(kind: &Kind, wanted: &dyn Fn(&Field) -> bool) -> String {
    match kind {
        Kind::Text | Kind::Id => "\"text \\u00e4\"".to_owned(),
        Kind::Word(words) => format!("\"{}\"", words[0]),
        Kind::DateTime => "\"2030-07-11T21:23:15.000Z\"".to_owned(),
        Kind::Boolean => "false".to_owned(),
        Kind::Integer { .. } => "0".to_owned(),
        Kind::Object(model) => sample(model, wanted),
        Kind::List(list) => format!("[{}]", value(list.of, wanted)),
        Kind::TextMap => "{ \"free key\" : \"x\" }".to_owned(),
    }
}

#[test]
fn every_model_comes_back_as_it_was() {
    assert!(all().count() > 45);
    for model in all() {
        let full = sample(model, &|_| true);
        let (text, findings) = check(model.name, &full);
        assert_eq!(text, full, "{}", model.name);
        assert!(findings.problems.is_empty(), "{}: {findings:?}", model.name);
    }
}

#[test]
fn what_is_absent_stays_absent() {
    for model in all() {
        let required = sample(model, &|field| field.required);
        let (text, _) = check(model.name, &required);
        assert_eq!(text, required, "{}", model.name);
    }
}

#[test]
fn absent_null_and_false_are_three_values() {
    let (text, findings) = check("ApprovalReminderAndEscalationConfig", r#"{"daysUntilEscalation":null,"maxReminders":0}"#);
    assert_eq!(text, r#"{"daysUntilEscalation":null,"maxReminders":0}"#);
    assert!(findings.problems.is_empty() && findings.warnings.is_empty(), "{findings:?}");
    let (text, findings) = check("AccessRequestConfig", r#"{"autoApprovalEnabled":null,"reauthorizationEnabled":false}"#);
    assert_eq!(text, r#"{"reauthorizationEnabled":false}"#);
    assert_eq!(findings.warnings, ["autoApprovalEnabled is null, which the service does not document; it is left out."]);
}

#[test]
fn null_under_a_propertys_name_is_left_out_without_a_word_unless_it_is_documented() {
    let json = r#"{"DaysUntilEscalation":null,"MaxReminders":3,"FallbackApproverRef":{"Type":null,"Id":"x","email":null}}"#;
    let (text, findings) = check("ApprovalReminderAndEscalationConfig", json);
    assert_eq!(text, r#"{"daysUntilEscalation":null,"maxReminders":3,"fallbackApproverRef":{"id":"x","email":null}}"#);
    assert!(findings.problems.is_empty() && findings.warnings.is_empty(), "{findings:?}");
    assert_eq!(check("CommentDto", r#"{"Comment":null,"comment":"x"}"#).1.problems, ["comment is given twice"]);
    assert_eq!(
        check("RequestedForDtoRef", r#"{"IdentityId":null,"requestedItems":[]}"#).1.problems,
        ["identityId is null, and the service needs a value"]
    );
}

#[test]
fn names_of_nested_members_are_spelled_as_documented() {
    let json = r#"{"EntitlementRequestConfig":{"ACCESSREQUESTCONFIG":{"ApprovalSchemes":[{"ApproverType":"MANAGER"}]}}}"#;
    let (text, findings) = check("AccessRequestConfig", json);
    assert_eq!(text, r#"{"entitlementRequestConfig":{"accessRequestConfig":{"approvalSchemes":[{"approverType":"MANAGER"}]}}}"#);
    assert!(findings.problems.is_empty());
}

#[test]
fn numbers_dates_and_free_keys_are_not_rewritten() {
    let json = r#"{"type":"ROLE","id":"x","removeDate":"2030-07-11T21:23:15.000Z","clientMetadata":{"Key One":"1.0", "n": 1.50}}"#;
    let (text, findings) = check("AccessRequestItem", json);
    assert_eq!(text, json);
    assert_eq!(findings.warnings, ["clientMetadata.n is the number 1.50, and the service documents texts only; it goes out as written."]);
}

#[test]
fn a_date_at_an_offset_is_an_instant_too() {
    let date = |text: &str| check("AccessRequestItem", &format!(r#"{{"type":"ROLE","id":"x","removeDate":"{text}"}}"#)).1.warnings.len();
    assert_eq!(date("2030-07-11T21:23:15+02:00"), 0);
    assert_eq!(date("2025-12-31T23:59:59Z"), 1, "past");
    assert_eq!(date("2026-01-01T01:00:00+02:00"), 1, "past by its offset");
}

#[test]
fn escapes_and_deep_nesting_are_no_way_around() {
    // The name is written with an escape, and counts all the same.
    let (text, findings) = check("CommentDto", r#"{"\u0063omment":"a","comment":"b"}"#);
    assert_eq!((text.as_str(), findings.problems.as_slice()), (r#"{"comment":"a"}"#, ["comment is given twice".to_owned()].as_slice()));
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    assert_eq!(check("CommentDto", &deep).1.problems, ["the text must be an object (CommentDto), not a list"]);
    let (_, findings) = check("CommentDto", &format!("{{\"author\":{deep}}}"));
    assert_eq!(findings.problems, ["author must be an object (CommentDtoAuthor), not a list"]);
}

mod properties {
    use super::*;
    use proptest::prelude::*;
    use serde_json::Value;

    /// Any JSON, built from names that the models know and values that they may not.
    fn json() -> impl Strategy<Value = Value> {
        let names: Vec<&str> =
            all().flat_map(|model| model.fields.iter().map(|field| field.name)).chain(["unknown", "Comment", ""]).collect();
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            ".{0,12}".prop_map(Value::from),
            Just(Value::from("2030-07-11T21:23:15.000Z")),
        ];
        leaf.prop_recursive(4, 48, 6, move |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                prop::collection::vec((prop::sample::select(names.clone()), inner), 0..6)
                    .prop_map(|members| members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()),
            ]
        })
    }

    proptest! {
        #[test]
        fn any_json_is_checked_without_a_panic_and_what_passes_passes_again(value in json(), index in any::<prop::sample::Index>()) {
            let models: Vec<&Model> = all().collect();
            let model = models[index.index(models.len())];
            let (text, findings) = check(model.name, &value.to_string());
            if findings.problems.is_empty() {
                let (again, findings) = check(model.name, &text);
                prop_assert_eq!(&again, &text);
                prop_assert!(findings.problems.is_empty(), "{:?}", findings);
            }
        }

        #[test]
        fn any_text_is_json_or_says_where_it_is_not(text in ".{0,60}") {
            if let Err(error) = check_model(find("AccessRequest").expect("a model"), &text, now()) {
                prop_assert!(error.to_string().contains(" at line "), "{}", error);
            }
        }
    }
}
