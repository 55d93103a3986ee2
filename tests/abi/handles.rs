//! NULL, freed, foreign and made-up handles, and texts that are none: an error each, and never a crash.

use crate::support::abi::{Client, OPERATIONS, take};
use crate::support::sandbox::Sandbox;
use sailpoint_access_requests::ffi::*;
use serde_json::{Value, json};
use std::ffi::CString;
use std::ptr;

/// Calls each operation with this handle and gives the distinct messages.
fn messages_for(client: *const SailpointClient) -> Vec<Value> {
    let request = CString::new("{}").expect("no NUL");
    let mut messages: Vec<Value> = OPERATIONS
        .iter()
        .map(|(_, function)| {
            // SAFETY: a text with its end; any value is allowed for the handle.
            let envelope = take(unsafe { function(client, request.as_ptr(), ptr::null()) });
            assert_eq!(
                (&envelope["ok"], &envelope["error"]["kind"], &envelope["error"]["delivery"]),
                (&json!(false), &json!("validation"), &json!("not_sent"))
            );
            envelope["error"]["message"].clone()
        })
        .collect();
    messages.dedup();
    messages
}

#[test]
fn a_wrong_client_handle_is_named() {
    assert_eq!(messages_for(ptr::null()), ["The client handle is NULL. Make a client with sailpoint_client_new first."]);
    let unknown = "The client handle is not one of a living client: it was freed, or never came from sailpoint_client_new.";
    for made_up in [1_usize, 0xdead_beef, usize::MAX, usize::MAX >> 1] {
        assert_eq!(messages_for(ptr::without_provenance(made_up)), [unknown], "{made_up:#x}");
    }
    let sandbox = Sandbox::start();
    let client = Client::new(&sandbox.config());
    let freed = client.0;
    drop(client);
    assert_eq!(messages_for(freed), [unknown]);
    let next = Client::new(&sandbox.config());
    assert_ne!(next.0, freed, "a freed key does not come back");
    assert_eq!(messages_for(freed), [unknown]);
    let call = next.start("getAccessRequestConfig", "{}", None).expect("a call");
    assert_eq!(messages_for(call.0.cast()), ["The client handle is that of a call."]);
    assert_eq!(call.result()["ok"], true);
    assert_eq!(sandbox.arrived("getAccessRequestConfig"), 1, "only the call itself arrived");
}

#[test]
fn a_wrong_call_handle_is_named() {
    let sandbox = Sandbox::start();
    let client = Client::new(&sandbox.config());
    let freed = client.start("getAccessRequestConfig", "{}", None).expect("a call");
    let freed_key = freed.0;
    drop(freed);
    let rows: [(*mut SailpointCall, &str); 3] = [
        (ptr::null_mut(), "The call handle is NULL. Start a call with sailpoint_call_start first."),
        (client.0.cast(), "The call handle is that of a client."),
        (freed_key, "The call handle is not one of a living call: it was freed, or never came from sailpoint_call_start."),
    ];
    for (key, message) in rows {
        let mut event = ptr::null_mut();
        // SAFETY: any value is allowed for the handle, and there is a place for one pointer.
        let (code, aborted) = unsafe { (sailpoint_call_next(key, 0, &raw mut event), sailpoint_call_abort(key)) };
        assert_eq!((code, aborted), (SAILPOINT_CALL_INVALID, SAILPOINT_CALL_INVALID));
        assert_eq!(take(event)["error"]["message"], message);
        // SAFETY: any value is allowed.
        unsafe { sailpoint_call_free(key) };
    }
    assert_eq!(client.call_with("getAccessRequestConfig", None, None)["ok"], true, "freeing it as a call left the client alone");
}

#[test]
fn frees_take_null_and_what_was_freed() {
    // SAFETY: NULL is allowed everywhere.
    unsafe {
        sailpoint_string_free(ptr::null_mut());
        sailpoint_client_free(ptr::null_mut());
        sailpoint_call_free(ptr::null_mut());
        sailpoint_client_free(ptr::without_provenance_mut(77));
    }
}

#[test]
fn texts_that_are_none_are_named() {
    let sandbox = Sandbox::start();
    let client = Client::new(&sandbox.config());
    let not_utf8 = c"{\"comment\":\"\xff\"}";
    let text = c"{}";
    let message = |envelope: Value| envelope["error"]["message"].clone();
    // SAFETY: texts with their ends, or NULL.
    unsafe {
        assert_eq!(
            message(take(sailpoint_approve_bulk_access_request(client.0, not_utf8.as_ptr(), ptr::null()))),
            "request_json is not UTF-8: the byte at offset 12 is wrong. Texts go in as UTF-8."
        );
        assert_eq!(
            message(take(sailpoint_approve_bulk_access_request(client.0, text.as_ptr(), not_utf8.as_ptr()))),
            "options_json is not UTF-8: the byte at offset 12 is wrong. Texts go in as UTF-8."
        );
        assert_eq!(
            message(take(sailpoint_approve_bulk_access_request(client.0, ptr::null(), ptr::null()))),
            "approveBulkAccessRequest was not sent: there is no request. Give a JSON object with approvalIds and comment."
        );
        let mut error = ptr::null_mut();
        assert!(sailpoint_client_new(not_utf8.as_ptr(), &raw mut error).is_null());
        assert_eq!(message(take(error)), "config_json is not UTF-8: the byte at offset 12 is wrong. Texts go in as UTF-8.");
        assert!(sailpoint_call_start(client.0, ptr::null(), text.as_ptr(), ptr::null(), &raw mut error).is_null());
        assert_eq!(message(take(error)), "operation is NULL, and a text is needed.");
        assert!(
            sailpoint_call_start(client.0, c"x".as_ptr(), ptr::null(), ptr::null(), ptr::null_mut()).is_null(),
            "the reason may be unwanted"
        );
        assert_eq!(message(take(sailpoint_model_check(ptr::null(), text.as_ptr()))), "model is NULL, and a text is needed.");
        assert_eq!(sailpoint_call_next(ptr::null_mut(), 0, ptr::null_mut()), SAILPOINT_CALL_INVALID);
    }
    assert_eq!(sandbox.all_arrived(), 0);
}

#[test]
fn clients_and_calls_work_from_many_threads() {
    let sandbox = Sandbox::start();
    let client = Client::new(&sandbox.config());
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..5 {
                    assert_eq!(client.call("listAccessRequestStatus", &json!({ "limit": 1 }))["ok"], true);
                    assert_eq!(client.start("getAccessRequestConfig", "{}", None).expect("a call").result()["ok"], true);
                }
            });
        }
    });
    assert_eq!((sandbox.arrived("listAccessRequestStatus"), sandbox.arrived("getAccessRequestConfig")), (40, 40));
    assert_eq!(sandbox.token_requests(), 1, "one fetch serves all callers");
}

#[test]
fn a_client_freed_during_a_call_lets_it_end() {
    let sandbox = Sandbox::with(json!({ "latencyMs": 200 }));
    let client = Client::new(&sandbox.config());
    let call = client.start("getAccessRequestConfig", "{}", None).expect("a call");
    drop(client);
    assert_eq!(call.result()["ok"], true);
}

#[test]
fn a_thread_inside_a_runtime_may_call_too() {
    let sandbox = Sandbox::start();
    let client = Client::new(&sandbox.config());
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let envelope = runtime.block_on(async { client.call_with("getAccessRequestConfig", None, None) });
    assert_eq!(envelope["ok"], true, "{envelope}");
}
