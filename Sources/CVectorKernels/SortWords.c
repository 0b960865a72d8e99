#include "SortWords.h"

#if defined(__x86_64__)
#include <string.h>

#include "SortKernel.h"

// Quicksort in steps of vectors: some words at a time are split by a pivot, and few words are sorted by a
// network, without a branch.
//
// B. Bramas, "A Novel Hybrid Quicksort Algorithm Vectorized using AVX-512 on Intel Skylake", IJACSA 8(10)
// (2017) 337-344, doi:10.14569/IJACSA.2017.081044.
//
// Of each range, the words below the pivot go to `words` and the others to `scratch`, at the places where
// they belong in the end. Ranges are sorted from the left, so all that is to the right of the one at hand is
// in `scratch`, and it does no harm to write more to `words` than the range has.

enum { MOST_FEW_WORDS = 128 };

// MARK: Heap sort

static void sift(uint32_t *heap, size_t place, size_t count) {
  uint32_t word = heap[place];
  size_t child;
  while ((child = 2 * place + 1) < count) {
    if (child + 1 < count && heap[child + 1] > heap[child]) child++;
    if (heap[child] <= word) break;
    heap[place] = heap[child];
    place = child;
  }
  heap[place] = word;
}

static void heap_sort(uint32_t *words, size_t count) {
  for (size_t i = count / 2; i > 0; i--) sift(words, i - 1, count);
  for (size_t last = count - 1; last > 0; last--) {
    uint32_t largest = words[0];
    words[0] = words[last];
    words[last] = largest;
    sift(words, 0, last);
  }
}

// MARK: Sorting

// Sorts into `words` a range that is in `from`, one of its memories, with no word below `least`. Both
// memories go on to where that of the words has its `end`.
static void sort_range(
  const SortKernel *kernel, SortRange range, const uint32_t *from, uint32_t least, int levels, const uint32_t *end) {
  while (range.count > kernel->few) {
    // Pivots do not cut a range in time, or there is nothing to cut, which a heap finds out at once.
    if (levels-- == 0 || least == UINT32_MAX) {
      memmove(range.words, from, range.count * sizeof *from);
      heap_sort(range.words, range.count);
      return;
    }
    uint32_t bar = kernel->pivot(from, range.count);
    // Where the smallest word is the pivot, those that equal it are split off: they need no sorting.
    if (bar == least) bar++;
    size_t below = kernel->partition(range, from, bar);
    if (bar > least + 1) {
      sort_range(kernel, (SortRange){range.words, range.scratch, below}, range.words, least, levels, end);
    }
    range = (SortRange){range.words + below, range.scratch + below, range.count - below};
    from = range.scratch;
    least = bar;
  }
  if ((size_t)(end - range.words) >= kernel->few) {
    kernel->sort_few(from, range.words, range.count);
  } else {
    uint32_t few[MOST_FEW_WORDS] = {0};
    memcpy(few, from, range.count * sizeof *few);
    kernel->sort_few(few, few, range.count);
    memcpy(range.words, few, range.count * sizeof *few);
  }
}

static bool is_sorted(const uint32_t *words, size_t count) {
  for (size_t i = 1; i < count; i++) {
    if (words[i - 1] > words[i]) return false;
  }
  return true;
}

bool sort_words(VectorUnit unit, uint32_t *words, size_t count, uint32_t *scratch) {
  if (unit < VECTOR_UNIT_AVX2) return false;
  if (is_sorted(words, count)) return true;
  int levels = 0;
  for (size_t rest = count; rest > 0; rest /= 2) levels += 2;
  const SortKernel *kernel = unit >= VECTOR_UNIT_AVX512 ? &sort_kernel_avx512 : &sort_kernel_avx2;
  sort_range(kernel, (SortRange){words, scratch, count}, words, 0, levels, words + count);
  return true;
}

#else

bool sort_words(VectorUnit unit, uint32_t *words, size_t count, uint32_t *scratch) {
  (void)unit, (void)words, (void)count, (void)scratch;
  return false;
}

#endif
