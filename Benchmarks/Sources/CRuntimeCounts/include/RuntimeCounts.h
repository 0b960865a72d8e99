#ifndef ECOGRAPH_RUNTIME_COUNTS_H
#define ECOGRAPH_RUNTIME_COUNTS_H

#include <stdint.h>

/// How often the whole process has called some functions since it started.
typedef struct {
  /// malloc and its like.
  int64_t allocations;
  /// Bytes that those asked for.
  int64_t allocated_bytes;
  /// Retains of Swift objects, of several at once counted as many.
  int64_t retains;
  /// Releases of Swift objects, likewise.
  int64_t releases;
} ecograph_counts;

/// The counts so far; zeros where nothing can be counted.
ecograph_counts ecograph_counts_so_far(void);

#endif
