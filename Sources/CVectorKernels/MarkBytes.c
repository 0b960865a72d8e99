#include "MarkBytes.h"

#include <stdbool.h>
#include <string.h>

#include "VectorUnit.h"

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

// A word of marks and the flags of the 64 bytes it stands for.
typedef struct {
  uint64_t marks;
  uint64_t beyond_ascii;
  uint64_t zeros;
  uint64_t quotes;
  uint64_t spaces;
} Block;

// Each variant tells of 64 bytes; the loop around them is the same, compiled once for each.
#define MARK_ALL(block)                                                       \
  uint64_t beyond = 0, zeros = 0, quotes = 0, edges = 0;                      \
  /* Of the byte before; the beginning is as good as a mark. */               \
  uint64_t mark = 1, space = 0;                                               \
  size_t whole = count / 64;                                                  \
  for (size_t i = 0; i <= whole; i++) {                                       \
    const uint8_t *start = bytes + 64 * i;                                    \
    uint8_t tail[64];                                                         \
    if (i == whole) {                                                         \
      size_t rest = count - 64 * whole;                                       \
      if (rest == 0) break;                                                   \
      memset(tail, 'x', sizeof tail);                                         \
      memcpy(tail, start, rest);                                              \
      start = tail;                                                           \
    }                                                                         \
    Block found = block(start, separator);                                    \
    marks[i] = found.marks;                                                   \
    beyond |= found.beyond_ascii;                                             \
    zeros |= found.zeros;                                                     \
    quotes |= found.quotes;                                                   \
    uint64_t spaces = found.spaces & ~found.marks;                            \
    edges |= spaces & (found.marks << 1 | found.marks >> 1 | mark);           \
    edges |= space & found.marks;                                             \
    mark = found.marks >> 63;                                                 \
    space = spaces >> 63;                                                     \
  }                                                                           \
  return (beyond != 0 ? BYTES_BEYOND_ASCII : 0) | (zeros != 0 ? BYTES_WITH_ZERO : 0) | \
         (quotes != 0 ? BYTES_WITH_QUOTE : 0) | (edges != 0 ? BYTES_WITH_EDGE_SPACE : 0)

#if defined(__x86_64__)

__attribute__((target("avx512f,avx512bw"), always_inline)) static inline Block
block_avx512(const uint8_t *bytes, uint8_t separator) {
  __m512i x = _mm512_loadu_si512(bytes);
  uint64_t quotes = _mm512_cmpeq_epi8_mask(x, _mm512_set1_epi8('"'));
  uint64_t marks = _mm512_cmpeq_epi8_mask(x, _mm512_set1_epi8((char)separator)) |
                   _mm512_cmpeq_epi8_mask(x, _mm512_set1_epi8('\n')) |
                   _mm512_cmpeq_epi8_mask(x, _mm512_set1_epi8('\r')) | quotes;
  uint64_t spaces =
      _mm512_cmpeq_epi8_mask(x, _mm512_set1_epi8(' ')) | _mm512_cmpeq_epi8_mask(x, _mm512_set1_epi8('\t'));
  return (Block){marks, _mm512_movepi8_mask(x), _mm512_testn_epi8_mask(x, x), quotes, spaces};
}

__attribute__((target("avx512f,avx512bw"))) static uint32_t
mark_bytes_avx512(const uint8_t *bytes, size_t count, uint8_t separator, uint64_t *marks) {
  MARK_ALL(block_avx512);
}

__attribute__((target("avx2"), always_inline)) static inline uint64_t
equal_avx2(__m256i low, __m256i high, char wanted) {
  __m256i all = _mm256_set1_epi8(wanted);
  return (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, all)) |
         (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, all)) << 32;
}

__attribute__((target("avx2"), always_inline)) static inline Block
block_avx2(const uint8_t *bytes, uint8_t separator) {
  __m256i low = _mm256_loadu_si256((const __m256i *)bytes);
  __m256i high = _mm256_loadu_si256((const __m256i *)(bytes + 32));
  uint64_t quotes = equal_avx2(low, high, '"');
  uint64_t marks = equal_avx2(low, high, (char)separator) | equal_avx2(low, high, '\n') |
                   equal_avx2(low, high, '\r') | quotes;
  uint64_t beyond = (uint32_t)_mm256_movemask_epi8(_mm256_or_si256(low, high));
  uint64_t spaces = equal_avx2(low, high, ' ') | equal_avx2(low, high, '\t');
  return (Block){marks, beyond, equal_avx2(low, high, 0), quotes, spaces};
}

__attribute__((target("avx2"))) static uint32_t
mark_bytes_avx2(const uint8_t *bytes, size_t count, uint8_t separator, uint64_t *marks) {
  MARK_ALL(block_avx2);
}

static inline uint64_t equal_sse2(const __m128i x[4], char wanted) {
  __m128i all = _mm_set1_epi8(wanted);
  uint64_t result = 0;
  for (int i = 0; i < 4; i++) {
    result |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(x[i], all)) << (16 * i);
  }
  return result;
}

static inline Block block_baseline(const uint8_t *bytes, uint8_t separator) {
  __m128i x[4];
  for (int i = 0; i < 4; i++) x[i] = _mm_loadu_si128((const __m128i *)(bytes + 16 * i));
  uint64_t quotes = equal_sse2(x, '"');
  uint64_t marks = equal_sse2(x, (char)separator) | equal_sse2(x, '\n') | equal_sse2(x, '\r') | quotes;
  __m128i any = _mm_or_si128(_mm_or_si128(x[0], x[1]), _mm_or_si128(x[2], x[3]));
  uint64_t spaces = equal_sse2(x, ' ') | equal_sse2(x, '\t');
  return (Block){marks, (uint64_t)_mm_movemask_epi8(any), equal_sse2(x, 0), quotes, spaces};
}

#elif defined(__aarch64__)

// Sixteen bytes of all ones or all zeros become sixteen bits: each lane keeps a bit of its own, and three
// pairwise additions gather them.
static inline uint64_t bits_of(const uint8x16_t hits[4]) {
  const uint8x16_t place = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t low = vpaddq_u8(vandq_u8(hits[0], place), vandq_u8(hits[1], place));
  uint8x16_t high = vpaddq_u8(vandq_u8(hits[2], place), vandq_u8(hits[3], place));
  uint8x16_t all = vpaddq_u8(low, high);
  return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(all, all)), 0);
}

static inline Block block_baseline(const uint8_t *bytes, uint8_t separator) {
  uint8x16_t marks[4], quotes[4], zeros[4], beyond[4], spaces[4];
  for (int i = 0; i < 4; i++) {
    uint8x16_t x = vld1q_u8(bytes + 16 * i);
    quotes[i] = vceqq_u8(x, vdupq_n_u8('"'));
    marks[i] = vorrq_u8(
        vorrq_u8(vceqq_u8(x, vdupq_n_u8(separator)), quotes[i]),
        vorrq_u8(vceqq_u8(x, vdupq_n_u8('\n')), vceqq_u8(x, vdupq_n_u8('\r'))));
    zeros[i] = vceqzq_u8(x);
    beyond[i] = vcgeq_u8(x, vdupq_n_u8(0x80));
    spaces[i] = vorrq_u8(vceqq_u8(x, vdupq_n_u8(' ')), vceqq_u8(x, vdupq_n_u8('\t')));
  }
  return (Block){bits_of(marks), bits_of(beyond), bits_of(zeros), bits_of(quotes), bits_of(spaces)};
}

#else

static inline Block block_baseline(const uint8_t *bytes, uint8_t separator) {
  Block found = {0, 0, 0, 0, 0};
  for (int i = 0; i < 64; i++) {
    uint8_t byte = bytes[i];
    bool isMark = byte == separator || byte == '"' || byte == '\n' || byte == '\r';
    found.marks |= (uint64_t)isMark << i;
    found.beyond_ascii |= byte >> 7;
    found.zeros |= byte == 0;
    found.quotes |= byte == '"';
    found.spaces |= (uint64_t)(byte == ' ' || byte == '\t') << i;
  }
  return found;
}

#endif

static uint32_t
mark_bytes_baseline(const uint8_t *bytes, size_t count, uint8_t separator, uint64_t *marks) {
  MARK_ALL(block_baseline);
}

uint32_t mark_bytes(const uint8_t *bytes, size_t count, uint8_t separator, uint64_t *marks) {
  switch (vector_unit()) {
#if defined(__x86_64__)
    case VECTOR_UNIT_AVX512: return mark_bytes_avx512(bytes, count, separator, marks);
    case VECTOR_UNIT_AVX2: return mark_bytes_avx2(bytes, count, separator, marks);
#endif
    default: return mark_bytes_baseline(bytes, count, separator, marks);
  }
}
