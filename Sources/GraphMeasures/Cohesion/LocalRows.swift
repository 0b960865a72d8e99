import GraphCore

/// Which of a few vertices, the inner ones, each of them and some others are tied to: rows of bits.
///
/// Vertices are places in a degeneracy order.
struct LocalRows {
  /// The rows of the inner vertices by number, then those of the outer ones.
  private(set) var rows: ContiguousArray<UInt64> = []
  /// Words in a row.
  private(set) var width = 0
  /// The number of each inner vertex; `.max` for all others.
  private var numbers: ContiguousArray<UInt32>
  private var inner: ContiguousArray<UInt32> = []

  init(vertexCount: Int) {
    numbers = ContiguousArray(repeating: .max, count: vertexCount)
  }

  /// The inner vertex of a number.
  func vertex(_ number: Int) -> Int { Int(inner[number]) }

  /// Makes the rows anew.
  ///
  /// - Parameters:
  ///   - inside: Inner vertices, ascending.
  ///   - outside: Outer vertices, each before all inner ones.
  /// - Complexity: The later neighbors of all of them.
  mutating func fill(
    _ ordered: LaterNeighbors, inside: some Collection<UInt32>, outside: some Collection<UInt32>
  ) {
    inner.removeAll(keepingCapacity: true)
    inner.append(contentsOf: inside)
    width = (inner.count + 63) >> 6
    let words = (inner.count + outside.count) * width
    if rows.count < words { rows = ContiguousArray(repeating: 0, count: words + words / 2) }
    for word in 0..<words { rows[word] = 0 }
    for (number, vertex) in inner.enumerated() { numbers[Int(vertex)] = UInt32(truncatingIfNeeded: number) }
    if width > 0 {
      for (number, vertex) in inner.enumerated() {
        for neighbor in ordered.later(Int(vertex)) {
          let other = numbers[Int(neighbor)]
          if other == .max { continue }
          set(number, Int(other))
          set(Int(other), number)
        }
      }
      for (place, vertex) in outside.enumerated() {
        for neighbor in ordered.later(Int(vertex)) {
          let other = numbers[Int(neighbor)]
          if other != .max { set(inner.count + place, Int(other)) }
        }
      }
    }
    for vertex in inner { numbers[Int(vertex)] = .max }
  }

  @inline(__always) private mutating func set(_ row: Int, _ bit: Int) {
    rows[row * width + bit >> 6] |= 1 << UInt64(bit & 63)
  }
}
