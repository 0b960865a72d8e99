import GraphCore

/// Finds the maximal cliques whose first vertex in the degeneracy order is a given one.
///
/// Around the first vertex lie the later neighbors, who may join, and the earlier ones, who only show that a
/// clique is not maximal. Each has a row of bits that tells which of those who may join it is tied to; so a
/// step of the Bron–Kerbosch search is an intersection of short rows. At each level the vertex tied to most
/// of those who may join is the pivot: the pivot or one not tied to it is in every maximal clique, so only
/// these are tried (Tomita et al.). Levels are kept in arrays, so large cliques do no harm.
struct CliqueSearch {
  private let ordered: LaterNeighbors
  private let minimumSize: Int
  private var local: LocalRows
  /// For each level who may join, and who of these is still to be tried.
  private var candidates: ContiguousArray<UInt64> = []
  private var branches: ContiguousArray<UInt64> = []
  /// Who joined at each level.
  private var chosen: ContiguousArray<Int> = []
  /// Rows of those who are tied to all that joined and must not join, level by level.
  private var excluded: ContiguousArray<Int> = []
  private var excludedStarts: ContiguousArray<Int> = []

  init(_ ordered: LaterNeighbors, minimumSize: Int) {
    self.ordered = ordered
    self.minimumSize = minimumSize
    local = LocalRows(vertexCount: ordered.graph.vertexCount)
  }

  mutating func run(from first: Int, _ found: inout GroupBatch, _ gauge: inout SearchGauge) {
    let later = ordered.later(first)
    let earlier = ordered.earlier(first)
    if later.count + 1 < minimumSize { return }
    local.fill(ordered, inside: later, outside: earlier)
    let width = local.width
    chosen.removeAll(keepingCapacity: true)
    excluded.removeAll(keepingCapacity: true)
    excludedStarts.removeAll(keepingCapacity: true)
    excludedStarts.append(0)
    for row in 0..<earlier.count { excluded.append(later.count + row) }
    let words = (later.count + 1) * width
    while candidates.count < words {
      candidates.append(0)
      branches.append(0)
    }
    for word in 0..<width { candidates[word] = 0 }
    for number in 0..<later.count { candidates[number >> 6] |= 1 << UInt64(number & 63) }
    enter(0, first, &found, &gauge)
    while gauge.stop == nil {
      let level = chosen.count
      if let next = takeBranch(level) {
        descend(to: next, from: level)
        enter(level + 1, first, &found, &gauge)
      } else {
        guard let last = chosen.popLast() else { return }
        // Who was tried last must not join the cliques that are still to come at the level above.
        excluded.removeSubrange(excludedStarts[level]...)
        excludedStarts.removeLast()
        candidates[(level - 1) * width + last >> 6] &= ~(1 << UInt64(last & 63))
        excluded.append(last)
      }
    }
  }

  /// The first of those still to be tried at a level.
  private mutating func takeBranch(_ level: Int) -> Int? {
    for word in 0..<local.width {
      let bits = branches[level * local.width + word]
      if bits == 0 { continue }
      branches[level * local.width + word] = bits & (bits - 1)
      return word << 6 + bits.trailingZeroBitCount
    }
    return nil
  }

  private mutating func descend(to next: Int, from level: Int) {
    let width = local.width
    let row = next * width
    for word in 0..<width {
      candidates[(level + 1) * width + word] = candidates[level * width + word] & local.rows[row + word]
    }
    let places = excludedStarts[level]..<excluded.count
    excludedStarts.append(excluded.count)
    let word = next >> 6
    let bit: UInt64 = 1 << UInt64(next & 63)
    for place in places where local.rows[excluded[place] * width + word] & bit != 0 {
      excluded.append(excluded[place])
    }
    chosen.append(next)
  }

  /// Reports a clique where nobody may join, or finds who is to be tried.
  private mutating func enter(
    _ level: Int, _ first: Int, _ found: inout GroupBatch, _ gauge: inout SearchGauge
  ) {
    let width = local.width
    let start = level * width
    var count = 0
    for word in 0..<width {
      count += candidates[start + word].nonzeroBitCount
      branches[start + word] = 0
    }
    let others = excludedStarts[level]..<excluded.count
    gauge.countSteps(1 + count + others.count)
    if level + 1 + count < minimumSize { return }
    if count == 0 {
      guard others.isEmpty else { return }
      found.append(ordered.vertices[first])
      for number in chosen { found.append(ordered.vertices[local.vertex(number)]) }
      found.endGroup()
      gauge.countGroup()
      return
    }
    var pivot = 0
    var most = -1
    for place in others {
      let tied = tiedCandidates(excluded[place], start)
      if tied == count { return }
      if tied > most {
        most = tied
        pivot = excluded[place]
      }
    }
    for word in 0..<width {
      var bits = candidates[start + word]
      while bits != 0 {
        let number = word << 6 + bits.trailingZeroBitCount
        bits &= bits - 1
        let tied = tiedCandidates(number, start)
        if tied > most {
          most = tied
          pivot = number
        }
      }
    }
    for word in 0..<width {
      branches[start + word] = candidates[start + word] & ~local.rows[pivot * width + word]
    }
  }

  private func tiedCandidates(_ row: Int, _ start: Int) -> Int {
    let width = local.width
    var count = 0
    for word in 0..<width {
      count += (local.rows[row * width + word] & candidates[start + word]).nonzeroBitCount
    }
    return count
  }
}
