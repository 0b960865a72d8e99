#include "SortKernel.h"

#if defined(__x86_64__)
#include <immintrin.h>
#include <stdbool.h>

// Eight words at a time. A network sorts 64: eight columns of eight, which are then merged; as in M. Blacher, J. Giesen,
// P. Sanders, J. Wassenberg, "Vectorized and performance-portable Quicksort", arXiv:2205.05982 (2022).

#define AVX2 __attribute__((target("avx2,popcnt")))
#define INLINE_AVX2 __attribute__((target("avx2,popcnt"), always_inline)) static inline

INLINE_AVX2 __m256i load(const uint32_t *words) { return _mm256_loadu_si256((const __m256i *)words); }

INLINE_AVX2 void store(uint32_t *words, __m256i v) { _mm256_storeu_si256((__m256i *)words, v); }

// MARK: Networks

INLINE_AVX2 void exchange(__m256i *low, __m256i *high) {
  __m256i smaller = _mm256_min_epu32(*low, *high);
  *high = _mm256_max_epu32(*low, *high);
  *low = smaller;
}

// Turns each group of 2, 4 or 8 lanes around.
INLINE_AVX2 __m256i turned(__m256i v, int group) {
  if (group == 2) return _mm256_shuffle_epi32(v, 0xB1);
  if (group == 4) return _mm256_shuffle_epi32(v, 0x1B);
  return _mm256_permutevar8x32_epi32(v, _mm256_setr_epi32(7, 6, 5, 4, 3, 2, 1, 0));
}

// The lower half of each group of lanes from one vector, the upper half from another.
INLINE_AVX2 __m256i joined(__m256i low, __m256i high, int group) {
  if (group == 2) return _mm256_blend_epi32(low, high, 0xAA);
  if (group == 4) return _mm256_blend_epi32(low, high, 0xCC);
  return _mm256_blend_epi32(low, high, 0xF0);
}

// Sorts each half of a group of lanes that is bitonic.
INLINE_AVX2 __m256i merged_halves(__m256i v, int group) {
  if (group == 8) {
    __m256i low = v, high = _mm256_shuffle_epi32(v, 0x4E);
    exchange(&low, &high);
    v = joined(low, high, 4);
  }
  if (group >= 4) {
    __m256i low = v, high = _mm256_shuffle_epi32(v, 0xB1);
    exchange(&low, &high);
    v = joined(low, high, 2);
  }
  return v;
}

// Sorts each group of columns, read one behind the other, whose halves are sorted.
INLINE_AVX2 void merge_columns(__m256i v[8], int group) {
  for (int i = 0; i < 4; i++) {
    __m256i low = v[i], high = turned(v[7 - i], group);
    exchange(&low, &high);
    v[i] = joined(low, high, group);
    v[7 - i] = turned(joined(high, low, group), group);
  }
  for (int i = 0; i < 8; i++) v[i] = merged_halves(v[i], group);
  exchange(&v[0], &v[4]), exchange(&v[1], &v[5]), exchange(&v[2], &v[6]), exchange(&v[3], &v[7]);
  exchange(&v[0], &v[2]), exchange(&v[1], &v[3]), exchange(&v[4], &v[6]), exchange(&v[5], &v[7]);
  exchange(&v[0], &v[1]), exchange(&v[2], &v[3]), exchange(&v[4], &v[5]), exchange(&v[6], &v[7]);
}

// Stores eight rows by columns.
INLINE_AVX2 void store_columns(uint32_t *words, const __m256i v[8]) {
  __m256i quarters[8];
  for (int i = 0; i < 8; i += 4) {
    __m256i a = _mm256_unpacklo_epi32(v[i], v[i + 1]), b = _mm256_unpackhi_epi32(v[i], v[i + 1]);
    __m256i c = _mm256_unpacklo_epi32(v[i + 2], v[i + 3]), d = _mm256_unpackhi_epi32(v[i + 2], v[i + 3]);
    quarters[i] = _mm256_unpacklo_epi64(a, c);
    quarters[i + 1] = _mm256_unpackhi_epi64(a, c);
    quarters[i + 2] = _mm256_unpacklo_epi64(b, d);
    quarters[i + 3] = _mm256_unpackhi_epi64(b, d);
  }
  for (int i = 0; i < 4; i++) {
    store(words + 8 * i, _mm256_permute2x128_si256(quarters[i], quarters[i + 4], 0x20));
    store(words + 8 * i + 32, _mm256_permute2x128_si256(quarters[i], quarters[i + 4], 0x31));
  }
}

enum { FEW_WORDS = 64 };

// Sorts up to 64 words; reads and writes 64.
AVX2 static void sort_few(const uint32_t *from, uint32_t *to, size_t count) {
  __m256i last = _mm256_set1_epi32((int)count - 1);
  __m256i v[8];
  for (int i = 0; i < 8; i++) {
    __m256i place = _mm256_add_epi32(_mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7), _mm256_set1_epi32(8 * i));
    // What is not to be sorted becomes the largest word, and is sorted to the end.
    v[i] = _mm256_or_si256(load(from + 8 * i), _mm256_cmpgt_epi32(place, last));
  }
  SORT_EIGHT(exchange, v);
  merge_columns(v, 2);
  merge_columns(v, 4);
  merge_columns(v, 8);
  store_columns(to, v);
}

// MARK: Pivots

INLINE_AVX2 __m256i middle_of_three(__m256i a, __m256i b, __m256i c) {
  return _mm256_max_epu32(_mm256_min_epu32(a, b), _mm256_min_epu32(_mm256_max_epu32(a, b), c));
}

INLINE_AVX2 __m256i merged_lanes(__m256i v, int group) {
  __m256i low = v, high = turned(v, group);
  exchange(&low, &high);
  return merged_halves(joined(low, high, group), group);
}

// A word near the median, from nine vectors of a range: lane by lane the middle of three middles of three.
AVX2 static uint32_t pivot(const uint32_t *words, size_t count) {
  size_t step = (count - 8) / 8;
  __m256i middles[3];
  for (size_t i = 0; i < 3; i++) {
    const uint32_t *first = words + i * step;
    middles[i] = middle_of_three(load(first), load(first + 3 * step), load(first + 6 * step));
  }
  __m256i v = middle_of_three(middles[0], middles[1], middles[2]);
  v = merged_lanes(merged_lanes(merged_lanes(v, 2), 4), 8);
  return (uint32_t)_mm256_extract_epi32(v, 4);
}

// MARK: Partition

// By mask: the lanes whose bits are clear, then those whose bits are set, each number in four bits.
#define BITS_BELOW(mask, lane) __builtin_popcount((mask) & ((1 << (lane)) - 1))
#define PLACE(mask, lane) \
  ((mask) >> (lane) & 1 ? BITS_BELOW(~(mask), 8) + BITS_BELOW(mask, lane) : BITS_BELOW(~(mask), lane))
#define LANE(mask, lane) ((uint32_t)(lane) << (4 * PLACE(mask, lane)))
#define LANES_4(mask, lane) \
  (LANE(mask, lane) | LANE(mask, lane + 1) | LANE(mask, lane + 2) | LANE(mask, lane + 3))
#define ORDER(mask) (LANES_4(mask, 0) | LANES_4(mask, 4))
#define ORDERS_4(mask) ORDER(mask), ORDER(mask + 1), ORDER(mask + 2), ORDER(mask + 3)
#define ORDERS_16(mask) ORDERS_4(mask), ORDERS_4(mask + 4), ORDERS_4(mask + 8), ORDERS_4(mask + 12)
#define ORDERS_64(mask) ORDERS_16(mask), ORDERS_16(mask + 16), ORDERS_16(mask + 32), ORDERS_16(mask + 48)
static const uint32_t orders[256] = {ORDERS_64(0), ORDERS_64(64), ORDERS_64(128), ORDERS_64(192)};

AVX2 static size_t partition(SortRange range, const uint32_t *from, uint32_t bar) {
  const __m256i bars = _mm256_set1_epi32((int)bar);
  const __m256i shifts = _mm256_setr_epi32(0, 4, 8, 12, 16, 20, 24, 28);
  bool is_forward = from == range.words;
  const uint32_t *next = is_forward ? from : from + range.count - 8;
  ptrdiff_t step = is_forward ? 8 : -8;
  uint32_t *low = range.words, *high = range.scratch + range.count;
#pragma GCC unroll 4
  for (size_t i = range.count / 8; i > 0; i--) {
    __m256i v = load(next);
    next += step;
    __m256i is_other = _mm256_cmpeq_epi32(_mm256_max_epu32(v, bars), v);
    unsigned mask = (unsigned)_mm256_movemask_ps(_mm256_castsi256_ps(is_other));
    v = _mm256_permutevar8x32_epi32(v, _mm256_srlv_epi32(_mm256_set1_epi32((int)orders[mask]), shifts));
    store(low, v);
    store(high - 8, v);
    int others = __builtin_popcount(mask);
    low += 8 - others;
    high -= others;
  }
  size_t rest = range.count % 8;
  const uint32_t *last = is_forward ? from + range.count - rest : from;
  for (size_t i = 0; i < rest; i++) {
    uint32_t word = last[is_forward ? i : rest - 1 - i];
    *low = word;
    *(high - 1) = word;
    low += word < bar;
    high -= word >= bar;
  }
  return (size_t)(low - range.words);
}

const SortKernel sort_kernel_avx2 = {FEW_WORDS, sort_few, pivot, partition};

#endif
