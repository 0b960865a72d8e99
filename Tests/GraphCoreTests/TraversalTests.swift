import EcographTestSupport
import GraphCore
import Testing

@Suite struct TraversalTests {
  /// `reaches[u][v]`: whether arcs lead from u to v, and in how few steps; Floyd's and Warshall's way.
  private func distances(_ graph: Graph) -> [[Int?]] {
    let n = graph.vertexCount
    var table = (0..<n).map { u in
      (0..<n).map { v -> Int? in u == v ? 0 : (graph.neighbors(of: u).contains(UInt32(v)) ? 1 : nil) }
    }
    for w in 0..<n {
      for u in 0..<n {
        for v in 0..<n {
          guard let first = table[u][w], let second = table[w][v] else { continue }
          table[u][v] = min(table[u][v] ?? .max, first + second)
        }
      }
    }
    return table
  }

  @Test(arguments: Direction.allCases, UInt64(0)..<25) func searchAndComponents(
    direction: Direction, seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let graph = try randomGraph(
      vertices: 14, edges: Int.random(in: 0...30, using: &generator), direction: direction, using: &generator)
    let table = distances(graph)
    var search = BreadthFirstSearch(vertexCount: 14)
    for source in 0..<14 {
      search.run(graph, from: source)
      #expect(search.distances.map { $0 < 0 ? nil : Int($0) } == table[source])
      #expect(search.reachedCount == table[source].count { $0 != nil })
      #expect(search.order.first == UInt32(source))
      let along = search.order.map { search.distances[Int($0)] }
      #expect(along == along.sorted())
      for level in 0..<search.levelCount {
        #expect(search.levelSize(level) == table[source].count { $0 == level })
      }
      search.run(graph, from: source, limit: 2)
      #expect(
        search.distances.map { $0 < 0 ? nil : Int($0) }
          == table[source].map { $0.flatMap { $0 <= 2 ? $0 : nil } })
    }

    let both = distances(graph.symmetrized())
    let components = graph.connectedComponents()
    let strong = graph.stronglyConnectedComponents()
    for u in 0..<14 {
      for v in 0..<14 {
        #expect((components.labels[u] == components.labels[v]) == (both[u][v] != nil))
        let isMutual = table[u][v] != nil && table[v][u] != nil
        #expect((strong.labels[u] == strong.labels[v]) == isMutual)
        if table[u][v] != nil { #expect(strong.labels[u] >= strong.labels[v]) }
      }
    }
    #expect(components.sizes.reduce(0, +) == 14)
    for (label, vertices) in strong.members.enumerated() {
      #expect(Array(vertices) == (0..<14).filter { strong.labels[Int($0)] == UInt32(label) })
    }
  }

  @Test func componentsAreNumberedBySmallestVertex() throws {
    let graph = try Graph(vertexCount: 6, edges: [(1, 5), (0, 3)])
    let components = graph.connectedComponents()
    #expect(Array(components.labels) == [0, 1, 2, 0, 3, 1])
    #expect(components.sizes == [2, 2, 1, 1])
    #expect(components.count == 4 && components.largestSize == 2)
    #expect(try Graph(vertexCount: 0, edges: []).connectedComponents().largestSize == 0)
  }
}

@Suite struct PartitionTests {
  /// Parts too long are cut further; all items stay in order, each in one part.
  @Test(arguments: [1, 2, 7, 100]) func noPartIsLongerThanAsked(longest: Int) {
    // Few items with much work, many with none.
    let offsets = ContiguousArray((0...50).map { min($0, 5) * 1_000 })
    for parts in [1, 3, 8] {
      let plain = Partitions(balancing: offsets, parts: parts)
      let cut = Partitions(balancing: offsets, parts: parts, longest: longest)
      #expect((0..<cut.parts).allSatisfy { cut[$0].count <= longest })
      #expect((0..<cut.parts).flatMap { Array(cut[$0]) } == Array(0..<50))
      let plainStarts = Set((0..<plain.parts).map { plain[$0].lowerBound })
      #expect(plainStarts.isSubset(of: (0..<cut.parts).map { cut[$0].lowerBound }))
      if longest == 100 { #expect(cut.parts == plain.parts) }
    }
  }

  @Test(arguments: [0, 1, 5, 64, 1_000], [1, 7, 64]) func partsCoverEverythingInOrder(count: Int, parts: Int)
    throws
  {
    let graph = try ClassicGraphs.star(leaves: max(0, count - 1))
    for partitions in [Partitions(of: count, parts: parts), Partitions(balancing: graph, parts: parts)] {
      var end = 0
      for part in 0..<partitions.parts {
        #expect(partitions[part].lowerBound == end)
        end = partitions[part].upperBound
      }
      #expect(end == partitions.count)
      #expect(partitions.parts <= max(1, parts))
    }
  }

  @Test(arguments: [1, 2, 3, 8]) func resultsComeInOrder(threads: Int) throws {
    let execution = Execution(threads: threads)
    let ranges = try execution.map(Partitions(of: 1_000, parts: 50)) { $0 }
    #expect(ranges.flatMap { Array($0) } == Array(0..<1_000))
    var sum = 0.0
    try execution.reduce(Partitions(of: 1_000, parts: 50)) { range in
      range.reduce(0.0) { $0 + 1 / Double($1 + 1) }
    } merge: {
      sum = sum * 1.000_1 + $0
    }
    var serial = 0.0
    try Execution.serial.reduce(Partitions(of: 1_000, parts: 50)) { range in
      range.reduce(0.0) { $0 + 1 / Double($1 + 1) }
    } merge: {
      serial = serial * 1.000_1 + $0
    }
    #expect(sum == serial)
  }

  @Test func nothingToDoIsNothingDone() throws {
    #expect(try Execution.serial.map(Partitions(of: 0, parts: 8)) { $0.count }.isEmpty)
  }

  @Test(arguments: [1, 4]) func cancellation(threads: Int) throws {
    let execution = Execution(threads: threads, isCancelled: { true })
    let error = #expect(throws: GraphError.self) {
      try execution.map(Partitions(of: 10, parts: 10)) { $0.count }
    }
    #expect(error?.code == .cancelled)
  }
}
