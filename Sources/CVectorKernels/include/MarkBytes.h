#ifndef ECOGRAPH_MARK_BYTES_H
#define ECOGRAPH_MARK_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/// What else was among bytes that were marked.
enum {
  /// A byte of 0x80 or more: text beyond ASCII, or none.
  BYTES_BEYOND_ASCII = 1,
  /// A zero byte.
  BYTES_WITH_ZERO = 2,
  /// A quotation mark.
  BYTES_WITH_QUOTE = 4,
  /// A space or a tab that is no mark beside a mark, or at the beginning.
  BYTES_WITH_EDGE_SPACE = 8,
};

/// Marks where a table's bytes are cut: bit `i & 63` of `marks[i >> 6]` is set where byte `i` is the separator,
/// a quotation mark, a line feed or a carriage return. Bits at `count` and beyond are clear.
///
/// `marks` has room for (count + 63) / 64 words. Returns the flags above that apply.
uint32_t mark_bytes(const uint8_t *bytes, size_t count, uint8_t separator, uint64_t *marks);

/// Whether a byte is among others.
static inline bool holds_byte(const uint8_t *bytes, size_t count, uint8_t byte) {
  return count > 0 && memchr(bytes, byte, count) != NULL;
}

#endif
