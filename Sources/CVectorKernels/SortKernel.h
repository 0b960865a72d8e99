#ifndef ECOGRAPH_SORT_KERNEL_H
#define ECOGRAPH_SORT_KERNEL_H

#include <stddef.h>
#include <stdint.h>

/// The same places in both memories.
typedef struct {
  uint32_t *words;
  uint32_t *scratch;
  size_t count;
} SortRange;

/// The steps of a quicksort by one kind of vectors.
typedef struct {
  /// Words that are few: so many at most are sorted by a network.
  size_t few;
  /// Sorts few words, without a branch; may write as many as are few.
  void (*sort_few)(const uint32_t *from, uint32_t *to, size_t count);
  /// A word near the median of more than few.
  uint32_t (*pivot)(const uint32_t *words, size_t count);
  /// Moves what is below `bar` to the front of `words` and the others to the end of `scratch`; returns how many are
  /// below.
  ///
  /// The words are in `from`, one of the two, and are read in the order in which it is written: a vector goes where
  /// nothing is that has not been read.
  size_t (*partition)(SortRange range, const uint32_t *from, uint32_t bar);
} SortKernel;

/// Sorts each column of eight rows by nineteen comparisons; `exchange` puts the smaller word of each lane first.
#define SORT_EIGHT(exchange, v) \
  do { \
    exchange(&v[0], &v[2]), exchange(&v[1], &v[3]), exchange(&v[4], &v[6]), exchange(&v[5], &v[7]); \
    exchange(&v[0], &v[4]), exchange(&v[1], &v[5]), exchange(&v[2], &v[6]), exchange(&v[3], &v[7]); \
    exchange(&v[0], &v[1]), exchange(&v[2], &v[3]), exchange(&v[4], &v[5]), exchange(&v[6], &v[7]); \
    exchange(&v[2], &v[4]), exchange(&v[3], &v[5]); \
    exchange(&v[1], &v[4]), exchange(&v[3], &v[6]); \
    exchange(&v[1], &v[2]), exchange(&v[3], &v[4]), exchange(&v[5], &v[6]); \
  } while (0)

#if defined(__x86_64__)
extern const SortKernel sort_kernel_avx2;
extern const SortKernel sort_kernel_avx512;
#endif

#endif
