#ifndef ECOGRAPH_SPLIT_WORDS_H
#define ECOGRAPH_SPLIT_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "VectorUnit.h"

/// Splits ascending words into rows, their upper bits, and targets, the lower ones; or returns false where two words
/// are equal, or vectors are no help, having at most written ends.
///
/// A target has so many `bits`, and may be written where words are read. `start` is the number of the first word;
/// `ends` has by row the number behind that of its last word, and stays as it is for rows without words.
bool split_words(
  VectorUnit unit, const uint32_t *words, size_t count, unsigned bits, uint32_t *targets, intptr_t start,
  intptr_t *ends);

#endif
