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

#if defined(__x86_64__)
extern const SortKernel sort_kernel_avx2;
extern const SortKernel sort_kernel_avx512;
#endif

#endif
