//! The exports under their C names, with ownership kept straight: what a C program does, in a form that tests can read.

use sailpoint_access_requests::ffi::*;
use serde_json::{Value, json};
use std::ffi::{CStr, CString, c_char};
use std::ptr;

pub type Operation = unsafe extern "C" fn(*const SailpointClient, *const c_char, *const c_char) -> *mut c_char;

/// Every blocking operation by its operationId.
pub const OPERATIONS: [(&str, Operation); 9] = [
    ("approveBulkAccessRequest", sailpoint_approve_bulk_access_request),
    ("cancelAccessRequest", sailpoint_cancel_access_request),
    ("cancelAccessRequestInBulk", sailpoint_cancel_access_request_in_bulk),
    ("closeAccessRequest", sailpoint_close_access_request),
    ("createAccessRequest", sailpoint_create_access_request),
    ("getAccessRequestConfig", sailpoint_get_access_request_config),
    ("listAccessRequestStatus", sailpoint_list_access_request_status),
    ("listAdministratorsAccessRequestStatus", sailpoint_list_administrators_access_request_status),
    ("setAccessRequestConfig", sailpoint_set_access_request_config),
];

/// Takes a text from the library, frees it, and reads it as JSON.
pub fn take(text: *mut c_char) -> Value {
    assert!(!text.is_null(), "a result is never NULL");
    // SAFETY: a text of the library, freed here and nowhere else.
    let json = unsafe {
        let json = CStr::from_ptr(text).to_str().expect("results are UTF-8").to_owned();
        sailpoint_string_free(text);
        json
    };
    serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error}: {json}"))
}

/// The message of a connection error of which the tenant saw nothing.
pub fn refused_unsent(envelope: &Value) -> String {
    let error = &envelope["error"];
    assert_eq!(
        (&error["kind"], &error["delivery"], &envelope["meta"]["attempts"]),
        (&json!("transport"), &json!("not_sent"), &json!(0)),
        "{envelope}"
    );
    error["message"].as_str().expect("a text").to_owned()
}

pub struct Client(pub *mut SailpointClient);

// SAFETY: the header allows any thread.
unsafe impl Send for Client {}
// SAFETY: as above.
unsafe impl Sync for Client {}

impl Client {
    pub fn new(config: &Value) -> Self {
        Self::try_new(&config.to_string()).unwrap_or_else(|error| panic!("{error}"))
    }

    /// The error is the envelope's `error`.
    pub fn try_new(config: &str) -> Result<Self, Value> {
        let config = CString::new(config).expect("no NUL");
        let mut error = ptr::null_mut();
        // SAFETY: a text with its end, and a place for one pointer.
        let client = unsafe { sailpoint_client_new(config.as_ptr(), &raw mut error) };
        if client.is_null() {
            return Err(take(error)["error"].clone());
        }
        assert!(error.is_null(), "no error on success");
        Ok(Self(client))
    }

    /// With NULL: from the environment, else from `config.json` in the current directory.
    pub fn from_surroundings() -> Self {
        let mut error = ptr::null_mut();
        // SAFETY: NULL is allowed, and there is a place for one pointer.
        let client = unsafe { sailpoint_client_new(ptr::null(), &raw mut error) };
        assert!(!client.is_null(), "{}", take(error));
        Self(client)
    }

    pub fn call(&self, operation: &str, request: &Value) -> Value {
        self.call_with(operation, Some(&request.to_string()), None)
    }

    pub fn call_with(&self, operation: &str, request: Option<&str>, options: Option<&str>) -> Value {
        let (_, function) = OPERATIONS.iter().find(|(id, _)| *id == operation).expect("a known operation");
        let text = |text: Option<&str>| text.map(|text| CString::new(text).expect("no NUL"));
        let (request, options) = (text(request), text(options));
        let pointer = |text: &Option<CString>| text.as_ref().map_or(ptr::null(), |text| text.as_ptr());
        // SAFETY: texts with their ends or NULL.
        take(unsafe { function(self.0, pointer(&request), pointer(&options)) })
    }

    /// Starts a call with events.
    pub fn start(&self, operation: &str, request: &str, options: Option<&str>) -> Result<Call, Value> {
        let text = |text: &str| CString::new(text).expect("no NUL");
        let (operation, request, options) = (text(operation), text(request), options.map(text));
        let options = options.as_ref().map_or(ptr::null(), |options| options.as_ptr());
        let mut error = ptr::null_mut();
        // SAFETY: texts with their ends or NULL, and a place for one pointer.
        let call = unsafe { sailpoint_call_start(self.0, operation.as_ptr(), request.as_ptr(), options, &raw mut error) };
        if call.is_null() { Err(take(error)["error"].clone()) } else { Ok(Call(call)) }
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        // SAFETY: any value is allowed.
        unsafe { sailpoint_client_free(self.0) };
    }
}

pub struct Call(pub *mut SailpointCall);

// SAFETY: the header allows any thread.
unsafe impl Send for Call {}
// SAFETY: as above.
unsafe impl Sync for Call {}

impl Call {
    /// The return code, and the event where there is one.
    pub fn next(&self, timeout_ms: i32) -> (i32, Option<Value>) {
        let mut event = ptr::null_mut();
        // SAFETY: a place for one pointer.
        let code = unsafe { sailpoint_call_next(self.0, timeout_ms, &raw mut event) };
        (code, (!event.is_null()).then(|| take(event)))
    }

    /// Until the call tells that it waits.
    pub fn wait_for_progress(&self) {
        loop {
            match self.next(-1) {
                (SAILPOINT_CALL_EVENT, Some(event)) if event["event"] == "progress" => return,
                (SAILPOINT_CALL_EVENT, Some(_)) => {}
                other => panic!("it ended without a wait: {other:?}"),
            }
        }
    }

    /// All events up to the end; the last is the result.
    pub fn events(&self) -> Vec<Value> {
        let mut events = Vec::new();
        loop {
            match self.next(-1) {
                (SAILPOINT_CALL_EVENT, Some(event)) => events.push(event),
                (SAILPOINT_CALL_NO_MORE, None) => return events,
                other => panic!("{other:?}"),
            }
        }
    }

    pub fn result(&self) -> Value {
        self.events().pop().expect("a result")["envelope"].clone()
    }

    pub fn abort(&self) -> i32 {
        // SAFETY: any value is allowed.
        unsafe { sailpoint_call_abort(self.0) }
    }
}

impl Drop for Call {
    fn drop(&mut self) {
        // SAFETY: any value is allowed.
        unsafe { sailpoint_call_free(self.0) };
    }
}

/// Checks a model without a call.
pub fn model_check(model: &str, json: &str) -> Value {
    let (model, json) = (CString::new(model).expect("no NUL"), CString::new(json).expect("no NUL"));
    // SAFETY: texts with their ends.
    take(unsafe { sailpoint_model_check(model.as_ptr(), json.as_ptr()) })
}
