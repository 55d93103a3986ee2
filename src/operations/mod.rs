//! Every operation, declared once: where its parts go, what it takes and answers, and how it may be delivered.
//!
//! Exports, C# methods, cmdlets, the sandbox's routes and the tables in `docs/` are checked against [`OPERATIONS`] or
//! generated from it. [`filter`] reads filter expressions; [`request`] turns a caller's JSON into the parts of a request.

mod describe;
pub mod filter;
pub mod request;
mod table;

use crate::models::Model;
pub use describe::describe_json;
pub use table::OPERATIONS;

/// One documented operation.
#[derive(Debug)]
pub struct Operation {
    /// The operationId, such as `approveBulkAccessRequest`.
    pub id: &'static str,
    /// The same in the spelling of Rust and C, such as `approve_bulk_access_request`.
    pub function: &'static str,
    /// The documented cmdlet.
    pub cmdlet: &'static str,
    /// One line of meaning, for help and docs.
    pub meaning: &'static str,
    pub method: Method,
    /// Below `BASE_URL/v2024`.
    pub path: &'static str,
    /// In the documented order, which is that of the cmdlet's positions.
    pub parameters: &'static [Parameter],
    pub body: Option<&'static Model>,
    pub answer: Answer,
    /// The status of success.
    pub success: u16,
    /// Whether the operation is or ever was experimental, so that `X-SailPoint-Experimental: true` goes with it.
    pub experimental: bool,
    /// What takes its place, where the service has deprecated it.
    pub deprecated: Option<&'static str>,
    pub delivery: Delivery,
    /// What tells whether a request whose fate is unknown was acted on; empty where asking again does no harm.
    pub verify: &'static str,
    pub id_limit: Option<IdLimit>,
    /// Fields that `filters` knows, each with the union of the operators that any source lists.
    pub filters: &'static [FilterField],
    /// Fields that `sorters` knows.
    pub sorters: &'static [&'static str],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    Get,
    Post,
    Put,
}

/// What a successful answer holds.
#[derive(Debug)]
pub enum Answer {
    /// An object without documented members.
    Empty,
    Object(&'static Model),
    /// A JSON array of this model.
    List(&'static Model),
}

/// When a request may be sent again without being asked to. `client::retry` decides by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// It changes nothing, or the same a second time: sent again after a reset, a timeout or a 5xx too.
    Repeatable,
    /// Sent again only where the service cannot have acted.
    Once,
    /// As `Once`, and not even after a 503 that names a wait: a second submission makes a second request.
    OnceStrictly,
}

/// How many ids one call takes.
#[derive(Debug)]
pub struct IdLimit {
    /// The member that holds them.
    pub member: &'static str,
    pub max: usize,
}

/// A query parameter.
#[derive(Debug)]
pub struct Parameter {
    /// The JSON name in a request, such as `requestedFor`. The cmdlets write it with a capital.
    pub name: &'static str,
    /// The name in the URL, such as `requested-for`.
    pub query: &'static str,
    pub kind: ParameterKind,
    /// Parameters that must not be given together with this one.
    pub excludes: &'static [&'static str],
    pub meaning: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterKind {
    Text,
    Boolean,
    /// A whole number of 32 bits from 0 to this.
    Count(i32),
    /// A filter expression over the operation's `filters`.
    Filters,
    /// Comma-separated names of the operation's `sorters`, each with an optional `-`.
    Sorters,
    /// `EXECUTING`, also written `request-state=EXECUTING` as the reference page's example does.
    RequestState,
}

/// A field that `filters` knows, with its operators.
#[derive(Debug)]
pub struct FilterField {
    pub name: &'static str,
    pub operators: &'static [&'static str],
}

impl Operation {
    /// Its place in [`OPERATIONS`], by which counters and the like are kept.
    #[must_use]
    pub fn index(&self) -> Option<usize> {
        OPERATIONS.iter().position(|known| known.id == self.id)
    }
}

impl Method {
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
        }
    }
}

/// The operation of this operationId, ignoring case.
#[must_use]
pub fn find(id: &str) -> Option<&'static Operation> {
    OPERATIONS.iter().find(|operation| operation.id.eq_ignore_ascii_case(id))
}
