#if defined(__linux__)
#define _GNU_SOURCE
#endif

#include "CGraphvizShim.h"
#include "launch.h"
#include "text.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { SLICE_MILLISECONDS = 100, CHUNK = 1 << 16, ARGUMENT_LIMIT = 16 };

static ssize_t send_quietly(int descriptor, const void *bytes, size_t size) {
#if defined(MSG_NOSIGNAL)
  return send(descriptor, bytes, size, MSG_NOSIGNAL);
#else
  // The socket was told not to raise SIGPIPE when it was made.
  return send(descriptor, bytes, size, 0);
#endif
}

static void make_nonblocking(int descriptor) {
  int flags = fcntl(descriptor, F_GETFL);
  if (flags >= 0) fcntl(descriptor, F_SETFL, flags | O_NONBLOCK);
}

typedef struct exchange {
  egv_child child;
  const uint8_t *bytes;
  size_t remaining, capacity;
  uint64_t output_limit;
  egv_outcome *outcome;
  /// The child has ended; `status` says how, unless another part of the program took it (no `has_status`).
  int has_ended, has_status, status;
  int has_too_much;
} exchange;

static int64_t now_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void feed(exchange *x) {
  while (x->remaining > 0) {
    ssize_t count = send_quietly(x->child.input, x->bytes, x->remaining);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return;
    if (count <= 0) break;
    x->bytes += count;
    x->remaining -= (size_t)count;
  }
  egv_close(&x->child.input);
}

// Returns how many bytes came, 0 at the end or on an error, -1 where nothing is there yet.
static ssize_t take(int *descriptor, void *buffer, size_t size) {
  for (;;) {
    ssize_t count = read(*descriptor, buffer, size);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return -1;
    if (count <= 0) {
      egv_close(descriptor);
      return 0;
    }
    return count;
  }
}

static void take_output(exchange *x) {
  egv_outcome *outcome = x->outcome;
  while (x->child.output >= 0) {
    if (x->capacity - outcome->output_size < CHUNK) {
      size_t capacity = x->capacity * 2 + CHUNK;
      uint8_t *larger = realloc(outcome->output, capacity);
      if (larger == NULL) {
        x->has_too_much = 1;
        return;
      }
      outcome->output = larger;
      x->capacity = capacity;
    }
    ssize_t count = take(&x->child.output, outcome->output + outcome->output_size, CHUNK);
    if (count <= 0) return;
    outcome->output_size += (size_t)count;
    if (outcome->output_size > x->output_limit) {
      x->has_too_much = 1;
      return;
    }
  }
}

static void take_errors(exchange *x) {
  char buffer[4096];
  while (x->child.errors >= 0) {
    ssize_t count = take(&x->child.errors, buffer, sizeof buffer);
    if (count <= 0) return;
    // What does not fit is read and dropped, so that the child never waits for us.
    egv_append_text(x->outcome->message, sizeof x->outcome->message, buffer, (size_t)count);
  }
}

static void look_for_end(exchange *x, int options) {
  while (!x->has_ended) {
    int status = 0;
    pid_t ended = waitpid(x->child.pid, &status, options);
    if (ended < 0 && errno == EINTR) continue;
    if (ended == 0) return;
    x->has_ended = 1;
    x->has_status = ended == x->child.pid;
    x->status = status;
  }
}

static void kill_child(exchange *x) {
  if (x->has_ended) return;
  kill(x->child.pid, SIGKILL);
  look_for_end(x, 0);
}

static void pause_milliseconds(long milliseconds) {
  struct timespec length = {milliseconds / 1000, (milliseconds % 1000) * 1000000};
  nanosleep(&length, NULL);
}

// Feeds and drains the child until it has ended and everything it wrote is read. 0, or -1 at the deadline.
static int converse(exchange *x, int64_t deadline) {
  long nap = 1;
  for (;;) {
    int64_t left = deadline - now_milliseconds();
    if (left <= 0) return -1;
    if (x->has_too_much) return 0;
    if (x->child.output < 0 && x->child.errors < 0) {
      look_for_end(x, WNOHANG);
      if (x->has_ended) return 0;
      pause_milliseconds(nap);
      if (nap < 16) nap *= 2;
      continue;
    }
    struct pollfd watched[3] = {
      {.fd = x->child.input, .events = POLLOUT},
      {.fd = x->child.output, .events = POLLIN},
      {.fd = x->child.errors, .events = POLLIN},
    };
    int ready = poll(watched, 3, left < SLICE_MILLISECONDS ? (int)left : SLICE_MILLISECONDS);
    if (ready < 0 && errno != EINTR) return -1;
    if (ready <= 0) {
      // A grandchild may hold the pipes open for ever: what counts is the child.
      look_for_end(x, WNOHANG);
      if (x->has_ended) return 0;
      continue;
    }
    if (x->child.input >= 0 && watched[0].revents != 0) feed(x);
    if (x->child.output >= 0 && watched[1].revents != 0) take_output(x);
    if (x->child.errors >= 0 && watched[2].revents != 0) take_errors(x);
  }
}

static egv_ending ending_by_signal(int number) {
  switch (number) {
  case SIGXCPU: return EGV_TIMED_OUT;
  case SIGKILL: return EGV_KILLED;
  case SIGINT:
  case SIGTERM:
  case SIGHUP:
  case SIGQUIT: return EGV_INTERRUPTED;
  default: return EGV_CRASHED;
  }
}

static void conclude(exchange *x, int is_late) {
  egv_outcome *outcome = x->outcome;
  if (x->has_too_much) {
    outcome->ending = EGV_TOO_MUCH_OUTPUT;
  } else if (is_late) {
    outcome->ending = EGV_TIMED_OUT;
  } else if (x->has_status && WIFSIGNALED(x->status)) {
    outcome->code = WTERMSIG(x->status);
    outcome->ending = ending_by_signal(outcome->code);
  } else {
    // Without a status (the program ignores SIGCHLD) the output alone decides.
    outcome->ending = EGV_EXITED;
    outcome->code = x->has_status ? WEXITSTATUS(x->status) : 0;
  }
}

static void not_started(egv_outcome *outcome, int reason) {
  int is_missing = reason == ENOENT || reason == EACCES || reason == ENOTDIR || reason == ENOEXEC;
  outcome->ending = is_missing ? EGV_MISSING : EGV_NOT_STARTED;
  outcome->code = reason;
  const char *text = strerror(reason);
  egv_append_text(outcome->message, sizeof outcome->message, text, strlen(text));
}

// Points at the strings of a command. 0 where it is none.
static size_t split(const char *command, size_t size, char *arguments[ARGUMENT_LIMIT + 1]) {
  size_t count = 0;
  if (command == NULL || size < 2 || command[0] == 0 || command[size - 1] != 0) return 0;
  for (size_t at = 0; at < size; at += strlen(command + at) + 1) {
    if (count == ARGUMENT_LIMIT) return 0;
    // exec takes pointers to plain characters, and leaves them alone.
    arguments[count] = (char *)command + at;
    count += 1;
  }
  arguments[count] = NULL;
  return count;
}

void egv_run(
  const char *command, size_t command_size, const uint8_t *input, size_t input_size, egv_limits limits,
  egv_outcome *outcome
) {
  memset(outcome, 0, sizeof *outcome);
  int64_t deadline = now_milliseconds() + (int64_t)limits.wall_milliseconds;
  char *arguments[ARGUMENT_LIMIT + 1];
  exchange x = {
    .bytes = input, .remaining = input_size, .output_limit = limits.output_bytes, .outcome = outcome};
  int reason =
    split(command, command_size, arguments) == 0 ? ENOENT : egv_launch(arguments, &limits, &x.child);
  if (reason != 0) {
    not_started(outcome, reason);
    return;
  }

  make_nonblocking(x.child.input);
  make_nonblocking(x.child.output);
  make_nonblocking(x.child.errors);
  int is_late = converse(&x, deadline) != 0;
  if (is_late || x.has_too_much) kill_child(&x);
  else take_output(&x);
  take_errors(&x);
  conclude(&x, is_late);
  egv_close(&x.child.input);
  egv_close(&x.child.output);
  egv_close(&x.child.errors);
}

void egv_outcome_free(egv_outcome *outcome) {
  free(outcome->output);
  outcome->output = NULL;
  outcome->output_size = 0;
}
