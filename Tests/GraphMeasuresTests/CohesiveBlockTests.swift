import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

@Suite(.tags(.oracle)) struct CohesiveBlockOracleTests {
  /// The fewest members without whom each set falls apart or a single one is left; 0 where it is apart already.
  private func connectivities(_ ties: [Int]) -> [Int] {
    let hangsTogether = (0..<(1 << ties.count)).map { isConnected($0, ties) }
    return hangsTogether.indices.map { set in
      var best = max(0, set.nonzeroBitCount - 1)
      // All subsets, the set itself and the empty one included.
      var gone = set
      while true {
        if !hangsTogether[set & ~gone], gone.nonzeroBitCount < best { best = gone.nonzeroBitCount }
        if gone == 0 { return best }
        gone = (gone - 1) & set
      }
    }
  }

  private func check(_ graph: Graph) throws {
    let n = graph.vertexCount
    let ties = tieMasks(graph)
    let cohesions = connectivities(ties)
    // No set around it is as cohesive.
    let blocks = cohesions.indices.filter { set in
      if cohesions[set] == 0 { return false }
      let others = cohesions.count - 1 - set
      var more = others
      while more != 0 {
        if cohesions[set | more] >= cohesions[set] { return false }
        more = (more - 1) & others
      }
      return true
    }
    let found = try graph.cohesiveBlocks()
    func name(_ part: String) -> String { "\(part) of cohesive blocks in \(graph.line)" }
    let sets = found.blocks.map { block in block.members.reduce(0) { $0 | 1 << $1 } }
    compare(exactly: sets.sorted(), blocks, name("members"))
    for (block, set) in zip(found.blocks, sets) {
      compare(exactly: block.cohesion, cohesions[set], name("cohesion"))
      let around = blocks.filter { $0 & set == set && $0 != set }
      let parent = around.max { cohesions[$0] < cohesions[$1] }
      compare(exactly: block.parent.map { sets[$0] }, parent, name("parents"))
    }
    let embeddedness = (0..<n).map { vertex in
      blocks.filter { $0 & (1 << vertex) != 0 }.map { cohesions[$0] }.max() ?? 0
    }
    compare(exactly: found.embeddedness, embeddedness, name("embeddedness"))
    compare(exactly: found.largestCohesion, embeddedness.max() ?? 0, name("largest cohesion"))
  }

  @Test(arguments: SmallGraphSet.unweighted) func asDefined(on set: SmallGraphSet) throws {
    for graph in set.graphs { try check(graph) }
  }
}

@Suite(.tags(.knownAnswer)) struct CohesiveBlockTests {
  /// Figure 2 of Moody and White 2003; igraph 1.0.0 `cohesive_blocks` gives the same.
  @Test func moodyAndWhite() throws {
    let later: [Int: [Int]] = [
      1: [2, 3, 4, 5, 6], 2: [3, 4, 5, 7], 3: [4, 6, 7], 4: [5, 6, 7], 5: [6, 7, 21], 6: [7],
      7: [8, 11, 14, 19], 8: [9, 11, 14], 9: [10], 10: [12, 13], 11: [12, 14], 12: [16], 13: [16], 14: [15],
      15: [16], 17: [18, 19, 20], 18: [20, 21], 19: [20, 22, 23], 20: [21], 21: [22, 23], 22: [23],
    ]
    let edges = later.flatMap { one, others in others.map { (UInt32(one - 1), UInt32($0 - 1)) } }
    let found = try Graph(vertexCount: 23, edges: edges).cohesiveBlocks()
    let blocks = found.blocks.map { ($0.cohesion, $0.members.map { $0 + 1 }) }
      .sorted { ($0.0, $0.1.count) < ($1.0, $1.1.count) }
    #expect(blocks.map(\.0) == [1, 2, 2, 3, 5])
    #expect(
      blocks.map(\.1) == [
        Array(1...23), [7, 8, 9, 10, 11, 12, 13, 14, 15, 16], Array(1...7) + Array(17...23), [7, 8, 11, 14],
        Array(1...7),
      ])
    let two = Array(repeating: 2, count: 16)
    #expect(found.embeddedness.prefix(7).allSatisfy { $0 == 5 })
    #expect(found.embeddedness[7] == 3 && found.embeddedness[10] == 3 && found.embeddedness[13] == 3)
    #expect(found.embeddedness.dropFirst(7).filter { $0 == 2 }.count == two.count - 3)
  }

  /// NetworkX 3.6.1 `k_components`.
  @Test func karate() throws {
    let found = try ClassicGraphs.karateClub().cohesiveBlocks()
    let blocks = found.blocks.map { [$0.cohesion] + $0.members }.sorted { $0.lexicographicallyPrecedes($1) }
    #expect(
      blocks == [
        [1] + Array(0..<34),
        [
          2, 0, 1, 2, 3, 7, 8, 9, 12, 13, 14, 15, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
          32, 33,
        ],
        [2, 0, 4, 5, 6, 10, 16],
        [3, 0, 1, 2, 3, 7, 8, 13, 19, 23, 24, 25, 27, 28, 29, 30, 31, 32, 33],
        [3, 0, 4, 5, 6, 10],
        [4, 0, 1, 2, 3, 7, 8, 13, 30, 32, 33],
      ])
    #expect(found.largestCohesion == 4)
  }

  @Test func simpleGraphs() throws {
    #expect(try ClassicGraphs.complete(12).cohesiveBlocks().embeddedness == Array(repeating: 11, count: 12))
    #expect(try ClassicGraphs.cycle(9).cohesiveBlocks().embeddedness == Array(repeating: 2, count: 9))
    #expect(try ClassicGraphs.path(4).cohesiveBlocks().embeddedness == [1, 1, 1, 1])
    #expect(try Graph(vertexCount: 3, edges: [(0, 2)]).cohesiveBlocks().embeddedness == [1, 0, 1])
    #expect(try Graph(vertexCount: 0, edges: []).cohesiveBlocks().blocks.isEmpty)
    #expect(try Graph(vertexCount: 1, edges: []).cohesiveBlocks().embeddedness == [0])
    // A grid of three by three and more: corners have two neighbors, and nothing within is tied more closely.
    let grid = try ClassicGraphs.grid(12).cohesiveBlocks()
    #expect(grid.blocks.count == 1 && grid.blocks[0].cohesion == 2)
    // Each vertex of the hypercube has four neighbors.
    let cube = (0..<16).flatMap { u in (0..<4).map { (UInt32(u), UInt32(u ^ (1 << $0))) } }
    #expect(try Graph(vertexCount: 16, edges: cube).cohesiveBlocks().blocks.map(\.cohesion) == [4])
  }

  @Test func budget() throws {
    var generator = SeededGenerator(seed: 5)
    let graph = try randomGraph(vertices: 100, edges: 400, using: &generator)
    let short = #expect(throws: GraphError.self) {
      try graph.cohesiveBlocks(budget: SearchBudget(steps: 100))
    }
    #expect(short?.code == .budgetExhausted)
    let stopped = #expect(throws: GraphError.self) {
      try graph.cohesiveBlocks(execution: Execution(threads: 1, isCancelled: { true }))
    }
    #expect(stopped?.code == .cancelled)
  }
}
