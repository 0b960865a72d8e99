#ifndef ECOGRAPH_DEAL_TEXTS_H
#define ECOGRAPH_DEAL_TEXTS_H

#include "TextKey.h"

/// Number of shards that texts are dealt out to, by the lowest bits of their hashes.
enum { TEXT_SHARDS = 128 };

/// A text in a cell.
typedef struct {
  uint32_t cell;
  uint32_t hash;
} TextMention;

/// Cells of a table, row by row: the start of a text in the lower half of a word, above it 24 bits of length.
typedef struct {
  const uint8_t *bytes;
  size_t byte_count;
  const uint64_t *cells;
  size_t cell_count;
  size_t columns;
  uint64_t seed;
} TextCells;

/// Hashes the texts of some cells: `hashes` are zero where a cell is blank, or has the text of the one above.
///
/// Adds to `counts` the number of others, by shard. Writes to `blanks` the cells that are blank though those above
/// are not, or there are none, and returns their number.
size_t hash_cells(TextCells table, uint32_t *hashes, size_t *counts, uint32_t *blanks);

/// Puts the keys of texts whose hashes are not zero, and their cells, where `next` says for their shard.
void deal_texts(TextCells table, const uint32_t *hashes, size_t *next, TextKey *keys, TextMention *mentions);

#endif
