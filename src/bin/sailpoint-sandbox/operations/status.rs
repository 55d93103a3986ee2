//! listAccessRequestStatus and listAdministratorsAccessRequestStatus: the same requests as rows of two models.
//!
//! Known from the operations' texts: `me` is the token's identity; the page is cut after filtering and sorting; count=true
//! tells the number of rows without limit and offset in X-Total-Count.

use sailpoint_access_requests::operations::Answer;

use super::{Call, Success};
use crate::checks::query::Query;
use crate::checks::{FieldValue, sorters};
use crate::errors::ApiError;
use crate::http::Response;
use crate::settings::OffsetAtEnd;
use crate::store::request::{AccessRequest, RequestState};
use crate::store::row::StatusRow;

/// How many rows an answer has where the request does not say.
const DEFAULT_LIMIT: usize = 250;
const ME: &str = "me";

pub fn list(call: &mut Call<'_>) -> Result<Success, ApiError> {
    let Answer::List(model) = call.operation.answer else {
        return Err(ApiError::Other(500, format!("{} is not declared as a list.", call.operation.id)));
    };
    let query = Query::read(call.operation, &call.request.head.target)?;
    let me = call.store.me().id;
    let mut found: Vec<_> = call.store.requests().iter().filter(|request| matches(request, &query, &me)).collect();
    // Stable, and without sorters in the order of submission, so that pages stay put while requests are added.
    found.sort_by(|left, right| sorters::compare(&query.sorters, &|field| value(left, field), &|field| value(right, field)));

    let offset = query.number("offset").unwrap_or(0);
    if offset > 0 && offset >= found.len() && call.settings.offset_at_end == OffsetAtEnd::Error {
        return Err(ApiError::bad_request(format!("offset {offset} is behind the last of {} rows.", found.len())));
    }
    let limit = query.number("limit").unwrap_or(DEFAULT_LIMIT);
    let rows: Vec<_> = found.iter().skip(offset).take(limit).map(|request| StatusRow { request, model }).collect();
    let mut response = Response::json(call.operation.success, &rows);
    if query.count {
        response = response.with_header("X-Total-Count", found.len().to_string());
    }
    Ok(Success { response, acted_on: Vec::new() })
}

fn matches(request: &AccessRequest, query: &Query, me: &str) -> bool {
    let given = |name: &str| query.text(name).map(|id| if id == ME { me } else { id });
    let is = |name: &str, holds: &dyn Fn(&str) -> bool| given(name).is_none_or(holds);
    let requested_for = |id: &str| request.requested_for.id == id;
    let requested_by = |id: &str| request.requester.id == id;
    is("requestedFor", &requested_for)
        && is("requestedBy", &requested_by)
        && is("regardingIdentity", &|id| requested_for(id) || requested_by(id))
        && is("assignedTo", &|id| request.is_assigned_to(id))
        && (!query.executing_only || request.state == RequestState::Executing)
        && query.filter.as_ref().is_none_or(|filter| filter.matches(&|field| value(request, field)))
}

/// What filters and sorters compare. They call `status` what the rows call `state`.
fn value<'a>(request: &'a AccessRequest, field: &str) -> FieldValue<'a> {
    match field {
        "accessRequestId" => FieldValue::Text(&request.access_request_id),
        "accountActivityItemId" => FieldValue::Text(&request.account_activity_item_id),
        "created" => FieldValue::Date(request.created),
        "modified" => FieldValue::Date(request.modified),
        "name" => request.item.name.as_deref().map_or(FieldValue::Null, FieldValue::Text),
        "status" => FieldValue::Text(request.state.name()),
        _ => FieldValue::Null,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed;
    use sailpoint_access_requests::operations::OPERATIONS;

    #[test]
    fn every_field_of_filters_and_sorters_has_a_value() {
        let store = seed::store(1, 1);
        let request = &store.requests()[0];
        let lists = OPERATIONS.iter().filter(|operation| matches!(operation.answer, Answer::List(_)));
        let fields: Vec<_> =
            lists.flat_map(|list| list.filters.iter().map(|field| field.name).chain(list.sorters.iter().copied())).collect();
        assert_eq!(fields.len(), 16);
        for field in fields {
            assert_ne!(value(request, field), FieldValue::Null, "{field}");
        }
    }
}
