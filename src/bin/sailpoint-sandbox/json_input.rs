//! JSON that a person wrote, read member by member: the settings, faults, and bodies of the control paths.
//!
//! What is wrong is told in a sentence that names the place, what is allowed there, and the name that was probably meant. An
//! optional member that is null counts as absent.

use std::fmt::Display;
use std::ops::RangeInclusive;
use std::str::FromStr;

use sailpoint_access_requests::models::check::{Members, found, join_names, nearest, parse_syntax};
use serde_json::value::RawValue;

/// The largest whole number that every program reads alike from JSON (RFC 8259, section 6).
const MAX_WHOLE: u64 = (1 << 53) - 1;

/// What should stand in place of a wrong value.
pub struct Expected {
    /// Such as "a whole number from 1 up".
    what: String,
    /// The allowed word that was probably meant.
    near: Option<&'static str>,
}

impl<T: Into<String>> From<T> for Expected {
    fn from(what: T) -> Self {
        Self { what: what.into(), near: None }
    }
}

/// A value with its place.
pub struct Input<'a> {
    /// Such as `faults[0].nth`; empty for the whole text.
    path: String,
    json: &'a RawValue,
}

/// The members of an object with their names.
pub struct Object<'a> {
    path: String,
    members: Vec<(String, &'a RawValue)>,
}

impl<'a> Input<'a> {
    pub fn parse(text: &'a str) -> Result<Self, String> {
        let json = parse_syntax(text).map_err(|error| format!("{error}."))?;
        Ok(Self { path: String::new(), json })
    }

    /// The value by one of the functions below, such as [`text`].
    pub fn read<T>(&self, read: impl Fn(&RawValue) -> Result<T, Expected>) -> Result<T, String> {
        read(self.json).map_err(|expected| self.wrong(&expected))
    }

    /// The entries of a list; `what` it is a list of, for the message.
    pub fn list(&self, what: &str) -> Result<Vec<Self>, String> {
        let entries: Vec<&'a RawValue> =
            serde_json::from_str(self.json.get()).map_err(|_| self.wrong(&format!("a list of {what}").into()))?;
        let place = |(index, json)| Self { path: format!("{}[{index}]", self.path), json };
        Ok(entries.into_iter().enumerate().map(place).collect())
    }

    pub fn object(&self) -> Result<Object<'a>, String> {
        let members: Vec<_> = Members::parse(self.json).ok_or_else(|| self.wrong(&"an object".into()))?.into_iter().collect();
        let object = Object { path: self.path.clone(), members };
        for (index, (name, _)) in object.members.iter().enumerate() {
            if object.members[..index].iter().any(|(earlier, _)| earlier == name) {
                return Err(object.problem(name, "is given twice"));
            }
        }
        Ok(object)
    }

    fn wrong(&self, expected: &Expected) -> String {
        let place = if self.path.is_empty() { "The text" } else { &self.path };
        let hint = expected.near.map_or_else(String::new, |near| format!(" Did you mean {near}?"));
        format!("{place} takes {}, not {}.{hint}", expected.what, found(self.json))
    }
}

impl<'a> Object<'a> {
    /// Refuses members of other names. `owner` begins the sentence that lists the `known` ones, such as "limit has".
    pub fn check_names(&self, known: &[&str], owner: &str) -> Result<(), String> {
        let Some((name, _)) = self.members.iter().find(|(name, _)| !known.contains(&name.as_str())) else { return Ok(()) };
        let hint = nearest(name, known.iter().copied()).map_or(".".to_owned(), |near| format!("; did you mean {near}?"));
        Err(format!("{} is unknown{hint} {owner} {}.", self.place(name), join_names(known)))
    }

    /// The member of this name; none where it is null.
    pub fn member(&self, name: &str) -> Option<Input<'a>> {
        let (_, json) = self.members.iter().find(|(member, json)| member == name && json.get() != "null")?;
        Some(Input { path: self.place(name), json })
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.members.iter().map(|(name, _)| name.as_str())
    }

    pub fn is_null(&self, name: &str) -> bool {
        self.members.iter().any(|(member, json)| member == name && json.get() == "null")
    }

    pub fn optional<T>(&self, name: &str, read: impl Fn(&RawValue) -> Result<T, Expected>) -> Result<Option<T>, String> {
        self.member(name).map(|member| member.read(read)).transpose()
    }

    pub fn required<T>(&self, name: &str, read: impl Fn(&RawValue) -> Result<T, Expected>) -> Result<T, String> {
        match self.member(name) {
            Some(member) => member.read(read),
            // No required member takes null.
            None => read(RawValue::NULL).map_err(|expected| format!("{} is missing; it takes {}.", self.place(name), expected.what)),
        }
    }

    /// The sentence that says this of a member.
    pub fn problem(&self, name: &str, problem: &str) -> String {
        format!("{} {problem}.", self.place(name))
    }

    fn place(&self, name: &str) -> String {
        let plain = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte));
        let name = if plain { name.to_owned() } else { format!("{name:?}") };
        if self.path.is_empty() { name } else { format!("{}.{name}", self.path) }
    }
}

pub fn text(json: &RawValue) -> Result<String, Expected> {
    serde_json::from_str(json.get()).map_err(|_| "a text".into())
}

pub fn flag(json: &RawValue) -> Result<bool, Expected> {
    serde_json::from_str(json.get()).map_err(|_| "true or false".into())
}

/// A number from 0 to 1.
pub fn fraction(json: &RawValue) -> Result<f64, Expected> {
    let number = serde_json::from_str(json.get()).ok();
    number.filter(|number| (0.0..=1.0).contains(number)).ok_or_else(|| "a number from 0 to 1".into())
}

/// A whole number within these bounds.
pub fn whole<N: Copy + Display + FromStr + PartialOrd>(bounds: RangeInclusive<N>) -> impl Fn(&RawValue) -> Result<N, Expected> {
    move |json| {
        let number = json.get().parse().ok().filter(|number| bounds.contains(number));
        number.ok_or_else(|| format!("a whole number from {} to {}", bounds.start(), bounds.end()).into())
    }
}

/// A whole number without an upper bound that anybody would meet.
pub fn at_least(least: u64) -> impl Fn(&RawValue) -> Result<u64, Expected> {
    move |json| {
        let is_too_large = json.get().parse::<u128>().is_ok_and(|number| number > MAX_WHOLE.into());
        let number = whole(least..=MAX_WHOLE)(json);
        number.map_err(|bounds| if is_too_large { bounds } else { format!("a whole number from {least} up").into() })
    }
}

/// As [`at_least`], for what is counted in memory.
pub fn count_at_least(least: u64) -> impl Fn(&RawValue) -> Result<usize, Expected> {
    move |json| at_least(least)(json).map(|count| usize::try_from(count).unwrap_or(usize::MAX))
}

/// One of these words, for what it stands for.
pub fn one_of<T: Copy>(words: &[(&'static str, T)]) -> impl Fn(&RawValue) -> Result<T, Expected> {
    move |json| {
        let given = text(json).unwrap_or_default();
        if let Some((_, meaning)) = words.iter().find(|(word, _)| *word == given) {
            return Ok(*meaning);
        }
        let names: Vec<&'static str> = words.iter().map(|(word, _)| *word).collect();
        Err(Expected { what: format!("one of {}", join_names(&names)), near: nearest(&given, names.iter().copied()) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object(text: &str) -> Object<'_> {
        Input::parse(text).and_then(|input| input.object()).expect("an object")
    }

    #[test]
    fn a_text_that_is_no_object_of_single_members_says_so() {
        for (text, expected) in [
            ("", "it is not JSON: EOF while parsing a value at line 1, column 0."),
            ("{\"a\":1\n\"b\":2}", "it is not JSON: expected `,` or `}` at line 2, column 1."),
            ("[]", "The text takes an object, not a list."),
            ("{\"a\":1,\"b\":2,\"a\":3}", "a is given twice."),
        ] {
            assert_eq!(Input::parse(text).and_then(|input| input.object()).err().as_deref(), Some(expected));
        }
    }

    #[test]
    fn an_unknown_name_is_told_with_the_nearest_and_all_known_ones() {
        let known = ["operation", "nth"];
        for (text, expected) in [
            (r#"{"nth": 1, "opration": 1}"#, Err("opration is unknown; did you mean operation? It has operation and nth.")),
            (r#"{"NTH": 1}"#, Err("NTH is unknown; did you mean nth? It has operation and nth.")),
            (r#"{"a b\n": 1}"#, Err("\"a b\\n\" is unknown. It has operation and nth.")),
            (r#"{"nth": 1}"#, Ok(())),
        ] {
            assert_eq!(object(text).check_names(&known, "It has").as_ref().map_err(String::as_str).copied(), expected);
        }
    }

    #[test]
    fn a_wrong_value_is_told_with_what_is_allowed() {
        let object = object(
            r#"{"text": 5, "flag": "true", "fraction": 1.5, "status": 199, "zero": 0, "half": 0.5, "huge": 9007199254740992, "word": "emty", "list": {}}"#,
        );
        let error = |result: Result<(), String>| result.expect_err("wrong");
        let member = |name: &str| object.member(name).expect("given");
        for (message, expected) in [
            (error(member("text").read(text).map(drop)), "text takes a text, not the number 5."),
            (error(member("flag").read(flag).map(drop)), "flag takes true or false, not the text \"true\"."),
            (error(member("fraction").read(fraction).map(drop)), "fraction takes a number from 0 to 1, not the number 1.5."),
            (error(member("status").read(whole(200..=599)).map(drop)), "status takes a whole number from 200 to 599, not the number 199."),
            (error(member("zero").read(at_least(1)).map(drop)), "zero takes a whole number from 1 up, not the number 0."),
            (error(member("half").read(at_least(0)).map(drop)), "half takes a whole number from 0 up, not the number 0.5."),
            (
                error(member("huge").read(count_at_least(1)).map(drop)),
                "huge takes a whole number from 1 to 9007199254740991, not the number 9007199254740992.",
            ),
            (
                error(member("word").read(one_of(&[("empty", 1), ("error", 2)])).map(drop)),
                "word takes one of empty and error, not the text \"emty\". Did you mean empty?",
            ),
            (error(member("list").list("texts").map(drop)), "list takes a list of texts, not an object."),
            (error(object.required("absent", text).map(drop)), "absent is missing; it takes a text."),
        ] {
            assert_eq!(message, expected);
        }
    }

    #[test]
    fn places_within_lists_and_objects_are_told() {
        let object = object(r#"{"faults": [{}, {"headers": {"a b": 1}}]}"#);
        let faults = object.member("faults").and_then(|list| list.list("objects").ok()).expect("a list");
        let headers = faults[1].object().and_then(|fault| fault.member("headers").expect("given").object()).expect("an object");
        assert_eq!(headers.names().collect::<Vec<_>>(), ["a b"]);
        assert_eq!(headers.required("a b", text), Err("faults[1].headers.\"a b\" takes a text, not the number 1.".to_owned()));
    }

    #[test]
    fn null_is_absent_unless_it_is_asked_for() {
        let object = object(r#"{"a": null}"#);
        assert_eq!((object.optional("a", text), object.is_null("a"), object.is_null("b")), (Ok(None), true, false));
    }
}
