#ifndef ECOGRAPH_TEXT_LINES_H
#define ECOGRAPH_TEXT_LINES_H

#include "TextKey.h"

/// Slots of a line.
enum { TEXT_SLOTS = 6 };

/// A line of a hash table from texts to codes: six slots, filled from the first on.
///
/// It begins where a line of the processor's caches does and is two of them. All of it is looked at without a question:
/// with half the slots one text in six would stand in the line behind its own, which nobody can foretell.
typedef struct {
  TextKey keys[TEXT_SLOTS];
  /// The last two are not used.
  uint32_t codes[TEXT_SLOTS + 2];
} TextLine;

static inline bool is_full_line(const TextLine *line) { return line->keys[TEXT_SLOTS - 1].head != 0; }

/// Number of shards that texts are dealt out to, by the highest bits of their hashes.
enum { TEXT_SHARD_BITS = 7, TEXT_SHARDS = 1 << TEXT_SHARD_BITS };

/// Lines that a table has at first.
enum { FIRST_TEXT_LINES = 4 };

/// The lines of a table. Hashes are spread over them in their order; what a line has no room for stands in the next
/// that has, the first being behind the last.
///
/// They stand in segments: a table grows without new memory for what it has. A small one becomes four times as large,
/// a larger one twice; one that fills much of a core's cache grows by half of a power of two, so that it has not twice
/// the lines it needs.
typedef struct {
  /// By segment, the address that line 0 would have if all lines stood where those of the segment do.
  const uintptr_t *origins;
  size_t count;
} TextLines;

/// Segments of a table whose lines are numbered by 32 bits.
enum { TEXT_SEGMENTS = 2 * 32 };

/// The number of the segment in which a line stands: the lines of each bit are in two.
static inline size_t text_segment(size_t number) {
  unsigned shift = 63 - (unsigned)__builtin_clzll(number | FIRST_TEXT_LINES) - 1;
  return 2 * shift + (number >> shift);
}

/// Lines by which a table of so many grows.
static inline size_t text_lines_to_add(size_t count) {
  return count < 512 ? 3 * count : count < 2048 ? count : ((size_t)1 << (63 - __builtin_clzll(count))) / 2;
}

/// Where a text is, or can be put.
typedef struct {
  TextLine *line;
  uint32_t slot;
  bool is_known;
} TextPlace;

/// The code of the first cell of a round; those of other cells are less by their numbers, and all are above those of
/// texts that were known before.
static const uint32_t TEXT_FIRST_CELL = UINT32_MAX - 2;

static inline TextLine *text_line(TextLines lines, size_t number) {
  return (TextLine *)(lines.origins[text_segment(number)] + number * sizeof(TextLine));
}

/// The line of a hash, by the bits of it that do not tell the shard.
static inline size_t home_line(TextLines lines, uint32_t hash) {
  return (uint64_t)(hash << TEXT_SHARD_BITS) * lines.count >> 32;
}

static inline size_t next_text_line(TextLines lines, size_t number) {
  return number + 1 == lines.count ? 0 : number + 1;
}

/// Looks for a text in a table that is not full. Those that are too long for their keys stand at `bytes`, and
/// `long_texts` in the table.
static inline TextPlace text_place(
  TextLines lines, TextKey key, uint32_t hash, const uint8_t *bytes, const uint8_t *long_texts) {
  for (size_t number = home_line(lines, hash);; number = next_text_line(lines, number)) {
    TextLine *line = text_line(lines, number);
    for (uint32_t slot = 0; slot < TEXT_SLOTS; slot++) {
      if (line->keys[slot].head == 0) return (TextPlace){line, slot, false};
      if (is_same_text(key, bytes, line->keys[slot], long_texts)) return (TextPlace){line, slot, true};
    }
  }
}

/// Where the code of a text stands.
static inline uint32_t *code_place(TextPlace place) { return &place.line->codes[place.slot]; }

/// Puts down a text where there is room for it.
static inline void put_text(TextPlace place, TextKey key, uint32_t code) {
  place.line->keys[place.slot] = key;
  place.line->codes[place.slot] = code;
}

/// A text that is new in a round, with its code until the round is numbered, and then.
typedef struct {
  uint32_t hash;
  uint32_t cell_code;
  uint32_t code;
} NewText;

/// What became of some texts.
typedef struct {
  /// Number of texts that were looked at.
  size_t count;
  /// Number of those that were added to the table.
  size_t added;
  /// Number of those that were left out, as they are too long for their keys.
  size_t left_out;
} TextsCoded;

/// Puts codes in the place of the hashes of texts, and adds those that are new to the table and to `news`, until one
/// more than `room` would have to be added. The code of a new text is `first` less the number of its cell.
TextsCoded code_texts(
  TextLines lines, size_t room, const TextKey *keys, TextMention *mentions, size_t count, uint32_t first,
  NewText *news);

/// Gives new texts their codes in the table.
void settle_texts(TextLines lines, const NewText *news, size_t count);

/// Moves the texts of a table to where they belong now that it has more lines than `old_count`.
void spread_texts(TextLines lines, size_t old_count, uint64_t seed);

#endif
