#ifndef ECOGRAPH_DEAL_TEXTS_H
#define ECOGRAPH_DEAL_TEXTS_H

#include "TextLines.h"

/// Cells of a table, row by row: the start of a text in the lower half of a word, above it 24 bits of length.
typedef struct {
  const uint8_t *bytes;
  size_t byte_count;
  const uint64_t *cells;
  size_t cell_count;
  size_t columns;
  uint64_t seed;
} TextCells;

/// What was found in some cells.
typedef struct {
  /// Number of texts.
  size_t texts;
  /// Number of those that are too long for their keys.
  size_t long_texts;
  /// Number of cells that are blank though those above are not, or there are none.
  size_t blanks;
} TextsHashed;

/// Hashes the texts of some cells, except for those that stand in the cells above as well, and writes down which cells
/// are blank. Both arrays have room for all. Adds to `counts` the number of texts, by shard.
TextsHashed hash_cells(TextCells table, TextMention *texts, size_t *counts, uint32_t *blanks);

/// Puts the keys of some texts, and where they are mentioned, where `next` says for their shard.
void deal_texts(
  TextCells table, const TextMention *texts, size_t count, size_t *next, TextKey *keys, TextMention *mentions);

/// Of 64 cells of a round, a bit for each that gave a text its code, and the number of bits before.
typedef struct {
  uint64_t bits;
  uint32_t before;
} FirstCellWord;

/// Writes which cells of a batch gave texts their codes, which are `first` for cell 0, and one less for each cell that
/// follows, and returns how many did. What is before is counted from the beginning of the batch.
uint32_t mark_first_cells(
  const TextMention *mentions, size_t count, uint32_t first, FirstCellWord *words, size_t word_count);

/// The cells of a round that gave texts their codes, and the number of texts known before.
typedef struct {
  const FirstCellWord *words;
  uint32_t known;
} FirstCellRanks;

/// The code of a text that is new in a round: the rank of the cell that gave it one.
static inline uint32_t ranked_code(FirstCellRanks ranks, uint32_t code) {
  uint32_t cell = TEXT_FIRST_CELL - code;
  FirstCellWord word = ranks.words[cell / 64];
  uint64_t below = word.bits & ~(~(uint64_t)0 << cell % 64);
  return ranks.known + word.before + (uint32_t)__builtin_popcountll(below);
}

/// Gives new texts their codes.
void rank_texts(FirstCellRanks ranks, NewText *news, size_t count);

/// The texts of a batch.
typedef struct {
  const TextKey *keys;
  const TextMention *mentions;
  size_t count;
  /// The code that cell 0 gave, if it did.
  uint32_t first;
} CodedTexts;

/// Puts the codes of texts into the rows of one column, or of two, whose cells take turns, and the keys of those that
/// are new in the batch into `news`, which begins with code `news_first`.
void put_codes(
  CodedTexts texts, FirstCellRanks ranks, uint32_t *const *columns, size_t column_count, TextKey *news,
  uint32_t news_first);

/// The code of a cell that has the text of the one above.
static const uint32_t TEXT_AS_ABOVE = UINT32_MAX - 1;

/// Gives each cell of a column that has none yet the code of the one above.
void fill_from_above(uint32_t *codes, size_t count);

#endif
