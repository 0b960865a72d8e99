#ifndef ECOGRAPH_HASH_BLOCKS_H
#define ECOGRAPH_HASH_BLOCKS_H

#include <stddef.h>
#include <stdint.h>

#include "VectorUnit.h"

/// Takes blocks of 64 bytes into the state of SHA-256, by the processor's own instructions where it has them and
/// the unit is not the baseline.
///
/// Source: FIPS 180-4, section 6.2.
void hash_blocks(VectorUnit unit, uint32_t state[8], const uint8_t *bytes, size_t block_count);

#endif
