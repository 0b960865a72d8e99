import GraphCore

/// The vertices of a graph numbered by descending degree, those of one degree in their order.
struct DegreeNumbering: Sendable {
  /// The vertex of each number.
  let vertices: ContiguousArray<UInt32>
  /// The number of each vertex.
  let numbers: ContiguousArray<UInt32>

  /// Sorts by counting: O(*n* + largest degree).
  init(_ graph: Graph) {
    let n = graph.vertexCount
    let largest = (0..<n).reduce(0) { max($0, graph.degree(of: $1)) }
    var next = ContiguousArray(repeating: 0, count: largest + 2)
    for vertex in 0..<n { next[largest - graph.degree(of: vertex) + 1] += 1 }
    for rank in 0...largest { next[rank + 1] += next[rank] }
    var vertices = ContiguousArray<UInt32>(repeating: 0, count: n)
    var numbers = ContiguousArray<UInt32>(repeating: 0, count: n)
    for vertex in 0..<n {
      let rank = largest - graph.degree(of: vertex)
      let number = next[rank]
      next[rank] = number + 1
      vertices[number] = UInt32(truncatingIfNeeded: vertex)
      numbers[vertex] = UInt32(truncatingIfNeeded: number)
    }
    self.vertices = vertices
    self.numbers = numbers
  }
}
