/*
 * The ABI as a C program meets it. The connection comes from the environment; tests/languages runs it against a sandbox.
 * Prints each check that fails and ends with their number.
 */
#include <stdio.h>
#include <string.h>

#include "sailpoint_access_requests.h"

static int failures = 0;

#define CHECK(condition)                                                       \
    do {                                                                       \
        if (!(condition)) {                                                    \
            printf("line %d: %s\n", __LINE__, #condition);                     \
            failures++;                                                        \
        }                                                                      \
    } while (0)

/* Whether the text holds the part; frees the text. */
static int holds(char *text, const char *part) {
    int found = text != NULL && strstr(text, part) != NULL;

    if (!found) {
        printf("\"%s\" is not in: %s\n", part, text == NULL ? "NULL" : text);
    }
    sailpoint_string_free(text);
    return found;
}

static void check_information(void) {
    CHECK(sailpoint_abi_version() == SAILPOINT_ABI_VERSION);
    CHECK(strlen(sailpoint_version()) >= 5);
    CHECK(holds(sailpoint_describe(), "\"id\":\"approveBulkAccessRequest\""));
    CHECK(holds(sailpoint_metrics(), "\"operations\""));
    CHECK(holds(sailpoint_model_check("BulkApproveAccessRequest", "{\"approvalIds\":[\"a\"],\"comment\":\"b\"}"), "{\"ok\":true"));
    CHECK(holds(sailpoint_model_check("BulkApproveAccessRequest", "{}"), "approvalIds and comment are missing"));
}

static void check_null(void) {
    char *event = NULL;

    CHECK(holds(sailpoint_get_access_request_config(NULL, NULL, NULL), "The client handle is NULL"));
    CHECK(sailpoint_call_start(NULL, "getAccessRequestConfig", NULL, NULL, NULL) == NULL);
    CHECK(sailpoint_call_next(NULL, 0, &event) == SAILPOINT_CALL_INVALID);
    CHECK(holds(event, "The call handle is NULL"));
    CHECK(sailpoint_call_next(NULL, 0, NULL) == SAILPOINT_CALL_INVALID);
    CHECK(sailpoint_call_abort(NULL) == SAILPOINT_CALL_INVALID);
    sailpoint_call_free(NULL);
    sailpoint_client_free(NULL);
    sailpoint_string_free(NULL);
}

static void check_operations(SailpointClient *client) {
    static const char ids[] = "[\"2c9180835d2e5168015d32f890ca1581\",\"2c9180835d2e5168015d32f890ca1582\"]";
    char request[256];

    snprintf(request, sizeof request, "{\"approvalIds\":%s,\"comment\":\"C\"}", ids);
    CHECK(holds(sailpoint_approve_bulk_access_request(client, request, NULL), "{\"ok\":true,\"status\":202"));
    snprintf(request, sizeof request, "{\"accessRequestIds\":%s,\"comment\":\"C\"}", ids);
    CHECK(holds(sailpoint_cancel_access_request_in_bulk(client, request, NULL), "{\"ok\":true,\"status\":202"));
    CHECK(holds(sailpoint_cancel_access_request(client, "{\"accountActivityId\":\"2c9180835d2e5168015d32f890ca1581\",\"comment\":\"C\"}", NULL), "{\"ok\":true,\"status\":202"));
    CHECK(holds(sailpoint_close_access_request(client, "{\"accessRequestIds\":[\"2c90ad2a70ace7d50170acf22ca90010\"]}", NULL), "{\"ok\":true,\"status\":202"));
    CHECK(holds(sailpoint_create_access_request(client, "{\"requestedFor\":[\"2c918084660f45d6016617daa9210584\"],\"requestedItems\":[{\"type\":\"ACCESS_PROFILE\",\"id\":\"2c9180835d2e5168015d32f890ca1581\"}]}", NULL), "{\"ok\":true,\"status\":202"));
    CHECK(holds(sailpoint_get_access_request_config(client, NULL, NULL), "{\"ok\":true,\"status\":200"));
    CHECK(holds(sailpoint_set_access_request_config(client, "{\"autoApprovalEnabled\":false}", NULL), "\"data\":{\"autoApprovalEnabled\":false}"));
    CHECK(holds(sailpoint_list_access_request_status(client, "{\"limit\":1}", NULL), "\"data\":[{"));
    CHECK(holds(sailpoint_list_administrators_access_request_status(client, "{\"limit\":0}", "{\"timeoutMs\":5000}"), "\"data\":[]"));
}

static void check_call(SailpointClient *client) {
    char *error = NULL;
    char *event = NULL;
    int32_t next;
    int results = 0;
    SailpointCall *call = sailpoint_call_start(client, "listAccessRequestStatus", "{\"limit\":2}", NULL, &error);

    CHECK(call != NULL && error == NULL);
    while ((next = sailpoint_call_next(call, -1, &event)) == SAILPOINT_CALL_EVENT) {
        results += strncmp(event, "{\"event\":\"result\"", 17) == 0;
        sailpoint_string_free(event);
    }
    CHECK(next == SAILPOINT_CALL_NO_MORE);
    CHECK(event == NULL);
    CHECK(results == 1);
    CHECK(sailpoint_call_abort(call) == 0);
    sailpoint_call_free(call);
    sailpoint_call_free(call);
    CHECK(sailpoint_call_abort(call) == SAILPOINT_CALL_INVALID);

    CHECK(sailpoint_call_start(client, "nonsense", NULL, NULL, &error) == NULL);
    CHECK(holds(error, "There is no operation"));
    CHECK(sailpoint_call_start(client, "\xff", NULL, NULL, &error) == NULL);
    CHECK(holds(error, "operation is not UTF-8"));

    /* Freed while it runs: nothing to wait for, nothing to crash. */
    call = sailpoint_call_start(client, "listAccessRequestStatus", NULL, NULL, NULL);
    sailpoint_call_free(call);
}

int main(void) {
    char *error = NULL;
    SailpointClient *client = sailpoint_client_new(NULL, &error);

    if (client == NULL) {
        printf("%s\n", error);
        sailpoint_string_free(error);
        return 1;
    }
    check_information();
    check_null();
    check_operations(client);
    check_call(client);
    sailpoint_client_free(client);
    sailpoint_client_free(client);
    CHECK(holds(sailpoint_get_access_request_config(client, NULL, NULL), "is not one of a living client"));
    return failures;
}
