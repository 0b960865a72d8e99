public import GraphCore

extension Graph {
  /// Returns the E-I index of every vertex: how far its ties leave its own group.
  ///
  /// With *E* neighbors in other groups and *I* in the vertex's own, neighbors of unknown group left out:
  ///
  ///     EI(v) = (E − I) / (E + I)
  ///
  /// −1 where all ties stay inside, 1 where all lead outside. Weights are ignored. In a directed graph neighbors
  /// are those that arcs run to; `transposed()` gives the others.
  ///
  /// - Parameter groups: The group of each vertex, any number; nil where it is unknown. One per vertex.
  /// - Returns: One value per vertex, in vertex order, dimensionless and in −1 ... 1; nil where a vertex's own
  ///   group is unknown or it has no neighbor of known group.
  /// - Precondition: As many groups as vertices.
  /// - Complexity: O(*n* + *m*) time, O(*n*) memory.
  ///
  /// Exact up to one rounding.
  ///
  /// Reference: D. Krackhardt, R. N. Stern, "Informal networks and organizational crises: an experimental
  /// simulation", Social Psychology Quarterly 51 (1988) 123–140, doi:10.2307/2786835.
  public func eiIndex(groups: [Int?]) -> [Double?] {
    precondition(groups.count == vertexCount, "as many groups as vertices are needed")
    return (0..<vertexCount).map { vertex in
      guard let own = groups[vertex] else { return nil }
      var outside = 0
      var inside = 0
      for neighbor in neighbors(of: vertex) {
        guard let group = groups[Int(neighbor)] else { continue }
        if group == own { inside += 1 } else { outside += 1 }
      }
      guard outside + inside > 0 else { return nil }
      return Double(outside - inside) / Double(outside + inside)
    }
  }
}
