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

  private func check(_ graph: Graph, _ lengths: PathOptions.Lengths) throws {
    let options = PathOptions(lengths: lengths)
    let oracle = DistanceOracle(graph, usesWeights: lengths == .weights)
    func name(_ measure: String) -> String { "\(measure) by \(lengths) in \(graph.line)" }
    let found = try graph.distanceSummaries(options, radii: [2, 3, .infinity])
    compare(found.closeness, oracle.closeness, name("closeness"))
    compare(found.harmonicCentrality, oracle.harmonicCentrality, name("harmonic"))
    compare(exactly: found.eccentricities, oracle.eccentricities, name("eccentricity"))
    compare(
      exactly: found.countsWithin, [2, 3, .infinity].map { oracle.counts(within: $0) }, name("reach"))
    compare([found.averagePathLength], [oracle.averagePathLength], name("average path length"))
    compare(exactly: found.diameter, oracle.diameter, name("diameter"))
  }

  @Test(.tags(.oracle), arguments: SmallGraphSet.all) func asDefined(on set: SmallGraphSet) throws {
    for graph in set.graphs {
      if set != .weighted { try check(graph, .steps) }
      // A length of 0 is rejected.
      if graph.isWeighted && set != .zeroWeights { try check(graph, .weights) }
    }
  }

  /// Each measure with searches of its own.
  @Test(.tags(.oracle), arguments: [SmallGraphSet.undirected, .directedShapes, .weighted])
  func oneByOne(on set: SmallGraphSet) throws {
    let lengths: PathOptions.Lengths = set == .weighted ? .weights : .steps
    let options = PathOptions(lengths: lengths)
    for graph in set.graphs {
      let oracle = DistanceOracle(graph, usesWeights: set == .weighted)
      compare(
        exactly: try graph.eccentricities(options), oracle.eccentricities, "eccentricity in \(graph.line)")
      for radius in [2.0, 3] {
        compare(
          exactly: try graph.reach(within: radius, options), oracle.counts(within: radius),
          "reach within \(radius) in \(graph.line)")
      }
      compare(
        [try graph.averagePathLength(options), try graph.diameter(options)],
        [oracle.averagePathLength, oracle.diameter], "mean and largest distance in \(graph.line)")
    }
  }

  /// One search serves all measures, with the bits they have alone, by steps and by lengths.
  @Test(.tags(.property), arguments: PathOptions.Lengths.allCases, Direction.allCases)
  func summariesHoldEveryMeasure(lengths: PathOptions.Lengths, direction: Direction) throws {
    var generator = SeededGenerator(seed: 3)
    let options = PathOptions(lengths: lengths)
    for edges in [40, 150] {
      let graph = try randomGraph(
        vertices: 60, edges: edges, direction: direction, weights: [0.5, 1, 3], using: &generator)
      let oracle = DistanceOracle(graph, usesWeights: lengths == .weights)
      let summaries = try graph.distanceSummaries(options, radii: [2, .infinity], execution: .serial)
      #expect(try graph.closeness(options) == summaries.closeness)
      #expect(try graph.harmonicCentrality(options) == summaries.harmonicCentrality)
      #expect(try graph.eccentricities(options) == summaries.eccentricities)
      #expect(summaries.eccentricities == oracle.eccentricities)
      #expect(try graph.reach(within: 2, options) == summaries.countsWithin[0])
      #expect(summaries.countsWithin[0] == oracle.counts(within: 2))
      #expect(summaries.countsWithin[1] == summaries.reachedCounts)
      #expect(summaries.diameter == oracle.diameter)
      #expect(agree([summaries.averagePathLength], [oracle.averagePathLength]))
    }
  }
}
