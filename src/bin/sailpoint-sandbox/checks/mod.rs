//! The rules that the service states for what it is sent: [`body`] for bodies, [`query`] for parameters, with [`filters`] and
//! [`sorters`] for the two that are languages of their own.

pub mod body;
pub mod filters;
pub mod query;
pub mod sorters;

use crate::clock::Date;

/// Fields of filters and sorters that hold a date; all others hold text.
const DATE_FIELDS: [&str; 2] = ["created", "modified"];

/// What a row has in a field that filters or sorters name. A row without a value comes before all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FieldValue<'a> {
    Null,
    Text(&'a str),
    Date(Date),
}
