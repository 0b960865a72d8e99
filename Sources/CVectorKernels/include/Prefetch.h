#ifndef ECOGRAPH_PREFETCH_H
#define ECOGRAPH_PREFETCH_H

/// Asks for the cache line at an address that will be read soon; does nothing that a program could tell.
static inline void prefetch_line(const void *address) { __builtin_prefetch(address); }

#endif
