/// The connected components of a graph.
public struct ConnectedComponents: Sendable {
  /// The component of each vertex, numbered by its smallest vertex: vertex 0 is in component 0.
  public let labels: ContiguousArray<UInt32>
  /// Number of vertices in each component.
  public let sizes: [Int]

  /// Trusts that labels are numbered by their smallest vertices.
  package init(labels: ContiguousArray<UInt32>, sizes: [Int]) {
    self.labels = labels
    self.sizes = sizes
  }

  /// Number of components.
  public var count: Int { sizes.count }
  /// Vertices in the largest component, 0 in an empty graph.
  public var largestSize: Int { sizes.max() ?? 0 }
}

extension Graph {
  /// Returns the connected components; those of the underlying undirected graph where it is directed.
  ///
  /// - Complexity: O(*n* + *m*) time, O(*n*) memory.
  public func connectedComponents() -> ConnectedComponents {
    let n = vertexCount
    let unseen = UInt32.max
    let reverse = direction == .directed ? transposed() : nil
    var labels = ContiguousArray(repeating: unseen, count: n)
    var sizes: [Int] = []
    var stack: ContiguousArray<UInt32> = []
    for start in 0..<n where labels[start] == unseen {
      let label = UInt32(truncatingIfNeeded: sizes.count)
      var size = 0
      labels[start] = label
      stack.append(UInt32(truncatingIfNeeded: start))
      while let vertex = stack.popLast() {
        size += 1
        for neighbor in neighbors(of: Int(vertex)) where labels[Int(neighbor)] == unseen {
          labels[Int(neighbor)] = label
          stack.append(neighbor)
        }
        if let reverse {
          for neighbor in reverse.neighbors(of: Int(vertex)) where labels[Int(neighbor)] == unseen {
            labels[Int(neighbor)] = label
            stack.append(neighbor)
          }
        }
      }
      sizes.append(size)
    }
    return ConnectedComponents(labels: labels, sizes: sizes)
  }
}
