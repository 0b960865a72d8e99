import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

@Suite struct BetweennessTests {
  /// The definition pair by pair, from numbers of shortest paths: Σ σ(s,t|v)/σ(s,t).
  ///
  /// `PathOracleTests` compares with lists of all shortest paths, by lengths as well.
  @Test(.tags(.oracle), arguments: SmallGraphSet.unweighted)
  func asDefined(on set: SmallGraphSet) throws {
    for graph in set.graphs {
      let paths = StepPathMatrix(graph)
      let vertices = 0..<graph.vertexCount
      var expected = vertices.map { _ in 0.0 }
      for source in vertices {
        for target in vertices where source != target && paths.distances[source][target] ?? 0 > 1 {
          for vertex in vertices {
            expected[vertex] += paths.share(from: source, to: target, through: vertex)
          }
        }
      }
      if graph.direction == .undirected { expected = expected.map { $0 / 2 } }
      compare(try graph.betweenness(), expected, "betweenness in \(graph.line)")
    }
  }

  @Test(.tags(.knownAnswer)) func kite() throws {
    let values = try ClassicGraphs.kite().betweenness()
    // Published to three digits; the exact fractions are sixths.
    let expected = [5.0 / 6, 5.0 / 6, 0, 11.0 / 3, 0, 25.0 / 3, 25.0 / 3, 14, 8, 0]
    #expect(agree(values, expected))
  }

  @Test(.tags(.knownAnswer)) func florentineMarriages() throws {
    let values = try ClassicGraphs.florentineMarriages().betweenness()
    let normalized = Dictionary(
      uniqueKeysWithValues: zip(ClassicGraphs.florentineFamilies, values.map { $0 / 91 }))
    let published = [
      "Medici": 0.522, "Guadagni": 0.255, "Albizzi": 0.212, "Salviati": 0.143, "Ridolfi": 0.114,
      "Bischeri": 0.104, "Strozzi": 0.103, "Barbadori": 0.093, "Tornabuoni": 0.092, "Castellani": 0.055,
      "Peruzzi": 0.022, "Acciaiuoli": 0, "Ginori": 0, "Lamberteschi": 0, "Pazzi": 0,
    ]
    for (family, value) in published { #expect(abs((normalized[family] ?? -1) - value) <= 0.0005) }
    #expect(abs(values[1] - 47.5) < 1e-12)
  }

  @Test(.tags(.knownAnswer)) func southernWomen() throws {
    let values = try ClassicGraphs.southernWomen().betweenness()
    for (woman, value) in [42.98, 22.85, 38.98, 22.02, 4.72].enumerated() {
      #expect(abs(values[woman] - value) <= 0.005)
    }
  }

  /// A path of n: vertex i separates i from n − 1 − i others.
  @Test(.tags(.knownAnswer), arguments: [0, 1, 2, 3, 30]) func path(count: Int) throws {
    let values = try ClassicGraphs.path(count).betweenness()
    #expect(values == (0..<count).map { Double($0 * (count - 1 - $0)) })
  }

  @Test(.tags(.knownAnswer)) func star() throws {
    let values = try ClassicGraphs.star(leaves: 9).betweenness()
    #expect(values == [36] + Array(repeating: 0, count: 9))
  }

  /// Each of n vertices of a directed cycle lies inside the paths over 2, 3 … n − 1 arcs.
  @Test(.tags(.knownAnswer)) func directedCycleCountsOrderedPairs() throws {
    let values = try ClassicGraphs.cycle(6, direction: .directed).betweenness()
    #expect(values == Array(repeating: 10, count: 6))
  }

  @Test(.tags(.knownAnswer)) func lengthsChooseTheDetour() throws {
    var edges = EdgeList()
    edges.append(from: 0, to: 2, weight: 3)
    edges.append(from: 0, to: 1, weight: 1)
    edges.append(from: 1, to: 2, weight: 1)
    let graph = try Multigraph(vertexCount: 3, edges: edges, direction: .undirected).reduced(.once)
    #expect(try graph.betweenness() == [0, 0, 0])
    #expect(try graph.betweenness(PathOptions(lengths: .weights)) == [0, 1, 0])
  }

  @Test func aLengthOfZeroIsRejected() throws {
    var edges = EdgeList()
    edges.append(from: 0, to: 1, weight: 0)
    let graph = try Multigraph(vertexCount: 2, edges: edges, direction: .undirected).reduced(.once)
    let options = PathOptions(lengths: .weights)
    #expect(throws: GraphError.self) { try graph.closeness(options) }
    #expect(throws: GraphError.self) { try graph.harmonicCentrality(options) }
    let error = #expect(throws: GraphError.self) { try graph.betweenness(options) }
    #expect(error?.code == .badWeight)
    #expect(try graph.betweenness() == [0, 0])
  }

  /// A length that vanishes beside the distance of its end must neither loop nor divide by zero.
  @Test func vanishingLengths() throws {
    var edges = EdgeList()
    edges.append(from: 0, to: 1, weight: 1e20)
    edges.append(from: 1, to: 2, weight: 1)
    edges.append(from: 2, to: 3, weight: 1)
    edges.append(from: 0, to: 3, weight: 1e20)
    let graph = try Multigraph(vertexCount: 4, edges: edges, direction: .undirected).reduced(.once)
    let options = PathOptions(lengths: .weights)
    for limit in [0, largestPlainPathCount] {
      let values = try graph.betweenness(options, execution: .serial, largestPlainCount: limit)
      #expect(values.allSatisfy { $0.isFinite && $0 >= 0 && $0 <= 3 })
    }
  }

  @Test func cancellation() throws {
    let graph = try ClassicGraphs.path(100)
    let error = #expect(throws: GraphError.self) {
      try graph.betweenness(execution: Execution(threads: 1, isCancelled: { true }))
    }
    #expect(error?.code == .cancelled)
  }
}

/// Numbers of paths beyond the range of `Double`.
@Suite struct PathCountTests {
  /// From the corner of a grid, half of the paths to (i+1, j) that pass (i, j) come by a share of
  /// C(i+j, i) / C(i+j+1, i+1) = (i+1)/(i+j+1): dependencies follow without counting paths.
  private func cornerDependencies(side: Int) -> [Double] {
    var values = [Double](repeating: 0, count: side * side)
    for i in (0..<side).reversed() {
      for j in (0..<side).reversed() {
        var value = 0.0
        let length = Double(i + j + 1)
        if i + 1 < side { value += Double(i + 1) / length * (1 + values[(i + 1) * side + j]) }
        if j + 1 < side { value += Double(j + 1) / length * (1 + values[i * side + j + 1]) }
        values[i * side + j] = value
      }
    }
    values[0] = 0
    return values
  }

  @Test(.tags(.oracle), arguments: [PathOptions.Lengths.steps, .weights]) func gridOf600(
    lengths: PathOptions.Lengths
  ) throws {
    let grid = try ClassicGraphs.grid(600)
    let unit = lengths == .weights ? ContiguousArray(repeating: 1.0, count: grid.arcCount) : nil
    // Opposite corners are joined by C(1198, 599) paths, about 10^359.
    let values = grid.pathDependencies(from: 0..<1, inward: grid, lengths: unit)
    #expect(agree(Array(values), cornerDependencies(side: 600), relative: 1e-10))
  }

  @Test(.tags(.oracle)) func scaledCountsEqualPlainOnes() throws {
    let grid = try ClassicGraphs.grid(12)
    let plain = try grid.betweenness()
    #expect(agree(try grid.betweenness(PathOptions(), execution: .serial, largestPlainCount: 0), plain))
    #expect(agree(try grid.betweenness(PathOptions(), execution: .serial, largestPlainCount: 50), plain))
  }
}
