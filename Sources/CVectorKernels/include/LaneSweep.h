#ifndef ECOGRAPH_LANE_SWEEP_H
#define ECOGRAPH_LANE_SWEEP_H

#include <stddef.h>
#include <stdint.h>

#include "VectorUnit.h"

// Brandes' two passes from eight sources at once: one lane of a vector for each source.
//
// An event is a vertex together with the lanes whose sources reach it at the level at hand. Values at a level
// are positive where the level is even and negative where it is odd, 0 where a lane has not come to a vertex
// yet. So a sum over all neighbors that leaves out one sign holds those of the neighboring level alone, and a
// level can be written while it is read.

// Lanes in a vector.
#define ECOGRAPH_LANES 8

// A graph by rows: the arcs of vertex v are targets[offsets[v] ..< offsets[v + 1]].
typedef struct {
  const ptrdiff_t *offsets;
  const uint32_t *targets;
} LaneRows;

// The events of one level: vertices[i] with the lanes in masks[i], of which those in successors[i] go on to a
// further level.
typedef struct {
  const uint32_t *vertices;
  const uint8_t *masks;
  const uint8_t *successors;
  ptrdiff_t count;
} LaneEvents;

// What a pass reads and writes: eight doubles a vertex, aligned to 64 bytes, in `counts` and `factors`.
typedef struct {
  // Vertices that each vertex stands for, and how many of them are ends of paths.
  const double *multiplicities;
  const double *weights;
  // Weight of each lane's source.
  const double *source_weights;
  // Numbers of shortest paths, times the multiplicity of their end.
  double *counts;
  // (weight + dependency) times multiplicity over count.
  double *factors;
  // One byte a vertex, 0 before and after.
  uint8_t *entering;
  // Sum over sources of weight times dependency.
  double *totals;
} LaneValues;

// Counts the paths to the events of a level from the arcs into them; raises `largest`, one number a lane, to
// the largest count met.
void lane_counts_pull(
  VectorUnit unit, LaneRows inward, LaneEvents events, int level, LaneValues values, double *largest);

// The same from the arcs out of the level before.
void lane_counts_push(
  VectorUnit unit, LaneRows outward, LaneEvents before, LaneEvents events, LaneValues values, double *largest);

// Sums the dependencies on the events of a level from the arcs out of them.
void lane_dependencies_pull(
  VectorUnit unit, LaneRows outward, LaneEvents events, int level, LaneValues values);

// The same from the arcs into the level behind.
void lane_dependencies_push(
  VectorUnit unit, LaneRows inward, LaneEvents behind, LaneEvents events, LaneValues values);

#endif
