#ifndef ECOGRAPH_SOURCE_SWEEP_H
#define ECOGRAPH_SOURCE_SWEEP_H

#include <stddef.h>
#include <stdint.h>

#include "VectorUnit.h"

// Breadth-first searches from up to 512 sources at once: one bit of a vector per source, one vector per vertex.
//
// A level is entered for all sources together. It is pushed along the arcs that leave the vertices of the last
// level, or, once that costs more, pulled along the arcs that enter vertices which some source has not seen; a
// vertex that all have seen is not looked at again. The number of vertices that each source sees at a level is
// kept in bit planes, plane j holding bit j of 512 counts, so that counting a vertex takes a few operations on
// whole vectors.
//
// M. Then et al., "The More the Merrier: Efficient Multi-Source Graph Traversal", PVLDB 8(4) (2014) 449-460,
// doi:10.14778/2735496.2735507; S. Beamer, K. Asanovic, D. Patterson, "Direction-Optimizing Breadth-First
// Search", SC 2012, doi:10.1109/SC.2012.50.

/// The most sources of a sweep.
#define SOURCE_SWEEP_LANES 512

/// A graph in compressed sparse rows, from both ends of its arcs; the same rows twice where it is undirected.
typedef struct {
  /// The arcs that sweeps follow, by the vertex they leave.
  const ptrdiff_t *out_offsets;
  const uint32_t *out_targets;
  /// The same arcs by the vertex they enter.
  const ptrdiff_t *in_offsets;
  const uint32_t *in_sources;
  /// How many vertices hang on each vertex and are not in the rows; NULL where none do.
  const uint32_t *leaves;
} SweepGraph;

/// The memory of a sweep, used for one after the other.
typedef struct SourceSweep SourceSweep;

/// Makes the memory for graphs of so many vertices, 144 bytes for each; NULL where there is none. The sweeps run
/// on a vector unit that the processor has: `vector_unit()`, or a lower one.
SourceSweep *source_sweep_create(size_t vertex_count, VectorUnit unit);

void source_sweep_destroy(SourceSweep *sweep);

/// Puts source `first_source + i` in lane i, at level 0, for `source_count` sources of the vertices
/// `first_vertex ..< last_vertex`, which no arc leaves or enters.
void source_sweep_start(SourceSweep *sweep, const SweepGraph *graph, size_t first_source, size_t source_count,
                        size_t first_vertex, size_t last_vertex);

/// Enters the next level and counts, for each lane, the vertices seen there and the leaves that hang on them.
/// Returns the number of vertices that some source sees there; 0 ends the sweep, and then nothing is counted.
/// SIZE_MAX says that memory ran out.
size_t source_sweep_advance(SourceSweep *sweep, const SweepGraph *graph, uint32_t *counts,
                            uint32_t *leaf_counts);

/// What the sweep has cost since its start, in pulled arcs.
size_t source_sweep_cost(const SourceSweep *sweep);

#endif
