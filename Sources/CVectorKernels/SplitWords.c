#include "SplitWords.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2,bmi")))

/// Writes the ends of rows; false where two words are equal.
AVX2 static bool put_ends(const uint32_t *words, size_t count, unsigned bits, intptr_t start, intptr_t *ends) {
  const __m128i shift = _mm_cvtsi32_si128((int)bits);
  __m256i equal = _mm256_setzero_si256();
  bool has_equal = false;
  size_t i = 0;
  for (; i + 8 < count; i += 8) {
    __m256i these = _mm256_loadu_si256((const __m256i *)(words + i));
    __m256i next = _mm256_loadu_si256((const __m256i *)(words + i + 1));
    equal = _mm256_or_si256(equal, _mm256_cmpeq_epi32(these, next));
    __m256i same_row = _mm256_cmpeq_epi32(_mm256_srl_epi32(these, shift), _mm256_srl_epi32(next, shift));
    uint32_t last = ~(uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(same_row)) & 0xFF;
    for (; last != 0; last &= last - 1) {
      size_t place = i + (size_t)__builtin_ctz(last);
      ends[words[place] >> bits] = start + (intptr_t)place + 1;
    }
  }
  for (; i < count; i++) {
    has_equal |= i + 1 < count && words[i] == words[i + 1];
    // The last of a row is the last to be written.
    ends[words[i] >> bits] = start + (intptr_t)i + 1;
  }
  return !has_equal && _mm256_testz_si256(equal, equal);
}

AVX2 static void put_targets(const uint32_t *words, size_t count, uint32_t mask, uint32_t *targets) {
  for (size_t i = 0; i < count; i++) targets[i] = words[i] & mask;
}

bool split_words(
  VectorUnit unit, const uint32_t *words, size_t count, unsigned bits, uint32_t *targets, intptr_t start,
  intptr_t *ends) {
  if (unit < VECTOR_UNIT_AVX2 || !put_ends(words, count, bits, start, ends)) return false;
  put_targets(words, count, ((uint32_t)1 << bits) - 1, targets);
  return true;
}

#else

bool split_words(
  VectorUnit unit, const uint32_t *words, size_t count, unsigned bits, uint32_t *targets, intptr_t start,
  intptr_t *ends) {
  (void)unit, (void)words, (void)count, (void)bits, (void)targets, (void)start, (void)ends;
  return false;
}

#endif
