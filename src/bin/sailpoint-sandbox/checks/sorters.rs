//! Sorters: comma-separated fields, each with an optional `-` to sort downwards (SailPoint's standard collection parameters).

use std::cmp::Ordering;

use super::FieldValue;

#[derive(Debug, PartialEq)]
pub struct Sorter {
    field: &'static str,
    descending: bool,
}

/// Reads sorters over these fields. The error is one sentence.
pub fn parse(text: &str, fields: &'static [&'static str]) -> Result<Vec<Sorter>, String> {
    text.split(',').map(|part| sorter(part.trim(), fields)).collect()
}

fn sorter(text: &str, fields: &'static [&'static str]) -> Result<Sorter, String> {
    let (descending, name) = match text.strip_prefix('-') {
        Some(name) => (true, name),
        None => (false, text),
    };
    let field = fields.iter().find(|field| **field == name);
    let field = field.ok_or_else(|| format!("There is no sorting by {name:?} here; there are {}.", fields.join(", ")))?;
    Ok(Sorter { field, descending })
}

/// The order of two rows whose fields `left` and `right` tell; the first sorter that differs counts.
pub fn compare<'a>(sorters: &[Sorter], left: &impl Fn(&str) -> FieldValue<'a>, right: &impl Fn(&str) -> FieldValue<'a>) -> Ordering {
    let orders = sorters.iter().map(|sorter| {
        let order = left(sorter.field).cmp(&right(sorter.field));
        if sorter.descending { order.reverse() } else { order }
    });
    orders.into_iter().find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIELDS: &[&str] = &["name", "type"];

    #[test]
    fn the_first_sorter_that_differs_counts() {
        let row = |name: &'static str, kind: &'static str| move |field: &str| FieldValue::Text(if field == "name" { name } else { kind });
        let sorters = parse("type, -name", FIELDS).expect("valid");
        assert_eq!(compare(&sorters, &row("a", "x"), &row("b", "y")), Ordering::Less);
        assert_eq!(compare(&sorters, &row("a", "x"), &row("b", "x")), Ordering::Greater);
        assert_eq!(compare(&sorters, &row("a", "x"), &row("a", "x")), Ordering::Equal);
    }

    #[test]
    fn an_unknown_field_is_named() {
        assert_eq!(parse("name,size", FIELDS).unwrap_err(), "There is no sorting by \"size\" here; there are name, type.");
        assert_eq!(parse("name,", FIELDS).unwrap_err(), "There is no sorting by \"\" here; there are name, type.");
    }
}
