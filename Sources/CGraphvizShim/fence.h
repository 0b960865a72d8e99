#ifndef EGV_FENCE_H
#define EGV_FENCE_H

/// Set in the child, so that a program which is its own worker by mistake cannot start itself without end.
#define EGV_FENCE_VARIABLE "ECOGRAPH_LAYOUT_WORKER"

#endif
