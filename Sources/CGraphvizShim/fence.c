#if defined(__linux__)
#define _GNU_SOURCE
#endif

#include "fence.h"

#include "CGraphvizShim.h"
#include "text.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define EGV_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define EGV_SANITIZED 1
#endif
#endif

// Between making the descriptors and marking them close-on-exec another thread must not fork, or its child would
// hold our pipe open.
static pthread_mutex_t fork_lock = PTHREAD_MUTEX_INITIALIZER;

enum { SLICE_MILLISECONDS = 100, CHUNK = 1 << 16, ARGUMENT_LIMIT = 16 };

// MARK: The child, between fork and exec: only calls that are safe there.

typedef struct start {
  char *const *arguments;
  int input, output, errors, report;
  pid_t parent;
  int descriptor_limit;
  egv_limits limits;
} start;

// Leaves the limit as it is where the system knows none or the hard limit is lower.
static void limit_resource(int resource, rlim_t soft, rlim_t hard) {
  struct rlimit current;
  if (getrlimit(resource, &current) != 0) return;
  if (current.rlim_max != RLIM_INFINITY && current.rlim_max < hard) hard = current.rlim_max;
  if (soft > hard) soft = hard;
  struct rlimit wanted = {soft, hard};
  setrlimit(resource, &wanted);
}

static void apply_limits(const egv_limits *limits) {
  // Sanitizers reserve terabytes of addresses.
#if defined(RLIMIT_AS) && !defined(EGV_SANITIZED)
  limit_resource(RLIMIT_AS, limits->address_space_bytes, limits->address_space_bytes);
#endif
  // The soft limit ends the child with SIGXCPU, which tells time from other deaths.
  limit_resource(RLIMIT_CPU, limits->cpu_seconds, (rlim_t)limits->cpu_seconds + 1);
  limit_resource(RLIMIT_CORE, 0, 0);
  limit_resource(RLIMIT_FSIZE, 0, 0);
  limit_resource(RLIMIT_NOFILE, 64, 64);
}

static void reset_signals(void) {
  static const int signals[] = {
    SIGABRT, SIGALRM, SIGBUS, SIGCHLD, SIGFPE, SIGILL, SIGPIPE, SIGSEGV, SIGTRAP, SIGXCPU, SIGXFSZ};
  for (size_t k = 0; k < sizeof signals / sizeof signals[0]; k += 1) signal(signals[k], SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

static void close_others(const start *child) {
#if defined(__linux__) && defined(SYS_close_range)
  // `report` is 3 by now.
  if (syscall(SYS_close_range, 4u, ~0u, 0u) == 0) return;
#endif
  for (int descriptor = 4; descriptor < child->descriptor_limit; descriptor += 1) close(descriptor);
}

static _Noreturn void become_worker(const start *child) {
  static char *const environment[] = {
    (char *)"PATH=/usr/bin:/bin", (char *)"LC_ALL=C.UTF-8", (char *)"SWIFT_BACKTRACE=enable=no",
    (char *)EGV_FENCE_VARIABLE "=1", NULL};

#if defined(__linux__)
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != child->parent) _exit(127);
#endif
  reset_signals();
  // All four are above 3, so no move overwrites one that is still needed.
  int is_ready = dup2(child->input, STDIN_FILENO) >= 0 && dup2(child->output, STDOUT_FILENO) >= 0
    && dup2(child->errors, STDERR_FILENO) >= 0 && dup2(child->report, 3) >= 0
    && fcntl(3, F_SETFD, FD_CLOEXEC) >= 0;
  if (is_ready) {
    close_others(child);
    apply_limits(&child->limits);
    execve(child->arguments[0], child->arguments, environment);
  }
  int reason = errno;
  ssize_t count = write(is_ready ? 3 : child->report, &reason, sizeof reason);
  _exit(count == (ssize_t)sizeof reason ? 127 : 126);
}

// MARK: Descriptors

// Moves a descriptor out of the way of 0...3 and marks it close-on-exec.
static int lift(int descriptor) {
  if (descriptor < 0) return -1;
  int lifted = fcntl(descriptor, F_DUPFD_CLOEXEC, 4);
  int reason = errno;
  close(descriptor);
  errno = reason;
  return lifted;
}

static void close_pair(int pair[2]) {
  for (int k = 0; k < 2; k += 1) {
    if (pair[k] >= 0) close(pair[k]);
    pair[k] = -1;
  }
}

static int lift_pair(int pair[2], int status) {
  if (status != 0) {
    pair[0] = pair[1] = -1;
    return -1;
  }
  for (int k = 0; k < 2; k += 1) pair[k] = lift(pair[k]);
  return pair[0] < 0 || pair[1] < 0 ? -1 : 0;
}

static int make_pipe(int pair[2]) { return lift_pair(pair, pipe(pair)); }

// A socket, as writing to one can be told not to raise SIGPIPE.
static int make_input(int pair[2]) {
  if (lift_pair(pair, socketpair(AF_UNIX, SOCK_STREAM, 0, pair)) != 0) return -1;
#if defined(SO_NOSIGPIPE)
  int yes = 1;
  setsockopt(pair[1], SOL_SOCKET, SO_NOSIGPIPE, &yes, sizeof yes);
#endif
  return 0;
}

static ssize_t send_quietly(int descriptor, const void *bytes, size_t size) {
#if defined(MSG_NOSIGNAL)
  return send(descriptor, bytes, size, MSG_NOSIGNAL);
#else
  return send(descriptor, bytes, size, 0);
#endif
}

static void make_nonblocking(int descriptor) {
  int flags = fcntl(descriptor, F_GETFL);
  if (flags >= 0) fcntl(descriptor, F_SETFL, flags | O_NONBLOCK);
}

// MARK: The parent

typedef struct exchange {
  pid_t child;
  int input, output, errors;
  const uint8_t *bytes;
  size_t remaining, capacity;
  uint64_t output_limit;
  egv_outcome *outcome;
  /// The child has ended and `status` says how; -1 where another part of the program took the status.
  int has_ended, has_status, status;
  int has_too_much;
} exchange;

static int64_t now_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void close_one(int *descriptor) {
  if (*descriptor >= 0) close(*descriptor);
  *descriptor = -1;
}

static void feed(exchange *x) {
  while (x->remaining > 0) {
    ssize_t count = send_quietly(x->input, x->bytes, x->remaining);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return;
    if (count <= 0) break;
    x->bytes += count;
    x->remaining -= (size_t)count;
  }
  close_one(&x->input);
}

// Returns how many bytes came, 0 at the end or on an error, -1 where nothing is there yet.
static ssize_t take(int *descriptor, void *buffer, size_t size) {
  for (;;) {
    ssize_t count = read(*descriptor, buffer, size);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return -1;
    if (count <= 0) {
      close_one(descriptor);
      return 0;
    }
    return count;
  }
}

static void take_output(exchange *x) {
  egv_outcome *outcome = x->outcome;
  while (x->output >= 0) {
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
    ssize_t count = take(&x->output, outcome->output + outcome->output_size, CHUNK);
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
  while (x->errors >= 0) {
    ssize_t count = take(&x->errors, buffer, sizeof buffer);
    if (count <= 0) return;
    // What does not fit is read and dropped, so that the child never waits for us.
    egv_append_text(x->outcome->message, sizeof x->outcome->message, buffer, (size_t)count);
  }
}

static void look_for_end(exchange *x, int options) {
  while (!x->has_ended) {
    int status = 0;
    pid_t ended = waitpid(x->child, &status, options);
    if (ended < 0 && errno == EINTR) continue;
    if (ended == 0) return;
    x->has_ended = 1;
    x->has_status = ended == x->child;
    x->status = status;
  }
}

static void kill_child(exchange *x) {
  if (x->has_ended) return;
  kill(x->child, SIGKILL);
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
    if (x->output < 0 && x->errors < 0) {
      look_for_end(x, WNOHANG);
      if (x->has_ended) return 0;
      pause_milliseconds(nap);
      if (nap < 16) nap *= 2;
      continue;
    }
    struct pollfd watched[3] = {
      {.fd = x->input, .events = POLLOUT},
      {.fd = x->output, .events = POLLIN},
      {.fd = x->errors, .events = POLLIN},
    };
    int ready = poll(watched, 3, left < SLICE_MILLISECONDS ? (int)left : SLICE_MILLISECONDS);
    if (ready < 0 && errno != EINTR) return -1;
    if (ready <= 0) {
      // A grandchild may hold the pipes open for ever: what counts is the child.
      look_for_end(x, WNOHANG);
      if (x->has_ended) return 0;
      continue;
    }
    if (x->input >= 0 && watched[0].revents != 0) feed(x);
    if (x->output >= 0 && watched[1].revents != 0) take_output(x);
    if (x->errors >= 0 && watched[2].revents != 0) take_errors(x);
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

static int descriptor_limit(void) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return 1 << 16;
  return limit.rlim_cur > (1 << 20) ? 1 << 20 : (int)limit.rlim_cur;
}

// Forks. The ends of the child are closed in the parent, whatever happens.
static pid_t launch(start *child, int input[2], int output[2], int errors[2], int report[2]) {
  pthread_mutex_lock(&fork_lock);
  pid_t pid = -1;
  int reason = 0;
  if (make_input(input) == 0 && make_pipe(output) == 0 && make_pipe(errors) == 0 && make_pipe(report) == 0) {
    child->input = input[0];
    child->output = output[1];
    child->errors = errors[1];
    child->report = report[1];
    pid = fork();
    if (pid == 0) become_worker(child);
  }
  reason = errno;
  close_one(&input[0]);
  close_one(&output[1]);
  close_one(&errors[1]);
  close_one(&report[1]);
  pthread_mutex_unlock(&fork_lock);
  errno = reason;
  return pid;
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
  const char *command, size_t command_size, const uint8_t *input_bytes, size_t input_size, egv_limits limits,
  egv_outcome *outcome
) {
  memset(outcome, 0, sizeof *outcome);
  char *arguments[ARGUMENT_LIMIT + 1];
  if (split(command, command_size, arguments) == 0) {
    not_started(outcome, ENOENT);
    return;
  }
  int input[2] = {-1, -1}, output[2] = {-1, -1}, errors[2] = {-1, -1}, report[2] = {-1, -1};
  start child = {
    .arguments = arguments, .parent = getpid(), .descriptor_limit = descriptor_limit(), .limits = limits};
  int64_t deadline = now_milliseconds() + (int64_t)limits.wall_milliseconds;
  pid_t pid = launch(&child, input, output, errors, report);
  if (pid < 0) {
    not_started(outcome, errno);
    close_pair(input);
    close_pair(output);
    close_pair(errors);
    close_pair(report);
    return;
  }

  exchange x = {
    .child = pid, .input = input[1], .output = output[0], .errors = errors[0], .bytes = input_bytes,
    .remaining = input_size, .output_limit = limits.output_bytes, .outcome = outcome};
  // The pipe closes when exec succeeds; an errno in it says why it did not.
  int reason = 0;
  ssize_t count = take(&report[0], &reason, sizeof reason);
  close_pair(report);
  if (count == (ssize_t)sizeof reason) {
    look_for_end(&x, 0);
    not_started(outcome, reason);
  } else {
    make_nonblocking(x.input);
    make_nonblocking(x.output);
    make_nonblocking(x.errors);
    int is_late = converse(&x, deadline) != 0;
    if (is_late || x.has_too_much) kill_child(&x);
    if (!is_late && !x.has_too_much) take_output(&x);
    take_errors(&x);
    conclude(&x, is_late);
  }
  close_one(&x.input);
  close_one(&x.output);
  close_one(&x.errors);
}

void egv_outcome_free(egv_outcome *outcome) {
  free(outcome->output);
  outcome->output = NULL;
  outcome->output_size = 0;
}
