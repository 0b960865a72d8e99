#ifndef ECOGRAPH_READY_PAGES_H
#define ECOGRAPH_READY_PAGES_H

#include <stddef.h>

/// Asks the system for the pages of memory that is about to be written as a whole, all at once.
///
/// That takes two thirds of the time of a fault for each. It is a hint, and failing changes nothing.
void ready_pages(void *start, size_t bytes);

#endif
