#include "ReadyPages.h"

#include <stdint.h>

#if defined(__linux__)
#include <sys/mman.h>
#endif

void ready_pages(void *start, size_t bytes) {
#if defined(__linux__) && defined(MADV_POPULATE_WRITE)
  const uintptr_t page = 4096;
  uintptr_t first = (uintptr_t)start & ~(page - 1);
  uintptr_t last = ((uintptr_t)start + bytes) & ~(page - 1);
  if (first < last) madvise((void *)first, last - first, MADV_POPULATE_WRITE);
#else
  (void)start;
  (void)bytes;
#endif
}
