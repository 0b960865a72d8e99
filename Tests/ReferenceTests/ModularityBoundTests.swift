import Ecosystem
import Testing

/// Communities are names and cannot be compared; the modularity that they reach can.
@Suite struct ModularityBoundTests {
  /// The default seed does as well as the median of igraph's Leiden, some seed as well as the best of ten of igraph's,
  /// and none does better than the optimum.
  @Test(arguments: Fixture.classes) func communitiesReachWhatOthersDo(name: String) throws {
    for graph in try Fixture.read(name).graphs {
      for column in graph.columns where column.id == "community" {
        var options = try (column.options ?? FixtureOptions()).measureOptions(graph.dataset)
        let view = graph.dataset.view()
        let facts = try #require(column.facts)
        let typical = try #require(facts["typical"])
        let reached = try #require(facts["reached"])
        let optimum = facts["best"] ?? 1
        var best = -1.0
        for seed in 1...100 where best < reached - 1e-9 {
          options.seed = UInt64(seed)
          let labels = try view.measure([.community], options: options)[0].values
          let modularity = graph.modularity(
            labels: (0..<graph.vertexCount).map { Int(labels[$0] ?? 0) },
            isWeighted: options.graph.weights == .strength)
          if seed == 1 { #expect(modularity >= typical - 1e-9, "\(graph.name) \(options.graph.weights)") }
          #expect(modularity <= optimum + 1e-9, "\(graph.name) \(options.graph.weights)")
          best = max(best, modularity)
        }
        #expect(best >= reached - 1e-9, "\(graph.name) \(options.graph.weights)")
      }
    }
  }
}

extension FixtureGraph {
  /// Newman's modularity of a division, from the matrix: the mean of A(u,v) − k(u) k(v) / 2m over pairs within.
  func modularity(labels: [Int], isWeighted: Bool) -> Double {
    let matrix = matrix(isWeighted: isWeighted)
    let strengths = matrix.map { $0.reduce(0, +) }
    let total = strengths.reduce(0, +)
    var sum = 0.0
    for u in 0..<vertexCount {
      for v in 0..<vertexCount where labels[u] == labels[v] {
        sum += matrix[u][v] / total - strengths[u] * strengths[v] / (total * total)
      }
    }
    return sum
  }
}
