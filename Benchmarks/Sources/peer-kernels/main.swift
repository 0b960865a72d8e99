// Runs one work once, as a whole process, and prints a line of JSON: what `Benchmarks/peers/run.py` sets beside
// the same from igraph, NetworKit and others. Reading the graph is not timed, unless it is the work.

import Foundation

do {
  let request = try Request(Array(CommandLine.arguments.dropFirst()))
  let work = try request.prepare()
  for _ in 1..<max(1, request.runs) { _ = try work.run() }
  let before = Usage.now
  Usage.resetPeak()
  let clock = ContinuousClock()
  let start = clock.now
  let outcome = try work.run()
  let seconds = (clock.now - start) / .seconds(1)
  let after = Usage.now
  let report = Report(
    request: request, outcome: outcome(), seconds: seconds,
    processorSeconds: after.processorSeconds - before.processorSeconds, peakBefore: before.peakBytes,
    residentBefore: before.residentBytes, peakDuring: after.peakBytes)
  if let path = request.valuesPath { try report.writeValues(to: path) }
  print(report.json)
} catch {
  let message = (error as? UsageError)?.message ?? "\(error)"
  try? FileHandle.standardError.write(contentsOf: Data("peer-kernels: \(message)\n".utf8))
  exit(error is UsageError ? 2 : 1)
}
