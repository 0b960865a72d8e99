#include "LaneSweep.h"

// No product may be fused with a sum: all variants give the same bits.
#pragma STDC FP_CONTRACT OFF

// Vectors are handed only to functions that are inlined, so how they would be passed does not matter.
#pragma GCC diagnostic ignored "-Wpsabi"

#define INLINE static inline __attribute__((always_inline))

typedef double Lanes __attribute__((vector_size(64)));
typedef int64_t Flags __attribute__((vector_size(64)));

INLINE Lanes kept(Lanes values, uint8_t mask) {
  const Flags bits = {1, 2, 4, 8, 16, 32, 64, 128};
  const int64_t m = mask;
  const Flags all = {m, m, m, m, m, m, m, m};
  return (Lanes)((Flags)values & ((all & bits) != 0));
}

INLINE Lanes of_one_sign(Lanes values, int is_positive) {
  // Lane by lane, since C has no choice between vectors; compilers make one maximum or minimum of it.
  for (int lane = 0; lane < ECOGRAPH_LANES; lane++) {
    if (is_positive) {
      values[lane] = values[lane] > 0 ? values[lane] : 0;
    } else {
      values[lane] = values[lane] < 0 ? values[lane] : 0;
    }
  }
  return values;
}

INLINE Lanes larger(Lanes a, Lanes b) {
  for (int lane = 0; lane < ECOGRAPH_LANES; lane++) b[lane] = a[lane] > b[lane] ? a[lane] : b[lane];
  return b;
}

INLINE double sum(Lanes x) { return ((x[0] + x[4]) + (x[2] + x[6])) + ((x[1] + x[5]) + (x[3] + x[7])); }

// Two running sums hide the latency of addition.
INLINE Lanes row_sum(LaneRows rows, uint32_t vertex, const Lanes *values, int is_positive) {
  const uint32_t *target = rows.targets + rows.offsets[vertex];
  const uint32_t *end = rows.targets + rows.offsets[vertex + 1];
  Lanes even = {0};
  Lanes odd = {0};
  for (; end - target >= 2; target += 2) {
    even += of_one_sign(values[target[0]], is_positive);
    odd += of_one_sign(values[target[1]], is_positive);
  }
  if (target < end) even += of_one_sign(values[*target], is_positive);
  return even + odd;
}

INLINE void add_to_row(LaneRows rows, uint32_t vertex, Lanes value, const uint8_t *entering, Lanes *sums) {
  for (ptrdiff_t slot = rows.offsets[vertex]; slot < rows.offsets[vertex + 1]; slot++) {
    uint32_t target = rows.targets[slot];
    uint8_t mask = entering[target];
    if (mask) sums[target] += kept(value, mask);
  }
}

INLINE void counts_pull(
  LaneRows inward, LaneEvents events, int is_odd, LaneValues values, double *largest) {
  Lanes *counts = (Lanes *)values.counts;
  Lanes most = {0};
  for (ptrdiff_t i = 0; i < events.count; i++) {
    uint32_t v = events.vertices[i];
    Lanes paths = kept(row_sum(inward, v, counts, is_odd), events.masks[i]) * values.multiplicities[v];
    most = larger(is_odd ? paths : -paths, most);
    counts[v] -= paths;
  }
  for (int lane = 0; lane < ECOGRAPH_LANES; lane++) {
    if (most[lane] > largest[lane]) largest[lane] = most[lane];
  }
}

INLINE void counts_push(
  LaneRows outward, LaneEvents before, LaneEvents events, LaneValues values, double *largest) {
  Lanes *counts = (Lanes *)values.counts;
  Lanes most = {0};
  for (ptrdiff_t i = 0; i < events.count; i++) values.entering[events.vertices[i]] = events.masks[i];
  for (ptrdiff_t i = 0; i < before.count; i++) {
    uint32_t v = before.vertices[i];
    add_to_row(outward, v, -kept(counts[v], before.masks[i]), values.entering, counts);
  }
  for (ptrdiff_t i = 0; i < events.count; i++) {
    uint32_t v = events.vertices[i];
    Lanes paths = kept(counts[v], events.masks[i]);
    Lanes others = counts[v] - paths;
    paths *= values.multiplicities[v];
    most = larger(larger(paths, -paths), most);
    counts[v] = others + paths;
    values.entering[v] = 0;
  }
  for (int lane = 0; lane < ECOGRAPH_LANES; lane++) {
    if (most[lane] > largest[lane]) largest[lane] = most[lane];
  }
}

// Takes the sum of the factors behind an event, which has the sign of the level behind.
INLINE void finish(
  LaneEvents events, ptrdiff_t i, Lanes behind, Lanes source_weights, LaneValues values) {
  uint32_t v = events.vertices[i];
  Lanes count = ((const Lanes *)values.counts)[v];
  Lanes dependency = {0};
  if (events.successors[i]) {
    dependency = -kept(behind, events.successors[i]) * count;
    values.totals[v] += sum(dependency * source_weights);
  }
  Lanes factor = (values.weights[v] + dependency) * values.multiplicities[v] / count;
  ((Lanes *)values.factors)[v] += kept(factor, events.masks[i]);
}

INLINE void dependencies_pull(LaneRows outward, LaneEvents events, int is_odd, LaneValues values) {
  const Lanes source_weights = *(const Lanes *)values.source_weights;
  const Lanes *factors = (const Lanes *)values.factors;
  for (ptrdiff_t i = 0; i < events.count; i++) {
    Lanes behind = {0};
    if (events.successors[i]) behind = row_sum(outward, events.vertices[i], factors, is_odd);
    finish(events, i, behind, source_weights, values);
  }
}

INLINE void dependencies_push(LaneRows inward, LaneEvents behind, LaneEvents events, LaneValues values) {
  const Lanes source_weights = *(const Lanes *)values.source_weights;
  Lanes *factors = (Lanes *)values.factors;
  for (ptrdiff_t i = 0; i < events.count; i++) values.entering[events.vertices[i]] = events.successors[i];
  for (ptrdiff_t i = 0; i < behind.count; i++) {
    uint32_t v = behind.vertices[i];
    add_to_row(inward, v, kept(factors[v], behind.masks[i]), values.entering, factors);
  }
  for (ptrdiff_t i = 0; i < events.count; i++) {
    uint32_t v = events.vertices[i];
    Lanes sums = kept(factors[v], events.successors[i]);
    factors[v] -= sums;
    values.entering[v] = 0;
    finish(events, i, sums, source_weights, values);
  }
}

// The same four passes for each vector unit.
#define VARIANTS(SUFFIX, TARGET) \
  TARGET static void counts_pull_##SUFFIX( \
    LaneRows inward, LaneEvents events, int level, LaneValues values, double *largest) { \
    if (level & 1) { \
      counts_pull(inward, events, 1, values, largest); \
    } else { \
      counts_pull(inward, events, 0, values, largest); \
    } \
  } \
  TARGET static void counts_push_##SUFFIX( \
    LaneRows outward, LaneEvents before, LaneEvents events, LaneValues values, double *largest) { \
    counts_push(outward, before, events, values, largest); \
  } \
  TARGET static void dependencies_pull_##SUFFIX( \
    LaneRows outward, LaneEvents events, int level, LaneValues values) { \
    if (level & 1) { \
      dependencies_pull(outward, events, 1, values); \
    } else { \
      dependencies_pull(outward, events, 0, values); \
    } \
  } \
  TARGET static void dependencies_push_##SUFFIX( \
    LaneRows inward, LaneEvents behind, LaneEvents events, LaneValues values) { \
    dependencies_push(inward, behind, events, values); \
  }

VARIANTS(baseline, )

#if defined(__x86_64__)
VARIANTS(avx2, __attribute__((target("avx2"))))
VARIANTS(avx512, __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl"))))
#define CHOOSE(UNIT, PASS, ...) \
  switch (UNIT) { \
    case VECTOR_UNIT_AVX512: PASS##_avx512(__VA_ARGS__); break; \
    case VECTOR_UNIT_AVX2: PASS##_avx2(__VA_ARGS__); break; \
    case VECTOR_UNIT_BASELINE: PASS##_baseline(__VA_ARGS__); break; \
  }
#else
#define CHOOSE(UNIT, PASS, ...) \
  (void)UNIT; \
  PASS##_baseline(__VA_ARGS__);
#endif

void lane_counts_pull(
  VectorUnit unit, LaneRows inward, LaneEvents events, int level, LaneValues values, double *largest) {
  CHOOSE(unit, counts_pull, inward, events, level, values, largest)
}

void lane_counts_push(
  VectorUnit unit, LaneRows outward, LaneEvents before, LaneEvents events, LaneValues values,
  double *largest) {
  CHOOSE(unit, counts_push, outward, before, events, values, largest)
}

void lane_dependencies_pull(
  VectorUnit unit, LaneRows outward, LaneEvents events, int level, LaneValues values) {
  CHOOSE(unit, dependencies_pull, outward, events, level, values)
}

void lane_dependencies_push(
  VectorUnit unit, LaneRows inward, LaneEvents behind, LaneEvents events, LaneValues values) {
  CHOOSE(unit, dependencies_push, inward, behind, events, values)
}
