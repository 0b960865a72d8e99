#include "SourceSweep.h"

#include <stdlib.h>
#include <string.h>

#define INLINE static inline __attribute__((always_inline))

/// One bit per source.
typedef uint64_t Lanes __attribute__((vector_size(SOURCE_SWEEP_LANES / 8)));

enum {
  WORDS = SOURCE_SWEEP_LANES / 64,
  // A count is at most the number of vertices, which has 32 bits.
  PLANES = 32,
  LEAF_CARRIES = 4,
  // Costs, in pulled arcs, as measured: a pushed arc reads, compares and writes; a level reads its counts out.
  PUSHED_ARC = 3,
  COUNTED_VERTEX = 4,
  LEVEL = 512,
};

struct SourceSweep {
  VectorUnit unit;
  size_t vertex_count;
  /// What has been seen of each vertex up to the last level.
  Lanes *seen;
  /// The same up to the level before, which is what it was for all but the vertices of the frontier; it
  /// becomes the same up to the next level.
  Lanes *next;
  /// While a level is pushed, who has just seen each vertex of the frontier.
  Lanes *fresh;
  size_t fresh_capacity;
  /// All sources.
  Lanes all;
  /// The vertices that pulled levels look at: those not seen by all, and some seen by all since the last one.
  uint32_t *open;
  size_t open_count, open_arcs;
  /// Vertices that left `open` in the last level and are not complete in `next`.
  uint32_t *closed;
  size_t closed_count;
  /// The vertices seen at the last level, and where those of the next level are gathered.
  uint32_t *frontier, *gathered;
  size_t frontier_count, frontier_arcs;
  size_t cost;
};

/// 512 counts, bit j of each in plane j.
typedef struct {
  Lanes planes[PLANES];
  /// Planes that hold something; the others have not been written.
  int used;
} LaneCounts;

/// Vectors waiting to be counted eight at a time, and what was carried on the way.
typedef struct {
  Lanes waiting[8];
  int count;
  Lanes ones, twos, fours;
} LaneCarry;

SourceSweep *source_sweep_create(size_t vertex_count, VectorUnit unit) {
  SourceSweep *sweep = NULL;
  if (posix_memalign((void **)&sweep, sizeof(Lanes), sizeof(SourceSweep)) != 0) return NULL;
  memset(sweep, 0, sizeof(SourceSweep));
  sweep->unit = unit;
  sweep->vertex_count = vertex_count;
  size_t count = vertex_count > 0 ? vertex_count : 1;
  int failed = posix_memalign((void **)&sweep->seen, sizeof(Lanes), count * sizeof(Lanes)) |
               posix_memalign((void **)&sweep->next, sizeof(Lanes), count * sizeof(Lanes));
  sweep->open = malloc(4 * count * sizeof(uint32_t));
  if (failed != 0 || sweep->open == NULL) {
    source_sweep_destroy(sweep);
    return NULL;
  }
  sweep->closed = sweep->open + count;
  sweep->frontier = sweep->closed + count;
  sweep->gathered = sweep->frontier + count;
  return sweep;
}

void source_sweep_destroy(SourceSweep *sweep) {
  if (sweep == NULL) return;
  free(sweep->seen);
  free(sweep->next);
  free(sweep->fresh);
  free(sweep->open);
  free(sweep);
}

void source_sweep_start(SourceSweep *sweep, const SweepGraph *graph, size_t first_source, size_t source_count,
                        size_t first_vertex, size_t last_vertex) {
  memset(sweep->seen + first_vertex, 0, (last_vertex - first_vertex) * sizeof(Lanes));
  memset(sweep->next + first_vertex, 0, (last_vertex - first_vertex) * sizeof(Lanes));
  memset(&sweep->all, 0, sizeof(Lanes));
  sweep->frontier_arcs = 0;
  for (size_t lane = 0; lane < source_count; lane++) {
    size_t source = first_source + lane;
    uint64_t bit = (uint64_t)1 << (lane % 64);
    sweep->seen[source][lane / 64] |= bit;
    sweep->all[lane / 64] |= bit;
    sweep->frontier[lane] = (uint32_t)source;
    sweep->frontier_arcs += (size_t)(graph->out_offsets[source + 1] - graph->out_offsets[source]);
  }
  sweep->frontier_count = source_count;
  sweep->open_count = 0;
  for (size_t vertex = first_vertex; vertex < last_vertex; vertex++) {
    sweep->open[sweep->open_count++] = (uint32_t)vertex;
  }
  sweep->open_arcs = (size_t)(graph->in_offsets[last_vertex] - graph->in_offsets[first_vertex]);
  sweep->closed_count = 0;
  sweep->cost = 0;
}

size_t source_sweep_cost(const SourceSweep *sweep) { return sweep->cost; }

INLINE int is_empty(const Lanes *lanes) { return __builtin_reduce_or(*lanes) == 0; }

/// Adds 2^plane to the count of every lane that is set.
INLINE void add_lanes(LaneCounts *counts, int plane, const Lanes *lanes) {
  Lanes carry = *lanes;
  while (!is_empty(&carry)) {
    while (counts->used <= plane) counts->planes[counts->used++] = (Lanes){0};
    Lanes both = counts->planes[plane] & carry;
    counts->planes[plane] ^= carry;
    carry = both;
    plane++;
  }
}

/// Adds three vectors bit by bit: the sum in `low`, which is one of them, the carries in `high`.
#define ADD_THREE(high, low, a, b)       \
  do {                                   \
    Lanes either = (a) ^ (b);            \
    (high) = ((a) & (b)) | (either & (low)); \
    (low) ^= either;                     \
  } while (0)

/// Adds 2^plane to the count of every lane that is set, at the latest when the carry is emptied.
INLINE void carry_lanes(LaneCounts *counts, int plane, LaneCarry *carry, const Lanes *lanes) {
  carry->waiting[carry->count++] = *lanes;
  if (carry->count < 8) return;
  carry->count = 0;
  const Lanes *x = carry->waiting;
  Lanes two_a, two_b, four_a, four_b, eight;
  ADD_THREE(two_a, carry->ones, x[0], x[1]);
  ADD_THREE(two_b, carry->ones, x[2], x[3]);
  ADD_THREE(four_a, carry->twos, two_a, two_b);
  ADD_THREE(two_a, carry->ones, x[4], x[5]);
  ADD_THREE(two_b, carry->ones, x[6], x[7]);
  ADD_THREE(four_b, carry->twos, two_a, two_b);
  ADD_THREE(eight, carry->fours, four_a, four_b);
  add_lanes(counts, plane + 3, &eight);
}

INLINE void clear_carry(LaneCarry *carry) {
  carry->count = 0;
  carry->ones = carry->twos = carry->fours = (Lanes){0};
}

INLINE void empty_carry(LaneCounts *counts, int plane, LaneCarry *carry) {
  for (int i = 0; i < carry->count; i++) add_lanes(counts, plane, &carry->waiting[i]);
  add_lanes(counts, plane, &carry->ones);
  add_lanes(counts, plane + 1, &carry->twos);
  add_lanes(counts, plane + 2, &carry->fours);
}

/// Reads the counts out of the planes.
INLINE void read_counts(const LaneCounts *planes, uint32_t *counts) {
  memset(counts, 0, SOURCE_SWEEP_LANES * sizeof(uint32_t));
  for (int plane = 0; plane < planes->used; plane++) {
    for (int half = 0; half < 2 * WORDS; half++) {
      uint32_t bits = (uint32_t)(planes->planes[plane][half / 2] >> (half % 2 * 32));
      if (bits == 0) continue;
      uint32_t *count = counts + half * 32;
      for (int lane = 0; lane < 32; lane++) count[lane] += (bits >> lane & 1) << plane;
    }
  }
}

/// What is gathered while a level is entered.
typedef struct {
  LaneCounts vertices, leaves;
  LaneCarry vertex_carry;
  /// One for each of the low bits of a number of leaves.
  LaneCarry leaf_carries[LEAF_CARRIES];
} LevelCounts;

INLINE void count_vertex(LevelCounts *level, const SweepGraph *graph, uint32_t vertex, const Lanes *lanes) {
  carry_lanes(&level->vertices, 0, &level->vertex_carry, lanes);
  if (graph->leaves == NULL) return;
  uint32_t leaves = graph->leaves[vertex];
  for (int plane = 0; leaves >> plane != 0; plane++) {
    if ((leaves >> plane & 1) == 0) continue;
    if (plane < LEAF_CARRIES) {
      carry_lanes(&level->leaves, plane, &level->leaf_carries[plane], lanes);
    } else {
      add_lanes(&level->leaves, plane, lanes);
    }
  }
}

/// Enters a level along the arcs that leave the frontier.
INLINE void push_level(SourceSweep *sweep, const SweepGraph *graph, LevelCounts *level) {
  const Lanes *seen = sweep->seen;
  Lanes *next = sweep->next, *fresh = sweep->fresh;
  for (size_t i = 0; i < sweep->frontier_count; i++) {
    uint32_t vertex = sweep->frontier[i];
    fresh[i] = seen[vertex] & ~next[vertex];
    next[vertex] = seen[vertex];
  }
  sweep->closed_count = 0;
  size_t gathered = 0, arcs = 0;
  for (size_t i = 0; i < sweep->frontier_count; i++) {
    uint32_t vertex = sweep->frontier[i];
    ptrdiff_t end = graph->out_offsets[vertex + 1];
    for (ptrdiff_t slot = graph->out_offsets[vertex]; slot < end; slot++) {
      uint32_t target = graph->out_targets[slot];
      Lanes missing = fresh[i] & ~next[target];
      if (is_empty(&missing)) continue;
      Lanes change = next[target] ^ seen[target];
      if (is_empty(&change)) sweep->gathered[gathered++] = target;
      next[target] |= missing;
    }
  }
  for (size_t i = 0; i < gathered; i++) {
    uint32_t vertex = sweep->gathered[i];
    Lanes lanes = next[vertex] & ~seen[vertex];
    count_vertex(level, graph, vertex, &lanes);
    arcs += (size_t)(graph->out_offsets[vertex + 1] - graph->out_offsets[vertex]);
  }
  sweep->cost += PUSHED_ARC * sweep->frontier_arcs + COUNTED_VERTEX * (sweep->frontier_count + gathered);
  uint32_t *emptied = sweep->frontier;
  sweep->frontier = sweep->gathered;
  sweep->gathered = emptied;
  sweep->frontier_count = gathered;
  sweep->frontier_arcs = arcs;
}

/// Enters a level along the arcs that enter the open vertices.
///
/// Whoever has seen a neighbor sees the vertex now: it makes no difference whether all they have seen is
/// gathered or only what they saw last, and so there is no vector for the latter.
INLINE void pull_level(SourceSweep *sweep, const SweepGraph *graph, LevelCounts *level) {
  const Lanes *seen = sweep->seen;
  Lanes *next = sweep->next;
  const Lanes all = sweep->all;
  for (size_t i = 0; i < sweep->closed_count; i++) next[sweep->closed[i]] = all;
  size_t open = 0, closed = 0, frontier = 0, open_arcs = 0, frontier_arcs = 0, pulled = 0;
  for (size_t i = 0; i < sweep->open_count; i++) {
    uint32_t vertex = sweep->open[i];
    const Lanes before = seen[vertex];
    Lanes lanes = before;
    Lanes missing = all & ~lanes;
    const ptrdiff_t first = graph->in_offsets[vertex], end = graph->in_offsets[vertex + 1];
    ptrdiff_t slot = first;
    const uint32_t *sources = graph->in_sources;
    // Four at a time, since looking whether anything is missing costs about as much as gathering two. The last
    // one again where fewer are left: that changes nothing and spares a branch that is hard to predict.
    for (; slot < end && !is_empty(&missing); slot += 4) {
      ptrdiff_t last = end - 1;
      ptrdiff_t second = slot + 1 < last ? slot + 1 : last, third = slot + 2 < last ? slot + 2 : last;
      ptrdiff_t fourth = slot + 3 < last ? slot + 3 : last;
      lanes |= (seen[sources[slot]] | seen[sources[second]]) | (seen[sources[third]] | seen[sources[fourth]]);
      missing = all & ~lanes;
    }
    pulled += (size_t)(slot - first);
    next[vertex] = lanes;
    Lanes news = lanes & ~before;
    int is_news = !is_empty(&news);
    if (is_news) {
      sweep->frontier[frontier++] = vertex;
      frontier_arcs += (size_t)(graph->out_offsets[vertex + 1] - graph->out_offsets[vertex]);
      count_vertex(level, graph, vertex, &news);
    }
    if (!is_empty(&missing)) {
      sweep->open[open++] = vertex;
      open_arcs += (size_t)(end - first);
    } else if (is_news) {
      sweep->closed[closed++] = vertex;
    }
  }
  sweep->cost += pulled + COUNTED_VERTEX * sweep->open_count;
  sweep->open_count = open;
  sweep->open_arcs = open_arcs;
  sweep->closed_count = closed;
  sweep->frontier_count = frontier;
  sweep->frontier_arcs = frontier_arcs;
}

INLINE void enter_level(SourceSweep *sweep, const SweepGraph *graph, int is_pushed, uint32_t *counts,
                        uint32_t *leaf_counts) {
  LevelCounts level;
  level.vertices.used = 0;
  level.leaves.used = 0;
  clear_carry(&level.vertex_carry);
  for (int plane = 0; plane < LEAF_CARRIES; plane++) clear_carry(&level.leaf_carries[plane]);
  if (is_pushed) {
    push_level(sweep, graph, &level);
  } else {
    pull_level(sweep, graph, &level);
  }
  empty_carry(&level.vertices, 0, &level.vertex_carry);
  for (int plane = 0; plane < LEAF_CARRIES; plane++) {
    empty_carry(&level.leaves, plane, &level.leaf_carries[plane]);
  }
  read_counts(&level.vertices, counts);
  read_counts(&level.leaves, leaf_counts);
  sweep->cost += LEVEL;
}

static void enter_level_baseline(SourceSweep *sweep, const SweepGraph *graph, int is_pushed, uint32_t *counts,
                                 uint32_t *leaf_counts) {
  enter_level(sweep, graph, is_pushed, counts, leaf_counts);
}

#if defined(__x86_64__)
__attribute__((target("avx2,popcnt,bmi2"))) static void enter_level_avx2(
    SourceSweep *sweep, const SweepGraph *graph, int is_pushed, uint32_t *counts, uint32_t *leaf_counts) {
  enter_level(sweep, graph, is_pushed, counts, leaf_counts);
}

__attribute__((target("avx512f,avx512bw,avx512dq,avx512vl"))) static void enter_level_avx512(
    SourceSweep *sweep, const SweepGraph *graph, int is_pushed, uint32_t *counts, uint32_t *leaf_counts) {
  enter_level(sweep, graph, is_pushed, counts, leaf_counts);
}
#endif

size_t source_sweep_advance(SourceSweep *sweep, const SweepGraph *graph, uint32_t *counts,
                            uint32_t *leaf_counts) {
  if (sweep->frontier_count == 0) return 0;
  int is_pushed = PUSHED_ARC * sweep->frontier_arcs + COUNTED_VERTEX * sweep->frontier_count <
                  sweep->open_arcs + COUNTED_VERTEX * sweep->open_count;
  if (is_pushed && sweep->fresh_capacity < sweep->frontier_count) {
    free(sweep->fresh);
    size_t capacity = 2 * sweep->frontier_count;
    sweep->fresh_capacity = capacity < sweep->vertex_count ? capacity : sweep->vertex_count;
    if (posix_memalign((void **)&sweep->fresh, sizeof(Lanes), sweep->fresh_capacity * sizeof(Lanes)) != 0) {
      sweep->fresh = NULL;
      sweep->fresh_capacity = 0;
      return SIZE_MAX;
    }
  }
  switch (sweep->unit) {
#if defined(__x86_64__)
    case VECTOR_UNIT_AVX512: enter_level_avx512(sweep, graph, is_pushed, counts, leaf_counts); break;
    case VECTOR_UNIT_AVX2: enter_level_avx2(sweep, graph, is_pushed, counts, leaf_counts); break;
#endif
    default: enter_level_baseline(sweep, graph, is_pushed, counts, leaf_counts); break;
  }
  Lanes *entered = sweep->next;
  sweep->next = sweep->seen;
  sweep->seen = entered;
  return sweep->frontier_count;
}
