//! What the documentation's examples name: requests that can be approved, cancelled and closed again and again.
//!
//! Known from the V2024 reference page and the examples in the OpenAPI description. The same id stands there for an approval,
//! an access request and an access profile.

use super::identities::DOCUMENTED_REQUESTER;
use crate::store::Store;
use crate::store::request::{AccessRequest, Approval, Comment};

struct Example {
    access_request_id: &'static str,
    approval_id: &'static str,
    account_activity_item_id: &'static str,
}

const EXAMPLES: [Example; 4] = [
    Example {
        access_request_id: "2c9180835d2e5168015d32f890ca1581",
        approval_id: "2c9180835d2e5168015d32f890ca1581",
        account_activity_item_id: "2c9180926cbfbddd016cbfc7c3b10010",
    },
    Example {
        access_request_id: "2c9180835d2e5168015d32f890ca1582",
        approval_id: "2c9180835d2e5168015d32f890ca1582",
        account_activity_item_id: "2c918086771c86df0177401efcdf54c1",
    },
    Example {
        access_request_id: "2c90ad2a70ace7d50170acf22ca90010",
        approval_id: "2c91808b7294bea301729568c68c002e",
        account_activity_item_id: "2c918086771c86df0177401efcdf54c2",
    },
    Example {
        access_request_id: "2b838de9-db9b-abcf-e646-d4f274ad4238",
        approval_id: "85f0cf482dd44327b593624c07906c21",
        // That of the filter in the list examples. No other example acts on this request, so it stays in EXECUTING for them.
        account_activity_item_id: "2c918086771c86df0177401efcdf54c0",
    },
];

pub fn add(store: &mut Store) {
    for (index, example) in EXAMPLES.iter().enumerate() {
        let created = store.tick();
        // The page's list examples ask for one identity as requester, recipient and assignee at once.
        let person = store.catalog.identity(DOCUMENTED_REQUESTER);
        // Another item than the one that the example of createAccessRequest asks for, so that its first call makes a request.
        let item = store.catalog.items[index].clone();
        let approval = Approval::pending(example.approval_id.to_owned(), person.clone(), item.kind.approval_scheme(), None);
        let comment = Comment { comment: Some("Named in the documentation.".to_owned()), created, author: person.clone() };
        let (id, activity_id) = (example.access_request_id.to_owned(), example.account_activity_item_id.to_owned());
        let request = AccessRequest::submitted(id, activity_id, item, person.clone(), person, vec![approval], created);
        store.add(AccessRequest { requester_comment: Some(comment), documented: true, ..request });
    }
}

/// Settings as a tenant may have them, every documented member given.
pub const ACCESS_REQUEST_CONFIG: &str = r#"{
  "approvalsMustBeExternal": false,
  "autoApprovalEnabled": false,
  "reauthorizationEnabled": false,
  "requestOnBehalfOfConfig": {
    "allowRequestOnBehalfOfAnyoneByAnyone": true,
    "allowRequestOnBehalfOfEmployeeByManager": true
  },
  "approvalReminderAndEscalationConfig": {
    "daysUntilEscalation": 7,
    "daysBetweenReminders": 3,
    "maxReminders": 2,
    "fallbackApproverRef": {
      "type": "IDENTITY",
      "id": "2c9180877b2b6ea4017b2c545f971429",
      "name": "Tomas Achterberg",
      "email": "tomas.achterberg@example.com"
    }
  },
  "entitlementRequestConfig": {
    "accessRequestConfig": {
      "approvalSchemes": [{ "approverType": "ENTITLEMENT_OWNER", "approverId": null }],
      "requestCommentRequired": false,
      "denialCommentRequired": true,
      "reauthorizationRequired": false,
      "requireEndDate": false,
      "maxPermittedAccessDuration": { "value": 26, "timeUnit": "WEEKS" }
    },
    "revocationRequestConfig": {
      "approvalSchemes": [{ "approverType": "MANAGER", "approverId": null }]
    }
  }
}"#;

#[cfg(test)]
mod tests {
    use sailpoint_access_requests::models;

    #[test]
    fn the_settings_are_those_that_are_documented() {
        let config = serde_json::from_str(super::ACCESS_REQUEST_CONFIG).expect("JSON");
        assert_eq!(crate::checks::body::problems_of(&models::ACCESS_REQUEST_CONFIG, &config), Vec::<String>::new());
        assert!(models::ACCESS_REQUEST_CONFIG.fields.iter().all(|field| config.get(field.name).is_some()));
    }
}
