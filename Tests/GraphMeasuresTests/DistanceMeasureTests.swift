import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

@Suite struct DistanceMeasureTests {
  /// Heather is at most two steps from everybody, though Diane has most ties.
  @Test(.tags(.knownAnswer)) func kite() throws {
    let graph = try ClassicGraphs.kite()
    #expect(try graph.eccentricities() == [4, 4, 4, 4, 4, 3, 3, 2, 3, 4])
    #expect(try graph.diameter() == 4)
    #expect(try graph.reach(within: 1) == graph.degrees())
    #expect(try graph.reach(within: 4) == Array(repeating: 9, count: 10))
  }

  @Test(.tags(.knownAnswer)) func pathOfFour() throws {
    let graph = try ClassicGraphs.path(4)
    #expect(try graph.eccentricities() == [3, 2, 2, 3])
    #expect(try graph.reach(within: 2) == [2, 3, 3, 2])
    // Three pairs at one step, two at two, one at three.
    #expect(try graph.averagePathLength() == 10.0 / 6)
    #expect(try graph.diameter() == 3)
  }

  /// A path of n vertices has a mean distance of (n + 1)/3.
  @Test(.tags(.knownAnswer), arguments: [2, 5, 50, 1_001]) func meanOfAPath(count: Int) throws {
    let mean = try #require(try ClassicGraphs.path(count).averagePathLength())
    #expect(abs(mean - Double(count + 1) / 3) < 1e-12 * mean)
  }

  /// Distances count towards the vertex: nobody has a path to the first of a directed path.
  @Test(.tags(.knownAnswer)) func directedPath() throws {
    let graph = try Graph(vertexCount: 4, edges: [(0, 1), (1, 2), (2, 3)], direction: .directed)
    #expect(try graph.eccentricities() == [nil, 1, 2, 3])
    #expect(try graph.transposed().eccentricities() == [3, 2, 1, nil])
    #expect(try graph.reach(within: 2) == [0, 1, 2, 2])
    #expect(try graph.averagePathLength() == 10.0 / 6)
    #expect(try graph.diameter() == 3)
  }

  @Test(.tags(.knownAnswer)) func disconnected() throws {
    let graph = try Graph(vertexCount: 6, edges: [(0, 1), (2, 3), (3, 4)])
    #expect(try graph.eccentricities() == [1, 1, 2, 1, 2, nil])
    #expect(try graph.reach(within: 2) == [1, 1, 2, 2, 2, 0])
    #expect(try graph.averagePathLength() == 10.0 / 8)
    #expect(try graph.diameter() == 2)
  }

  @Test(.tags(.knownAnswer)) func lengths() throws {
    var edges = EdgeList()
    edges.append(from: 0, to: 1, weight: 2)
    edges.append(from: 1, to: 2, weight: 0.5)
    edges.append(from: 0, to: 2, weight: 9)
    let graph = try Multigraph(vertexCount: 4, edges: edges, direction: .undirected).reduced(.once)
    let options = PathOptions(lengths: .weights)
    #expect(try graph.eccentricities(options) == [2.5, 2, 2.5, nil])
    #expect(try graph.reach(within: 2, options) == [1, 2, 1, 0])
    #expect(try graph.averagePathLength(options) == 5.0 / 3)
    #expect(try graph.diameter(options) == 2.5)
    #expect(try graph.diameter() == 1)
  }

  @Test(arguments: [0, 1, 3]) func noPathsAtAll(count: Int) throws {
    for direction in Direction.allCases {
      let graph = try Graph(vertexCount: count, edges: [], direction: direction)
      #expect(try graph.eccentricities() == Array(repeating: nil, count: count))
      #expect(try graph.reach(within: 2) == Array(repeating: 0, count: count))
      #expect(try graph.averagePathLength() == nil)
      #expect(try graph.diameter() == nil)
    }
  }

  @Test(arguments: [-1, -0.5, .nan]) func rejectsRadius(radius: Double) throws {
    let graph = try ClassicGraphs.path(2)
    for radii in [[radius], [1, radius]] {
      let error = #expect(throws: GraphError.self) { try graph.distanceSummaries(radii: radii) }
      #expect(error?.code == .badParameter)
    }
    let error = #expect(throws: GraphError.self) { try graph.reach(within: radius) }
    #expect(error?.code == .badParameter)
  }

  /// One search serves all measures, with the bits they have alone, by steps and by lengths.
  @Test(.tags(.property), arguments: PathOptions.Lengths.allCases, Direction.allCases)
  func summariesHoldEveryMeasure(lengths: PathOptions.Lengths, direction: Direction) throws {
    var generator = SeededGenerator(seed: 3)
    let options = PathOptions(lengths: lengths)
    for edges in [40, 150] {
      let graph = try randomGraph(
        vertices: 60, edges: edges, direction: direction, weights: [0.5, 1, 3], using: &generator)
      let oracle = PathOracleDistances(graph, usesWeights: lengths == .weights)
      let summaries = try graph.distanceSummaries(options, radii: [2, .infinity], execution: .serial)
      #expect(try graph.closeness(options) == summaries.closeness)
      #expect(try graph.harmonicCentrality(options) == summaries.harmonicCentrality)
      #expect(try graph.eccentricities(options) == summaries.eccentricities)
      #expect(summaries.eccentricities == oracle.eccentricities)
      #expect(try graph.reach(within: 2, options) == summaries.countsWithin[0])
      #expect(summaries.countsWithin[0] == oracle.counts(within: 2))
      #expect(summaries.countsWithin[1] == summaries.reachedCounts)
      #expect(summaries.diameter == oracle.eccentricities.compactMap(\.self).max())
      #expect(agree([summaries.averagePathLength], [oracle.mean]))
    }
  }
}

/// All distances of a small graph by the algorithm of Floyd and Warshall.
private struct PathOracleDistances {
  private var matrix: [[Double]]

  init(_ graph: Graph, usesWeights: Bool) {
    let n = graph.vertexCount
    matrix = graph.matrix.map { row in row.map { $0 == 0 ? .infinity : usesWeights ? $0 : 1 } }
    for k in 0..<n {
      for u in 0..<n {
        for v in 0..<n where matrix[u][k] + matrix[k][v] < matrix[u][v] {
          matrix[u][v] = matrix[u][k] + matrix[k][v]
        }
      }
    }
  }

  /// The distances to a vertex from others that have a path to it.
  private func distances(to vertex: Int) -> [Double] {
    matrix.indices.filter { $0 != vertex }.map { matrix[$0][vertex] }.filter(\.isFinite)
  }

  var eccentricities: [Double?] { matrix.indices.map { distances(to: $0).max() } }

  func counts(within radius: Double) -> [Int] {
    matrix.indices.map { vertex in distances(to: vertex).count { $0 <= radius } }
  }

  var mean: Double? {
    let all = matrix.indices.flatMap { distances(to: $0) }
    return all.isEmpty ? nil : all.reduce(0, +) / Double(all.count)
  }
}
