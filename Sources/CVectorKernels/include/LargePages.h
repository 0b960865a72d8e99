#ifndef ECOGRAPH_LARGE_PAGES_H
#define ECOGRAPH_LARGE_PAGES_H

#include <stddef.h>

/// Asks the system to back memory that was just allocated, and not yet touched, with large pages.
///
/// A table of hundreds of megabytes is else handed over in pages of 4 KiB, each with a fault of its own, and
/// walking it at random misses the processor's list of pages. Does nothing where the system has no such
/// request, or for less than 8 MiB: their pages are in the processor's list, and a host that takes back free memory
/// may need milliseconds to hand out a large page. It is a hint, and failing changes nothing.
void prefer_large_pages(void *start, size_t bytes);

#endif
