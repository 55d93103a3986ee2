/*
 * Sends 10 MB to a tenant that breaks the connection, in a program that keeps the default of dying by SIGPIPE.
 * The argument is the tenant's base URL. Ends with 0 when the library gives an error and the program is still there.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sailpoint_access_requests.h"

#define COMMENT_BYTES (10 * 1024 * 1024)

int main(int argc, char **argv) {
    static const char head[] = "{\"accountActivityId\":\"a\",\"comment\":\"";
    char config[256];
    char *request = malloc(sizeof head + COMMENT_BYTES + 3);
    char *result;
    SailpointClient *client;
    int failed;

    if (argc != 2 || request == NULL) {
        return 2;
    }
    memcpy(request, head, sizeof head);
    memset(request + strlen(head), 'x', COMMENT_BYTES);
    strcpy(request + strlen(head) + COMMENT_BYTES, "\"}");
    snprintf(config, sizeof config, "{\"baseUrl\":\"%s\",\"accessToken\":\"t\",\"requestsPerWindow\":0}", argv[1]);
    client = sailpoint_client_new(config, NULL);
    result = sailpoint_cancel_access_request(client, request, NULL);
    printf("%s\n", result);
    failed = strstr(result, "\"kind\":\"transport\"") == NULL || strstr(result, "\"delivery\":\"unknown\"") == NULL;
    sailpoint_string_free(result);
    sailpoint_client_free(client);
    free(request);
    return failed;
}
