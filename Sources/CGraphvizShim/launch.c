#if defined(__linux__)
#define _GNU_SOURCE
#endif

#include "launch.h"

#include "fence.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
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

// MARK: The child, between fork and exec: only calls that are safe there.

typedef struct start {
  char *const *arguments;
  const egv_limits *limits;
  int input, output, errors, report;
  pid_t parent;
  int descriptor_limit;
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
  // Overlaps are removed on triangulations, which GLib's own allocator of small blocks makes a fifth slower.
  static char *const environment[] = {
    (char *)"G_SLICE=always-malloc",
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
    apply_limits(child->limits);
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

void egv_close(int *descriptor) {
  if (*descriptor >= 0) close(*descriptor);
  *descriptor = -1;
}

static void close_pair(int pair[2]) {
  egv_close(&pair[0]);
  egv_close(&pair[1]);
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

// MARK: The parent

static int descriptor_limit(void) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return 1 << 16;
  return limit.rlim_cur > (1 << 20) ? 1 << 20 : (int)limit.rlim_cur;
}

// Waits for exec: the pipe closes when it succeeds, and carries an errno when it does not.
static int await_start(int report) {
  int reason = 0;
  ssize_t count = -1;
  do count = read(report, &reason, sizeof reason);
  while (count < 0 && errno == EINTR);
  return count == (ssize_t)sizeof reason ? reason : 0;
}

int egv_launch(char *const *arguments, const egv_limits *limits, egv_child *child) {
  int input[2] = {-1, -1}, output[2] = {-1, -1}, errors[2] = {-1, -1}, report[2] = {-1, -1};
  pid_t pid = -1;
  pthread_mutex_lock(&fork_lock);
  if (make_input(input) == 0 && make_pipe(output) == 0 && make_pipe(errors) == 0 && make_pipe(report) == 0) {
    start worker = {
      .arguments = arguments, .limits = limits, .input = input[0], .output = output[1], .errors = errors[1],
      .report = report[1], .parent = getpid(), .descriptor_limit = descriptor_limit()};
    pid = fork();
    if (pid == 0) become_worker(&worker);
  }
  int reason = pid < 0 ? errno : 0;
  egv_close(&input[0]);
  egv_close(&output[1]);
  egv_close(&errors[1]);
  egv_close(&report[1]);
  pthread_mutex_unlock(&fork_lock);

  if (pid >= 0) {
    reason = await_start(report[0]);
    while (reason != 0 && waitpid(pid, NULL, 0) < 0 && errno == EINTR) continue;
  }
  egv_close(&report[0]);
  if (reason != 0) {
    close_pair(input);
    close_pair(output);
    close_pair(errors);
    return reason;
  }
  *child = (egv_child){.pid = pid, .input = input[1], .output = output[0], .errors = errors[0]};
  return 0;
}
