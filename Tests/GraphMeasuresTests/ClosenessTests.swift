import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

@Suite struct ClosenessTests {
  @Test(.tags(.knownAnswer)) func kite() throws {
    let values = try ClassicGraphs.kite().closeness()
    let published = [0.529, 0.529, 0.500, 0.600, 0.500, 0.643, 0.643, 0.600, 0.429, 0.310]
    #expect(agree(values, published, absolute: 0.0005))
  }

  @Test(.tags(.knownAnswer)) func florentineMarriages() throws {
    let values = try ClassicGraphs.florentineMarriages().closeness()
    #expect(abs(values[1] - 0.560) <= 0.0005)
    #expect(abs(values[6] - 0.500) <= 0.0005)
    #expect(abs(values[8] - 0.483) <= 0.0005)
    #expect(abs(values[7] - 0.483) <= 0.0005)
    #expect(abs(values[12] - 0.467) <= 0.0005)
    #expect(abs(values[10] - 0.286) <= 0.0005)
  }

  /// Two-mode closeness divides by what is possible: one step to the other mode, two within one's own.
  @Test(.tags(.knownAnswer)) func southernWomen() throws {
    let values = try ClassicGraphs.southernWomen().closeness()
    let published = [
      (0, 0.80), (1, 0.73), (2, 0.80), (3, 0.73), (4, 0.60), (5, 0.67), (13, 0.80), (15, 0.65), (16, 0.59),
    ]
    for (woman, value) in published {
      // The values were published as (14 + 2·17)/Σd, ours is 31/Σd.
      #expect(abs(values[woman] / 31 * 48 - value) <= 0.005)
    }
    for (event, value) in [(25, 0.85), (26, 0.79), (24, 0.73), (18, 0.52)] {
      #expect(abs(values[event] / 31 * (18 + 2 * 13) - value) <= 0.005)
    }
  }

  /// Distances count towards the vertex: 0 → 1 → 2 ends at 2.
  @Test(.tags(.knownAnswer)) func directedPath() throws {
    let graph = try Graph(vertexCount: 3, edges: [(0, 1), (1, 2)], direction: .directed)
    #expect(agree(try graph.closeness(), [0, 0.5, 2.0 / 3]))
    #expect(agree(try graph.transposed().closeness(), [2.0 / 3, 0.5, 0]))
    #expect(try graph.harmonicCentrality() == [0, 1, 1.5])
  }

  /// Wasserman and Faust: a pair among four vertices reaches a third of the others at distance 1.
  @Test(.tags(.knownAnswer)) func disconnected() throws {
    let graph = try Graph(vertexCount: 4, edges: [(0, 1)])
    #expect(agree(try graph.closeness(), [1.0 / 3, 1.0 / 3, 0, 0]))
  }

  @Test(arguments: [0, 1]) func tinyGraphs(count: Int) throws {
    let graph = try Graph(vertexCount: count, edges: [])
    #expect(try graph.closeness() == Array(repeating: 0, count: count))
    #expect(try graph.harmonicCentrality() == Array(repeating: 0, count: count))
  }
}

@Suite struct HarmonicCentralityTests {
  @Test(.tags(.knownAnswer)) func kite() throws {
    let values = try ClassicGraphs.kite().harmonicCentrality()
    let expected = [6.0833, 6.0833, 5.5833, 7.0833, 5.5833, 6.8333, 6.8333, 6, 4.6667, 3.4167]
    #expect(agree(values, expected, absolute: 0.00005))
  }

  @Test(.tags(.knownAnswer)) func star() throws {
    let values = try ClassicGraphs.star(leaves: 5).harmonicCentrality()
    #expect(values == [5, 3, 3, 3, 3, 3])
  }

  @Test(.tags(.knownAnswer)) func lengths() throws {
    var edges = EdgeList()
    edges.append(from: 0, to: 1, weight: 2)
    edges.append(from: 1, to: 2, weight: 2)
    let graph = try Multigraph(vertexCount: 3, edges: edges, direction: .undirected).reduced(.once)
    #expect(try graph.harmonicCentrality(PathOptions(lengths: .weights)) == [0.75, 1, 0.75])
    #expect(try graph.closeness(PathOptions(lengths: .weights))[1] == 0.5)
  }
}
