//! Reads a filter expression far enough to tell which fields and operators it uses.
//!
//! The syntax is that of SailPoint's standard collection parameters: `field op value`, `field in ("a","b")`, `field isnull`,
//! joined by `and`, `or`, `not` and parentheses; in quotes `\` escapes. Called by `request`. Only what no source allows is
//! refused: an unknown field, or an operator that no source gives the field. An expression that can't be read is sent as it
//! is, with a warning, since the service has the last word on its own syntax.

use super::FilterField;
use crate::models::check::{join_names, nearest, quote_value};

/// What a check of one expression found.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct FilterFindings {
    pub problems: Vec<String>,
    pub warnings: Vec<String>,
}

/// Checks the fields and operators of `expression` against those that the operation knows.
#[must_use]
pub fn check_filter(expression: &str, fields: &[FilterField]) -> FilterFindings {
    let mut findings = FilterFindings::default();
    let conditions = match tokenize(expression).and_then(|tokens| Reader { tokens, next: 0 }.read()) {
        Ok(conditions) => conditions,
        Err(reason) => {
            findings.warnings.push(format!("filters could not be read ({reason}); it goes out as written."));
            return findings;
        }
    };
    for condition in &conditions {
        check_condition(condition, fields, &mut findings);
    }
    findings
}

fn check_condition(condition: &Condition<'_>, fields: &[FilterField], findings: &mut FilterFindings) {
    let Condition { field, operator } = condition;
    let Some(known) = fields.iter().find(|known| known.name.eq_ignore_ascii_case(field)) else {
        let names: Vec<&str> = fields.iter().map(|known| known.name).collect();
        let hint = nearest(field, names.iter().copied()).map_or_else(String::new, |near| format!(" Did you mean {near}?"));
        findings.problems.push(format!(
            "filters names the field {}, and this operation filters by {}.{hint}",
            quote_value(field),
            join_names(&names)
        ));
        return;
    };
    if known.name != *field {
        findings.warnings.push(format!("filters names the field \"{field}\", documented as {}; it goes out as written.", known.name));
    }
    if !known.operators.contains(&operator.to_ascii_lowercase().as_str()) {
        findings.problems.push(format!(
            "filters uses {} with {}, which takes {}",
            quote_value(operator),
            known.name,
            join_names(known.operators)
        ));
    } else if operator.chars().any(char::is_uppercase) {
        findings.warnings.push(format!("filters writes the operator \"{operator}\", documented in small letters; it goes out as written."));
    }
}

#[derive(Debug, PartialEq, Eq)]
struct Condition<'a> {
    field: &'a str,
    operator: &'a str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token<'a> {
    Word(&'a str),
    Quoted,
    Open,
    Close,
    Comma,
}

fn tokenize(expression: &str) -> Result<Vec<Token<'_>>, String> {
    let mut tokens = Vec::new();
    let mut rest = expression.trim_start();
    while let Some(first) = rest.chars().next() {
        let (token, length) = match first {
            '(' => (Token::Open, 1),
            ')' => (Token::Close, 1),
            ',' => (Token::Comma, 1),
            '"' => (Token::Quoted, quoted_length(rest).ok_or("a quotation mark is not closed")?),
            _ => {
                let length = rest.find(|c: char| c.is_whitespace() || "(),\"".contains(c)).unwrap_or(rest.len());
                (Token::Word(&rest[..length]), length)
            }
        };
        tokens.push(token);
        rest = rest[length..].trim_start();
    }
    if tokens.is_empty() {
        return Err("it is empty".to_owned());
    }
    Ok(tokens)
}

/// The length in bytes of a quoted text, its quotation marks included.
fn quoted_length(text: &str) -> Option<usize> {
    let mut escaped = false;
    for (index, character) in text.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some(index + 1),
            _ => {}
        }
    }
    None
}

/// A reader without recursion: parentheses only have to match, since no more than fields and operators is asked for.
struct Reader<'a> {
    tokens: Vec<Token<'a>>,
    next: usize,
}

impl<'a> Reader<'a> {
    fn read(mut self) -> Result<Vec<Condition<'a>>, String> {
        let mut conditions = Vec::new();
        let mut open = 0_usize;
        loop {
            while self.take(Token::Open) {
                open += 1;
            }
            if self.take_word("not") {
                continue;
            }
            conditions.push(self.condition()?);
            while open > 0 && self.take(Token::Close) {
                open -= 1;
            }
            if self.next == self.tokens.len() {
                break;
            }
            if !self.take_word("and") && !self.take_word("or") {
                return Err("\"and\" or \"or\" is expected after a condition".to_owned());
            }
        }
        if open > 0 { Err("a parenthesis is not closed".to_owned()) } else { Ok(conditions) }
    }

    fn condition(&mut self) -> Result<Condition<'a>, String> {
        let first = self.word().ok_or("the name of a field is expected")?;
        if is_unary(first) {
            return self.prefixed(first);
        }
        let operator = self.word().ok_or_else(|| format!("an operator such as eq is expected after {}", quote_value(first)))?;
        if !is_unary(operator) {
            self.operand(operator)?;
        }
        Ok(Condition { field: first, operator })
    }

    /// `isnull field` and `isnull(field)`.
    fn prefixed(&mut self, operator: &'a str) -> Result<Condition<'a>, String> {
        let open = self.take(Token::Open);
        let field = self.word().ok_or_else(|| format!("the name of a field is expected after {operator}"))?;
        if open && !self.take(Token::Close) {
            return Err("a parenthesis is not closed".to_owned());
        }
        Ok(Condition { field, operator })
    }

    fn operand(&mut self, operator: &str) -> Result<(), String> {
        if !self.take(Token::Open) {
            return self.value(operator);
        }
        loop {
            self.value(operator)?;
            if self.take(Token::Close) {
                return Ok(());
            }
            if !self.take(Token::Comma) {
                return Err("a comma or a parenthesis is expected in a list of values".to_owned());
            }
        }
    }

    fn value(&mut self, operator: &str) -> Result<(), String> {
        if self.take(Token::Quoted) || self.word().is_some() {
            return Ok(());
        }
        Err(format!("a value is expected after {}", quote_value(operator)))
    }

    fn word(&mut self) -> Option<&'a str> {
        let Some(Token::Word(word)) = self.tokens.get(self.next) else { return None };
        self.next += 1;
        Some(word)
    }

    fn take_word(&mut self, expected: &str) -> bool {
        let found = matches!(self.tokens.get(self.next), Some(Token::Word(word)) if word.eq_ignore_ascii_case(expected));
        self.next += usize::from(found);
        found
    }

    fn take(&mut self, expected: Token<'_>) -> bool {
        let found = self.tokens.get(self.next) == Some(&expected);
        self.next += usize::from(found);
        found
    }
}

fn is_unary(word: &str) -> bool {
    ["isnull", "pr"].iter().any(|unary| unary.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::find;

    fn check(expression: &str) -> FilterFindings {
        check_filter(expression, find("listAccessRequestStatus").expect("a known operation").filters)
    }

    #[test]
    fn every_documented_form_is_read() {
        for expression in [
            "accountActivityItemId eq \"2c918086771c86df0177401efcdf54c0\"",
            "accessRequestId in (\"a\",\"b\")",
            "accessRequestId in (\"a\") and (created gt 2024-01-01T00:00:00Z or not created isnull)",
            "not (created lt \"2024\") and isnull created",
            "isnull(created)",
            "((accessRequestId sw \"2c\"))",
            r#"accessRequestId eq "with \"quotes\" and \\ and ) in it""#,
        ] {
            assert_eq!(check(expression), FilterFindings::default(), "{expression}");
        }
    }

    #[test]
    fn an_unknown_field_names_the_known_ones_and_the_nearest() {
        let findings = check("accessRequestID2 eq \"x\"");
        assert_eq!(
            findings.problems,
            [
                "filters names the field \"accessRequestID2\", and this operation filters by accessRequestId, accountActivityItemId and created. Did you mean accessRequestId?"
            ]
        );
    }

    #[test]
    fn an_operator_that_no_source_lists_is_refused() {
        assert_eq!(
            check("accessRequestId co \"2c\"").problems,
            ["filters uses \"co\" with accessRequestId, which takes eq, ge, gt, in, le, lt, ne and sw"]
        );
        assert_eq!(check("created equals \"x\" and name eq \"y\"").problems.len(), 2, "each condition is checked");
    }

    #[test]
    fn what_cannot_be_read_is_sent_with_a_warning() {
        for (expression, reason) in [
            ("accessRequestId eq \"x", "a quotation mark is not closed"),
            ("(created gt 1", "a parenthesis is not closed"),
            ("created gt 1)", "\"and\" or \"or\" is expected after a condition"),
            ("created", "an operator such as eq is expected after \"created\""),
            ("created eq", "a value is expected after \"eq\""),
            ("accessRequestId in (\"a\" \"b\")", "a comma or a parenthesis is expected in a list of values"),
            ("", "it is empty"),
            ("and", "an operator such as eq is expected after \"and\""),
        ] {
            let findings = check(expression);
            assert_eq!(findings.warnings, [format!("filters could not be read ({reason}); it goes out as written.")], "{expression}");
            assert!(findings.problems.is_empty(), "{expression}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_told(text in "(not |and |or |\\(|\\)|,|\\\\|\"|created |accessRequestId |eq |in |isnull |x|é|.){0,12}") {
            let findings = check(&text);
            proptest::prop_assert!(findings.problems.iter().chain(&findings.warnings).all(|text| text.starts_with("filters ")));
        }

        #[test]
        fn any_value_may_stand_in_quotes(value in ".{0,40}") {
            let quoted = serde_json::to_string(&value).expect("a text is JSON");
            proptest::prop_assert_eq!(check(&format!("accessRequestId eq {quoted}")), FilterFindings::default());
        }
    }

    #[test]
    fn case_is_the_services_to_judge() {
        let findings = check("AccessRequestId EQ \"x\"");
        assert!(findings.problems.is_empty());
        assert_eq!(findings.warnings.len(), 2);
    }
}
