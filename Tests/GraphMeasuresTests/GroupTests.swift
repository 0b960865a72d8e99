import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

@Suite struct ParticipationTests {
  /// Two of three modules: bctpy's matrix of ones without its diagonal, modules 1, 1, 2.
  @Test(.tags(.knownAnswer)) func completeTriangle() throws {
    let values = try ClassicGraphs.complete(3).participation(groups: [1, 1, 2])
    #expect(agree(values, [0.5, 0.5, 0]))
  }

  /// bctpy counts the diagonal of its matrix of ones: three neighbors, two in one module, one in the other.
  @Test(.tags(.knownAnswer)) func threeNeighborsInTwoModules() throws {
    let values = try ClassicGraphs.star(leaves: 3).participation(groups: [9, 1, 1, 2])
    #expect(agree(values, [4.0 / 9, 0, 0, 0]))
  }

  @Test(.tags(.knownAnswer)) func karate() throws {
    let values = try KarateClub.graph().participation(groups: KarateClub.groups)
    #expect(
      agree([values[0], values[2], values[9], values[33]], [0.1172, 0.48, 0.5, 0.2907], absolute: 0.00005))
  }

  @Test func unknownGroupsAreLeftOut() throws {
    let graph = try ClassicGraphs.star(leaves: 4)
    #expect(graph.participation(groups: [nil, 1, 2, nil, nil]) == [0.5, nil, nil, nil, nil])
    #expect(graph.participation(groups: [Int.min, Int.max, -5, nil, 0])[0] == 1 - 3.0 / 9)
  }

  @Test func directedCountsArcsOut() throws {
    let graph = try Graph(vertexCount: 3, edges: [(0, 1), (0, 2)], direction: .directed)
    #expect(graph.participation(groups: [0, 1, 2]) == [0.5, nil, nil])
    #expect(graph.transposed().participation(groups: [0, 1, 2]) == [nil, 0, 0])
    #expect(graph.eiIndex(groups: [1, 1, 2]) == [0, nil, nil])
  }
}

@Suite struct EIIndexTests {
  @Test(.tags(.knownAnswer)) func extremes() throws {
    let graph = try ClassicGraphs.path(4)
    #expect(graph.eiIndex(groups: [1, 1, 2, 2]) == [-1, 0, 0, -1])
    #expect(graph.eiIndex(groups: [1, 2, 1, 2]) == [1, 1, 1, 1])
    #expect(graph.eiIndex(groups: [1, nil, 1, nil]) == [nil, nil, nil, nil])
  }

  /// Published for the whole club: 11 ties between the factions, 67 within them.
  @Test(.tags(.knownAnswer)) func karate() throws {
    let graph = try KarateClub.graph()
    let values = graph.eiIndex(groups: KarateClub.groups)
    let difference = (0..<34).reduce(0.0) { $0 + (values[$1] ?? 0) * Double(graph.degree(of: $1)) }
    #expect(abs(difference / Double(graph.arcCount) - (11 - 67) / 78.0) < 1e-12)
  }

  @Test func isolatesAreUndefined() throws {
    let graph = try Graph(vertexCount: 1, edges: [])
    #expect(graph.eiIndex(groups: [1]) == [nil])
    #expect(graph.participation(groups: [1]) == [nil])
  }
}

/// Zachary's karate club with the factions after the split.
///
/// W. W. Zachary, Journal of Anthropological Research 33 (1977) 452–473.
private enum KarateClub {
  static let groups: [Int?] = [
    0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  ]

  static func graph() throws -> Graph {
    let later: [[UInt32]] = [
      [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31], [2, 3, 7, 13, 17, 19, 21, 30],
      [3, 7, 8, 9, 13, 27, 28, 32], [7, 12, 13], [6, 10], [6, 10, 16], [16], [], [30, 32, 33], [33], [], [],
      [],
      [33], [32, 33], [32, 33], [], [], [32, 33], [33], [32, 33], [], [32, 33], [25, 27, 29, 32, 33],
      [25, 27, 31], [31], [29, 33], [33], [31, 33], [32, 33], [32, 33], [32, 33], [33], [],
    ]
    let edges = later.enumerated().flatMap { member, others in others.map { (UInt32(member), $0) } }
    return try Graph(vertexCount: 34, edges: edges)
  }
}
