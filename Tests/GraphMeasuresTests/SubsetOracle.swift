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
  (0..<Int.bitWidth).filter { set & (1 << $0) != 0 }
}

/// Sets that have a property and lose it with any vertex more, in lexicographic order; the property is one
/// that all subsets share.
func maximalSets(vertices: Int, where holds: (Int) -> Bool) -> [[Int]] {
  let table = (0..<(1 << vertices)).map(holds)
  return table.indices.filter { set in
    set != 0 && table[set] && !(0..<vertices).contains { set & (1 << $0) == 0 && table[set | 1 << $0] }
  }
  .map(members).sorted { $0.lexicographicallyPrecedes($1) }
}

/// Whether every member is tied to all but `k` of a set, itself included.
func isPlex(_ set: Int, k: Int, _ ties: [Int]) -> Bool {
  let least = set.nonzeroBitCount - k
  return ties.indices.allSatisfy { set & (1 << $0) == 0 || (ties[$0] & set).nonzeroBitCount >= least }
}

/// Whether a set hangs together by ties within it; an empty one does.
func isConnected(_ set: Int, _ ties: [Int]) -> Bool {
  var reached = set & (0 &- set)
  while true {
    let next = members(reached).reduce(reached) { $0 | (ties[$1] & set) }
    if next == reached { return reached == set }
    reached = next
  }
}

/// All pairs of different numbers below `count`, the smaller first, in order.
func allPairs(of count: Int) -> [(Int, Int)] {
  (0..<count).flatMap { first in ((first + 1)..<max(first + 1, count)).map { (first, $0) } }
}
