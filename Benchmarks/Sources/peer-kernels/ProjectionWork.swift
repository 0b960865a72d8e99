import GraphCore
import GraphMeasures

extension Request {
  /// Taking the second mode away with Newman's weights, from the two-mode graph to the graph of the first mode.
  ///
  /// The values are the sums of the squared weights at each organisation: enough to tell two projections apart,
  /// which sums of weights are not, as these equal numbers of shared projects.
  func preparedProjection() throws -> PreparedWork {
    let file = try EdgeFile(path)
    let (graph, execution) = (try file.graph(execution), execution)
    let memberCount = file.smallestTarget
    return PreparedWork {
      let projected = try TwoModeProjection(graph, memberCount: memberCount).graph(execution: execution)
      return {
        Outcome(
          values: projected.mapWeights { $0 * $0 }.strengths(), vertexCount: projected.vertexCount,
          edgeCount: projected.edgeCount)
      }
    }
  }
}
