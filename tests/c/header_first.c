/* The header alone, before any other, and twice in one file; header_second.c includes it into the same program.
   Compiled as C++ too. */
#include "sailpoint_access_requests.h"
#include "sailpoint_access_requests.h"

#ifdef __cplusplus
extern "C"
#endif
uint32_t version_of_second(void);

int main(void) {
    return sailpoint_abi_version() == version_of_second() ? 0 : 1;
}
