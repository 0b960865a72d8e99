#ifndef ECOGRAPH_VECTOR_UNIT_H
#define ECOGRAPH_VECTOR_UNIT_H

// The vector units that kernels are written for. Every variant of a kernel gives the same bits: sums keep
// one order in all of them, and no multiplication is fused with an addition.
typedef enum {
  /// What every processor of the platform has: SSE2 on x86-64, NEON on arm64.
  VECTOR_UNIT_BASELINE = 0,
  /// AVX2 with POPCNT and BMI2.
  VECTOR_UNIT_AVX2 = 1,
  /// AVX-512 F, BW, DQ, VL.
  VECTOR_UNIT_AVX512 = 2,
} VectorUnit;

/// The widest unit this processor has, found once; the environment variable ECOGRAPH_VECTOR_UNIT
/// (`baseline`, `avx2`, `avx512`) lowers it.
VectorUnit vector_unit(void);

#endif
