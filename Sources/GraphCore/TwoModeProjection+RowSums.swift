/// A row of weights being added up, then read off in the order of its members, and then the next.
///
/// Sums stand at the members' own places, and the members of the row are bits in a tree of 64-bit words, three levels
/// deep: a weight is added without a question asked, and the row is read off in order however it was met. Reading off
/// leaves all sums 0 and all bits off.
struct RowSums: Sendable {
  private var sums: ContiguousArray<Double>
  private var bits: ContiguousArray<UInt64>
  private var words: ContiguousArray<UInt64>
  private var blocks: ContiguousArray<UInt64>

  init(memberCount: Int) {
    sums = ContiguousArray(repeating: 0, count: memberCount)
    bits = ContiguousArray(repeating: 0, count: memberCount >> 6 + 1)
    words = ContiguousArray(repeating: 0, count: memberCount >> 12 + 1)
    blocks = ContiguousArray(repeating: 0, count: memberCount >> 18 + 1)
  }

  /// Adds to the weight of the tie to one member.
  mutating func add(_ weight: Double, to member: UInt32) {
    let one = CollectionOfOne(member)
    add(weight, toEach: one.span)
  }

  /// Adds to the weights of the ties to members.
  @inline(__always)
  mutating func add(_ weight: Double, toEach members: Span<UInt32>) {
    addUp(weight, members, &sums, &bits, &words, &blocks)
  }

  /// Takes a member out of the row.
  mutating func remove(_ member: UInt32) {
    sums[Int(member)] = 0
    bits[Int(member >> 6)] &= ~(1 &<< UInt64(member))
  }

  /// Reads the row off to some place on, and returns where it ends.
  mutating func readOff(
    _ targets: inout MutableSpan<UInt32>, _ weights: inout MutableSpan<Double>, from start: Int
  ) -> Int {
    takeRow(&sums, &bits, &words, &blocks, &targets, &weights, from: start)
  }
}

@inline(__always) private func addUp(
  _ weight: Double, _ members: Span<UInt32>, _ sumArray: inout ContiguousArray<Double>,
  _ bitArray: inout ContiguousArray<UInt64>, _ wordArray: inout ContiguousArray<UInt64>,
  _ blockArray: inout ContiguousArray<UInt64>
) {
  var sums = sumArray.mutableSpan
  var bits = bitArray.mutableSpan
  for index in members.indices {
    // Targets of a group, below the number of members, for which there is a place each.
    let member = unsafe Int(members[unchecked: index])
    unsafe sums[unchecked: member] += weight
    let before = unsafe bits[unchecked: member >> 6]
    if before == 0 {
      wordArray[member >> 12] |= 1 &<< UInt64(truncatingIfNeeded: member >> 6)
      blockArray[member >> 18] |= 1 &<< UInt64(truncatingIfNeeded: member >> 12)
    }
    unsafe bits[unchecked: member >> 6] = before | 1 &<< UInt64(truncatingIfNeeded: member)
  }
}

/// Writes the members of a row and their sums down, and returns where they end.
private func takeRow(
  _ sumArray: inout ContiguousArray<Double>, _ bitArray: inout ContiguousArray<UInt64>,
  _ wordArray: inout ContiguousArray<UInt64>, _ blockArray: inout ContiguousArray<UInt64>,
  _ targets: inout MutableSpan<UInt32>, _ weights: inout MutableSpan<Double>, from start: Int
) -> Int {
  var sums = sumArray.mutableSpan
  var bits = bitArray.mutableSpan
  var words = wordArray.mutableSpan
  var blocks = blockArray.mutableSpan
  var place = start
  for block in blocks.indices {
    while let inBlock = removeLowestBit(&blocks[block]) {
      let word = block << 6 | inBlock
      while let inWord = removeLowestBit(&words[word]) {
        let index = word << 6 | inWord
        while let bit = removeLowestBit(&bits[index]) {
          let member = index << 6 | bit
          targets[place] = UInt32(truncatingIfNeeded: member)
          weights[place] = sums[member]
          sums[member] = 0
          place += 1
        }
      }
    }
  }
  return place
}
