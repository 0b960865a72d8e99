import GraphCore

/// The vertices of each component, ascending, in one array.
struct ComponentRows {
  private let starts: ContiguousArray<Int>
  private let vertices: ContiguousArray<UInt32>

  var count: Int { starts.count - 1 }

  subscript(label: Int) -> ArraySlice<UInt32> { vertices[starts[label]..<starts[label + 1]] }

  init(_ components: ConnectedComponents) {
    var starts: ContiguousArray<Int> = [0]
    for size in components.sizes { starts.append(starts[starts.count - 1] + size) }
    var next = starts
    var vertices = ContiguousArray<UInt32>(repeating: 0, count: components.labels.count)
    for (vertex, label) in components.labels.enumerated() {
      vertices[next[Int(label)]] = UInt32(truncatingIfNeeded: vertex)
      next[Int(label)] += 1
    }
    self.starts = starts
    self.vertices = vertices
  }
}
