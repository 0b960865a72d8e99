#include "VectorUnit.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

static VectorUnit widest_unit(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")) {
    return VECTOR_UNIT_AVX512;
  }
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("bmi2")) {
    return VECTOR_UNIT_AVX2;
  }
#endif
  return VECTOR_UNIT_BASELINE;
}

static VectorUnit allowed_unit(void) {
  VectorUnit widest = widest_unit();
  const char *named = getenv("ECOGRAPH_VECTOR_UNIT");
  if (named == NULL) return widest;
  VectorUnit allowed = widest;
  if (strcmp(named, "baseline") == 0) allowed = VECTOR_UNIT_BASELINE;
  if (strcmp(named, "avx2") == 0) allowed = VECTOR_UNIT_AVX2;
  return allowed < widest ? allowed : widest;
}

VectorUnit vector_unit(void) {
  // Any thread that comes first finds the same answer, so writing it twice does no harm.
  static _Atomic int known = -1;
  int unit = atomic_load_explicit(&known, memory_order_relaxed);
  if (unit < 0) {
    unit = (int)allowed_unit();
    atomic_store_explicit(&known, unit, memory_order_relaxed);
  }
  return (VectorUnit)unit;
}
