#if defined(__linux__)
#define _GNU_SOURCE
#endif

#include "CGraphvizShim.h"

#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

// Graphviz does not always look at what malloc returns, so running out of memory mostly shows as a crash. What
// tells the two apart is whether there is still memory to be had.

enum { PROBE_SIZE = 64 << 20, STACK_SIZE = 64 << 10 };

// Only calls that are safe in a signal handler.
static void tell(int number) {
  void *probe = mmap(NULL, PROBE_SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (probe == MAP_FAILED) {
    static const char text[] = "out of memory";
    // Nothing can be done where even this fails.
    ssize_t written = write(STDERR_FILENO, text, sizeof text - 1);
    (void)written;
  }
  // The handler was reset on entry: the second time the signal ends the process, with its own number.
  raise(number);
}

void egv_report_exhaustion(void) {
  // The stack may be what has run out.
  static char stack[STACK_SIZE];
  stack_t alternative = {.ss_sp = stack, .ss_size = sizeof stack};
  if (sigaltstack(&alternative, NULL) != 0) return;
  static const int signals[] = {SIGSEGV, SIGBUS, SIGABRT, SIGILL, SIGTRAP};
  for (size_t k = 0; k < sizeof signals / sizeof signals[0]; k += 1) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = tell;
    action.sa_flags = (int)(SA_ONSTACK | SA_RESETHAND);
    sigaction(signals[k], &action, NULL);
  }
}
