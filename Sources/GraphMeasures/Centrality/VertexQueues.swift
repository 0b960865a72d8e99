/// Vertices that wait to be settled, nearest first.
protocol VertexQueue: ~Copyable {
  /// Adds a vertex that is not in the queue.
  mutating func insert(_ vertex: UInt32, distance: Double)
  /// Tells that a vertex in the queue has come nearer.
  mutating func decrease(_ vertex: UInt32, from old: Double, to new: Double)
  /// Takes out a vertex that no path through others in the queue makes nearer.
  mutating func next(_ distances: Span<Double>) -> UInt32?
}

/// A queue of buckets, each as wide as no two vertices on one path can share.
///
/// Where every arc has a length of `shortest` or more, vertices whose distances differ by less cannot be on one
/// shortest path, so those of one bucket may be settled in any order: E. V. Denardo, B. L. Fox, "Shortest-route
/// methods: 1. Reaching, pruning, and buckets", Operations Research 27 (1979) 161–186,
/// doi:10.1287/opre.27.1.161. No comparisons are needed. Distances in the queue span at most the longest arc, so
/// the buckets form a ring.
struct BucketQueue: VertexQueue, ~Copyable {
  /// Buckets for a unit of distance.
  private let density: Double
  private let mask: Int
  /// The last entry of each bucket, -1 where it is empty.
  private var heads: ContiguousArray<Int32>
  private var entries: ContiguousArray<Entry> = []
  /// Entries that vertices have left for nearer buckets are passed over.
  private var bucketOf: ContiguousArray<Int>
  private var current = -1
  private var waiting = 0
  private var entry: Int32 = -1

  private struct Entry {
    var vertex: UInt32
    var before: Int32
  }

  /// Creates a queue; nil where buckets would be too many, or distances so large that rounding could put the two
  /// ends of an arc into one bucket.
  init?(vertexCount: Int, arcCount: Int, shortest: Double, longest: Double) {
    // Five buckets for four shortest arcs: both ends of an arc differ by at least 1.25 buckets before rounding.
    density = 1.25 / shortest
    let span = longest * density + 2
    guard span <= 65_536, span <= Double(64 + 4 * vertexCount), span * Double(vertexCount) < 1e12,
      arcCount < Int(Int32.max)
    else { return nil }
    var size = 2
    while Double(size) < span { size *= 2 }
    mask = size - 1
    heads = ContiguousArray(repeating: -1, count: size)
    bucketOf = ContiguousArray(repeating: -1, count: vertexCount)
  }

  mutating func insert(_ vertex: UInt32, distance: Double) {
    waiting += 1
    add(vertex, to: Int(distance * density))
  }

  mutating func decrease(_ vertex: UInt32, from old: Double, to new: Double) {
    let bucket = Int(new * density)
    if bucket != bucketOf[Int(vertex)] { add(vertex, to: bucket) }
  }

  @inline(__always)
  private mutating func add(_ vertex: UInt32, to bucket: Int) {
    let place = bucket & mask
    bucketOf[Int(vertex)] = bucket
    entries.append(Entry(vertex: vertex, before: heads[place]))
    heads[place] = Int32(truncatingIfNeeded: entries.count - 1)
  }

  mutating func next(_ distances: Span<Double>) -> UInt32? {
    while waiting > 0 {
      while entry >= 0 {
        let candidate = entries[Int(entry)]
        entry = candidate.before
        if bucketOf[Int(candidate.vertex)] == current {
          // Passed over where it comes up again.
          bucketOf[Int(candidate.vertex)] = -1
          waiting -= 1
          return candidate.vertex
        }
      }
      current += 1
      while heads[current & mask] < 0 { current += 1 }
      entry = heads[current & mask]
      heads[current & mask] = -1
    }
    begin()
    return nil
  }

  /// Makes the queue ready for another source.
  private mutating func begin() {
    for place in 0..<heads.count { heads[place] = -1 }
    entries.removeAll(keepingCapacity: true)
    current = -1
    entry = -1
  }
}

/// A radix heap: buckets by the highest bit in which a distance differs from the last one taken out.
///
/// Non-negative numbers are in the order of their bit patterns, and distances only grow, so an entry moves to
/// lower buckets alone: R. K. Ahuja, K. Mehlhorn, J. B. Orlin, R. E. Tarjan, "Faster algorithms for the shortest
/// path problem", Journal of the ACM 37 (1990) 213–223, doi:10.1145/77600.77615.
struct RadixHeap: VertexQueue, ~Copyable {
  private struct Entry {
    var key: UInt64
    var vertex: UInt32
    var before: Int
  }

  private var heads = ContiguousArray(repeating: -1, count: 64)
  private var entries: ContiguousArray<Entry> = []
  private var last: UInt64 = 0
  /// Which buckets are not empty.
  private var occupied: UInt64 = 0

  init() {}

  mutating func insert(_ vertex: UInt32, distance: Double) {
    entries.append(Entry(key: distance.bitPattern, vertex: vertex, before: -1))
    add(entries.count - 1)
  }

  mutating func decrease(_ vertex: UInt32, from old: Double, to new: Double) {
    insert(vertex, distance: new)
  }

  @inline(__always)
  private mutating func add(_ place: Int) {
    let bucket = 64 - (entries[place].key ^ last).leadingZeroBitCount
    entries[place].before = heads[bucket]
    heads[bucket] = place
    occupied |= 1 << UInt64(bucket)
  }

  mutating func next(_ distances: Span<Double>) -> UInt32? {
    while occupied != 0 {
      if occupied & 1 == 0 {
        let bucket = occupied.trailingZeroBitCount
        occupied &= occupied - 1
        var place = heads[bucket]
        heads[bucket] = -1
        var nearest = UInt64.max
        var walker = place
        while walker >= 0 {
          let entry = entries[walker]
          if entry.key == distances[Int(entry.vertex)].bitPattern { nearest = min(nearest, entry.key) }
          walker = entry.before
        }
        if nearest == .max { continue }
        last = nearest
        while place >= 0 {
          let entry = entries[place]
          if entry.key == distances[Int(entry.vertex)].bitPattern { add(place) }
          place = entry.before
        }
      }
      let entry = entries[heads[0]]
      heads[0] = entry.before
      if heads[0] < 0 { occupied &= ~1 }
      if entry.key == distances[Int(entry.vertex)].bitPattern { return entry.vertex }
    }
    entries.removeAll(keepingCapacity: true)
    last = 0
    return nil
  }
}
