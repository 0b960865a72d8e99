#include "BitWords.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

/// Words of which one word tells which have a bit on.
enum { WORDS_AT_A_TIME = 64 };

/// A bit for each of up to 64 words that has one on.
static inline uint64_t some_baseline(const uint64_t *words, size_t count) {
  uint64_t some = 0;
  for (size_t i = 0; i < count; i++) some |= (uint64_t)(words[i] != 0) << i;
  return some;
}

#if defined(__x86_64__)
__attribute__((target("avx2"), always_inline)) static inline uint64_t
some_avx2(const uint64_t *words, size_t count) {
  const __m256i zero = _mm256_setzero_si256();
  uint64_t some = 0;
  size_t i = 0;
  for (; i + 4 <= count; i += 4) {
    __m256i is_zero = _mm256_cmpeq_epi64(_mm256_loadu_si256((const __m256i *)(words + i)), zero);
    some |= (uint64_t)(~_mm256_movemask_pd(_mm256_castsi256_pd(is_zero)) & 0xF) << i;
  }
  for (; i < count; i++) some |= (uint64_t)(words[i] != 0) << i;
  return some;
}
#endif

/// A variant is this compiled for a vector unit, with its way to look at words, with sums or without.
__attribute__((always_inline)) static inline size_t take_bits_by(
  uint64_t (*some_of)(const uint64_t *, size_t), uint64_t *words, size_t count, uint32_t *numbers,
  double *taken_sums, size_t room, double *sums) {
  size_t taken = 0;
  for (size_t first = 0; first < count; first += WORDS_AT_A_TIME) {
    size_t length = count - first < WORDS_AT_A_TIME ? count - first : WORDS_AT_A_TIME;
    for (uint64_t some = some_of(words + first, length); some != 0; some &= some - 1) {
      size_t place = first + (size_t)__builtin_ctzll(some);
      uint64_t word = words[place];
      if ((size_t)__builtin_popcountll(word) > room - taken) return room + 1;
      words[place] = 0;
      do {
        size_t number = 64 * place + (size_t)__builtin_ctzll(word);
        numbers[taken] = (uint32_t)number;
        if (sums != NULL) {
          taken_sums[taken] = sums[number];
          sums[number] = 0;
        }
        taken++;
        word &= word - 1;
      } while (word != 0);
    }
  }
  return taken;
}

#if defined(__x86_64__)
#define AVX2 __attribute__((target("avx2,bmi,popcnt")))

AVX2 static size_t take_bits_avx2(uint64_t *words, size_t count, uint32_t *numbers, size_t room) {
  return take_bits_by(some_avx2, words, count, numbers, NULL, room, NULL);
}

AVX2 static size_t take_sums_avx2(
  uint64_t *words, size_t count, uint32_t *numbers, double *taken_sums, size_t room, double *sums) {
  return take_bits_by(some_avx2, words, count, numbers, taken_sums, room, sums);
}
#endif

size_t take_bits(VectorUnit unit, uint64_t *words, size_t count, uint32_t *numbers, size_t room) {
#if defined(__x86_64__)
  if (unit >= VECTOR_UNIT_AVX2) return take_bits_avx2(words, count, numbers, room);
#endif
  (void)unit;
  return take_bits_by(some_baseline, words, count, numbers, NULL, room, NULL);
}

size_t take_sums(
  VectorUnit unit, uint64_t *words, size_t count, uint32_t *numbers, double *taken_sums, size_t room,
  double *sums) {
#if defined(__x86_64__)
  if (unit >= VECTOR_UNIT_AVX2) return take_sums_avx2(words, count, numbers, taken_sums, room, sums);
#endif
  (void)unit;
  return take_bits_by(some_baseline, words, count, numbers, taken_sums, room, sums);
}
