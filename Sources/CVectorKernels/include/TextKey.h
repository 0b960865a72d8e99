#ifndef ECOGRAPH_TEXT_KEY_H
#define ECOGRAPH_TEXT_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/// A text as a hash table holds it, in sixteen bytes: the text itself where it is no longer than that, or else 56
/// bits of hash and where the text stands.
///
/// Texts are not blank and do not begin with a zero byte, so that one padded with zeros is told from all others, a
/// long one by its lowest byte, and no text by a head of zero. The first byte is the lowest.
typedef struct {
  uint64_t head;
  uint64_t tail;
} TextKey;

/// A text in a cell: its hash until it was looked up, then its code.
typedef struct {
  uint32_t cell;
  uint32_t hash_or_code;
} TextMention;

static inline uint64_t mixed_text(uint64_t x) {
  unsigned __int128 product = (unsigned __int128)(x ^ 0xA0761D6478BD642F) * 0xE7037ED1A0B428DB;
  return (uint64_t)(product >> 64) ^ (uint64_t)product;
}

static inline uint64_t eight_bytes(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  word = __builtin_bswap64(word);
#endif
  return word;
}

/// Whether a text is too long to be in its key.
static inline bool is_long_text(TextKey key) { return (key.head & 0xFF) == 0; }

/// The key of `bytes[start ..< start + length]`, of more than sixteen bytes: they are hashed eight at a time, the
/// last eight of them some for a second time. The start stands in the upper 40 bits of the tail.
__attribute__((noinline)) __attribute__((unused)) static TextKey long_text_key(
  const uint8_t *bytes, size_t start, size_t length, uint64_t seed) {
  uint64_t state = seed ^ length;
  for (size_t i = start; i + 8 <= start + length; i += 8) state = mixed_text(state ^ eight_bytes(bytes + i));
  state = mixed_text(state ^ eight_bytes(bytes + start + length - 8)) & ~(uint64_t)0xFF;
  return (TextKey){state == 0 ? 1 << 8 : state, (uint64_t)start << 24 | length};
}

/// The key of a text of up to sixteen bytes, of which none is read that stands behind it.
__attribute__((noinline)) __attribute__((unused)) static TextKey last_text_key(
  const uint8_t *bytes, size_t start, size_t length) {
  uint8_t text[16] = {0};
  memcpy(text, bytes + start, length);
  return (TextKey){eight_bytes(text), eight_bytes(text + 8)};
}

/// Sixteen bytes of them, beginning with the last so many ones, keep so many bytes of a text.
static const uint8_t text_bytes_kept[32] = {255, 255, 255, 255, 255, 255, 255, 255,
                                            255, 255, 255, 255, 255, 255, 255, 255};

/// The two words of a key side by side, for vectors.
typedef uint64_t TextKeyWords __attribute__((vector_size(16)));

static inline TextKeyWords sixteen_bytes(const uint8_t *bytes) {
  return (TextKeyWords){eight_bytes(bytes), eight_bytes(bytes + 8)};
}

/// Whether a text of `bytes[0 ..< count]` is in its key and there are sixteen bytes from its start on.
static inline bool is_text_in_reach(size_t count, size_t start, size_t length) {
  return length - 1 < 16 && start + 16 <= count;
}

/// The key of a text in reach: bytes behind it are cleared.
static inline TextKeyWords text_key_in_reach(const uint8_t *bytes, size_t start, size_t length) {
  return sixteen_bytes(bytes + start) & sixteen_bytes(text_bytes_kept + 16 - length);
}

/// The key of `bytes[start ..< start + length]`, which is not blank.
static inline TextKey text_key(
  const uint8_t *bytes, size_t count, size_t start, size_t length, uint64_t seed) {
  if (__builtin_expect(is_text_in_reach(count, start, length), 1)) {
    TextKeyWords words = text_key_in_reach(bytes, start, length);
    return (TextKey){words[0], words[1]};
  }
  return length > 16 ? long_text_key(bytes, start, length, seed) : last_text_key(bytes, start, length);
}

/// A number spread evenly by which a text is found; it depends on the text and the seed alone.
static inline uint32_t text_hash(TextKey key, uint64_t seed) {
  uint64_t tail = is_long_text(key) ? 0 : key.tail;
  // Neither factor is known to anybody, so that none can be made zero.
  unsigned __int128 product = (unsigned __int128)(key.head ^ seed) * (tail ^ mixed_text(seed));
  return (uint32_t)(product >> 64) ^ (uint32_t)product;
}

/// Whether two keys are of the same text, either having its long texts in a memory of its own.
static inline bool is_same_text(TextKey key, const uint8_t *bytes, TextKey other, const uint8_t *other_bytes) {
  if (key.head != other.head) return false;
  if (!is_long_text(key)) return key.tail == other.tail;
  size_t length = key.tail & 0xFFFFFF;
  return length == (other.tail & 0xFFFFFF) &&
         memcmp(bytes + (key.tail >> 24), other_bytes + (other.tail >> 24), length) == 0;
}

#endif
