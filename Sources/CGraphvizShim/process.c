#if defined(__linux__)
#define _GNU_SOURCE
#endif

#include "CGraphvizShim.h"
#include "fence.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#if defined(__APPLE__)
#include <mach-o/dyld.h>
#endif

uint8_t *egv_read_input(size_t limit, size_t *size) {
  size_t capacity = 1 << 16, used = 0;
  uint8_t *bytes = malloc(capacity);
  while (bytes != NULL) {
    ssize_t count = read(STDIN_FILENO, bytes + used, capacity - used);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) break;
    if (count == 0) {
      *size = used;
      return bytes;
    }
    used += (size_t)count;
    if (used > limit) break;
    if (used == capacity) {
      capacity *= 2;
      uint8_t *larger = realloc(bytes, capacity);
      if (larger == NULL) break;
      bytes = larger;
    }
  }
  free(bytes);
  *size = 0;
  return NULL;
}

int egv_claim_output(void) {
  int descriptor = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  if (descriptor < 0) return -1;
  dup2(STDERR_FILENO, STDOUT_FILENO);
  return descriptor;
}

int egv_write_output(int descriptor, const uint8_t *bytes, size_t size) {
  while (size > 0) {
    ssize_t count = write(descriptor, bytes, size);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return -1;
    bytes += count;
    size -= (size_t)count;
  }
  return 0;
}

_Noreturn void egv_exit(int code) { _exit(code); }

int egv_is_fenced(void) { return getenv(EGV_FENCE_VARIABLE) != NULL; }

size_t egv_executable_path(char *buffer, size_t capacity) {
#if defined(__linux__)
  // The link itself rather than its target: it still works after the file was replaced or removed.
  static const char path[] = "/proc/self/exe";
  if (capacity < sizeof path || access(path, X_OK) != 0) return 0;
  memcpy(buffer, path, sizeof path);
  return sizeof path - 1;
#elif defined(__APPLE__)
  uint32_t size = capacity > UINT32_MAX ? UINT32_MAX : (uint32_t)capacity;
  return _NSGetExecutablePath(buffer, &size) == 0 ? strlen(buffer) : 0;
#else
  (void)buffer;
  (void)capacity;
  return 0;
#endif
}
