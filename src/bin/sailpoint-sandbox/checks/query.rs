//! Query parameters, by the declarations of an operation.

use std::collections::BTreeMap;

use sailpoint_access_requests::operations::{Operation, Parameter, ParameterKind};

use super::filters::Filter;
use super::sorters::{self, Sorter};
use crate::errors::ApiError;
use crate::http::decode_pairs;

/// The one value of request-state that the service documents.
const REQUEST_STATE: &str = "EXECUTING";

/// The parameters of a request, by their JSON names.
#[derive(Debug, Default)]
pub struct Query {
    texts: BTreeMap<&'static str, String>,
    numbers: BTreeMap<&'static str, usize>,
    pub count: bool,
    pub filter: Option<Filter>,
    pub sorters: Vec<Sorter>,
    /// Whether only requests in the state EXECUTING are asked for.
    pub executing_only: bool,
}

impl Query {
    /// Reads the query of `target`. Parameters that the operation does not have are ignored. Refuses with a message for each
    /// thing that is wrong.
    pub fn read(operation: &Operation, target: &str) -> Result<Self, ApiError> {
        let pairs = decode_pairs(target.split_once('?').map_or("", |(_, query)| query));
        let given = |parameter: &Parameter| pairs.iter().find(|(name, _)| name == parameter.query).map(|(_, value)| value.as_str());
        let mut query = Self::default();
        let mut problems = Vec::new();
        for parameter in operation.parameters {
            let Some(value) = given(parameter) else { continue };
            if let Err(problem) = query.take(operation, parameter, value) {
                problems.push(problem);
            }
            // Both parameters name each other; one message is enough.
            let rivals =
                operation.parameters.iter().filter(|other| other.name > parameter.name && parameter.excludes.contains(&other.name));
            for rival in rivals.filter(|rival| given(rival).is_some()) {
                problems.push(format!("{} and {} can't be given together.", parameter.query, rival.query));
            }
        }
        if problems.is_empty() { Ok(query) } else { Err(ApiError::BadRequest(problems)) }
    }

    pub fn text(&self, name: &str) -> Option<&str> {
        self.texts.get(name).map(String::as_str)
    }

    pub fn number(&self, name: &str) -> Option<usize> {
        self.numbers.get(name).copied()
    }

    fn take(&mut self, operation: &Operation, parameter: &Parameter, value: &str) -> Result<(), String> {
        match parameter.kind {
            ParameterKind::Text => {
                self.texts.insert(parameter.name, value.to_owned());
            }
            ParameterKind::Count(max) => {
                let number = value.parse().ok().filter(|number| (0..=max).contains(number)).and_then(|number| usize::try_from(number).ok());
                let problem = || format!("{} has to be a whole number from 0 to {max}, not {value:?}.", parameter.query);
                self.numbers.insert(parameter.name, number.ok_or_else(problem)?);
            }
            ParameterKind::Boolean => self.count = boolean(parameter, value)?,
            ParameterKind::Filters => self.filter = Some(Filter::parse(value, operation.filters)?),
            ParameterKind::Sorters => self.sorters = sorters::parse(value, operation.sorters)?,
            ParameterKind::RequestState if value == REQUEST_STATE => self.executing_only = true,
            ParameterKind::RequestState => {
                return Err(format!("{} can only be {REQUEST_STATE}, not {value:?}.", parameter.query));
            }
        }
        Ok(())
    }
}

fn boolean(parameter: &Parameter, value: &str) -> Result<bool, String> {
    // The published module sends True and False.
    match value.to_ascii_lowercase().as_str() {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err(format!("{} has to be true or false, not {value:?}.", parameter.query)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sailpoint_access_requests::operations;

    fn read(query: &str) -> Result<Query, Vec<String>> {
        let operation = operations::find("listAccessRequestStatus").expect("declared");
        Query::read(operation, &format!("/v2024/access-request-status?{query}")).map_err(|error| match error {
            ApiError::BadRequest(messages) => messages,
            other => panic!("{other:?}"),
        })
    }

    #[test]
    fn parameters_are_read_by_their_declarations() {
        let query = read("requested-for=me&limit=250&offset=0&count=True&request-state=EXECUTING&sorters=-name&unknown=1").expect("valid");
        assert_eq!((query.text("requestedFor"), query.number("limit"), query.number("offset")), (Some("me"), Some(250), Some(0)));
        assert_eq!((query.count, query.executing_only, query.sorters.len()), (true, true, 1));
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once() {
        let messages = read("limit=251&offset=-1&count=yes&request-state=request-state%3DEXECUTING&filters=x&sorters=y").unwrap_err();
        assert_eq!(
            messages,
            [
                "count has to be true or false, not \"yes\".",
                "limit has to be a whole number from 0 to 250, not \"251\".",
                "offset has to be a whole number from 0 to 2147483647, not \"-1\".",
                "Filters have no field \"x\" here; there are accessRequestId, accountActivityItemId, created.",
                "There is no sorting by \"y\" here; there are created, modified, accountActivityItemId, name.",
                "request-state can only be EXECUTING, not \"request-state=EXECUTING\".",
            ]
        );
    }

    #[test]
    fn requested_for_and_requested_by_exclude_regarding_identity() {
        let messages = read("requested-for=a&regarding-identity=b&requested-by=c").unwrap_err();
        assert_eq!(
            messages,
            [
                "regarding-identity and requested-for can't be given together.",
                "regarding-identity and requested-by can't be given together.",
            ]
        );
    }
}
