/* Forks after the library was used: the child gets an error at once, and the parent goes on. */
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sailpoint_access_requests.h"

int main(void) {
    SailpointClient *client = sailpoint_client_new(NULL, NULL);
    char *result = sailpoint_get_access_request_config(client, NULL, NULL);
    int status = 0;
    int ok = strncmp(result, "{\"ok\":true", 10) == 0;
    pid_t child;

    sailpoint_string_free(result);
    child = fork();
    if (child == 0) {
        result = sailpoint_get_access_request_config(client, NULL, NULL);
        printf("%s\n", result);
        _exit(strstr(result, "before this process was forked") == NULL);
    }
    waitpid(child, &status, 0);
    result = sailpoint_get_access_request_config(client, NULL, NULL);
    ok = ok && strncmp(result, "{\"ok\":true", 10) == 0;
    sailpoint_string_free(result);
    sailpoint_client_free(client);
    return !(ok && WIFEXITED(status) && WEXITSTATUS(status) == 0);
}
