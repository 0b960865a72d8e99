#include "Triad.h"

void ecograph_triad(double *restrict result, const double *restrict left, const double *restrict right,
                    double factor, size_t count) {
  for (size_t i = 0; i < count; i++) result[i] = left[i] + factor * right[i];
}
