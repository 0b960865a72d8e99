#ifndef ECOGRAPH_BIT_WORDS_H
#define ECOGRAPH_BIT_WORDS_H

#include <stddef.h>
#include <stdint.h>

#include "VectorUnit.h"

/// Turns off all bits of some words, writes down their numbers, ascending, and returns how many there were; more than
/// `room` where there is none for them.
///
/// For words of which few have any bit on: vectors tell which.
size_t take_bits(VectorUnit unit, uint64_t *words, size_t count, uint32_t *numbers, size_t room);

/// The same, and writes down a sum for each number that is taken and makes it 0; there is one for each bit.
size_t take_sums(
  VectorUnit unit, uint64_t *words, size_t count, uint32_t *numbers, double *taken_sums, size_t room, double *sums);

#endif
