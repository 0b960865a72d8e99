import EcographTestSupport
import Foundation
import GraphCore
import GraphMeasures
import Testing

/// Numbers of paths that no `Double` holds, beside whole numbers of any size.
@Suite struct GridTests {
  private struct Grid: Decodable {
    let side: Int
    let vertices: [Int]
    let dependencies: [Double]
  }

  /// The dependency of a corner on some vertices of a grid of 600 by 600.
  @Test func cornerDependencies() throws {
    let fixture = try JSONDecoder().decode(Grid.self, from: Fixture.data("grid"))
    #expect(fixture.vertices.count == 10)
    let grid = try ClassicGraphs.grid(fixture.side)
    let values = grid.pathDependencies(from: 0..<1, inward: grid)
    for (vertex, expected) in zip(fixture.vertices, fixture.dependencies) {
      #expect(areEqual(values[vertex], expected), "vertex \(vertex): \(values[vertex]) and not \(expected)")
    }
  }
}
