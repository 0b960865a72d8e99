import Ecosystem
import Testing

/// Communities are names and cannot be compared; the modularity that they reach can.
@Suite struct ModularityBoundTests {
  /// At least what igraph's Leiden reaches, the best of ten seeds, and never more than the optimum.
  @Test(arguments: Fixture.classes) func communitiesReachWhatOthersDo(name: String) throws {
    for graph in try Fixture.read(name).graphs {
      for column in graph.columns where column.id == "community" {
        let options = column.options ?? FixtureOptions()
        let labels = try graph.dataset.view().measure([.community], options: options.measureOptions)[0].values
        let modularity = graph.modularity(
          labels: (0..<graph.vertexCount).map { Int(labels[$0] ?? 0) }, isWeighted: options.weights != nil)
        let reached = try #require(column.facts?["reached"])
        #expect(modularity >= reached - 1e-9, "\(graph.name) \(options)")
        if let best = column.facts?["best"] { #expect(modularity <= best + 1e-9, "\(graph.name) \(options)") }
      }
    }
  }
}

extension FixtureGraph {
  /// Newman's modularity of a division, from the matrix: the mean of A(u,v) − k(u) k(v) / 2m over pairs within.
  func modularity(labels: [Int], isWeighted: Bool) -> Double {
    var matrix = [[Double]](repeating: Array(repeating: 0, count: vertexCount), count: vertexCount)
    for edge in edges where edge.source != edge.target {
      let weight = isWeighted ? matrix[edge.source][edge.target] + edge.weight : 1
      matrix[edge.source][edge.target] = weight
      matrix[edge.target][edge.source] = weight
    }
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
