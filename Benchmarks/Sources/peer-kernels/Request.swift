import Foundation

/// What to run: `WORK GRAPH.csv [--threads N] [--runs N] [--values FILE] [--tolerance X] [--epsilon X] [--delta X]`.
struct Request {
  let work: Work
  let path: String
  var threads = ProcessInfo.processInfo.activeProcessorCount
  /// How often to do the work, the last time being told: two runs less one are the work to a counting tool.
  var runs = 1
  /// Where to write the whole result as little-endian doubles.
  var valuesPath: String?
  /// PageRank: the change in a round at which to stop.
  var tolerance = 1e-10
  /// Approximate betweenness: the error that no value may pass, as a share of the pairs.
  var epsilon = 0.005
  /// Approximate betweenness: how likely it may be that one passes it.
  var delta = 0.1

  init(_ arguments: [String]) throws(UsageError) {
    guard arguments.count >= 2, let work = Work(rawValue: arguments[0]) else {
      let works = Work.allCases.map(\.rawValue).joined(separator: ", ")
      throw UsageError("usage: peer-kernels WORK FILE.csv [--threads N] [--values FILE]; works: \(works)")
    }
    self.work = work
    path = arguments[1]
    var rest = arguments.dropFirst(2)
    while let name = rest.popFirst() {
      guard let value = rest.popFirst() else { throw UsageError("\(name) wants a value") }
      switch name {
      case "--threads": threads = try Self.number(value, name)
      case "--runs": runs = try Self.number(value, name)
      case "--values": valuesPath = value
      case "--tolerance": tolerance = try Self.number(value, name)
      case "--epsilon": epsilon = try Self.number(value, name)
      case "--delta": delta = try Self.number(value, name)
      default: throw UsageError("no option \(name)")
      }
    }
  }

  private static func number<Number: LosslessStringConvertible>(
    _ text: String, _ name: String
  ) throws(UsageError) -> Number {
    guard let number = Number(text) else { throw UsageError("\(name) wants a number, got \(text)") }
    return number
  }
}

/// Arguments that make no sense.
struct UsageError: Error {
  let message: String
  init(_ message: String) { self.message = message }
}
