/*
 * Access requests of SailPoint Identity Security Cloud, for C99 and C++17 and whatever calls C.
 *
 * What holds for every function:
 * - Text is UTF-8 with a NUL at its end. Texts that go in are copied before the function returns. Texts that come out are
 *   freed with sailpoint_string_free(), but for the one of sailpoint_version().
 * - A result is an envelope, a JSON object: {"ok":true,"status":...,"headers":{...},"data":...,"meta":{...}} or
 *   {"ok":false,"error":{"kind":...,"message":...,"delivery":...},"meta":{...}}. docs/envelope.md tells its members.
 * - Handles are keys and not addresses: NULL, a freed or a made-up handle gives an error and never a crash.
 * - Every function may be called from any thread. No function calls back.
 * - No panic and no signal comes out of the library. After a fork() it does not work in the child.
 *
 * Made from src/ffi by cbindgen; do not edit.
 */


#ifndef SAILPOINT_ACCESS_REQUESTS_H
#define SAILPOINT_ACCESS_REQUESTS_H

#include <stdint.h>


/*
 The version of this header: the major in the high 16 bits, the minor in the low.
 */
#define SAILPOINT_ABI_VERSION 65536

/*
 sailpoint_call_next: an event was written.
 */
#define SAILPOINT_CALL_EVENT 1

/*
 sailpoint_call_next: the time is up, and the call goes on.
 */
#define SAILPOINT_CALL_TIME_IS_UP 0

/*
 sailpoint_call_next: the result was taken before; there is no more.
 */
#define SAILPOINT_CALL_NO_MORE (-1)

/*
 The handle is not one of a living call.
 */
#define SAILPOINT_CALL_INVALID (-2)

/*
 A call under way. Only ever seen through a pointer, which is a key and not an address.
 */
typedef struct SailpointCall SailpointCall;

/*
 A connection to one tenant: settings, token, limiter and connections. Only ever seen through a pointer, which is a key and
 not an address.
 */
typedef struct SailpointClient SailpointClient;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/*
 The ABI version of the loaded library. A program works with it if the major is equal to that of SAILPOINT_ABI_VERSION, and
 the minor at least as high.

 Nullability: takes nothing.
 Ownership: nothing to free.
 Threads: any.
 Errors: none.
 */
uint32_t sailpoint_abi_version(void);

/*
 The library's version as text, such as "0.1.0".

 Nullability: never NULL.
 Ownership: the library's, for as long as it is loaded; not to be freed.
 Threads: any.
 Errors: none.
 */
const char *sailpoint_version(void);

/*
 Every operation and model as JSON: {"operations":[...],"models":[...]}.

 Nullability: never NULL.
 Ownership: a text for sailpoint_string_free.
 Threads: any.
 Errors: an envelope of kind internal, where the process was forked.
 */
char *sailpoint_describe(void);

/*
 The process's counters as JSON: calls by operation and outcome, attempts, token requests. No id, body or secret is in it.

 Nullability: never NULL.
 Ownership: a text for sailpoint_string_free.
 Threads: any.
 Errors: an envelope of kind internal, where the process was forked.
 */
char *sailpoint_metrics(void);

/*
 Checks a JSON text against a documented model, such as "BulkApproveAccessRequest", without a call.

 The envelope's data is the text in the documented spelling; meta.warnings tells what looks wrong and would be sent all the
 same.

 Nullability: neither text may be NULL.
 Ownership: a text for sailpoint_string_free.
 Threads: any.
 Errors: an envelope of kind validation that names every problem.
 */
char *sailpoint_model_check(const char *model,
                            const char *json);

/*
 Makes a client. It connects to nothing and fetches no token yet; the first call does.

 config_json is a JSON object as docs/configuration.md tells it, or NULL for the environment (SAIL_BASE_URL,
 SAIL_CLIENT_ID, SAIL_CLIENT_SECRET) and, where that names no client id, config.json in the current directory.

 Nullability: config_json may be NULL; error_json may be NULL, then the reason is lost.
 Ownership: the client is the caller's, freed with sailpoint_client_free. *error_json is NULL on success, else a text for
 sailpoint_string_free.
 Threads: any.
 Errors: NULL, and *error_json holds an envelope of kind config or validation, or internal in a forked child.
 */
struct SailpointClient *sailpoint_client_new(const char *config_json,
                                             char **error_json);

/*
 Frees a client and returns at once. Calls under way keep what they need and go on to their end.

 Nullability: NULL is allowed and does nothing; so does a handle that was freed before.
 Ownership: the client is gone afterwards; with the last client of a secret goes its token.
 Threads: any.
 Errors: none.
 */
void sailpoint_client_free(struct SailpointClient *client);

/*
 Approves pending access request approvals together. (POST /access-request-approvals/bulk-approve, approveBulkAccessRequest)

 request_json: a JSON object with approvalIds, comment.
 The envelope's data: an empty object.

 Nullability: options_json may be NULL, client may not; request_json may not be NULL.
 Ownership: the texts are copied before the return. The result is a text for sailpoint_string_free, never NULL.
 Threads: any; blocks until the call has ended.
 Errors: an envelope with "ok":false.
 */
char *sailpoint_approve_bulk_access_request(const struct SailpointClient *client,
                                            const char *request_json,
                                            const char *options_json);

/*
 Cancels one access request that has not passed its approval step. (POST /access-requests/cancel, cancelAccessRequest)

 request_json: a JSON object with accountActivityId, comment.
 The envelope's data: an empty object.

 Nullability: options_json may be NULL, client may not; request_json may not be NULL.
 Ownership: the texts are copied before the return. The result is a text for sailpoint_string_free, never NULL.
 Threads: any; blocks until the call has ended.
 Errors: an envelope with "ok":false.
 */
char *sailpoint_cancel_access_request(const struct SailpointClient *client,
                                      const char *request_json,
                                      const char *options_json);

/*
 Cancels pending access requests together. (POST /access-requests/bulk-cancel, cancelAccessRequestInBulk)

 request_json: a JSON object with accessRequestIds, comment.
 The envelope's data: an empty object.

 Nullability: options_json may be NULL, client may not; request_json may not be NULL.
 Ownership: the texts are copied before the return. The result is a text for sailpoint_string_free, never NULL.
 Threads: any; blocks until the call has ended.
 Errors: an envelope with "ok":false.
 */
char *sailpoint_cancel_access_request_in_bulk(const struct SailpointClient *client,
                                              const char *request_json,
                                              const char *options_json);

/*
 Closes access requests that are stuck, before or after approval. (POST /access-requests/close, closeAccessRequest)

 request_json: a JSON object with accessRequestIds, message (optional), executionStatus (optional), completionStatus (optional).
 The envelope's data: an empty object.

 Nullability: options_json may be NULL, client may not; request_json may not be NULL.
 Ownership: the texts are copied before the return. The result is a text for sailpoint_string_free, never NULL.
 Threads: any; blocks until the call has ended.
 Errors: an envelope with "ok":false.
 */
char *sailpoint_close_access_request(const struct SailpointClient *client,
                                     const char *request_json,
                                     const char *options_json);

/*
 Submits an access request, which the service then works on by itself. (POST /access-requests, createAccessRequest)

 request_json: a JSON object with requestedFor (optional), requestType (optional), requestedItems (optional), clientMetadata (optional), requestedForWithRequestedItems (optional).
 The envelope's data: AccessRequestResponse.

 Nullability: options_json may be NULL, client may not; request_json may not be NULL.
 Ownership: the texts are copied before the return. The result is a text for sailpoint_string_free, never NULL.
 Threads: any; blocks until the call has ended.
 Errors: an envelope with "ok":false.
 */
char *sailpoint_create_access_request(const struct SailpointClient *client,
                                      const char *request_json,
                                      const char *options_json);

/*
 Reads the organisation's settings for access requests. (GET /access-request-config, getAccessRequestConfig)

 request_json: an empty JSON object; there are no parameters.
 The envelope's data: AccessRequestConfig.

 Nullability: options_json may be NULL, client may not; request_json may be NULL for none.
 Ownership: the texts are copied before the return. The result is a text for sailpoint_string_free, never NULL.
 Threads: any; blocks until the call has ended.
 Errors: an envelope with "ok":false.
 */
char *sailpoint_get_access_request_config(const struct SailpointClient *client,
                                          const char *request_json,
                                          const char *options_json);

/*
 Lists where access requests stand. (GET /access-request-status, listAccessRequestStatus)

 request_json: a JSON object with any of requestedFor, requestedBy, regardingIdentity, assignedTo, count, limit, offset, filters, sorters, requestState.
 The envelope's data: an array of RequestedItemStatus.

 Nullability: options_json may be NULL, client may not; request_json may be NULL for none.
 Ownership: the texts are copied before the return. The result is a text for sailpoint_string_free, never NULL.
 Threads: any; blocks until the call has ended.
 Errors: an envelope with "ok":false.
 */
char *sailpoint_list_access_request_status(const struct SailpointClient *client,
                                           const char *request_json,
                                           const char *options_json);

/*
 Lists where all access requests of the organisation stand. (GET /access-request-administration, listAdministratorsAccessRequestStatus)

 request_json: a JSON object with any of requestedFor, requestedBy, regardingIdentity, assignedTo, count, limit, offset, filters, sorters, requestState.
 The envelope's data: an array of AccessRequestAdminItemStatus.

 Nullability: options_json may be NULL, client may not; request_json may be NULL for none.
 Ownership: the texts are copied before the return. The result is a text for sailpoint_string_free, never NULL.
 Threads: any; blocks until the call has ended.
 Errors: an envelope with "ok":false.
 */
char *sailpoint_list_administrators_access_request_status(const struct SailpointClient *client,
                                                          const char *request_json,
                                                          const char *options_json);

/*
 Replaces the organisation's settings for access requests. (PUT /access-request-config, setAccessRequestConfig)

 request_json: a JSON object with approvalsMustBeExternal (optional), autoApprovalEnabled (optional), reauthorizationEnabled (optional), requestOnBehalfOfConfig (optional), approvalReminderAndEscalationConfig (optional), entitlementRequestConfig (optional).
 The envelope's data: AccessRequestConfig.

 Nullability: options_json may be NULL, client may not; request_json may not be NULL.
 Ownership: the texts are copied before the return. The result is a text for sailpoint_string_free, never NULL.
 Threads: any; blocks until the call has ended.
 Errors: an envelope with "ok":false.
 */
char *sailpoint_set_access_request_config(const struct SailpointClient *client,
                                          const char *request_json,
                                          const char *options_json);

/*
 Starts a call and returns at once; its events are taken with sailpoint_call_next.

 operation is an operationId such as "approveBulkAccessRequest"; request_json and options_json are as for the blocking
 functions.

 Nullability: request_json and options_json may be NULL, client and operation may not; error_json may be NULL.
 Ownership: the texts are copied before the return. The call is the caller's, freed with sailpoint_call_free. *error_json is
 NULL on success, else a text for sailpoint_string_free.
 Threads: any; a client carries any number of calls at once.
 Errors: NULL for a wrong handle, an unknown operation or a text that is not UTF-8. What is wrong in the request itself
 comes as the call's result.
 */
struct SailpointCall *sailpoint_call_start(const struct SailpointClient *client,
                                           const char *operation,
                                           const char *request_json,
                                           const char *options_json,
                                           char **error_json);

/*
 Takes the next event of a call, and waits for it up to timeout_ms milliseconds; less than 0 waits without limit.

 Gives SAILPOINT_CALL_EVENT with the event in *event_json; SAILPOINT_CALL_TIME_IS_UP; SAILPOINT_CALL_NO_MORE after the
 result; SAILPOINT_CALL_INVALID with an envelope in *event_json. The event "result" comes exactly once, and last.

 Nullability: event_json may not be NULL, else nothing is taken and SAILPOINT_CALL_INVALID comes back.
 Ownership: *event_json is a text for sailpoint_string_free, or NULL.
 Threads: any; each event goes to one reader. Another thread may abort or free the call meanwhile.
 Errors: SAILPOINT_CALL_INVALID.
 */
int32_t sailpoint_call_next(struct SailpointCall *call, int32_t timeout_ms, char **event_json);

/*
 Ends a call and returns at once. Its result follows by sailpoint_call_next: of kind aborted, with what is known of the
 request's fate, or the real one if it was there first.

 Nullability: NULL gives SAILPOINT_CALL_INVALID.
 Ownership: the call stays the caller's.
 Threads: any.
 Errors: 0, or SAILPOINT_CALL_INVALID where the handle is not one of a living call.
 */
int32_t sailpoint_call_abort(struct SailpointCall *call);

/*
 Frees a call and returns at once. One that still runs is aborted, and its result goes to nobody.

 Nullability: NULL is allowed and does nothing; so does a handle that was freed before.
 Ownership: the call is gone afterwards; texts taken from it stay the caller's.
 Threads: any; a reader that waits gets the result.
 Errors: none.
 */
void sailpoint_call_free(struct SailpointCall *call);

/*
 Frees a text that a function of this library returned.

 Nullability: NULL is allowed and does nothing.
 Ownership: the text is gone afterwards. Only texts of this library, each once; not those of sailpoint_version().
 Threads: any.
 Errors: none.
 */
void sailpoint_string_free(char *text);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* SAILPOINT_ACCESS_REQUESTS_H */
