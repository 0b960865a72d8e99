#include "TextLines.h"

#include <stdlib.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// A line is asked for when so many other texts are to be looked at before it.
enum { TEXTS_AHEAD = 16 };

/// A bit for each key of a line, set where it is the same, as far as the texts are in the keys.
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
  bits &= bits >> 1;
  return bits & bits >> 2 & 0x111;
}

/// Adds a text to a line that has room.
static inline void add_text(TextLine *line, TextKey key, uint32_t code) {
  uint32_t slot = (line->keys[0].head != 0) + (line->keys[1].head != 0);
  put_text((TextPlace){line, slot, false}, key, code);
}

TextsCoded code_texts(
  TextLines lines, size_t room, const TextKey *keys, TextMention *mentions, size_t count, uint32_t first,
  NewText *news) {
  size_t added = 0, left_out = 0;
  // The lines of the texts to come, in a ring.
  TextLine *ahead[TEXTS_AHEAD];
  for (size_t i = 0; i < count && i < TEXTS_AHEAD; i++) {
    ahead[i] = text_line(lines, home_line(lines, mentions[i].hash_or_code));
    __builtin_prefetch(ahead[i]);
  }
  for (size_t i = 0; i < count; i++) {
    TextLine *line = ahead[i % TEXTS_AHEAD];
    size_t next = i + TEXTS_AHEAD < count ? i + TEXTS_AHEAD : i;
    TextLine *later = text_line(lines, home_line(lines, mentions[next].hash_or_code));
    ahead[i % TEXTS_AHEAD] = later;
    __builtin_prefetch(later);
    TextKey key = keys[i];
    if (is_long_text(key)) {
      left_out++;
      continue;
    }
    uint32_t hash = mentions[i].hash_or_code;
    uint32_t equal;
    // Without a branch for each slot, as nobody can say which it will be.
    size_t number = home_line(lines, hash);
    while ((equal = equality(line, key)) == 0 && line->keys[2].head != 0) {
      number = next_text_line(lines, number);
      line = text_line(lines, number);
    }
    if (equal != 0) {
      mentions[i].hash_or_code = line->codes[__builtin_ctz(equal) / 4];
      continue;
    }
    if (added == room) return (TextsCoded){i, added, left_out};
    uint32_t code = first - mentions[i].cell;
    add_text(line, key, code);
    news[added++] = (NewText){hash, code, code};
    mentions[i].hash_or_code = code;
  }
  return (TextsCoded){count, added, left_out};
}

/// A bit for each slot of a line that has a code; none where no text has it.
static inline uint32_t slots_of_code(const TextLine *line, uint32_t code) {
#if defined(__SSE2__)
  __m128i equal = _mm_cmpeq_epi32(_mm_load_si128((const __m128i *)line->codes), _mm_set1_epi32((int)code));
  return (uint32_t)_mm_movemask_ps(_mm_castsi128_ps(equal)) & 7;
#else
  uint32_t bits = 0;
  for (int slot = 0; slot < 3; slot++) bits |= (uint32_t)(line->codes[slot] == code) << slot;
  return bits;
#endif
}

void settle_texts(TextLines lines, const NewText *news, size_t count) {
  for (size_t i = 0; i < count; i++) {
    size_t ahead = i + TEXTS_AHEAD < count ? i + TEXTS_AHEAD : count - 1;
    __builtin_prefetch(text_line(lines, home_line(lines, news[ahead].hash)));
    size_t number = home_line(lines, news[i].hash);
    uint32_t slots;
    while ((slots = slots_of_code(text_line(lines, number), news[i].cell_code)) == 0) {
      number = next_text_line(lines, number);
    }
    text_line(lines, number)->codes[__builtin_ctz(slots)] = news[i].code;
  }
}

/// Texts that have to wait for their place.
typedef struct {
  TextKey *keys;
  uint32_t *codes;
  size_t count;
  size_t room;
} WaitingTexts;

static void wait_for_place(WaitingTexts *texts, TextKey key, uint32_t code) {
  if (texts->count == texts->room) {
    texts->room = texts->room == 0 ? 64 : 2 * texts->room;
    texts->keys = realloc(texts->keys, texts->room * sizeof *texts->keys);
    texts->codes = realloc(texts->codes, texts->room * sizeof *texts->codes);
    if (texts->keys == NULL || texts->codes == NULL) abort();
  }
  texts->keys[texts->count] = key;
  texts->codes[texts->count++] = code;
}

void spread_texts(TextLines lines, size_t old_count, uint64_t seed) {
  // Texts move up. So from the last line on, each finds those behind it spread already; but among the first lines, one
  // that had no room in its own may belong before where it stood, and some of the last go round to the first.
  WaitingTexts waiting = {NULL, NULL, 0, 0};
  for (size_t number = old_count; number-- > 0;) {
    TextLine *line = text_line(lines, number);
    const TextLine texts = *line;
    memset(line, 0, sizeof *line);
    size_t places[3];
    for (uint32_t slot = 0; slot < 3; slot++) places[slot] = home_line(lines, text_hash(texts.keys[slot], seed));
    for (uint32_t slot = 0; slot < 3 && texts.keys[slot].head != 0; slot++) {
      size_t place = places[slot];
      bool has_room = false;
      while (place >= number && place < lines.count) {
        TextLine *other = text_line(lines, place++);
        has_room = other->keys[2].head == 0;
        if (has_room) {
          add_text(other, texts.keys[slot], texts.codes[slot]);
          break;
        }
      }
      if (!has_room) wait_for_place(&waiting, texts.keys[slot], texts.codes[slot]);
    }
  }
  for (size_t i = 0; i < waiting.count; i++) {
    size_t place = home_line(lines, text_hash(waiting.keys[i], seed));
    while (text_line(lines, place)->keys[2].head != 0) place = next_text_line(lines, place);
    add_text(text_line(lines, place), waiting.keys[i], waiting.codes[i]);
  }
  free(waiting.keys);
  free(waiting.codes);
}
