/*
 * Approves access request approvals by their ids, and shows how the call goes.
 *
 *     approve ID [ID ...]
 *
 * The connection comes from the environment (SAIL_BASE_URL, SAIL_CLIENT_ID, SAIL_CLIENT_SECRET) or from config.json in the
 * current directory. Build it with:
 *
 *     cc -std=c99 -Iinclude examples/c/approve.c -Ltarget/release -lsailpoint_access_requests \
 *         -Wl,-rpath,$PWD/target/release -o approve
 *
 * Exit code: 0 accepted, 1 refused or of unknown fate, 2 not sent because of the arguments or the settings.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sailpoint_access_requests.h"

/* Milliseconds between two looks, so that a program with a user interface could draw in between. */
#define LOOK_MS 200

/* {"approvalIds":["ID","ID"],"comment":"..."}; the caller frees it. NULL if an id has characters that no id has. */
static char *make_request(int count, char **ids) {
    size_t size = 128;
    char *request;
    int i;

    for (i = 0; i < count; i++) {
        if (strcspn(ids[i], "\"\\") != strlen(ids[i])) {
            return NULL;
        }
        size += strlen(ids[i]) + 3;
    }
    request = malloc(size);
    if (request == NULL) {
        return NULL;
    }
    strcpy(request, "{\"approvalIds\":[");
    for (i = 0; i < count; i++) {
        strcat(request, i == 0 ? "\"" : ",\"");
        strcat(request, ids[i]);
        strcat(request, "\"");
    }
    strcat(request, "],\"comment\":\"Approved by examples/c/approve.c\"}");
    return request;
}

/* Takes events until the result. Returns 1 if the tenant accepted the request. */
static int follow(SailpointCall *call) {
    char *event = NULL;
    int accepted = 0;
    int32_t next;

    while ((next = sailpoint_call_next(call, LOOK_MS, &event)) >= 0) {
        if (next == SAILPOINT_CALL_TIME_IS_UP) {
            continue;
        }
        printf("%s\n", event);
        /* The result's envelope says first whether the call went well. */
        if (strncmp(event, "{\"event\":\"result\"", 17) == 0) {
            accepted = strstr(event, "\"envelope\":{\"ok\":true") != NULL;
        }
        sailpoint_string_free(event);
    }
    return accepted;
}

int main(int argc, char **argv) {
    SailpointClient *client;
    SailpointCall *call;
    char *error = NULL;
    char *request;
    int accepted;

    if (argc < 2) {
        fprintf(stderr, "usage: approve ID [ID ...]\n");
        return 2;
    }
    if (sailpoint_abi_version() >> 16 != SAILPOINT_ABI_VERSION >> 16) {
        fprintf(stderr, "The library is version %s, and this program was built for another.\n", sailpoint_version());
        return 2;
    }
    client = sailpoint_client_new(NULL, &error);
    if (client == NULL) {
        fprintf(stderr, "%s\n", error);
        sailpoint_string_free(error);
        return 2;
    }
    request = make_request(argc - 1, argv + 1);
    if (request == NULL) {
        fprintf(stderr, "An id must not hold quotation marks or backslashes.\n");
        sailpoint_client_free(client);
        return 2;
    }
    call = sailpoint_call_start(client, "approveBulkAccessRequest", request, NULL, &error);
    free(request);
    if (call == NULL) {
        fprintf(stderr, "%s\n", error);
        sailpoint_string_free(error);
        sailpoint_client_free(client);
        return 2;
    }
    accepted = follow(call);
    sailpoint_call_free(call);
    sailpoint_client_free(client);
    return accepted ? 0 : 1;
}
