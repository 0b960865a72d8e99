#ifndef EGV_TEXT_H
#define EGV_TEXT_H

#include <stddef.h>

/// Appends bytes to a bounded text, as printable ASCII: control characters become spaces, others "?".
static inline void egv_append_text(char *text, size_t capacity, const char *bytes, size_t size) {
  size_t used = 0;
  while (used < capacity && text[used] != 0) used += 1;
  for (size_t i = 0; i < size && used + 1 < capacity; i += 1) {
    unsigned char c = (unsigned char)bytes[i];
    text[used] = c < 0x20 || c == 0x7F ? ' ' : c < 0x7F ? (char)c : '?';
    used += 1;
  }
  if (used < capacity) text[used] = 0;
}

#endif
