#ifndef ECOGRAPH_PREFETCH_H
#define ECOGRAPH_PREFETCH_H

#include <stddef.h>

/// Asks for the cache line at an address that will be read soon; does nothing that a program could tell.
static inline void prefetch_line(const void *address) { __builtin_prefetch(address); }

/// Asks for some memory as a whole, line after line, for a core's own cache.
static inline void prefetch_memory(const void *start, size_t bytes) {
  for (size_t i = 0; i < bytes; i += 64) __builtin_prefetch((const char *)start + i, 0, 2);
}

#endif
