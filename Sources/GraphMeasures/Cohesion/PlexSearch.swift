import GraphCore

/// Finds the maximal k-plexes of a least size whose first vertex in the degeneracy order is a given one.
///
/// Where such a plex has at least 2k − 1 members, two of them are tied or have a neighbor in common. So those
/// who may join lie within two steps of the first vertex; and how many neighbors two members have in common
/// is bounded from below, which leaves out most of them. The search takes in the vertex with the fewest ties
/// among members and those who may join, then goes on without it, until all that are left form a plex.
struct PlexSearch {
  private let ordered: LaterNeighbors
  private let k: Int
  private let minimumSize: Int
  /// The first place whose core number allows for a plex of the least size.
  private let firstPlace: Int
  private var local: LocalRows
  /// Neighbors in common with the first vertex, by place; 0 between runs.
  private var shared: ContiguousArray<UInt32>
  private var isTied: ContiguousArray<Bool>
  private var met: ContiguousArray<UInt32> = []
  private var inside: ContiguousArray<UInt32> = []
  private var outside: ContiguousArray<UInt32> = []

  /// For each level the members, and those who may join.
  private var members: ContiguousArray<UInt64> = []
  private var candidates: ContiguousArray<UInt64> = []
  /// Who was taken in at each level but the first.
  private var chosen: ContiguousArray<Int> = []
  /// Rows of those who could be added at each level and must not.
  private var excluded: ContiguousArray<Int> = []
  private var excludedStarts: ContiguousArray<Int> = []
  /// Scratch: a set of inner vertices.
  private var set: ContiguousArray<UInt64> = []

  init(_ ordered: LaterNeighbors, k: Int, minimumSize: Int) {
    self.ordered = ordered
    self.k = k
    self.minimumSize = minimumSize
    // Core numbers ascend along the order.
    firstPlace = ordered.cores.partitioningIndex { Int($0) >= minimumSize - k }
    let n = ordered.graph.vertexCount
    local = LocalRows(vertexCount: n)
    shared = ContiguousArray(repeating: 0, count: n)
    isTied = ContiguousArray(repeating: false, count: n)
  }

  mutating func run(from first: Int, _ found: inout GroupBatch, _ gauge: inout SearchGauge) {
    if first < firstPlace { return }
    gatherAround(first)
    gauge.countSteps(inside.count + outside.count)
    if inside.count < minimumSize { return }
    local.fill(ordered, inside: inside, outside: outside)
    let width = local.width
    set = ContiguousArray(repeating: 0, count: width)
    chosen.removeAll(keepingCapacity: true)
    excludedStarts.removeAll(keepingCapacity: true)
    excludedStarts.append(0)
    excluded = ContiguousArray(inside.count..<(inside.count + outside.count))
    makeRoom(for: 0)
    for word in 0..<width {
      members[word] = word == 0 ? 1 : 0
      candidates[word] = 0
    }
    for number in 1..<max(1, inside.count) { candidates[number >> 6] |= 1 << UInt64(number & 63) }
    while gauge.stop == nil {
      let level = chosen.count
      if let pivot = pivot(at: level, &found, &gauge) {
        takeIn(pivot, from: level)
        continue
      }
      // All with those members has been found; on without the one who joined last.
      guard let last = chosen.popLast() else { return }
      excluded.removeSubrange(excludedStarts[level]...)
      excludedStarts.removeLast()
      candidates[(level - 1) * width + last >> 6] &= ~(1 << UInt64(last & 63))
      excluded.append(last)
    }
  }

  /// Notes the vertices that can be in a plex with the first one, the later and the earlier.
  private mutating func gatherAround(_ first: Int) {
    inside.removeAll(keepingCapacity: true)
    outside.removeAll(keepingCapacity: true)
    met.removeAll(keepingCapacity: true)
    for neighbor in ordered.graph.neighbors(of: first) {
      isTied[Int(neighbor)] = true
      met.append(neighbor)
    }
    for neighbor in ordered.later(first) {
      for other in ordered.graph.neighbors(of: Int(neighbor)) where other != first {
        if shared[Int(other)] == 0, !isTied[Int(other)] { met.append(other) }
        shared[Int(other)] += 1
      }
    }
    inside.append(UInt32(truncatingIfNeeded: first))
    for other in met {
      let least = isTied[Int(other)] ? minimumSize - 2 * k : minimumSize - 2 * k + 2
      let enough = Int(shared[Int(other)]) >= least
      shared[Int(other)] = 0
      isTied[Int(other)] = false
      guard enough, other >= firstPlace else { continue }
      if other > first { inside.append(other) } else { outside.append(other) }
    }
    inside.sort()
  }

  private mutating func makeRoom(for level: Int) {
    while members.count < (level + 1) * local.width {
      members.append(0)
      candidates.append(0)
    }
  }

  /// Number of ties of a row to a set.
  private func ties(_ row: Int, to set: ContiguousArray<UInt64>) -> Int {
    let width = local.width
    var count = 0
    for word in 0..<width { count += (local.rows[row * width + word] & set[word]).nonzeroBitCount }
    return count
  }

  /// Leaves at a level who can be in a plex of the least size; returns who is to be taken in next, nil where
  /// the level is done.
  private mutating func pivot(
    at level: Int, _ found: inout GroupBatch, _ gauge: inout SearchGauge
  ) -> Int? {
    let width = local.width
    let start = level * width
    while true {
      var size = 0
      for word in 0..<width {
        set[word] = members[start + word] | candidates[start + word]
        size += set[word].nonzeroBitCount
      }
      gauge.countSteps(1 + size)
      if size < minimumSize { return nil }
      var fewest = Int.max
      var weakest = -1
      var fewestOfCandidates = Int.max
      var weakestCandidate = -1
      var isChanged = false
      for word in 0..<width {
        var bits = set[word]
        while bits != 0 {
          let bit = bits & (0 &- bits)
          let number = word << 6 + bits.trailingZeroBitCount
          bits ^= bit
          let count = ties(number, to: set)
          let isCandidate = candidates[start + word] & bit != 0
          if count + k < minimumSize {
            if !isCandidate { return nil }
            candidates[start + word] ^= bit
            isChanged = true
          }
          if count < fewest {
            fewest = count
            weakest = number
          }
          if isCandidate, count < fewestOfCandidates {
            fewestOfCandidates = count
            weakestCandidate = number
          }
        }
      }
      if isChanged { continue }
      if fewest + k >= size {
        if !canGrow(size, level, &gauge) { report(&found, &gauge) }
        return nil
      }
      if fewestOfCandidates == fewest { return weakestCandidate }
      return weakestUntied(to: weakest, level)
    }
  }

  /// Of those who may join and are not tied to a member, the one with the fewest ties.
  ///
  /// There is one where the member misses more than k in all: among the members it misses no more than k.
  private func weakestUntied(to member: Int, _ level: Int) -> Int? {
    let width = local.width
    var fewest = Int.max
    var weakest: Int?
    for word in 0..<width {
      var bits = candidates[level * width + word] & ~local.rows[member * width + word]
      while bits != 0 {
        let number = word << 6 + bits.trailingZeroBitCount
        bits &= bits - 1
        let count = ties(number, to: set)
        if count < fewest {
          fewest = count
          weakest = number
        }
      }
    }
    return weakest
  }

  /// Whether one of those who must not join could be added to the plex in `set`.
  private mutating func canGrow(_ size: Int, _ level: Int, _ gauge: inout SearchGauge) -> Bool {
    let width = local.width
    let full = saturated(in: set, size: size)
    gauge.countSteps(excluded.count - excludedStarts[level])
    for place in excludedStarts[level]..<excluded.count {
      let row = excluded[place]
      var isTiedToFull = true
      for word in 0..<width where full[word] & ~local.rows[row * width + word] != 0 { isTiedToFull = false }
      if isTiedToFull, size - ties(row, to: set) < k { return true }
    }
    return false
  }

  /// Those of a plex who miss k of it, themselves included, so that nobody they are not tied to can join.
  private func saturated(in set: ContiguousArray<UInt64>, size: Int) -> ContiguousArray<UInt64> {
    var full = ContiguousArray<UInt64>(repeating: 0, count: local.width)
    for word in 0..<local.width {
      var bits = set[word]
      while bits != 0 {
        let bit = bits & (0 &- bits)
        let number = word << 6 + bits.trailingZeroBitCount
        bits ^= bit
        if size - ties(number, to: set) == k { full[word] |= bit }
      }
    }
    return full
  }

  private func report(_ found: inout GroupBatch, _ gauge: inout SearchGauge) {
    for word in 0..<local.width {
      var bits = set[word]
      while bits != 0 {
        found.append(ordered.vertices[local.vertex(word << 6 + bits.trailingZeroBitCount)])
        bits &= bits - 1
      }
    }
    found.endGroup()
    gauge.countGroup()
  }

  /// Opens a level with one member more, and who can still join it or be added to it.
  private mutating func takeIn(_ number: Int, from level: Int) {
    let width = local.width
    makeRoom(for: level + 1)
    let start = (level + 1) * width
    var size = 0
    for word in 0..<width {
      set[word] = members[level * width + word]
      if word == number >> 6 { set[word] |= 1 << UInt64(number & 63) }
      members[start + word] = set[word]
      size += set[word].nonzeroBitCount
    }
    let full = saturated(in: set, size: size)
    for word in 0..<width {
      var bits = candidates[level * width + word] & ~set[word]
      var kept: UInt64 = 0
      while bits != 0 {
        let bit = bits & (0 &- bits)
        let other = word << 6 + bits.trailingZeroBitCount
        bits ^= bit
        if canJoin(other, full, size) { kept |= bit }
      }
      candidates[start + word] = kept
    }
    let others = excludedStarts[level]..<excluded.count
    excludedStarts.append(excluded.count)
    for place in others where canJoin(excluded[place], full, size) { excluded.append(excluded[place]) }
    chosen.append(number)
  }

  /// Whether the plex in `set` is still one with a vertex more.
  private func canJoin(_ row: Int, _ full: ContiguousArray<UInt64>, _ size: Int) -> Bool {
    let width = local.width
    for word in 0..<width where full[word] & ~local.rows[row * width + word] != 0 { return false }
    return size - ties(row, to: set) < k
  }
}
