import Benchmark
import CRuntimeCounts
import GraphCore

extension BenchmarkMetric {
  // The benchmark library's own counts of these need parts that are left out, or crash with Swift 6.3 on Linux.
  static let retains = BenchmarkMetric.custom("Retains", polarity: .prefersSmaller)
  static let releases = BenchmarkMetric.custom("Releases", polarity: .prefersSmaller)
  static let allocations = BenchmarkMetric.custom("Allocations", polarity: .prefersSmaller)
  static let allocatedBytes = BenchmarkMetric.custom("Allocated bytes", polarity: .prefersSmaller)
}

/// Adds a benchmark of some work, with what it allocates, retains and releases.
func measure<Value>(_ name: String, _ work: @escaping () throws -> Value) {
  Benchmark(name) { benchmark in
    let before = ecograph_counts_so_far()
    blackHole(try work())
    let after = ecograph_counts_so_far()
    benchmark.measurement(.retains, Int(after.retains - before.retains))
    benchmark.measurement(.releases, Int(after.releases - before.releases))
    benchmark.measurement(.allocations, Int(after.allocations - before.allocations))
    benchmark.measurement(.allocatedBytes, Int(after.allocated_bytes - before.allocated_bytes))
  }
}

/// Adds a benchmark of work on a graph that is built beforehand.
func measure<Value>(_ name: String, on sample: SampleGraph, _ work: @escaping (Graph) throws -> Value) {
  let graph = Result { try sample.graph() }
  measure(name) { try work(graph.get()) }
}
