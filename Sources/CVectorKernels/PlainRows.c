#include "PlainRows.h"

#include <string.h>

#include "VectorUnit.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

static inline bool is_space(uint8_t byte) { return byte == ' ' || byte == '\t'; }

/// Some at first, as the next row may not be plain, and then more.
enum { FEW_MARKS = 16, MANY_MARKS = 512 };

/// Where marks are, some words of them at a time: a row needs no search, and where a word ends is no surprise.
typedef struct {
  const uint64_t *words;
  size_t next_word;
  /// Number of bytes.
  size_t end;
  /// Places from `first` on are to be looked at.
  size_t first;
  size_t count;
  /// Number of places to find at a time.
  size_t wanted;
  uint32_t places[MOST_PLAIN_CELLS + MANY_MARKS + 64 + 16];
} MarkPlaces;

/// Writes the places of the bits of a word, and up to fifteen more, and returns how many bits there are.
typedef size_t (*PutPlaces)(uint64_t word, uint32_t start, uint32_t *places);

__attribute__((always_inline)) static inline size_t put_places(uint64_t word, uint32_t start, uint32_t *places) {
  size_t count = (size_t)__builtin_popcountll(word);
  for (size_t i = 0; i < count; i += 8) {
    for (size_t j = i; j < i + 8; j++) {
      // Behind the last bit this is no place, but nobody looks.
      uint32_t place = (uint32_t)__builtin_ctzll(word | (uint64_t)1 << 63);
      // Keeps the compiler from doing all eight in a vector, which has no such instruction and takes longer.
      __asm__("" : "+r"(place));
      places[j] = start + place;
      word &= word - 1;
    }
  }
  return count;
}

/// Finds more places behind those that were not looked at; false where there are none.
__attribute__((always_inline)) static inline bool find_places(MarkPlaces *marks, PutPlaces put) {
  size_t left = marks->count - marks->first, before = left;
  memmove(marks->places, marks->places + marks->first, left * sizeof *marks->places);
  size_t words = (marks->end + 63) / 64;
  while (left < before + marks->wanted && marks->next_word < words) {
    size_t start = 64 * marks->next_word;
    uint64_t word = marks->words[marks->next_word++];
    if (marks->end - start < 64) word &= ~(~(uint64_t)0 << (marks->end - start));
    left += put(word, (uint32_t)start, marks->places + left);
  }
  marks->first = 0;
  marks->count = left;
  marks->wanted = marks->wanted < MANY_MARKS ? 2 * marks->wanted : MANY_MARKS;
  return left > before;
}

/// Whether marks are those of so many rows without carriage returns, blank cells or long rows; writes their cells.
__attribute__((always_inline)) static inline bool put_even_rows(
  const uint8_t *bytes, const uint32_t *places, PlainRowRule rule, size_t columns, size_t rows, size_t start,
  uint64_t *cells) {
  const size_t count = rows * columns;
  uint8_t differs = 0;
  for (size_t row = 0; row < rows; row++) {
    const uint32_t *ends = places + row * columns;
    for (size_t column = 0; column < columns - 1; column++) differs |= bytes[ends[column]] ^ rule.separator;
    differs |= bytes[ends[columns - 1]] ^ '\n';
  }
  if (differs != 0) return false;
  // A cell begins behind the mark before it. No branch, so that vectors can do it.
  uint32_t first = places[0] - (uint32_t)start, shortest = first, longest = first;
  cells[0] = start | (uint64_t)first << 32;
  for (size_t i = 1; i < count; i++) {
    uint32_t cell = places[i - 1] + 1, length = places[i] - cell;
    shortest = length < shortest ? length : shortest;
    longest = length > longest ? length : longest;
    cells[i] = cell | (uint64_t)length << 32;
  }
  return shortest > 0 && columns * (longest + 1) <= rule.longest;
}

__attribute__((always_inline)) static inline PlainRowState scan_rows(
  const uint8_t *bytes, MarkPlaces *marks, PlainRowRule rule, size_t columns, bool has_edge_spaces,
  PlainRowState state, uint64_t *cells, uint32_t *lines, PutPlaces put) {
  const size_t last = columns - 1;
  size_t start = state.position, row = 0, pairs = 0, filled = 0;
  // Rows up to here are looked at one by one, as they are not all even.
  size_t odd = 0;
  for (; row < rule.rows; row++) {
    // One more, as a carriage return and a line feed are two.
    while (marks->count - marks->first <= columns && find_places(marks, put)) {}
    if (marks->count - marks->first < columns) break;
    const uint32_t *places = marks->places + marks->first;
    if (!has_edge_spaces && row >= odd) {
      size_t rows = (marks->count - marks->first) / columns;
      if (rows > rule.rows - row) rows = rule.rows - row;
      if (put_even_rows(bytes, places, rule, columns, rows, start, cells)) {
        for (size_t i = 0; i < rows; i++) lines[row + i] = state.line + (uint32_t)(row + i);
        start = (size_t)places[rows * columns - 1] + 1;
        marks->first += rows * columns;
        cells += rows * columns;
        filled += rows;
        row += rows - 1;
        continue;
      }
      odd = row + rows;
    }
    size_t first = start, next = start;
    bool is_plain = true, has_blank = false;
    for (size_t column = 0; column < columns; column++) {
      next = places[column];
      size_t count = next - first;
      // A cell that begins with a quotation mark has no bytes before its first mark.
      has_blank |= count == 0;
      if (has_edge_spaces && count > 0) is_plain &= !is_space(bytes[first]) && !is_space(bytes[next - 1]);
      if (column < last) is_plain &= bytes[next] == rule.separator;
      cells[column] = first | (uint64_t)count << 32;
      first = next + 1;
    }
    bool is_pair = bytes[next] != '\n';
    if (is_pair) {
      if (bytes[next] != '\r' || first >= rule.end || bytes[first] != '\n') break;
      first++;
    }
    if (!is_plain || next - start == last || first - start > rule.longest) break;
    marks->first += columns + is_pair;
    lines[row] = state.line + (uint32_t)row;
    cells += columns;
    pairs += is_pair;
    filled += !has_blank;
    start = first;
  }
  state.position = start;
  state.rows += row;
  state.line += (uint32_t)row;
  state.pairs += pairs;
  state.filled += filled;
  return state;
}

__attribute__((always_inline)) static inline PlainRowState scan_any_rows(
  const uint8_t *bytes, const uint64_t *words, PlainRowRule rule, PlainRowState state, uint64_t *cells,
  uint32_t *lines, PutPlaces put) {
  size_t start = state.position;
  if (start >= rule.end || rule.columns > MOST_PLAIN_CELLS) return state;
  MarkPlaces marks;
  marks.words = words;
  marks.next_word = start / 64;
  marks.end = rule.end;
  marks.first = marks.count = 0;
  marks.wanted = FEW_MARKS;
  find_places(&marks, put);
  while (marks.first < marks.count && marks.places[marks.first] < start) marks.first++;
  if (rule.columns == 2 && !rule.has_edge_spaces) {
    return scan_rows(bytes, &marks, rule, 2, false, state, cells, lines, put);
  }
  return scan_rows(bytes, &marks, rule, rule.columns, rule.has_edge_spaces, state, cells, lines, put);
}

#if defined(__x86_64__)
#define AVX512 "avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi2,bmi,bmi2,popcnt"

/// Presses the numbers 0 to 63 together by the bits, and writes sixteen at a time.
__attribute__((target(AVX512), always_inline)) static inline size_t put_places_avx512(
  uint64_t word, uint32_t start, uint32_t *places) {
  static const uint8_t numbers[64] = {
    0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
    22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
    44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
  uint8_t pressed[64];
  _mm512_storeu_si512(pressed, _mm512_maskz_compress_epi8(word, _mm512_loadu_si512(numbers)));
  size_t count = (size_t)__builtin_popcountll(word);
  for (size_t i = 0; i < count; i += 16) {
    __m512i some = _mm512_cvtepu8_epi32(_mm_loadu_si128((const __m128i *)(pressed + i)));
    _mm512_storeu_si512(places + i, _mm512_add_epi32(some, _mm512_set1_epi32((int)start)));
  }
  return count;
}

__attribute__((target(AVX512))) static PlainRowState scan_plain_rows_avx512(
  const uint8_t *bytes, const uint64_t *marks, PlainRowRule rule, PlainRowState state, uint64_t *cells,
  uint32_t *lines) {
  return scan_any_rows(bytes, marks, rule, state, cells, lines, put_places_avx512);
}

__attribute__((target("avx2,bmi,bmi2,popcnt"))) static PlainRowState scan_plain_rows_avx2(
  const uint8_t *bytes, const uint64_t *marks, PlainRowRule rule, PlainRowState state, uint64_t *cells,
  uint32_t *lines) {
  return scan_any_rows(bytes, marks, rule, state, cells, lines, put_places);
}
#endif

PlainRowState scan_plain_rows(
  const uint8_t *bytes, const uint64_t *marks, PlainRowRule rule, PlainRowState state, uint64_t *cells,
  uint32_t *lines) {
#if defined(__x86_64__)
  if (vector_unit() >= VECTOR_UNIT_AVX512 && __builtin_cpu_supports("avx512vbmi2")) {
    return scan_plain_rows_avx512(bytes, marks, rule, state, cells, lines);
  }
  if (vector_unit() >= VECTOR_UNIT_AVX2) return scan_plain_rows_avx2(bytes, marks, rule, state, cells, lines);
#endif
  return scan_any_rows(bytes, marks, rule, state, cells, lines, put_places);
}
