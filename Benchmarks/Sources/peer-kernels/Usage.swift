import Foundation

/// What the process has used so far.
struct Usage {
  /// Seconds of all threads.
  let processorSeconds: Double
  /// Most memory held at any time, in bytes, since the start or the last reset.
  let peakBytes: Int
  /// Memory held now, in bytes; 0 where the system does not tell.
  let residentBytes: Int

  static var now: Usage {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    let seconds = Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    #if os(Linux)
      let (peak, resident) = (kilobytes("VmHWM:") * 1024, kilobytes("VmRSS:") * 1024)
    #else
      var usage = rusage()
      getrusage(RUSAGE_SELF, &usage)
      let (peak, resident) = (usage.ru_maxrss, 0)
    #endif
    return Usage(processorSeconds: seconds, peakBytes: peak, residentBytes: resident)
  }

  /// Makes the peak start again from what is held now, where the system can (Linux).
  static func resetPeak() {
    guard let file = FileHandle(forWritingAtPath: "/proc/self/clear_refs") else { return }
    try? file.write(contentsOf: Data("5".utf8))
    try? file.close()
  }

  private static func kilobytes(_ label: String) -> Int {
    guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix(label) })
    else { return 0 }
    return line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0
  }
}
