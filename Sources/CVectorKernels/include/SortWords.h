#ifndef ECOGRAPH_SORT_WORDS_H
#define ECOGRAPH_SORT_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "VectorUnit.h"

/// Sorts words, ascending, in O(n log n) time, or does nothing and returns false where a vector unit is no help.
///
/// `scratch` has room for `count` words; what is in it does not matter, before or after.
bool sort_words(VectorUnit unit, uint32_t *words, size_t count, uint32_t *scratch);

#endif
