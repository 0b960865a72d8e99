#ifndef ECOGRAPH_COUNTS_H
#define ECOGRAPH_COUNTS_H

#include <stdlib.h>

#include "RuntimeCounts.h"

extern ecograph_counts ecograph_counters;

static inline void add(int64_t *counter, int64_t number) {
  __atomic_fetch_add(counter, number, __ATOMIC_RELAXED);
}

#endif
