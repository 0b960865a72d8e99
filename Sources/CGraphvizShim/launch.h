#ifndef EGV_LAUNCH_H
#define EGV_LAUNCH_H

#include "CGraphvizShim.h"

#include <sys/types.h>

/// A child and the parent's ends of what connects them; -1 where closed.
typedef struct egv_child {
  pid_t pid;
  int input, output, errors;
} egv_child;

/// Starts a program within limits, in a clean environment. 0, or an errno; then there is no child.
int egv_launch(char *const *arguments, const egv_limits *limits, egv_child *child);

/// Closes a descriptor that is open.
void egv_close(int *descriptor);

#endif
