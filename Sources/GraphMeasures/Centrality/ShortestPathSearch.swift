import GraphCore

/// Dijkstra's search and its scratch, reused from one source to the next.
struct ShortestPathSearch: ~Copyable {
  /// Distance from the last source; infinite where it was not reached.
  private(set) var distances: ContiguousArray<Double>
  /// The first `reachedCount` are the vertices reached, the source first, in order of distance.
  private(set) var order: ContiguousArray<UInt32>
  /// Place of each reached vertex in `order`; during the search its place in the heap.
  private(set) var places: ContiguousArray<UInt32>
  /// Number of vertices reached, the source included.
  private(set) var reachedCount = 0
  /// A binary heap of vertices by distance; children of `i` are `2i + 1` and `2i + 2`.
  private var heap: ContiguousArray<UInt32>

  init(vertexCount n: Int) {
    distances = ContiguousArray(repeating: .infinity, count: n)
    order = ContiguousArray(repeating: 0, count: n)
    places = ContiguousArray(repeating: 0, count: n)
    heap = ContiguousArray(repeating: 0, count: n)
  }

  /// Searches from `source` along arcs of the given positive lengths.
  mutating func run(_ graph: Graph, lengths: ContiguousArray<Double>, from source: Int) {
    for place in 0..<reachedCount { distances[Int(order[place])] = .infinity }
    reachedCount = settle(
      graph.offsets.span, graph.targets.span, lengths.span, from: source, &distances, &order, &places, &heap)
  }
}

/// Settles vertices in order of distance and returns how many were reached.
private func settle(
  _ offsets: Span<Int>, _ targets: Span<UInt32>, _ lengths: Span<Double>, from source: Int,
  _ distances: inout ContiguousArray<Double>, _ order: inout ContiguousArray<UInt32>,
  _ places: inout ContiguousArray<UInt32>, _ heap: inout ContiguousArray<UInt32>
) -> Int {
  var distances = distances.mutableSpan
  var order = order.mutableSpan
  var places = places.mutableSpan
  var heap = heap.mutableSpan

  distances[source] = 0
  places[source] = 0
  heap[0] = UInt32(truncatingIfNeeded: source)
  var heapCount = 1
  var settled = 0
  while heapCount > 0 {
    let vertex = heap[0]
    heapCount -= 1
    if heapCount > 0 {
      siftDown(heap[heapCount], &heap, &places, count: heapCount, distances.span)
    }
    let v = Int(vertex)
    order[settled] = vertex
    places[v] = UInt32(truncatingIfNeeded: settled)
    settled += 1
    let distance = distances[v]
    for slot in offsets[v]..<offsets[v + 1] {
      let target = targets[slot]
      let w = Int(target)
      let candidate = distance + lengths[slot]
      let known = distances[w]
      // A settled vertex is never farther than `distance`, so this leaves it alone.
      if candidate < known {
        distances[w] = candidate
        if known == .infinity {
          heapCount += 1
          siftUp(target, from: heapCount - 1, &heap, &places, distances.span)
        } else {
          siftUp(target, from: Int(places[w]), &heap, &places, distances.span)
        }
      }
    }
  }
  return settled
}

/// Puts a vertex at place `start` of the heap or above, where its distance belongs.
private func siftUp(
  _ vertex: UInt32, from start: Int, _ heap: inout MutableSpan<UInt32>,
  _ places: inout MutableSpan<UInt32>, _ distances: Span<Double>
) {
  let distance = distances[Int(vertex)]
  var place = start
  while place > 0 {
    let parent = (place - 1) / 2
    let other = heap[parent]
    if distances[Int(other)] <= distance { break }
    heap[place] = other
    places[Int(other)] = UInt32(truncatingIfNeeded: place)
    place = parent
  }
  heap[place] = vertex
  places[Int(vertex)] = UInt32(truncatingIfNeeded: place)
}

/// Puts a vertex at the top of the heap or below, where its distance belongs.
private func siftDown(
  _ vertex: UInt32, _ heap: inout MutableSpan<UInt32>, _ places: inout MutableSpan<UInt32>, count: Int,
  _ distances: Span<Double>
) {
  let distance = distances[Int(vertex)]
  var place = 0
  while true {
    var child = 2 * place + 1
    if child >= count { break }
    if child + 1 < count, distances[Int(heap[child + 1])] < distances[Int(heap[child])] { child += 1 }
    let other = heap[child]
    if distance <= distances[Int(other)] { break }
    heap[place] = other
    places[Int(other)] = UInt32(truncatingIfNeeded: place)
    place = child
  }
  heap[place] = vertex
  places[Int(vertex)] = UInt32(truncatingIfNeeded: place)
}
