#ifndef ECOGRAPH_TRIAD_H
#define ECOGRAPH_TRIAD_H

#include <stddef.h>

/// STREAM's triad over a stretch of three arrays: result[i] = left[i] + factor * right[i].
void ecograph_triad(double *restrict result, const double *restrict left, const double *restrict right,
                    double factor, size_t count);

#endif
