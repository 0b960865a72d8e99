#ifndef ECOGRAPH_DEAL_TEXTS_H
#define ECOGRAPH_DEAL_TEXTS_H

#include "TextKey.h"

/// Number of shards that texts are dealt out to, by the highest bits of their hashes.
enum { TEXT_SHARD_BITS = 7, TEXT_SHARDS = 1 << TEXT_SHARD_BITS };

/// Cells of a table, row by row: the start of a text in the lower half of a word, above it 24 bits of length.
typedef struct {
  const uint8_t *bytes;
  size_t byte_count;
  const uint64_t *cells;
  size_t cell_count;
  size_t columns;
  uint64_t seed;
} TextCells;

/// Hashes the texts of some cells, except for those that stand in the cells above as well, and returns the number of
/// others. Both arrays have room for all.
///
/// Adds to `counts` the number of them, by shard. Cells that are blank though those above are not, or there are none,
/// are written to `blanks`, and `blank_count` is their number.
size_t hash_cells(
  TextCells table, TextMention *texts, size_t *counts, uint32_t *blanks, size_t *blank_count);

/// Puts the keys of some texts, and where they are mentioned, where `next` says for their shard.
void deal_texts(
  TextCells table, const TextMention *texts, size_t count, size_t *next, TextKey *keys, TextMention *mentions);

/// Marks the cells that gave texts their codes, which are `first` for cell 0, and so on: a bit for each cell.
void mark_first_cells(
  const TextMention *mentions, const uint32_t *codes, size_t count, uint32_t first, uint64_t *words);

/// Puts the codes of texts into the rows of one column, or of two, whose cells take turns.
///
/// Writes to `news` the numbers of the texts whose codes are not below `known`, and returns how many there are.
size_t put_codes(
  const TextMention *mentions, const uint32_t *codes, size_t count, uint32_t known, uint32_t *const *columns,
  size_t column_count, uint32_t *news);

/// The code of a cell that has the text of the one above.
static const uint32_t TEXT_AS_ABOVE = UINT32_MAX - 1;

/// Gives each cell of a column that has none yet the code of the one above.
void fill_from_above(uint32_t *codes, size_t count);

#endif
