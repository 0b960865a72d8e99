#ifndef CGRAPHVIZ_SHIM_H
#define CGRAPHVIZ_SHIM_H

// What Swift may know of Graphviz and of the child process that runs it: plain numbers and bytes.
// No Graphviz header is visible here, and nothing a caller passes reaches Graphviz as text.

#include <stddef.h>
#include <stdint.h>

#if defined(__clang__)
#pragma clang assume_nonnull begin
#endif

// MARK: Layout (layout.c). Call in a process of its own: Graphviz may abort it.

enum { EGV_MESSAGE_SIZE = 1024 };

typedef enum egv_engine { EGV_LAYERED = 0, EGV_STRESS = 1, EGV_SPRING = 2, EGV_PACKED = 3 } egv_engine;

typedef enum egv_status {
  EGV_OK = 0,
  /// Built without Graphviz's headers, or its engines cannot be loaded.
  EGV_UNAVAILABLE = 1,
  /// Graphviz refused or gave numbers that cannot be used; the message says which.
  EGV_FAILED = 2
} egv_status;

typedef struct egv_node {
  /// Points.
  double width, height;
  /// 0 box, 1 circle.
  int32_t shape;
  /// Index of a group, or -1.
  int32_t group;
} egv_node;

typedef struct egv_edge {
  uint32_t from, to;
  /// Points; 0 leaves it to the engine.
  double length;
  /// 1...100.
  double weight;
  /// Not zero: pulls, but is not routed.
  int32_t is_hidden;
} egv_edge;

typedef struct egv_group {
  /// Room kept free above the members, in points; 0 for none.
  double header_width, header_height;
} egv_group;

/// All lengths in points. The caller has checked every number.
typedef struct egv_options {
  egv_engine engine;
  /// Not zero: ranks run from top to bottom rather than from left to right.
  int32_t is_top_down;
  /// Not zero: edges leave and enter at the middle of the facing sides.
  int32_t uses_facing_sides;
  /// Not zero: curved routes (layered only).
  int32_t is_curved;
  /// How often overlapping nodes are moved apart at most, 0 for never (stress and spring).
  int32_t overlap_rounds;
  /// Not zero: take distant nodes as one body more readily (spring).
  int32_t is_quick;
  /// Scale before overlaps are removed: > 0 a factor, < 0 a multiple of the mean node size, 0 none.
  double overlap_scaling;
  double node_margin, node_separation, rank_separation;
  double spring_length, repulsion;
  double spacing, group_margin;
  /// > 0: cells in a row, filled row by row; < 0: cells in a column, filled column by column; 0: near a square.
  int32_t group_array, member_array;
  uint32_t seed;
} egv_options;

typedef struct egv_problem {
  egv_options options;
  size_t node_count, edge_count, group_count;
  const egv_node *_Nullable nodes;
  const egv_edge *_Nullable edges;
  const egv_group *_Nullable groups;
} egv_problem;

typedef struct egv_point { double x, y; } egv_point;
typedef struct egv_rect { double min_x, min_y, max_x, max_y; } egv_rect;

/// Points, y upwards, as Graphviz has them.
typedef struct egv_layout {
  size_t node_count, edge_count, group_count;
  egv_point *_Nullable centers;
  /// edge_count + 1 positions in `points`: a route is a start and three points for each cubic Bezier curve.
  size_t *_Nullable offsets;
  egv_point *_Nullable points;
  /// One per group, or null where the engine has no groups.
  egv_rect *_Nullable groups;
  /// Why it failed, or what Graphviz warned of. Printable ASCII.
  char message[EGV_MESSAGE_SIZE];
} egv_layout;

/// Computes a layout. The memory of the result is never freed: the process is about to end.
egv_status egv_compute(const egv_problem *problem, egv_layout *layout);

static inline const char *egv_layout_message(const egv_layout *layout) { return layout->message; }

// MARK: The worker's side of the fence (process.c, memory.c).

/// Reads standard input to its end, at most `limit` bytes. Null on failure or when there is more.
uint8_t *_Nullable egv_read_input(size_t limit, size_t *size);

/// Moves standard output to a private descriptor and sends whatever else is printed to standard error.
int egv_claim_output(void);

/// Writes everything. 0 on success.
int egv_write_output(int descriptor, const uint8_t *_Nullable bytes, size_t size);

/// From now on, a crash for want of memory says "out of memory" on standard error before it ends the process.
void egv_report_exhaustion(void);

/// Ends the process at once, without running any clean-up.
_Noreturn void egv_exit(int code);

/// Whether this process runs inside the fence.
int egv_is_fenced(void);

/// The path that starts this executable again, or 0 bytes when unknown.
size_t egv_executable_path(char *buffer, size_t capacity);

// MARK: The parent's side of the fence (fence.c, launch.c).

typedef struct egv_limits {
  uint64_t address_space_bytes;
  uint64_t output_bytes;
  uint32_t cpu_seconds;
  uint32_t wall_milliseconds;
} egv_limits;

typedef enum egv_ending {
  EGV_EXITED = 0,
  /// By a signal that tells of a fault of its own.
  EGV_CRASHED = 1,
  /// By SIGKILL, which did not come from here: how a system ends a process when memory runs out.
  EGV_KILLED = 2,
  /// By the user or a shutdown: SIGINT, SIGTERM, SIGHUP or SIGQUIT.
  EGV_INTERRUPTED = 3,
  EGV_TIMED_OUT = 4,
  EGV_TOO_MUCH_OUTPUT = 5,
  /// No child: there is no such program.
  EGV_MISSING = 6,
  /// No child, for another reason.
  EGV_NOT_STARTED = 7
} egv_ending;

typedef struct egv_outcome {
  egv_ending ending;
  /// Exit code, signal or errno.
  int32_t code;
  uint8_t *_Nullable output;
  size_t output_size;
  /// The first bytes the child wrote to standard error, or why it did not start. Printable ASCII.
  char message[EGV_MESSAGE_SIZE];
} egv_outcome;

/// Runs a program with `input` on standard input, within limits, in a clean environment, and waits for its end.
/// `command` holds its path and its arguments, each ended by a NUL. May be called from any thread.
/// Free the outcome with `egv_outcome_free`.
void egv_run(
  const char *_Nullable command, size_t command_size, const uint8_t *_Nullable input, size_t input_size,
  egv_limits limits, egv_outcome *outcome);

void egv_outcome_free(egv_outcome *outcome);

static inline const char *egv_outcome_message(const egv_outcome *outcome) { return outcome->message; }

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif

#endif
