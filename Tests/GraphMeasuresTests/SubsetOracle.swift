import EcographTestSupport
import GraphCore

/// The vertices that each vertex is tied to in either direction, as bits.
func tieMasks(_ graph: Graph) -> [Int] {
  var masks = [Int](repeating: 0, count: graph.vertexCount)
  for vertex in 0..<graph.vertexCount {
    for neighbor in graph.neighbors(of: vertex) {
      masks[vertex] |= 1 << Int(neighbor)
      masks[Int(neighbor)] |= 1 << vertex
    }
  }
  return masks
}

/// The vertices of a set of bits, ascending.
func members(_ set: Int) -> [Int] {
  var members: [Int] = []
  var left = set
  while left != 0 {
    members.append(left.trailingZeroBitCount)
    left &= left - 1
  }
  return members
}

/// Sets that have a property and lose it with any vertex more, in lexicographic order; the property is one
/// that all subsets share.
func maximalSets(vertices: Int, where holds: (Int) -> Bool) -> [[Int]] {
  let table = (0..<(1 << vertices)).map(holds)
  return table.indices.filter { set in
    set != 0 && table[set] && !members(table.count - 1 - set).contains { table[set | 1 << $0] }
  }
  .map(members).sorted { $0.lexicographicallyPrecedes($1) }
}

/// Whether every member is tied to all but `k` of a set, itself included.
func isPlex(_ set: Int, k: Int, _ ties: [Int]) -> Bool {
  let least = set.nonzeroBitCount - k
  var left = set
  while left != 0 {
    if (ties[left.trailingZeroBitCount] & set).nonzeroBitCount < least { return false }
    left &= left - 1
  }
  return true
}

/// What ties within a set lead to from a vertex of it, as bits.
func component(of vertex: Int, in set: Int, _ ties: [Int]) -> Int {
  var reached = 1 << vertex
  var last = reached
  while last != 0 {
    let next = members(last).reduce(0) { $0 | ties[$1] } & set & ~reached
    reached |= next
    last = next
  }
  return reached
}

/// Number of parts that a set falls into.
func componentCount(_ set: Int, _ ties: [Int]) -> Int {
  var left = set
  var count = 0
  while left != 0 {
    left &= ~component(of: left.trailingZeroBitCount, in: set, ties)
    count += 1
  }
  return count
}

/// Whether a set hangs together by ties within it; an empty one does.
func isConnected(_ set: Int, _ ties: [Int]) -> Bool {
  set == 0 || component(of: set.trailingZeroBitCount, in: set, ties) == set
}

/// All pairs of different numbers below `count`, the smaller first, in order.
func allPairs(of count: Int) -> [(Int, Int)] {
  (0..<count).flatMap { first in ((first + 1)..<max(first + 1, count)).map { (first, $0) } }
}
