#include "SortKernel.h"

#if defined(__x86_64__)
#include <immintrin.h>
#include <stdbool.h>

// Sixteen words at a time: words are split by pressing together those on either side of the pivot, and up to 64 or 128
// are sorted as sixteen columns of four or eight; see `SortWordsAVX2.c`.

#define TARGET "avx512f,avx512bw,avx512dq,avx512vl,bmi2,popcnt"
#define AVX512 __attribute__((target(TARGET)))
#define INLINE_AVX512 __attribute__((target(TARGET), always_inline)) static inline

// MARK: Networks

INLINE_AVX512 void exchange(__m512i *low, __m512i *high) {
  __m512i smaller = _mm512_min_epu32(*low, *high);
  *high = _mm512_max_epu32(*low, *high);
  *low = smaller;
}

// Turns each group of 2, 4, 8 or 16 lanes around.
INLINE_AVX512 __m512i turned(__m512i v, int group) {
  if (group == 2) return _mm512_shuffle_epi32(v, 0xB1);
  if (group == 4) return _mm512_shuffle_epi32(v, 0x1B);
  if (group == 8) {
    return _mm512_permutexvar_epi32(_mm512_setr_epi32(7, 6, 5, 4, 3, 2, 1, 0, 15, 14, 13, 12, 11, 10, 9, 8), v);
  }
  return _mm512_permutexvar_epi32(_mm512_setr_epi32(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0), v);
}

// The upper half of each group of lanes.
INLINE_AVX512 __mmask16 upper_half(int group) {
  return group == 2 ? 0xAAAA : group == 4 ? 0xCCCC : group == 8 ? 0xF0F0 : 0xFF00;
}

// Sorts each group of lanes of which each half is bitonic and no word of the lower above one of the upper.
INLINE_AVX512 __m512i merged_halves(__m512i v, int group) {
  for (int half = group / 2; half >= 2; half /= 2) {
    __m512i other = half == 8   ? _mm512_permutex_epi64(v, 0x4E)
                    : half == 4 ? _mm512_shuffle_epi32(v, 0x4E)
                                : _mm512_shuffle_epi32(v, 0xB1);
    v = _mm512_mask_max_epu32(_mm512_min_epu32(v, other), upper_half(half), v, other);
  }
  return v;
}

// Sorts each column of 4 or 8 rows.
INLINE_AVX512 void sort_columns(__m512i *v, int rows) {
  if (rows == 4) {
    exchange(&v[0], &v[2]), exchange(&v[1], &v[3]);
    exchange(&v[0], &v[1]), exchange(&v[2], &v[3]);
    exchange(&v[1], &v[2]);
    return;
  }
  SORT_EIGHT(exchange, v);
}

// Sorts each group of columns, read one behind the other, whose halves are sorted.
INLINE_AVX512 void merge_columns(__m512i *v, int rows, int group) {
  const __mmask16 upper = upper_half(group);
  for (int i = 0; i < rows / 2; i++) {
    __m512i low = v[i], high = turned(v[rows - 1 - i], group);
    exchange(&low, &high);
    v[i] = _mm512_mask_mov_epi32(low, upper, high);
    v[rows - 1 - i] = turned(_mm512_mask_mov_epi32(high, upper, low), group);
  }
  for (int i = 0; i < rows; i++) v[i] = merged_halves(v[i], group);
  for (int half = rows / 2; half > 0; half /= 2) {
    for (int i = 0; i < rows; i++) {
      if ((i & half) == 0) exchange(&v[i], &v[i + half]);
    }
  }
}

// Two quarters of a vector, then two of another.
#define LOW_QUARTERS(a, b) _mm512_shuffle_i32x4(a, b, 0x44)
#define HIGH_QUARTERS(a, b) _mm512_shuffle_i32x4(a, b, 0xEE)
#define EVEN_QUARTERS(a, b) _mm512_shuffle_i32x4(a, b, 0x88)
#define ODD_QUARTERS(a, b) _mm512_shuffle_i32x4(a, b, 0xDD)

// Stores 4 or 8 rows by columns.
INLINE_AVX512 void store_columns(uint32_t *words, const __m512i *v, int rows) {
  // Four columns of four rows in each quarter: column k of the quarters is in `columns[k]`, and behind them are those of
  // the next four rows.
  __m512i columns[8];
  for (int i = 0; i < rows; i += 4) {
    __m512i a = _mm512_unpacklo_epi32(v[i], v[i + 1]), b = _mm512_unpackhi_epi32(v[i], v[i + 1]);
    __m512i c = _mm512_unpacklo_epi32(v[i + 2], v[i + 3]), d = _mm512_unpackhi_epi32(v[i + 2], v[i + 3]);
    columns[i] = _mm512_unpacklo_epi64(a, c);
    columns[i + 1] = _mm512_unpackhi_epi64(a, c);
    columns[i + 2] = _mm512_unpacklo_epi64(b, d);
    columns[i + 3] = _mm512_unpackhi_epi64(b, d);
  }
  // What stands in one vector when all is done comes from four, or from two columns of two.
  for (int k = 0; k < rows / 4; k++) {
    __m512i first = rows == 4 ? columns[0] : columns[2 * k], second = rows == 4 ? columns[1] : columns[2 * k + 4];
    __m512i third = rows == 4 ? columns[2] : columns[2 * k + 1], fourth = rows == 4 ? columns[3] : columns[2 * k + 5];
    __m512i a = LOW_QUARTERS(first, second), b = LOW_QUARTERS(third, fourth);
    __m512i c = HIGH_QUARTERS(first, second), d = HIGH_QUARTERS(third, fourth);
    uint32_t *to = words + 16 * k;
    size_t step = 4 * (size_t)rows;
    _mm512_storeu_si512(to, EVEN_QUARTERS(a, b));
    _mm512_storeu_si512(to + step, ODD_QUARTERS(a, b));
    _mm512_storeu_si512(to + 2 * step, EVEN_QUARTERS(c, d));
    _mm512_storeu_si512(to + 3 * step, ODD_QUARTERS(c, d));
  }
}

INLINE_AVX512 __mmask16 first_lanes(size_t count) { return (__mmask16)_bzhi_u32(0xFFFF, (unsigned)count); }

INLINE_AVX512 void sort_rows(const uint32_t *from, uint32_t *to, size_t count, int rows) {
  __m512i v[8];
  for (int i = 0; i < rows; i++) {
    size_t before = 16 * (size_t)i, rest = count > before ? count - before : 0;
    // What is not to be sorted becomes the largest word, and is sorted to the end.
    v[i] = _mm512_mask_loadu_epi32(_mm512_set1_epi32(-1), first_lanes(rest < 16 ? rest : 16), from + before);
  }
  sort_columns(v, rows);
  merge_columns(v, rows, 2);
  merge_columns(v, rows, 4);
  merge_columns(v, rows, 8);
  merge_columns(v, rows, 16);
  store_columns(to, v, rows);
}

AVX512 static void sort_few(const uint32_t *from, uint32_t *to, size_t count) {
  if (count <= 64) {
    sort_rows(from, to, count, 4);
  } else {
    sort_rows(from, to, count, 8);
  }
}

// MARK: Pivots

INLINE_AVX512 __m512i middle_of_three(__m512i a, __m512i b, __m512i c) {
  return _mm512_max_epu32(_mm512_min_epu32(a, b), _mm512_min_epu32(_mm512_max_epu32(a, b), c));
}

INLINE_AVX512 __m512i merged_lanes(__m512i v, int group) {
  __m512i low = v, high = turned(v, group);
  exchange(&low, &high);
  return merged_halves(_mm512_mask_mov_epi32(low, upper_half(group), high), group);
}

// From nine vectors of a range: lane by lane the middle of three middles of three.
AVX512 static uint32_t pivot(const uint32_t *words, size_t count) {
  size_t step = (count - 16) / 8;
  __m512i middles[3];
  for (size_t i = 0; i < 3; i++) {
    const uint32_t *first = words + i * step;
    middles[i] = middle_of_three(
      _mm512_loadu_si512(first), _mm512_loadu_si512(first + 3 * step), _mm512_loadu_si512(first + 6 * step));
  }
  __m512i v = middle_of_three(middles[0], middles[1], middles[2]);
  v = merged_lanes(merged_lanes(merged_lanes(merged_lanes(v, 2), 4), 8), 16);
  return (uint32_t)_mm_cvtsi128_si32(_mm512_extracti32x4_epi32(v, 2));
}

// MARK: Partition

typedef struct {
  uint32_t *low;
  uint32_t *high;
} Sides;

// Puts the lanes of a vector that are there on either side of those that are left to be put. Whole vectors may be
// written below, where the next will stand, but not above, where the last do.
INLINE_AVX512 Sides put_lanes(Sides sides, __m512i v, __mmask16 lanes, __m512i bars, bool is_whole) {
  __mmask16 above = _mm512_mask_cmpge_epu32_mask(lanes, v, bars), below = lanes & (__mmask16)~above;
  size_t above_count = (size_t)__builtin_popcount(above), below_count = (size_t)__builtin_popcount(below);
  __m512i low = _mm512_maskz_compress_epi32(below, v), high = _mm512_maskz_compress_epi32(above, v);
  if (is_whole) {
    _mm512_storeu_si512(sides.low, low);
  } else {
    _mm512_mask_storeu_epi32(sides.low, first_lanes(below_count), low);
  }
  sides.high -= above_count;
  _mm512_mask_storeu_epi32(sides.high, first_lanes(above_count), high);
  sides.low += below_count;
  return sides;
}

AVX512 static size_t partition(SortRange range, const uint32_t *from, uint32_t bar) {
  const __m512i bars = _mm512_set1_epi32((int)bar);
  bool is_forward = from == range.words;
  const uint32_t *next = is_forward ? from : from + range.count - 16;
  ptrdiff_t step = is_forward ? 16 : -16;
  Sides sides = {range.words, range.scratch + range.count};
#pragma GCC unroll 4
  for (size_t i = range.count / 16; i > 0; i--) {
    sides = put_lanes(sides, _mm512_loadu_si512(next), 0xFFFF, bars, true);
    next += step;
  }
  size_t rest = range.count % 16;
  __mmask16 lanes = first_lanes(rest);
  const uint32_t *last = is_forward ? from + range.count - rest : from;
  sides = put_lanes(sides, _mm512_maskz_loadu_epi32(lanes, last), lanes, bars, false);
  return (size_t)(sides.low - range.words);
}

const SortKernel sort_kernel_avx512 = {128, sort_few, pivot, partition};

#endif
