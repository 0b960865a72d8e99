import GraphCore

/// The vertices of an undirected graph in an order in which each has few neighbors after it: no more than its
/// core number, at most the degeneracy of the graph.
///
/// The vertex of least remaining degree comes next. O(*n* + *m*) time, O(*n*) memory.
///
/// Reference: D. W. Matula, L. L. Beck, "Smallest-last ordering and clustering and graph coloring
/// algorithms", Journal of the ACM 30 (1983) 417–427, doi:10.1145/2402.322385.
struct DegeneracyOrder: Sendable {
  /// The vertex at each place.
  let vertices: ContiguousArray<UInt32>
  /// The place of each vertex.
  let places: ContiguousArray<UInt32>
  /// The core number of each vertex.
  let cores: ContiguousArray<UInt32>

  init(_ graph: Graph) {
    precondition(graph.direction == .undirected)
    let n = graph.vertexCount
    var degrees = ContiguousArray<UInt32>(repeating: 0, count: n)
    for vertex in 0..<n { degrees[vertex] = UInt32(truncatingIfNeeded: graph.degree(of: vertex)) }
    // Sorted by degree; `starts[d]` is the first place of those of degree d or more.
    var starts = ContiguousArray(repeating: 0, count: Int(degrees.max() ?? 0) + 2)
    for degree in degrees { starts[Int(degree) + 1] += 1 }
    for degree in 1..<starts.count { starts[degree] += starts[degree - 1] }
    var next = starts
    var vertices = ContiguousArray<UInt32>(repeating: 0, count: n)
    var places = ContiguousArray<UInt32>(repeating: 0, count: n)
    for vertex in 0..<n {
      let place = next[Int(degrees[vertex])]
      next[Int(degrees[vertex])] += 1
      vertices[place] = UInt32(truncatingIfNeeded: vertex)
      places[vertex] = UInt32(truncatingIfNeeded: place)
    }
    for place in 0..<n {
      let vertex = Int(vertices[place])
      for slot in graph.offsets[vertex]..<graph.offsets[vertex + 1] {
        let neighbor = Int(graph.targets[slot])
        let degree = Int(degrees[neighbor])
        guard degree > Int(degrees[vertex]) else { continue }
        // The neighbor changes places with the first of its degree, which then begins one later.
        let first = starts[degree]
        let other = vertices[first]
        let old = Int(places[neighbor])
        vertices[old] = other
        places[Int(other)] = UInt32(truncatingIfNeeded: old)
        vertices[first] = UInt32(truncatingIfNeeded: neighbor)
        places[neighbor] = UInt32(truncatingIfNeeded: first)
        starts[degree] = first + 1
        degrees[neighbor] -= 1
      }
    }
    self.vertices = vertices
    self.places = places
    cores = degrees
  }
}
