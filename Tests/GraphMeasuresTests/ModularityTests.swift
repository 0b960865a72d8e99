import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

@Suite struct ModularityTests {
  private func check(_ graph: Graph, _ labels: [Int], resolution: Double) {
    compare(
      [graph.modularity(of: labels, resolution: resolution)],
      [modularityByPairs(graph, labels, resolution: resolution)],
      "modularity of \(labels) at \(resolution) in \(graph.line)")
  }

  @Test(.tags(.oracle), arguments: SmallGraphSet.all) func asDefined(on set: SmallGraphSet) {
    var generator = SeededGenerator(seed: 8)
    let resolutions = [1, 0.5, 0, 2.5]
    for (number, graph) in set.graphs.enumerated() {
      let labels = (0..<graph.vertexCount).map { _ in Int.random(in: -2..<3, using: &generator) }
      check(graph, labels, resolution: resolutions[number / 2 % 4])
    }
  }

  /// Every division into communities of every undirected graph up to four vertices, and of directed ones up to names.
  @Test(.tags(.oracle)) func everyDivision() {
    for vertices in 0...4 {
      let divisions = allPartitions(of: vertices)
      for graph in allGraphs(vertices: vertices) + upToNames(allDigraphs(vertices: vertices)) {
        for labels in divisions { check(graph, labels, resolution: 1) }
      }
    }
  }

  @Test(.tags(.oracle), arguments: UInt64(0)..<10) func largerGraphs(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for direction in Direction.allCases {
      for weights in [[1.0], [0, 0.5, 1, 7]] {
        let graph = try randomGraph(
          vertices: 14, edges: 30, direction: direction, weights: weights, using: &random)
        let labels = (0..<14).map { _ in Int.random(in: -2..<3, using: &random) }
        for resolution in [0, 0.5, 1, 2.5] { check(graph, labels, resolution: resolution) }
      }
    }
  }

  @Test(.tags(.knownAnswer)) func cliquesAndWholes() throws {
    let clique = try ClassicGraphs.complete(4)
    let two = try clique.disjointUnion(clique)
    // Half of all strength in each: 1 − 2·(1/2)².
    #expect(two.modularity(of: [0, 0, 0, 0, 1, 1, 1, 1]) == 0.5)
    #expect(two.modularity(of: Array(repeating: 7, count: 8)) == 0)
    #expect(clique.modularity(of: [0, 1, 2, 3]) == -0.25)
    #expect(clique.constantPotts(of: [0, 0, 0, 0], resolution: 0.5) == 3)
    #expect(clique.constantPotts(of: [0, 0, 1, 1], resolution: 0.5) == 1)
    #expect(clique.constantPotts(of: [0, 1, 2, 3], resolution: 0.5) == 0)
  }

  @Test(.tags(.knownAnswer)) func karateClubByFaction() throws {
    // The split of the club after the quarrel; its modularity is 0.3715 in the literature (Girvan & Newman 2002
    // and after), to four digits.
    let instructor: Set = [0, 1, 2, 3, 4, 5, 6, 7, 10, 11, 12, 13, 16, 17, 19, 21]
    let labels = (0..<34).map { instructor.contains($0) ? 0 : 1 }
    let quality = try #require(try ClassicGraphs.karateClub().modularity(of: labels))
    #expect(abs(quality - 0.3715) < 5e-5)
  }

  @Test func undefinedWithoutTies() throws {
    #expect(try Graph(vertexCount: 0, edges: []).modularity(of: []) == nil)
    #expect(try Graph(vertexCount: 2, edges: []).modularity(of: [0, 0]) == nil)
    let weightless = try ClassicGraphs.path(3).mapWeights { _ in 0 }
    #expect(weightless.modularity(of: [0, 0, 0]) == nil)
    #expect(try Graph(vertexCount: 2, edges: []).constantPotts(of: [0, 0], resolution: 2) == -2)
  }

  @Test(arguments: [1e300, 1e-300, .leastNonzeroMagnitude]) func scaleOfWeightsDoesNotMatter(scale: Double)
    throws
  {
    let graph = try ClassicGraphs.karateClub()
    let labels = (0..<34).map { $0 % 3 }
    let scaled = graph.mapWeights { _ in scale }
    #expect(agree([scaled.modularity(of: labels)], [graph.modularity(of: labels)]))
  }
}
