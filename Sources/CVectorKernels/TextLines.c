#include "TextLines.h"

#include <stdlib.h>

#include "VectorUnit.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

/// A line is asked for when so many other texts are to be looked at before it.
enum { TEXTS_AHEAD = 16 };

/// A bit for each key of a line, of which the lowest of so many bits is set where it is the same, as far as the texts
/// are in the keys.
typedef uint32_t (*KeysCompared)(const TextLine *line, TextKey key);

enum { BITS_OF_KEY = 2, FIRST_BITS_OF_KEYS = 0x555 };

__attribute__((always_inline)) static inline uint32_t keys_compared(const TextLine *line, TextKey key) {
  uint32_t bits = 0;
  for (int slot = 0; slot < TEXT_SLOTS; slot++) {
    uint64_t differs = (line->keys[slot].head ^ key.head) | (line->keys[slot].tail ^ key.tail);
    bits |= (uint32_t)(differs == 0) << BITS_OF_KEY * slot;
  }
  return bits;
}

#if defined(__x86_64__)

#define AVX2 __attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt")))
#define AVX512 __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx2,bmi,bmi2,lzcnt,popcnt")))

AVX2 __attribute__((always_inline)) static inline uint32_t keys_compared_avx2(const TextLine *line, TextKey key) {
  const __m256i wanted = _mm256_broadcastsi128_si256(_mm_set_epi64x((int64_t)key.tail, (int64_t)key.head));
  uint32_t bits = 0;
  for (int slot = 0; slot < TEXT_SLOTS; slot += 2) {
    __m256i equal = _mm256_cmpeq_epi64(_mm256_load_si256((const __m256i *)&line->keys[slot]), wanted);
    bits |= (uint32_t)_mm256_movemask_pd(_mm256_castsi256_pd(equal)) << BITS_OF_KEY * slot;
  }
  return bits & bits >> 1 & FIRST_BITS_OF_KEYS;
}

AVX512 __attribute__((always_inline)) static inline uint32_t
keys_compared_avx512(const TextLine *line, TextKey key) {
  const __m512i wanted = _mm512_broadcast_i64x2(_mm_set_epi64x((int64_t)key.tail, (int64_t)key.head));
  uint32_t bits = _mm512_cmpeq_epi64_mask(_mm512_load_si512(&line->keys[0]), wanted);
  // Behind the last key are codes, which nobody asks for.
  bits |= (uint32_t)_mm512_cmpeq_epi64_mask(_mm512_load_si512(&line->keys[4]), wanted) << 4 * BITS_OF_KEY;
  return bits & bits >> 1 & FIRST_BITS_OF_KEYS;
}

#endif

/// Adds a text to a line that has room.
static inline void add_text(TextLine *line, TextKey key, uint32_t code) {
  uint32_t slot = 0;
  for (int i = 0; i < TEXT_SLOTS - 1; i++) slot += line->keys[i].head != 0;
  put_text((TextPlace){line, slot, false}, key, code);
}

static inline void prefetch_text_line(const TextLine *line) {
  __builtin_prefetch(&line->keys[0]);
  __builtin_prefetch(&line->keys[4]);
}

__attribute__((always_inline)) static inline TextsCoded code_by(
  KeysCompared compared, TextLines lines, size_t room, const TextKey *keys, TextMention *mentions, size_t count,
  uint32_t first, NewText *news) {
  size_t added = 0, left_out = 0;
  // The lines of the texts to come, in a ring.
  TextLine *ahead[TEXTS_AHEAD];
  for (size_t i = 0; i < count && i < TEXTS_AHEAD; i++) {
    ahead[i] = text_line(lines, home_line(lines, mentions[i].hash_or_code));
    prefetch_text_line(ahead[i]);
  }
  for (size_t i = 0; i < count; i++) {
    TextLine *line = ahead[i % TEXTS_AHEAD];
    size_t next = i + TEXTS_AHEAD < count ? i + TEXTS_AHEAD : i;
    TextLine *later = text_line(lines, home_line(lines, mentions[next].hash_or_code));
    ahead[i % TEXTS_AHEAD] = later;
    prefetch_text_line(later);
    TextKey key = keys[i];
    if (is_long_text(key)) {
      left_out++;
      continue;
    }
    uint32_t hash = mentions[i].hash_or_code;
    uint32_t equal;
    // Without a branch for each slot, as nobody can say which it will be.
    size_t number = home_line(lines, hash);
    while ((equal = compared(line, key)) == 0 && is_full_line(line)) {
      number = next_text_line(lines, number);
      line = text_line(lines, number);
    }
    if (equal != 0) {
      mentions[i].hash_or_code = line->codes[__builtin_ctz(equal) / BITS_OF_KEY];
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

#if defined(__x86_64__)

AVX2 static TextsCoded code_texts_avx2(
  TextLines lines, size_t room, const TextKey *keys, TextMention *mentions, size_t count, uint32_t first,
  NewText *news) {
  return code_by(keys_compared_avx2, lines, room, keys, mentions, count, first, news);
}

AVX512 static TextsCoded code_texts_avx512(
  TextLines lines, size_t room, const TextKey *keys, TextMention *mentions, size_t count, uint32_t first,
  NewText *news) {
  return code_by(keys_compared_avx512, lines, room, keys, mentions, count, first, news);
}

#endif

TextsCoded code_texts(
  TextLines lines, size_t room, const TextKey *keys, TextMention *mentions, size_t count, uint32_t first,
  NewText *news) {
#if defined(__x86_64__)
  VectorUnit unit = vector_unit();
  if (unit >= VECTOR_UNIT_AVX512) return code_texts_avx512(lines, room, keys, mentions, count, first, news);
  if (unit >= VECTOR_UNIT_AVX2) return code_texts_avx2(lines, room, keys, mentions, count, first, news);
#endif
  return code_by(keys_compared, lines, room, keys, mentions, count, first, news);
}

/// A bit for each slot of a line that has a code; none where no text has it.
static inline uint32_t slots_of_code(const TextLine *line, uint32_t code) {
  uint32_t bits = 0;
  for (int slot = 0; slot < TEXT_SLOTS; slot++) bits |= (uint32_t)(line->codes[slot] == code) << slot;
  return bits;
}

void settle_texts(TextLines lines, const NewText *news, size_t count) {
  for (size_t i = 0; i < count; i++) {
    size_t ahead = i + TEXTS_AHEAD < count ? i + TEXTS_AHEAD : count - 1;
    prefetch_text_line(text_line(lines, home_line(lines, news[ahead].hash)));
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
    size_t places[TEXT_SLOTS];
    for (uint32_t slot = 0; slot < TEXT_SLOTS; slot++) places[slot] = home_line(lines, text_hash(texts.keys[slot], seed));
    for (uint32_t slot = 0; slot < TEXT_SLOTS && texts.keys[slot].head != 0; slot++) {
      size_t place = places[slot];
      bool has_room = false;
      while (place >= number && place < lines.count) {
        TextLine *other = text_line(lines, place++);
        has_room = !is_full_line(other);
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
    while (is_full_line(text_line(lines, place))) place = next_text_line(lines, place);
    add_text(text_line(lines, place), waiting.keys[i], waiting.codes[i]);
  }
  free(waiting.keys);
  free(waiting.codes);
}
