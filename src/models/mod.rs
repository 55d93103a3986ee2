//! The documented models as data: what each one holds, and which rules the service states for it.
//!
//! The tables live in [`requests`] and [`answers`]; [`check`] walks a JSON text along one of them. The C# classes, the
//! PowerShell model functions and the tables in `docs/` are generated from here, and `sailpoint_describe()` tells the same.
//!
//! Source of every field, type, requirement and bound: SailPoint's OpenAPI description of V2024; where a rule is stated in
//! prose only (the operation's text or the V2024 reference page), the entry says so.

mod answers;
pub mod check;
mod requests;

/// Where a model travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Only in what a caller sends.
    Request,
    /// Only in what the tenant answers.
    Answer,
    /// In both.
    Both,
}

/// One documented model.
#[derive(Debug)]
pub struct Model {
    /// The name that the service and the cmdlets use, such as `BulkApproveAccessRequest`.
    pub name: &'static str,
    pub direction: Direction,
    /// One line of meaning, for help and docs.
    pub meaning: &'static str,
    /// In the documented order.
    pub fields: &'static [Field],
    /// What holds between members. Gets the JSON text in the documented spelling.
    pub(crate) rule: Option<fn(&str, &mut check::Findings)>,
}

/// One member of a [`Model`].
#[derive(Debug)]
pub struct Field {
    /// The JSON name.
    pub name: &'static str,
    pub kind: Kind,
    pub required: bool,
    /// Whether the service's description allows `null`.
    pub nullable: bool,
    /// What the service takes when the member is absent, as JSON text. Never sent by itself.
    pub default: Option<&'static str>,
    pub meaning: &'static str,
}

/// What a member holds.
#[derive(Debug)]
pub enum Kind {
    /// Any text.
    Text,
    /// An identifier: text that may not be empty.
    Id,
    /// One of the listed words. Answers may hold others, which are kept.
    Word(&'static [&'static str]),
    /// An instant in RFC 3339, such as `2030-07-11T21:23:15.000Z`.
    DateTime,
    Boolean,
    /// A whole number of 32 bits, from `min` to `max`.
    Integer {
        min: i32,
        max: i32,
    },
    Object(&'static Model),
    List(List),
    /// An object with free keys and text values.
    TextMap,
}

/// A list, and how many entries it may have.
#[derive(Debug)]
pub struct List {
    pub of: &'static Kind,
    pub min: usize,
    pub max: Option<usize>,
    /// Whether one bare entry stands for a list of one. The reference page's own examples write it so.
    pub single: bool,
}

impl Model {
    const fn request(name: &'static str, meaning: &'static str, fields: &'static [Field]) -> Self {
        Self { name, direction: Direction::Request, meaning, fields, rule: None }
    }

    const fn answer(name: &'static str, meaning: &'static str, fields: &'static [Field]) -> Self {
        Self { name, direction: Direction::Answer, meaning, fields, rule: None }
    }

    const fn both(name: &'static str, meaning: &'static str, fields: &'static [Field]) -> Self {
        Self { name, direction: Direction::Both, meaning, fields, rule: None }
    }

    const fn with_rule(self, rule: fn(&str, &mut check::Findings)) -> Self {
        Self { rule: Some(rule), ..self }
    }

    /// The field of exactly this JSON name, else the one whose name differs in case only.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        let exact = self.fields.iter().find(|field| field.name == name);
        exact.or_else(|| self.fields.iter().find(|field| field.name.eq_ignore_ascii_case(name)))
    }
}

impl Field {
    const fn required(name: &'static str, kind: Kind, meaning: &'static str) -> Self {
        Self { name, kind, required: true, nullable: false, default: None, meaning }
    }

    const fn optional(name: &'static str, kind: Kind, meaning: &'static str) -> Self {
        Self { name, kind, required: false, nullable: false, default: None, meaning }
    }

    const fn nullable(name: &'static str, kind: Kind, meaning: &'static str) -> Self {
        Self { name, kind, required: false, nullable: true, default: None, meaning }
    }

    const fn default(self, json: &'static str) -> Self {
        Self { default: Some(json), ..self }
    }
}

impl Kind {
    const INT32: Self = Self::Integer { min: i32::MIN, max: i32::MAX };

    const fn list(of: &'static Self) -> Self {
        Self::List(List { of, min: 0, max: None, single: false })
    }

    const fn list_of_at_least_one(of: &'static Self) -> Self {
        Self::List(List { of, min: 1, max: None, single: false })
    }
}

/// Every declared model, requests first, each before the models that it holds.
pub fn all() -> impl Iterator<Item = &'static Model> {
    requests::ALL.iter().chain(answers::ALL).copied()
}

/// The model of this name, ignoring case.
#[must_use]
pub fn find(name: &str) -> Option<&'static Model> {
    all().find(|model| model.name.eq_ignore_ascii_case(name))
}

pub use answers::{ACCESS_REQUEST_ADMIN_ITEM_STATUS, ACCESS_REQUEST_RESPONSE, REQUESTED_ITEM_STATUS};
pub use requests::{
    ACCESS_REQUEST, ACCESS_REQUEST_CONFIG, BULK_APPROVE_ACCESS_REQUEST, BULK_CANCEL_ACCESS_REQUEST, CANCEL_ACCESS_REQUEST,
    CLOSE_ACCESS_REQUEST,
};
