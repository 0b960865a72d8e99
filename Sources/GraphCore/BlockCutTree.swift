/// The blocks of an undirected graph, and the vertices at which they hang together.
///
/// A block is a largest set of vertices that stays connected whichever single vertex is taken away; two tied
/// vertices that no cycle joins are a block too. Two blocks share at most one vertex, and such vertices are those
/// whose loss would split a component. So blocks and shared vertices form a tree in each component.
///
/// A depth-first search comes to each block first at its *head*. Every other vertex of the block has it as its
/// *home*: every vertex has one home, but for the roots of the search and isolates, which have none. An edge lies
/// in the home of that of its ends which the search reached later.
///
/// - Complexity: O(*n* + *m*) time, O(*n*) memory. The search keeps its own stack, so long paths do no harm.
///
/// Reference: J. Hopcroft, R. Tarjan, "Algorithm 447: efficient algorithms for graph manipulation",
/// Communications of the ACM 16 (1973) 372–378, doi:10.1145/362248.362272.
package struct BlockCutTree: Sendable {
  /// Vertices in the order in which the search, from each component's smallest vertex, reached them.
  package let order: ContiguousArray<UInt32>
  /// The place of each vertex in `order`.
  package let places: ContiguousArray<UInt32>
  /// The home of each vertex; ``none`` for roots.
  package let homes: ContiguousArray<UInt32>
  /// The head of each block.
  package let heads: ContiguousArray<UInt32>

  /// Stands for a block that is not there.
  package static let none = UInt32.max

  /// Finds the blocks of an undirected graph.
  package init(_ graph: Graph) {
    precondition(graph.direction == .undirected)
    var search = BlockSearch(vertexCount: graph.vertexCount)
    search.run(graph.offsets.span, graph.targets.span)
    order = search.order
    places = search.places
    homes = search.homes
    heads = search.heads
  }

  /// Number of blocks.
  package var blockCount: Int { heads.count }
}

/// Depth-first search from each component's smallest vertex.
///
/// `lows` is the first place that a vertex or those below it in the search tree are tied to. The search closes
/// a block when it leaves a vertex whose low is not above its parent: the parent is the block's head, and its
/// other vertices are those reached since that have no home yet.
private struct BlockSearch {
  var order: ContiguousArray<UInt32> = []
  var places: ContiguousArray<UInt32>
  var homes: ContiguousArray<UInt32>
  var heads: ContiguousArray<UInt32> = []

  init(vertexCount n: Int) {
    places = ContiguousArray(repeating: .max, count: n)
    homes = ContiguousArray(repeating: BlockCutTree.none, count: n)
    order.reserveCapacity(n)
  }

  mutating func run(_ offsets: Span<Int>, _ targets: Span<UInt32>) {
    let n = offsets.count - 1
    var lows = ContiguousArray<UInt32>(repeating: 0, count: n)
    var parents = ContiguousArray<UInt32>(repeating: .max, count: n)
    var next = ContiguousArray<Int>(repeating: 0, count: n)
    var homeless: ContiguousArray<UInt32> = []
    for root in 0..<n where places[root] == .max {
      var vertex = root
      reach(root, &lows)
      next[root] = offsets[root]
      while true {
        if next[vertex] < offsets[vertex + 1] {
          let target = targets[next[vertex]]
          let neighbor = Int(target)
          next[vertex] += 1
          if places[neighbor] == .max {
            parents[neighbor] = UInt32(truncatingIfNeeded: vertex)
            reach(neighbor, &lows)
            next[neighbor] = offsets[neighbor]
            homeless.append(target)
            vertex = neighbor
          } else if target != parents[vertex] {
            lows[vertex] = min(lows[vertex], places[neighbor])
          }
        } else {
          if vertex == root { break }
          let parent = Int(parents[vertex])
          if lows[vertex] >= places[parent] {
            close(vertex, head: parents[vertex], &homeless)
          } else {
            lows[parent] = min(lows[parent], lows[vertex])
          }
          vertex = parent
        }
      }
    }
  }

  private mutating func reach(_ vertex: Int, _ lows: inout ContiguousArray<UInt32>) {
    let place = UInt32(truncatingIfNeeded: order.count)
    places[vertex] = place
    lows[vertex] = place
    order.append(UInt32(truncatingIfNeeded: vertex))
  }

  private mutating func close(_ vertex: Int, head: UInt32, _ homeless: inout ContiguousArray<UInt32>) {
    let block = UInt32(truncatingIfNeeded: heads.count)
    heads.append(head)
    while let member = homeless.popLast() {
      homes[Int(member)] = block
      if Int(member) == vertex { break }
    }
  }
}
