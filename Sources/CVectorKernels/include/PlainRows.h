#ifndef ECOGRAPH_PLAIN_ROWS_H
#define ECOGRAPH_PLAIN_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// What rows of a table look like that are plain, and how many are wanted.
typedef struct {
  /// Number of bytes, all of them marked; see `mark_bytes`.
  size_t end;
  /// Cells of a row, at least 1, and the byte between them.
  size_t columns;
  uint8_t separator;
  /// Bytes that a row may have.
  size_t longest;
  size_t rows;
  /// Whether there may be spaces beside marks; see `mark_bytes`.
  bool has_edge_spaces;
} PlainRowRule;

/// Cells of a row that can be plain.
enum { MOST_PLAIN_CELLS = 1024 };

/// Where a scan is: it begins there, and what it found is added.
typedef struct {
  /// The beginning of the next row.
  size_t position;
  size_t rows;
  /// Lines that end before `position`.
  uint32_t line;
  /// Rows that end in a carriage return and a line feed.
  size_t pairs;
  /// Rows without a blank cell.
  size_t filled;
} PlainRowState;

/// Scans rows as long as they are plain: as many cells as there should be, none of them quoted or with a space or a
/// tab at its ends, not all of them blank, and behind them a line feed, with or without a carriage return.
///
/// Of each row its cells go to `cells`, the start in the lower half of a word and the length in the upper, and its
/// line to `lines`; both have room for the rows that are wanted. The row that ends the scan may be written in part.
PlainRowState scan_plain_rows(
  const uint8_t *bytes, const uint64_t *marks, PlainRowRule rule, PlainRowState state, uint64_t *cells,
  uint32_t *lines);

#endif
