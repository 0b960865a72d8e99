#ifndef ECOGRAPH_TEXT_LINES_H
#define ECOGRAPH_TEXT_LINES_H

#include "TextKey.h"

/// A line of a hash table from texts to codes: three slots, filled from the first on.
///
/// It begins where a line of the processor's caches does and is one, so that looking a text up takes one.
typedef struct {
  TextKey keys[3];
  uint32_t codes[4];
} TextLine;

/// Lines that a table has at first, a power of two.
enum { FIRST_TEXT_LINES = 4 };

/// The lines of a table, as many as a power of two. A hash has its line by its lowest bits; what a line has no room
/// for stands in the next that has, the first being behind the last.
///
/// They stand in segments, each but the first as long as all before it together. So the table grows without moving
/// them, and half of the texts stay where they are.
typedef struct {
  /// By segment, the address that line 0 would have if all lines stood where those of the segment do.
  const uintptr_t *origins;
  size_t count;
} TextLines;

/// Where a text is, or can be put.
typedef struct {
  TextLine *line;
  uint32_t slot;
  bool is_known;
} TextPlace;

/// Codes of texts that are not in a table, and of those that are too long to be told by their keys.
static const uint32_t TEXT_MISSING = UINT32_MAX - 1;
static const uint32_t TEXT_UNCERTAIN = UINT32_MAX - 2;

static inline TextLine *text_line(TextLines lines, size_t number) {
  unsigned segment = 63 - (unsigned)__builtin_clzll(number | (FIRST_TEXT_LINES - 1)) - 1;
  return (TextLine *)(lines.origins[segment] + number * sizeof(TextLine));
}

static inline size_t home_line(TextLines lines, uint32_t hash) { return hash & (lines.count - 1); }

static inline size_t next_text_line(TextLines lines, size_t number) { return (number + 1) & (lines.count - 1); }

/// Looks for a text in a table that is not full. Those that are too long for their keys stand at `bytes`, and
/// `long_texts` in the table.
static inline TextPlace text_place(
  TextLines lines, TextKey key, uint32_t hash, const uint8_t *bytes, const uint8_t *long_texts) {
  for (size_t number = home_line(lines, hash);; number = next_text_line(lines, number)) {
    TextLine *line = text_line(lines, number);
    for (uint32_t slot = 0; slot < 3; slot++) {
      if (line->keys[slot].head == 0) return (TextPlace){line, slot, false};
      if (is_same_text(key, bytes, line->keys[slot], long_texts)) return (TextPlace){line, slot, true};
    }
  }
}

/// Where the code of a text stands.
static inline uint32_t *code_place(TextPlace place) { return &place.line->codes[place.slot]; }

/// Puts down a text where there is room for it; gives the place of its code.
static inline uint32_t *put_text(TextPlace place, TextKey key, uint32_t code) {
  place.line->keys[place.slot] = key;
  place.line->codes[place.slot] = code;
  return code_place(place);
}

/// Looks up texts in a table that is not full.
void find_texts(TextLines lines, const TextKey *keys, const TextMention *mentions, size_t count, uint32_t *codes);

/// Takes all texts out of a table; `keys` and `codes` have room for them.
void take_texts(TextLines lines, TextKey *keys, uint32_t *codes);

/// Puts texts into a table that has none of them; gives the place of the code of each.
void put_texts(
  TextLines lines, uint64_t seed, const TextKey *keys, const uint32_t *codes, size_t count, uint32_t **places);

#endif
