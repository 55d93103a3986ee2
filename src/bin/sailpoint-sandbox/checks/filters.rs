//! Filter expressions: reading them by the fields and operators of an operation, and asking whether one matches a row.
//!
//! Known from SailPoint's standard collection parameters: `field operator "value"`, `field in ("a", "b")`, `field isnull`,
//! joined with `and`, `or` and `not`, grouped with parentheses, all in lower case; within quotes `\` and `"` are escaped by
//! `\`. Which field takes which operators stands with each operation.

use sailpoint_access_requests::operations::FilterField;

use super::{DATE_FIELDS, FieldValue};
use crate::clock::Date;

/// Deeper than anybody writes, and shallow enough for the stack.
const MAX_DEPTH: usize = 50;

/// An expression whose fields and operators the operation has.
#[derive(Debug, PartialEq)]
pub enum Filter {
    And(Vec<Filter>),
    Or(Vec<Filter>),
    Not(Box<Filter>),
    Compare { field: &'static str, comparison: Comparison },
}

#[derive(Debug, PartialEq)]
pub enum Comparison {
    Equal(Operand),
    NotEqual(Operand),
    Greater(Operand),
    GreaterOrEqual(Operand),
    Less(Operand),
    LessOrEqual(Operand),
    In(Vec<Operand>),
    /// Of the text that the answers show, for dates too.
    StartsWith(String),
    IsNull,
}

/// A value to compare with, of the field's type.
#[derive(Debug, PartialEq)]
pub enum Operand {
    Text(String),
    Date(Date),
}

impl Filter {
    /// Reads an expression over these fields. The error is one sentence.
    pub fn parse(text: &str, fields: &'static [FilterField]) -> Result<Self, String> {
        let mut parser = Parser { tokens: tokenize(text)?, position: 0, depth: 0, fields };
        let filter = parser.or_expression()?;
        match parser.next() {
            None => Ok(filter),
            Some(token) => Err(format!("The filter goes on with {token} where it should end or have \"and\" or \"or\".")),
        }
    }

    /// Whether it matches the row whose fields `value` tells.
    pub fn matches<'a>(&self, value: &impl Fn(&str) -> FieldValue<'a>) -> bool {
        match self {
            Self::And(parts) => parts.iter().all(|part| part.matches(value)),
            Self::Or(parts) => parts.iter().any(|part| part.matches(value)),
            Self::Not(part) => !part.matches(value),
            Self::Compare { field, comparison } => comparison.matches(value(field)),
        }
    }
}

impl Comparison {
    fn matches(&self, value: FieldValue<'_>) -> bool {
        if value == FieldValue::Null {
            return *self == Self::IsNull;
        }
        match self {
            Self::Equal(operand) => value == operand.value(),
            Self::NotEqual(operand) => value != operand.value(),
            Self::Greater(operand) => value > operand.value(),
            Self::GreaterOrEqual(operand) => value >= operand.value(),
            Self::Less(operand) => value < operand.value(),
            Self::LessOrEqual(operand) => value <= operand.value(),
            Self::In(operands) => operands.iter().any(|operand| value == operand.value()),
            Self::StartsWith(start) => match value {
                FieldValue::Null => false,
                FieldValue::Text(text) => text.starts_with(start),
                FieldValue::Date(date) => date.to_string().starts_with(start),
            },
            Self::IsNull => false,
        }
    }
}

impl Operand {
    fn value(&self) -> FieldValue<'_> {
        match self {
            Self::Text(text) => FieldValue::Text(text),
            Self::Date(date) => FieldValue::Date(*date),
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    /// A field, an operator, a connective, or a value without quotes.
    Word(String),
    Quoted(String),
    Open,
    Close,
    Comma,
}

impl std::fmt::Display for Token {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Word(word) => formatter.write_str(word),
            Self::Quoted(text) => write!(formatter, "{text:?}"),
            Self::Open => formatter.write_str("("),
            Self::Close => formatter.write_str(")"),
            Self::Comma => formatter.write_str(","),
        }
    }
}

fn tokenize(text: &str) -> Result<Vec<Token>, String> {
    let mut tokens = Vec::new();
    let mut rest = text.chars().peekable();
    while let Some(&next) = rest.peek() {
        match next {
            '(' | ')' | ',' => {
                rest.next();
                tokens.push(match next {
                    '(' => Token::Open,
                    ')' => Token::Close,
                    _ => Token::Comma,
                });
            }
            '"' => {
                rest.next();
                tokens.push(Token::Quoted(quoted(&mut rest)?));
            }
            space if space.is_whitespace() => {
                rest.next();
            }
            _ => {
                let mut word = String::new();
                while let Some(letter) = rest.next_if(|letter| !letter.is_whitespace() && !"(),\"".contains(*letter)) {
                    word.push(letter);
                }
                tokens.push(Token::Word(word));
            }
        }
    }
    Ok(tokens)
}

/// The text up to the closing quote; the opening one has been taken.
fn quoted(rest: &mut impl Iterator<Item = char>) -> Result<String, String> {
    let mut text = String::new();
    while let Some(letter) = rest.next() {
        match letter {
            '"' => return Ok(text),
            '\\' => match rest.next() {
                Some(escaped @ ('"' | '\\')) => text.push(escaped),
                _ => return Err("In a filter's quotes a \\ stands before \" or \\ only.".to_owned()),
            },
            letter => text.push(letter),
        }
    }
    Err(format!("The filter has a quote that does not end: \"{text}."))
}

struct Parser {
    tokens: Vec<Token>,
    position: usize,
    depth: usize,
    fields: &'static [FilterField],
}

impl Parser {
    fn or_expression(&mut self) -> Result<Filter, String> {
        let mut parts = vec![self.and_expression()?];
        while self.take_word("or") {
            parts.push(self.and_expression()?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Filter::Or(parts) })
    }

    fn and_expression(&mut self) -> Result<Filter, String> {
        let mut parts = vec![self.factor()?];
        while self.take_word("and") {
            parts.push(self.factor()?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Filter::And(parts) })
    }

    fn factor(&mut self) -> Result<Filter, String> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(format!("The filter is nested more than {MAX_DEPTH} deep."));
        }
        let filter = if self.take_word("not") {
            Filter::Not(Box::new(self.factor()?))
        } else if self.take(&Token::Open) {
            let inner = self.or_expression()?;
            self.expect(&Token::Close)?;
            inner
        } else {
            self.comparison()?
        };
        self.depth -= 1;
        Ok(filter)
    }

    fn comparison(&mut self) -> Result<Filter, String> {
        let field = self.field()?;
        let operator = self.operator(field)?;
        let comparison = match operator {
            "isnull" => Comparison::IsNull,
            "in" => Comparison::In(self.list(field)?),
            "sw" => Comparison::StartsWith(self.text(field)?),
            "eq" => Comparison::Equal(self.operand(field)?),
            "ne" => Comparison::NotEqual(self.operand(field)?),
            "gt" => Comparison::Greater(self.operand(field)?),
            "ge" => Comparison::GreaterOrEqual(self.operand(field)?),
            "lt" => Comparison::Less(self.operand(field)?),
            "le" => Comparison::LessOrEqual(self.operand(field)?),
            other => return Err(format!("The sandbox can't compare by {other}.")),
        };
        Ok(Filter::Compare { field: field.name, comparison })
    }

    fn field(&mut self) -> Result<&'static FilterField, String> {
        match self.next() {
            Some(Token::Word(word)) => self.fields.iter().find(|field| field.name == word).ok_or_else(|| {
                let known: Vec<_> = self.fields.iter().map(|field| field.name).collect();
                format!("Filters have no field {word:?} here; there are {}.", known.join(", "))
            }),
            Some(token) => Err(format!("The filter has {token} where a field should stand.")),
            None => Err("The filter ends where a field should stand.".to_owned()),
        }
    }

    fn operator(&mut self, field: &'static FilterField) -> Result<&'static str, String> {
        let given = match self.next() {
            Some(Token::Word(word)) => word,
            Some(token) => return Err(format!("The filter has {token} where an operator should follow {}.", field.name)),
            None => return Err(format!("The filter ends where an operator should follow {}.", field.name)),
        };
        let known = field.operators.iter().find(|operator| **operator == given);
        known.copied().ok_or_else(|| format!("The field {} has no operator {given:?}; it has {}.", field.name, field.operators.join(", ")))
    }

    fn list(&mut self, field: &FilterField) -> Result<Vec<Operand>, String> {
        self.expect(&Token::Open)?;
        let mut operands = vec![self.operand(field)?];
        while self.take(&Token::Comma) {
            operands.push(self.operand(field)?);
        }
        self.expect(&Token::Close)?;
        Ok(operands)
    }

    fn operand(&mut self, field: &FilterField) -> Result<Operand, String> {
        let text = self.text(field)?;
        if !DATE_FIELDS.contains(&field.name) {
            return Ok(Operand::Text(text));
        }
        let date = Date::parse(&text);
        date.map(Operand::Date).ok_or_else(|| format!("{} is compared with a date such as 2026-03-02T08:00:00Z, not {text:?}.", field.name))
    }

    fn text(&mut self, field: &FilterField) -> Result<String, String> {
        match self.next() {
            Some(Token::Word(text) | Token::Quoted(text)) => Ok(text),
            Some(token) => Err(format!("The filter has {token} where a value for {} should stand.", field.name)),
            None => Err(format!("The filter ends where a value for {} should stand.", field.name)),
        }
    }

    fn next(&mut self) -> Option<Token> {
        let token = self.tokens.get(self.position).cloned();
        self.position += 1;
        token
    }

    fn take(&mut self, token: &Token) -> bool {
        let found = self.tokens.get(self.position) == Some(token);
        self.position += usize::from(found);
        found
    }

    fn take_word(&mut self, word: &str) -> bool {
        self.take(&Token::Word(word.to_owned()))
    }

    fn expect(&mut self, token: &Token) -> Result<(), String> {
        if self.take(token) {
            return Ok(());
        }
        match self.next() {
            Some(other) => Err(format!("The filter has {other} where {token} should stand.")),
            None => Err(format!("The filter ends where {token} should stand.")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sailpoint_access_requests::operations;

    fn parse(text: &str) -> Result<Filter, String> {
        Filter::parse(text, operations::find("listAdministratorsAccessRequestStatus").expect("declared").filters)
    }

    fn holds(text: &str) -> bool {
        let created = Date::parse("2026-03-02T08:00:00.500Z").expect("a date");
        let row = |field: &str| match field {
            "accessRequestId" => FieldValue::Text("b\"\\1"),
            "status" => FieldValue::Text("EXECUTING"),
            "created" => FieldValue::Date(created),
            _ => FieldValue::Null,
        };
        parse(text).unwrap_or_else(|error| panic!("{text}: {error}")).matches(&row)
    }

    #[test]
    fn each_operator_compares() {
        for (text, expected) in [
            (r#"status eq "EXECUTING""#, true),
            (r#"status eq "executing""#, false),
            (r#"status ne "ERROR""#, true),
            (r#"status in ("ERROR", "EXECUTING")"#, true),
            (r#"status in ("ERROR")"#, false),
            (r#"accessRequestId eq "b\"\\1""#, true),
            ("accessRequestId gt a", true),
            (r#"accessRequestId lt "a""#, false),
            (r#"accessRequestId sw "b""#, true),
            ("accountActivityItemId isnull", true),
            (r#"accountActivityItemId ne "x""#, false),
            ("created isnull", false),
            (r#"created eq "2026-03-02T09:00:00.5+01:00""#, true),
            ("created gt 2026-03-02T08:00:00Z", true),
            ("created ge 2026-03-02T08:00:00.500Z", true),
            ("created lt 2026-03-02T08:00:00.500Z", false),
            ("created le 2026-03-02T08:00:00.500Z", true),
            (r#"created sw "2026-03""#, true),
        ] {
            assert_eq!(holds(text), expected, "{text}");
        }
    }

    #[test]
    fn not_binds_closer_than_and_and_that_closer_than_or() {
        let (yes, no) = ("status eq EXECUTING", "status eq ERROR");
        for (text, expected) in [
            (format!("{yes} or {no} and {no}"), true),
            (format!("({yes} or {no}) and {no}"), false),
            (format!("not {no} and {yes}"), true),
            (format!("not ({no} or {yes})"), false),
            (format!("not not {yes}"), true),
        ] {
            assert_eq!(holds(&text), expected, "{text}");
        }
    }

    #[test]
    fn a_wrong_filter_says_what_is_wrong() {
        for (text, expected) in [
            ("", "The filter ends where a field should stand."),
            ("name eq \"x\"", "Filters have no field \"name\" here; there are accessRequestId, accountActivityItemId, created, status."),
            ("status gt \"x\"", "The field status has no operator \"gt\"; it has eq, in, ne."),
            ("status EQ \"x\"", "The field status has no operator \"EQ\"; it has eq, in, ne."),
            ("status pr", "The field status has no operator \"pr\"; it has eq, in, ne."),
            ("status", "The filter ends where an operator should follow status."),
            ("status eq", "The filter ends where a value for status should stand."),
            ("status eq )", "The filter has ) where a value for status should stand."),
            ("status in \"x\"", "The filter has \"x\" where ( should stand."),
            ("status in (\"x\"", "The filter ends where ) should stand."),
            ("status in ()", "The filter has ) where a value for status should stand."),
            ("status eq \"x", "The filter has a quote that does not end: \"x."),
            ("status eq \"\\x\"", "In a filter's quotes a \\ stands before \" or \\ only."),
            ("status eq a status eq b", "The filter goes on with status where it should end or have \"and\" or \"or\"."),
            ("status eq a and", "The filter ends where a field should stand."),
            ("created gt \"soon\"", "created is compared with a date such as 2026-03-02T08:00:00Z, not \"soon\"."),
        ] {
            assert_eq!(parse(text).unwrap_err(), expected, "{text}");
        }
    }

    #[test]
    fn a_filter_nested_without_end_is_refused() {
        let nested = |depth: usize| format!("{}status eq a{}", "(".repeat(depth), ")".repeat(depth));
        assert!(parse(&nested(MAX_DEPTH - 1)).is_ok());
        assert_eq!(parse(&nested(10_000)).unwrap_err(), "The filter is nested more than 50 deep.");
        assert_eq!(parse(&"not ".repeat(10_000)).unwrap_err(), "The filter is nested more than 50 deep.");
    }
}
