/* See header_first.c. Compiled as C++ too. */
#include "sailpoint_access_requests.h"

#ifdef __cplusplus
extern "C"
#endif
uint32_t version_of_second(void);

uint32_t version_of_second(void) {
    return sailpoint_abi_version();
}
