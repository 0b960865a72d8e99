#include "Counts.h"

ecograph_counts ecograph_counters;

ecograph_counts ecograph_counts_so_far(void) {
  ecograph_counts found = {
      __atomic_load_n(&ecograph_counters.allocations, __ATOMIC_RELAXED),
      __atomic_load_n(&ecograph_counters.allocated_bytes, __ATOMIC_RELAXED),
      __atomic_load_n(&ecograph_counters.retains, __ATOMIC_RELAXED),
      __atomic_load_n(&ecograph_counters.releases, __ATOMIC_RELAXED),
  };
  return found;
}
