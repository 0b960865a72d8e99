// Counts retains and releases by standing before the Swift runtime's functions, which follow the C calling
// convention on Linux x86-64. Calls that stay within the runtime's own library are not seen.
//
// The runtime's hooks for instruments would be the regular way, and the benchmark library uses them, but with
// Swift 6.3 on Linux a program that sets them crashes.

#if defined(__linux__) && defined(__x86_64__)

#define _GNU_SOURCE
#include <dlfcn.h>

#include "Counts.h"

// Stands before a function of the runtime that takes `parameters` and passes `arguments` on.
#define STAND_BEFORE(result, name, counter, number, parameters, arguments)                 \
  result name parameters {                                                                \
    static result(*next) parameters;                                                      \
    if (!__atomic_load_n(&next, __ATOMIC_ACQUIRE))                                         \
      __atomic_store_n(&next, (result(*) parameters)dlsym(RTLD_NEXT, #name), __ATOMIC_RELEASE); \
    add(&ecograph_counters.counter, number);                                               \
    return next arguments;                                                                \
  }

STAND_BEFORE(void *, swift_retain, retains, 1, (void *object), (object))
STAND_BEFORE(void *, swift_retain_n, retains, count, (void *object, uint32_t count), (object, count))
STAND_BEFORE(void *, swift_bridgeObjectRetain, retains, 1, (void *object), (object))
STAND_BEFORE(void *, swift_bridgeObjectRetain_n, retains, count, (void *object, int count), (object, count))
STAND_BEFORE(void, swift_release, releases, 1, (void *object), (object))
STAND_BEFORE(void, swift_release_n, releases, count, (void *object, uint32_t count), (object, count))
STAND_BEFORE(void, swift_bridgeObjectRelease, releases, 1, (void *object), (object))
STAND_BEFORE(void, swift_bridgeObjectRelease_n, releases, count, (void *object, int count), (object, count))

#endif
