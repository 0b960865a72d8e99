import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// A scenario's measures are those of the graph as it is after each change.
struct ScenarioTests {
  private func expectUpToDate(_ scenario: Scenario) throws {
    let graph = scenario.graph()
    #expect(scenario.vertexCount == graph.vertexCount)
    #expect(scenario.edgeCount == graph.edgeCount)
    #expect(scenario.triangleCounts == (try graph.triangleCounts()))
    #expect(scenario.clusteringCoefficients == (try graph.clusteringCoefficients()))
    #expect(scenario.coreNumbers == graph.coreNumbers())
    let components = graph.connectedComponents()
    #expect(scenario.connectedComponents?.labels == components.labels)
    #expect(scenario.connectedComponents?.sizes == components.sizes)
    let vertices = 0..<graph.vertexCount
    #expect(vertices.map { scenario.degree(of: $0) } == graph.degrees())
    #expect(agree(vertices.map { scenario.strength(of: $0) }, graph.strengths()))
    #expect(agree(vertices.map { scenario.constraint(of: $0) }, try graph.constraint()))
    #expect(agree(vertices.map { scenario.effectiveSize(of: $0) }, try graph.effectiveSize()))
  }

  @Test func everyTieOfEverySmallGraphComesAndGoes() throws {
    for vertices in 2...5 {
      for graph in allGraphs(vertices: vertices) {
        for u in 0..<vertices {
          for v in (u + 1)..<max(u + 1, vertices) {
            var scenario = try Scenario(graph)
            if scenario.hasTie(u, v) { try scenario.remove(u, v) } else { try scenario.add(v, u) }
            try expectUpToDate(scenario)
          }
        }
      }
    }
  }

  @Test(arguments: [(8, 10), (20, 30), (40, 200), (60, 40)])
  func longRunsOfRandomChanges(size: (vertices: Int, edges: Int)) throws {
    var generator = SeededGenerator(seed: UInt64(size.vertices))
    let weights = [1.0, 2, 0.5, 0]
    let start = try randomGraph(
      vertices: size.vertices, edges: size.edges, weights: weights, using: &generator)
    var scenario = try Scenario(start)
    for step in 0..<120 {
      let u = Int.random(in: 0..<scenario.vertexCount, using: &generator)
      let v = Int.random(in: 0..<scenario.vertexCount, using: &generator)
      if step % 40 == 39 {
        try scenario.removeTies(of: u)
        #expect(scenario.degree(of: u) == 0)
      } else if step % 25 == 24 {
        let added = scenario.addVertex()
        try scenario.add(added, u, weight: 2)
      } else if u == v {
        continue
      } else if scenario.hasTie(u, v) {
        try scenario.remove(u, v)
      } else {
        try scenario.add(u, v, weight: weights.randomElement(using: &generator) ?? 1)
      }
      try expectUpToDate(scenario)
    }
  }

  @Test func aDirectedGraphIsReadBothWays() throws {
    let graph = try Graph(vertexCount: 4, edges: [(0, 1), (1, 0), (1, 2), (2, 3)], direction: .directed)
    var scenario = try Scenario(graph)
    #expect(scenario.edgeCount == 3)
    #expect(scenario.strength(of: 0) == 2)
    try scenario.add(3, 0)
    try expectUpToDate(scenario)
  }

  @Test func copiesChangeApart() throws {
    let start = try Scenario(Graph(vertexCount: 3, edges: [(0, 1), (1, 2)]))
    var closed = start
    try closed.add(0, 2)
    #expect(closed.triangleCounts == [1, 1, 1])
    #expect(start.triangleCounts == [0, 0, 0])
    #expect(start.graph().edgeCount == 2)
  }

  @Test func onlyWhatIsAskedForIsFollowed() throws {
    var scenario = try Scenario(Graph(vertexCount: 3, edges: [(0, 1)]), following: [.components])
    try scenario.add(1, 2)
    #expect(scenario.triangleCounts == nil && scenario.coreNumbers == nil)
    #expect(scenario.connectedComponents?.count == 1)
  }

  @Test func impossibleChangesAreRefusedAndChangeNothing() throws {
    var scenario = try Scenario(Graph(vertexCount: 3, edges: [(0, 1)]))
    #expect(throws: GraphError.self) { try scenario.add(0, 1) }
    #expect(throws: GraphError.self) { try scenario.add(1, 1) }
    #expect(throws: GraphError.self) { try scenario.add(0, 3) }
    #expect(throws: GraphError.self) { try scenario.add(-1, 2) }
    #expect(throws: GraphError.self) { try scenario.add(0, 2, weight: .nan) }
    #expect(throws: GraphError.self) { try scenario.add(0, 2, weight: -1) }
    #expect(throws: GraphError.self) { try scenario.remove(0, 2) }
    #expect(throws: GraphError.self) { try scenario.removeTies(of: 7) }
    #expect(scenario.edgeCount == 1)
    try expectUpToDate(scenario)
  }

  @Test func emptyGraph() throws {
    var scenario = try Scenario(Graph(vertexCount: 0, edges: []))
    let first = scenario.addVertex()
    let second = scenario.addVertex()
    try scenario.add(first, second)
    try expectUpToDate(scenario)
  }
}
