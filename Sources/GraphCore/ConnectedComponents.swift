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
  /// Vertices are joined into trees, each rooted in its smallest vertex, at first along one or two arcs of each
  /// vertex. In an undirected graph the rest is done for those outside the tree that has grown largest by then:
  /// an edge between it and another is seen from the other end.
  ///
  /// - Complexity: O(*n* + *m*·log *n*) time at worst, as a rule a few steps a vertex where undirected and an
  ///   arc where directed; O(*n*) memory.
  ///
  /// Reference: M. Sutton, T. Ben-Nun, A. Barak, "Optimizing parallel graph connectivity computation via subgraph
  /// sampling", 2018 IEEE International Parallel and Distributed Processing Symposium; on one thread.
  public func connectedComponents() -> ConnectedComponents {
    let n = vertexCount
    var parents = ContiguousArray((0..<n).lazy.map { UInt32(truncatingIfNeeded: $0) })
    for place in 0..<sampledArcs {
      joinAtArc(place, offsets: offsets.span, targets: targets.span, parents: parents.mutableSpan)
    }
    flatten(parents.mutableSpan)
    let largest = direction == .undirected ? likelyLargest(parents.span) : nil
    joinRest(offsets: offsets.span, targets: targets.span, parents: parents.mutableSpan, skipping: largest)
    flatten(parents.mutableSpan)

    // A root comes before all others of its tree, so its label is known when theirs are asked for.
    var labels = parents
    var sizes: [Int] = []
    for vertex in 0..<n {
      let root = Int(parents[vertex])
      if root == vertex {
        labels[vertex] = UInt32(truncatingIfNeeded: sizes.count)
        sizes.append(1)
      } else {
        labels[vertex] = labels[root]
        sizes[Int(labels[root])] += 1
      }
    }
    return ConnectedComponents(labels: labels, sizes: sizes)
  }
}

/// Arcs of each vertex followed before looking for the largest tree.
private let sampledArcs = 2

/// Makes two vertices have one root, the smaller of their roots.
///
/// A vertex's parent is never larger than the vertex. Parents and vertices are below the number of vertices.
@inline(__always)
private func join(_ one: UInt32, _ other: UInt32, _ parents: inout MutableSpan<UInt32>) {
  var left = unsafe parents[unchecked: Int(one)]
  var right = unsafe parents[unchecked: Int(other)]
  while left != right {
    let high = max(left, right)
    let above = unsafe parents[unchecked: Int(high)]
    if above == high {
      unsafe parents[unchecked: Int(high)] = min(left, right)
      return
    }
    // Half the way up from the larger; the other side stays as good as it is.
    let next = unsafe parents[unchecked: Int(above)]
    unsafe parents[unchecked: Int(high)] = next
    if left > right { left = next } else { right = next }
  }
}

/// Joins each vertex with its neighbor in one place of its row.
private func joinAtArc(
  _ place: Int, offsets: Span<Int>, targets: Span<UInt32>, parents: consuming MutableSpan<UInt32>
) {
  precondition(parents.count == offsets.count - 1)
  for vertex in 0..<parents.count where offsets[vertex] + place < offsets[vertex + 1] {
    join(UInt32(truncatingIfNeeded: vertex), targets[offsets[vertex] + place], &parents)
  }
}

/// Joins vertices with their remaining neighbors, but for vertices under a given root.
private func joinRest(
  offsets: Span<Int>, targets: Span<UInt32>, parents: consuming MutableSpan<UInt32>, skipping root: UInt32?
) {
  precondition(parents.count == offsets.count - 1)
  for vertex in 0..<parents.count where parents[vertex] != root {
    let slots = offsets[vertex]..<offsets[vertex + 1]
    for slot in slots.dropFirst(sampledArcs) {
      join(UInt32(truncatingIfNeeded: vertex), targets[slot], &parents)
    }
  }
}

/// Hangs each vertex on its root.
///
/// Parents come first, so theirs have been found already.
private func flatten(_ parents: consuming MutableSpan<UInt32>) {
  for vertex in 0..<parents.count { parents[vertex] = parents[Int(parents[vertex])] }
}

/// The root that most of some vertices have, evenly spread; nil where there are none.
///
/// Any answer leads to the same components, a good one sooner.
private func likelyLargest(_ roots: Span<UInt32>) -> UInt32? {
  let samples = min(1_024, roots.count)
  var counts: [UInt32: Int] = [:]
  var best: (root: UInt32, count: Int)?
  for sample in 0..<samples {
    let root = roots[roots.count * sample / samples]
    let count = counts[root, default: 0] + 1
    counts[root] = count
    if count > best?.count ?? 0 { best = (root, count) }
  }
  return best?.root
}
