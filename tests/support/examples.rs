//! Requests as the documentation's examples have them. The sandbox takes each of them again and again.

use serde_json::{Value, json};

/// A body of approveBulkAccessRequest, as text.
pub const APPROVE: &str = r#"{"approvalIds":["2c9180835d2e5168015d32f890ca1581"],"comment":"x"}"#;

/// A request of this operation; lists and settings need no members.
pub fn request(operation: &str) -> Value {
    const ID: &str = "2c9180835d2e5168015d32f890ca1581";
    match operation {
        "approveBulkAccessRequest" => json!({ "approvalIds": [ID], "comment": "x" }),
        "cancelAccessRequest" => json!({ "accountActivityId": ID, "comment": "x" }),
        "cancelAccessRequestInBulk" => json!({ "accessRequestIds": [ID], "comment": "x" }),
        "closeAccessRequest" => json!({ "accessRequestIds": ["2c90ad2a70ace7d50170acf22ca90010"] }),
        "createAccessRequest" => {
            json!({ "requestedFor": ["2c918084660f45d6016617daa9210584"], "requestedItems": [{ "type": "ROLE", "id": "x" }] })
        }
        "setAccessRequestConfig" => json!({ "autoApprovalEnabled": false }),
        _ => json!({}),
    }
}
