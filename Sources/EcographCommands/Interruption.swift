#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Ends the process at once with 130 on Ctrl-C, leaving no half-written file behind.
enum Interruption {
  /// Path of the unfinished file, a C string that the signal handler may read at any time.
  nonisolated(unsafe) private static var unfinished: UnsafeMutablePointer<CChar>?

  static func install() {
    signal(SIGINT) { _ in
      if let path = unsafe Interruption.unfinished { unsafe unlink(path) }
      _exit(ExitStatus.interrupted.rawValue)
    }
    signal(SIGPIPE, SIG_DFL)
  }

  /// Says which file to remove if the process is interrupted before ``finished()``.
  static func willWrite(_ path: String) {
    unsafe unfinished = strdup(path)
  }

  static func finished() {
    let path = unsafe unfinished
    unsafe unfinished = nil
    unsafe free(path)
  }
}
