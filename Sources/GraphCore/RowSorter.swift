/// Sorts rows of distinct numbers below a bound, one row after another, in memory that they share.
///
/// A number is a bit in a tree of 64-bit words, three levels deep: a row is spread into it and read off in
/// order, which takes the same few steps a number however long the row is. Few numbers are sorted by insertion.
package struct RowSorter: Sendable {
  private var bits: ContiguousArray<UInt64>
  private var words: ContiguousArray<UInt64>
  private var blocks: ContiguousArray<UInt64>

  package init(bound: Int) {
    bits = ContiguousArray(repeating: 0, count: bound >> 6 + 1)
    words = ContiguousArray(repeating: 0, count: bound >> 12 + 1)
    blocks = ContiguousArray(repeating: 0, count: bound >> 18 + 1)
  }

  /// Sorts the numbers at some places.
  package mutating func sort(_ places: Range<Int>, of numbers: inout MutableSpan<UInt32>) {
    if places.count <= 24 {
      sortByInsertion(places, of: &numbers)
    } else {
      sortByBits(places, of: &numbers, &bits, &words, &blocks)
    }
  }
}

private func sortByInsertion(_ places: Range<Int>, of numbers: inout MutableSpan<UInt32>) {
  for place in places.dropFirst() {
    let number = numbers[place]
    var hole = place
    while hole > places.lowerBound, numbers[hole - 1] > number {
      numbers[hole] = numbers[hole - 1]
      hole -= 1
    }
    numbers[hole] = number
  }
}

/// Finds and leaves all bits off.
private func sortByBits(
  _ places: Range<Int>, of numbers: inout MutableSpan<UInt32>, _ bitArray: inout ContiguousArray<UInt64>,
  _ wordArray: inout ContiguousArray<UInt64>, _ blockArray: inout ContiguousArray<UInt64>
) {
  var bits = bitArray.mutableSpan
  var words = wordArray.mutableSpan
  var blocks = blockArray.mutableSpan
  for place in places {
    let number = Int(numbers[place])
    bits[number >> 6] |= 1 &<< UInt64(truncatingIfNeeded: number)
    words[number >> 12] |= 1 &<< UInt64(truncatingIfNeeded: number >> 6)
    blocks[number >> 18] |= 1 &<< UInt64(truncatingIfNeeded: number >> 12)
  }
  var next = places.lowerBound
  var block = 0
  while next < places.upperBound {
    while let inBlock = removeLowestBit(&blocks[block]) {
      let word = block << 6 | inBlock
      while let inWord = removeLowestBit(&words[word]) {
        let index = word << 6 | inWord
        while let bit = removeLowestBit(&bits[index]) {
          numbers[next] = UInt32(truncatingIfNeeded: index << 6 | bit)
          next += 1
        }
      }
    }
    block += 1
  }
}

/// The number of the lowest bit that is on, which is turned off.
@inline(__always) func removeLowestBit(_ word: inout UInt64) -> Int? {
  if word == 0 { return nil }
  let bit = word.trailingZeroBitCount
  word &= word &- 1
  return bit
}
