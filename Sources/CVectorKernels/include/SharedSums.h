#ifndef ECOGRAPH_SHARED_SUMS_H
#define ECOGRAPH_SHARED_SUMS_H

#include <stdint.h>

// Additions to what other threads add to at the same time.

/// Adds to a count.
static inline void add_to_count(uint64_t *count, uint64_t amount) {
  __atomic_fetch_add(count, amount, __ATOMIC_RELAXED);
}

/// Adds to a real number. The order of additions is left open, so no more than two may be made to one that
/// was 0: then it makes no difference.
static inline void add_to_sum(double *sum, double amount) {
  double before, after;
  __atomic_load(sum, &before, __ATOMIC_RELAXED);
  do {
    after = before + amount;
  } while (!__atomic_compare_exchange(sum, &before, &after, 1, __ATOMIC_RELAXED, __ATOMIC_RELAXED));
}

#endif
