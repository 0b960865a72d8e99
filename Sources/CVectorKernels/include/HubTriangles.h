#ifndef ECOGRAPH_HUB_TRIANGLES_H
#define ECOGRAPH_HUB_TRIANGLES_H

#include <stddef.h>
#include <stdint.h>

#include "VectorUnit.h"

/// Counts the pairs of some vertices that are tied, and for each vertex the pairs it is in.
///
/// `hubs` are `count` vertex numbers, ascending. Whether `a < b` are tied says bit `a & 31` of word
/// `rows[row_starts[b] + (a >> 5)]`. Adds the pairs that `hubs[i]` is in to `found[i]`, which has
/// `count` places, and returns the number of pairs.
uint64_t hub_triangles(VectorUnit unit, const uint32_t *hubs, size_t count, const uint32_t *rows,
                       const uint32_t *row_starts, uint32_t *found);

#endif
