//! A request as a row of the status lists. The declared model says which members there are, and in which order.

use sailpoint_access_requests::models::Model;
use serde::ser::{Error, SerializeMap};
use serde::{Serialize, Serializer};
use serde_json::json;

use super::request::AccessRequest;

/// A row of the list whose rows are `model`.
pub struct StatusRow<'a> {
    pub request: &'a AccessRequest,
    pub model: &'static Model,
}

impl Serialize for StatusRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.model.fields.len()))?;
        for field in self.model.fields {
            member(&mut map, field.name, self.request)?;
        }
        map.end()
    }
}

/// Null stands where the model allows it and there is nothing to tell.
fn member<M: SerializeMap>(map: &mut M, name: &'static str, request: &AccessRequest) -> Result<(), M::Error> {
    match name {
        "id" => map.serialize_entry(name, &request.id),
        "name" => map.serialize_entry(name, &request.item.name),
        "type" => map.serialize_entry(name, &request.item.kind),
        "cancelledRequestDetails" => map.serialize_entry(name, &request.cancellation),
        "errorMessages" => map.serialize_entry(name, &unless_empty(&request.errors)),
        "state" => map.serialize_entry(name, &request.state),
        "approvalDetails" => map.serialize_entry(name, &request.approvals),
        "approvalIds" => {
            let ids: Vec<&str> = request.approvals.iter().map(|approval| approval.id.as_str()).collect();
            map.serialize_entry(name, &unless_empty(&ids))
        }
        "manualWorkItemDetails" => map.serialize_entry(name, &unless_empty(&request.work_items)),
        "accountActivityItemId" => map.serialize_entry(name, &request.account_activity_item_id),
        "requestType" => map.serialize_entry(name, &request.request_type),
        "modified" => map.serialize_entry(name, &request.modified),
        "created" => map.serialize_entry(name, &request.created),
        "requester" => map.serialize_entry(name, &request.requester),
        "requestedFor" => map.serialize_entry(name, &request.requested_for),
        "requesterComment" => map.serialize_entry(name, &request.requester_comment),
        "sodViolationContext" => map.serialize_entry(name, &request.sod_check),
        "provisioningDetails" => {
            let details = request.reached_provisioning().then(|| json!({ "orderedSubPhaseReferences": "manualWorkItemDetails" }));
            map.serialize_entry(name, &details)
        }
        "preApprovalTriggerDetails" => map.serialize_entry(name, &request.pre_approval),
        "accessRequestPhases" => map.serialize_entry(name, &unless_empty(&request.phases)),
        "description" => map.serialize_entry(name, &request.item.description),
        "startDate" => map.serialize_entry(name, &request.start_date),
        "removeDate" => map.serialize_entry(name, &request.remove_date),
        "cancelable" => map.serialize_entry(name, &request.is_in_approval()),
        "reauthorizationRequired" => map.serialize_entry(name, &request.reauthorization_required),
        "accessRequestId" => map.serialize_entry(name, &request.access_request_id),
        "clientMetadata" => map.serialize_entry(name, &request.client_metadata),
        "requestedAccounts" => map.serialize_entry(name, &request.requested_accounts),
        "privilegeLevel" => map.serialize_entry(name, &request.item.privilege_level),
        other => Err(M::Error::custom(format!("the sandbox's rows have no member {other}"))),
    }
}

fn unless_empty<T>(list: &[T]) -> Option<&[T]> {
    (!list.is_empty()).then_some(list)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed;
    use sailpoint_access_requests::models;
    use serde_json::Value;

    #[test]
    fn rows_have_exactly_the_declared_members_in_their_declared_shape() {
        let store = seed::store(1, 200);
        for model in [&models::REQUESTED_ITEM_STATUS, &models::ACCESS_REQUEST_ADMIN_ITEM_STATUS] {
            for request in store.requests() {
                let row = serde_json::to_value(StatusRow { request, model }).expect("every member is known");
                let problems = crate::checks::body::problems_of(model, &row);
                assert!(problems.is_empty(), "{problems:?} in {row}");
                assert_eq!(row.as_object().map(serde_json::Map::len), Some(model.fields.len()));
            }
        }
    }

    #[test]
    fn each_nullable_member_is_null_somewhere_and_told_somewhere() {
        let store = seed::store(1, 200);
        let model = &models::REQUESTED_ITEM_STATUS;
        let rows: Vec<Value> = store
            .requests()
            .iter()
            .map(|request| serde_json::to_value(StatusRow { request, model }).expect("every member is known"))
            .collect();
        // Every seeded item has these.
        let always = ["name", "type", "requestType", "modified", "description", "accessRequestPhases", "approvalIds"];
        for field in model.fields.iter().filter(|field| field.nullable) {
            let nulls = rows.iter().filter(|row| row[field.name].is_null()).count();
            assert!(nulls < rows.len(), "{} is never told", field.name);
            assert_eq!(nulls == 0, always.contains(&field.name), "{} is null {nulls} times", field.name);
        }
    }
}
