import EcosystemData
import GraphCore

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// One run of a command: tells the user what goes on, and how long it took.
final class Session {
  let console = Console.standard
  let threads: Int
  private let isTimed: Bool
  private let isQuiet: Bool
  private var seconds: [(phase: String, seconds: Double)] = []
  private let clock = ContinuousClock()
  private let began: ContinuousClock.Instant

  init(threads: Int?, isTimed: Bool, isQuiet: Bool) {
    self.threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
    self.isTimed = isTimed
    self.isQuiet = isQuiet
    began = clock.now
  }

  /// Runs one phase of the work, timed, with a progress bar where it is long and the terminal can show it.
  func phase<Value>(
    _ name: String, _ body: (_ onProgress: @escaping @Sendable (Double) -> Void) throws -> Value
  ) throws -> Value {
    let bar = ProgressBar(name, console: isQuiet || !console.isTerminal ? nil : console)
    let start = clock.now
    defer {
      bar.clear()
      let spent = (clock.now - start).inSeconds
      if let known = seconds.firstIndex(where: { $0.phase == name }) {
        seconds[known].seconds += spent
      } else {
        seconds.append((name, spent))
      }
    }
    return try Failure.translating { try body { bar.show($0) } }
  }

  /// Runs a computation as a phase, on the threads asked for.
  func compute<Value>(_ name: String, _ body: (Execution) throws -> Value) throws -> Value {
    try phase(name) { onProgress in try body(Execution(threads: threads, onProgress: onProgress)) }
  }

  func note(_ text: String) {
    if !isQuiet { console.note(text) }
  }

  /// Tells what the reader of a table should know of its data: what was left out, and how many warnings.
  func report(_ report: LoadReport, of dataset: String) {
    guard !isQuiet else { return }
    for problem in report.problems where problem.severity == .error { console.warning(problem.description) }
    let warnings = report.warningCount
    if warnings > 0 {
      console.note("\(counted(warnings, "warning")) about the data; `ecograph check \(dataset)` lists them")
    }
  }

  /// Prints the seconds of each phase, where asked to.
  func finish() {
    guard isTimed else { return }
    let total = (clock.now - began).inSeconds
    let phases = seconds.map { ($0.phase, JSONText.double($0.seconds)) } + [("total", .double(total))]
    console.write(JSONText.object(phases).compact)
  }
}

extension Duration {
  var inSeconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) + (Double(attoseconds) / 1e12).rounded() / 1e6
  }
}
