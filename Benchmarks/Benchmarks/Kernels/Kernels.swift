// The kernels, each on two small graphs that differ in shape: `make bench`.
//
// Names are Family/measure/graph. The graph is built before the measured part unless building it is the work.
// One thread throughout, so that counts of instructions, allocations and retains can be compared between commits.

import Benchmark
import GraphCore
import GraphMeasures

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [
      .wallClock, .cpuTotal, .instructions, .peakMemoryResident, .retains, .releases, .allocations,
      .allocatedBytes,
    ],
    timeUnits: .microseconds, warmupIterations: 1, maxDuration: .seconds(2), maxIterations: 50)

  for sample in SampleGraph.all {
    measure("Building/graph/\(sample.name)") { try sample.graph() }
    addCentralities(sample)
    addCohesion(sample)
    addBrokerage(sample)
  }
  addReading()
}

private func addCentralities(_ sample: SampleGraph) {
  measure("Centrality/betweenness/\(sample.name)", on: sample) { try $0.betweenness() }
  measure("Centrality/harmonic/\(sample.name)", on: sample) { try $0.harmonicCentrality() }
  measure("Centrality/closeness/\(sample.name)", on: sample) { try $0.closeness() }
  measure("Centrality/pagerank/\(sample.name)", on: sample) { try $0.pageRank() }
  measure("Centrality/eigenvector/\(sample.name)", on: sample) { try $0.eigenvectorCentrality() }
}

private func addCohesion(_ sample: SampleGraph) {
  measure("Cohesion/clustering/\(sample.name)", on: sample) { try $0.clusteringCoefficients() }
  measure("Cohesion/coreness/\(sample.name)", on: sample) { $0.coreNumbers() }
  measure("Cohesion/components/\(sample.name)", on: sample) { $0.connectedComponents() }
}

private func addBrokerage(_ sample: SampleGraph) {
  measure("Brokerage/constraint/\(sample.name)", on: sample) { try $0.constraint() }
}
