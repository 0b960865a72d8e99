import EcographTestSupport
import GraphCore
import Testing

@Suite struct ViewTests {
  private func graphs(_ direction: Direction) throws -> [Graph] {
    try (UInt64(0)..<15).map { seed in
      var generator = SeededGenerator(seed: seed)
      return try randomGraph(
        vertices: 9, edges: 25, direction: direction, weights: seed % 2 == 0 ? [1] : [0, 1, 2],
        using: &generator)
    }
  }

  @Test func transpositionTurnsArcsRound() throws {
    for graph in try graphs(.directed) {
      let turned = graph.transposed()
      for source in 0..<9 {
        for target in 0..<9 { #expect(turned.matrix[target][source] == graph.matrix[source][target]) }
        #expect(Array(turned.neighbors(of: source)) == turned.neighbors(of: source).sorted())
      }
      #expect(turned.transposed().matrix == graph.matrix)
      #expect(turned.arcCount == graph.arcCount)
    }
    for graph in try graphs(.undirected) { #expect(graph.transposed().matrix == graph.matrix) }
  }

  @Test func symmetrizedAddsBothArcs() throws {
    for graph in try graphs(.directed) {
      let matrix = graph.matrix
      let sum = graph.symmetrized()
      #expect(sum.direction == .undirected)
      for source in 0..<9 {
        for target in 0..<9 {
          #expect(sum.matrix[source][target] == matrix[source][target] + matrix[target][source])
        }
        let tied = (0..<9).filter { other in
          graph.neighbors(of: source).contains(UInt32(other))
            || graph.neighbors(of: other).contains(UInt32(source))
        }
        #expect(sum.neighbors(of: source).map(Int.init) == tied)
      }
    }
    for graph in try graphs(.undirected) { #expect(graph.symmetrized().matrix == graph.matrix) }
  }

  @Test func weightsCanBeDroppedAndMapped() throws {
    for graph in try graphs(.directed) + graphs(.undirected) {
      #expect(graph.unweighted().matrix.joined().allSatisfy { $0 == 0 || $0 == 1 })
      #expect(graph.unweighted().arcCount == graph.arcCount)
      #expect(graph.mapWeights { $0 * 3 }.matrix == graph.matrix.map { row in row.map { $0 * 3 } })
    }
  }

  @Test func inducedSubgraphs() throws {
    var places = ContiguousArray(repeating: UInt32.max, count: 9)
    for graph in try graphs(.directed) + graphs(.undirected) {
      let chosen: ContiguousArray<UInt32> = [1, 4, 5, 8]
      let part = graph.induced(on: chosen, places: &places)
      #expect(part.matrix == chosen.map { u in chosen.map { v in graph.matrix[Int(u)][Int(v)] } })
      #expect(places.allSatisfy { $0 == .max })
      #expect(graph.withoutZeroWeights().matrix == graph.matrix)
      #expect(graph.withoutZeroWeights().arcCount == graph.matrix.joined().count { $0 > 0 })
    }
  }

  @Test func relabelingKeepsStructure() throws {
    var generator = SeededGenerator(seed: 3)
    for graph in try graphs(.directed) + graphs(.undirected) {
      let names = (0..<9).shuffled(using: &generator)
      let renamed = try graph.relabeled(names)
      for source in 0..<9 {
        for target in 0..<9 {
          #expect(renamed.matrix[names[source]][names[target]] == graph.matrix[source][target])
        }
      }
    }
  }
}
