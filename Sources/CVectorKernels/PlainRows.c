#include "PlainRows.h"

#include <stdbool.h>

static inline bool is_space(uint8_t byte) { return byte == ' ' || byte == '\t'; }

PlainRowState scan_plain_rows(
  const uint8_t *bytes, const uint64_t *marks, PlainRowRule rule, PlainRowState state, uint64_t *cells,
  uint32_t *lines) {
  const size_t word_count = (rule.end + 63) / 64;
  const size_t last = rule.columns - 1;
  size_t start = state.position;
  if (start >= rule.end) return state;
  size_t index = start / 64;
  uint64_t word = marks[index] & (~(uint64_t)0 << (start & 63));
  for (size_t row = 0; row < rule.rows; row++) {
    size_t first = start, filled = 0, next = 0;
    bool has_blank = false;
    for (size_t column = 0; column <= last; column++) {
      while (word == 0) {
        if (++index >= word_count) return state;
        word = marks[index];
      }
      next = 64 * index + (size_t)__builtin_ctzll(word);
      word &= word - 1;
      if (next >= rule.end) return state;
      size_t count = next - first;
      if (count > 0) {
        // A cell that begins with a quotation mark has no bytes before its first mark.
        if (is_space(bytes[first]) || is_space(bytes[next - 1])) return state;
        filled += count;
      } else {
        has_blank = true;
      }
      cells[column] = first | (uint64_t)count << 32;
      first = next + 1;
      if (column < last && bytes[next] != rule.separator) return state;
    }
    bool is_pair = bytes[next] != '\n';
    if (is_pair) {
      if (bytes[next] != '\r' || first >= rule.end || bytes[first] != '\n') return state;
      if (word == 0) word = marks[++index];
      word &= word - 1;
      first++;
    }
    if (filled == 0 || first - start > rule.longest) return state;
    *lines++ = state.line++;
    cells += rule.columns;
    state.rows++;
    state.pairs += is_pair;
    state.filled += !has_blank;
    state.position = start = first;
  }
  return state;
}
