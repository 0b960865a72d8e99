/// A division of the vertices of a graph into communities.
public struct Communities: Sendable, Equatable {
  /// The community of each vertex, in vertex order.
  ///
  /// Communities are numbered from 0 by descending size, those of equal size by their smallest vertex.
  public let labels: [Int]
  /// Number of vertices in each community, descending.
  public let sizes: [Int]
  /// The quality that was maximized; nil where it is undefined: modularity without ties.
  public let quality: Double?
  /// Iterations of the search that found it.
  public let iterations: Int
  /// Whether the last iteration found nothing to improve, rather than being the last that was allowed.
  public let hasSettled: Bool

  /// Number of communities.
  public var count: Int { sizes.count }
}

/// Communities numbered by descending size, those of equal size by their smallest vertex.
func numberedBySize(_ labels: ContiguousArray<Int>) -> (labels: [Int], sizes: [Int]) {
  var sizes = ContiguousArray(repeating: 0, count: (labels.max() ?? -1) + 1)
  var smallest = ContiguousArray(repeating: Int.max, count: sizes.count)
  for (vertex, label) in labels.enumerated() {
    sizes[label] += 1
    if smallest[label] == .max { smallest[label] = vertex }
  }
  let order = sizes.indices.filter { sizes[$0] > 0 }.sorted {
    (sizes[$1], smallest[$0]) < (sizes[$0], smallest[$1])
  }
  var numbers = ContiguousArray(repeating: 0, count: sizes.count)
  for (number, label) in order.enumerated() { numbers[label] = number }
  return (labels.map { numbers[$0] }, order.map { sizes[$0] })
}
