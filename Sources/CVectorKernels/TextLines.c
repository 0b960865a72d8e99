#include "TextLines.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// A line is asked for when so many other texts are to be looked at before it.
enum { TEXTS_AHEAD = 16 };

/// Four bits for each key of a line, all set where it is the same, as far as the texts are in the keys.
static inline uint32_t equality(const TextLine *line, TextKey key) {
  uint32_t bits = 0;
  for (int slot = 0; slot < 3; slot++) {
#if defined(__SSE2__)
    __m128i words = _mm_set_epi64x((int64_t)key.tail, (int64_t)key.head);
    __m128i equal = _mm_cmpeq_epi32(words, _mm_load_si128((const __m128i *)&line->keys[slot]));
    bits |= (uint32_t)_mm_movemask_ps(_mm_castsi128_ps(equal)) << 4 * slot;
#else
    uint64_t differs = (line->keys[slot].head ^ key.head) | (line->keys[slot].tail ^ key.tail);
    bits |= (differs == 0 ? 15u : 0u) << 4 * slot;
#endif
  }
  return bits;
}

static inline uint32_t code_of(TextKey key, uint32_t hash, TextLines lines) {
  if (is_long_text(key)) return TEXT_UNCERTAIN;
  size_t number = home_line(lines, hash);
  while (true) {
    const TextLine *line = text_line(lines, number);
    uint32_t equal = equality(line, key);
    equal &= equal >> 1;
    equal = equal & equal >> 2 & 0x111;
    // Without a branch for each slot, as nobody can say which it will be.
    if (equal != 0) return line->codes[__builtin_ctz(equal) / 4];
    if (line->keys[2].head == 0) return TEXT_MISSING;
    number = next_text_line(lines, number);
  }
}

void find_texts(TextLines lines, const TextKey *keys, const TextMention *mentions, size_t count, uint32_t *codes) {
  for (size_t i = 0; i < count && i < TEXTS_AHEAD; i++) {
    __builtin_prefetch(text_line(lines, home_line(lines, mentions[i].hash)));
  }
  for (size_t i = 0; i < count; i++) {
    size_t ahead = i + TEXTS_AHEAD < count ? i + TEXTS_AHEAD : i;
    __builtin_prefetch(text_line(lines, home_line(lines, mentions[ahead].hash)));
    codes[i] = code_of(keys[i], mentions[i].hash, lines);
  }
}

void take_texts(TextLines lines, TextKey *keys, uint32_t *codes) {
  size_t count = 0;
  for (size_t number = 0; number < lines.count; number++) {
    TextLine *line = text_line(lines, number);
    for (size_t slot = 0; slot < 3 && line->keys[slot].head != 0; slot++) {
      keys[count] = line->keys[slot];
      codes[count++] = line->codes[slot];
    }
    memset(line, 0, sizeof *line);
  }
}

void put_texts(
  TextLines lines, uint64_t seed, const TextKey *keys, const uint32_t *codes, size_t count, uint32_t **places) {
  for (size_t i = 0; i < count; i++) {
    size_t number = home_line(lines, text_hash(keys[i], seed));
    while (text_line(lines, number)->keys[2].head != 0) number = next_text_line(lines, number);
    TextLine *line = text_line(lines, number);
    uint32_t slot = line->keys[0].head == 0 ? 0 : line->keys[1].head == 0 ? 1 : 2;
    places[i] = put_text((TextPlace){line, slot, false}, keys[i], codes[i]);
  }
}
