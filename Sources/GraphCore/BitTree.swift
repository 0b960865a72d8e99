import CVectorKernels

/// Numbers below a bound, one bit each in a tree of 64-bit words three levels deep.
///
/// Numbers go in in any order and come out in rising order, in the same few steps each however many there are. Below a
/// small bound there is but one level, which is looked through as a whole: that is faster than to ask of each number
/// whether it is the first in its word, as nobody can foretell it.
struct BitTree: Sendable {
  /// Whether there is but one level.
  let isFlat: Bool
  private var bits: ContiguousArray<UInt64>
  private var words: ContiguousArray<UInt64>
  private var blocks: ContiguousArray<UInt64>

  private static let largestFlatBound = 1 << 15

  private let bound: Int

  init(bound: Int) {
    self.bound = bound
    isFlat = bound <= Self.largestFlatBound
    bits = ContiguousArray(repeating: 0, count: bound >> 6 + 1)
    words = ContiguousArray(repeating: 0, count: bound >> 12 + 1)
    blocks = ContiguousArray(repeating: 0, count: bound >> 18 + 1)
  }

  /// Puts numbers in; those that are in already stay.
  ///
  /// - Parameter body: Called with each on the way.
  @inline(__always)
  mutating func insert(_ numbers: Span<UInt32>, _ body: (Int) -> Void = { _ in }) {
    if isFlat { turnOn(numbers, &bits, body) } else { turnOn(numbers, &bits, &words, &blocks, body) }
  }

  /// Takes a number out.
  mutating func remove(_ number: UInt32) {
    bits[Int(number >> 6)] &= ~(1 &<< UInt64(number))
  }

  /// Takes all numbers out, writes them down from some place on, and returns where they end.
  @inline(__always)
  mutating func removeAll(into numbers: inout MutableSpan<UInt32>, from start: Int) -> Int {
    isFlat
      ? turnOff(&bits, &numbers, from: start) : turnOff(&bits, &words, &blocks, &numbers, from: start)
  }
}

extension BitTree {
  /// Takes all numbers out of a flat tree, writes them and the sums of each down, makes these 0, and returns where
  /// they end.
  mutating func removeAll(
    into numbers: inout MutableSpan<UInt32>, _ taken: inout MutableSpan<Double>, from start: Int,
    of sums: inout ContiguousArray<Double>
  ) -> Int {
    let room = min(numbers.count, taken.count) - start
    precondition(isFlat && room >= 0 && sums.count >= bound)
    let count = unsafe bits.withUnsafeMutableBufferPointer { bits in
      unsafe numbers.withUnsafeMutableBufferPointer { numbers in
        unsafe taken.withUnsafeMutableBufferPointer { taken in
          unsafe sums.withUnsafeMutableBufferPointer { sums in
            unsafe take_sums(
              vector_unit(), bits.baseAddress, bits.count, numbers.baseAddress?.advanced(by: start),
              taken.baseAddress?.advanced(by: start), room, sums.baseAddress)
          }
        }
      }
    }
    precondition(count <= room, "more numbers than there is room for")
    return start + count
  }
}

@inline(__always) private func turnOn(
  _ numbers: Span<UInt32>, _ bitArray: inout ContiguousArray<UInt64>, _ body: (Int) -> Void
) {
  var bits = bitArray.mutableSpan
  for index in numbers.indices {
    let number = unsafe Int(numbers[unchecked: index])
    bits[number >> 6] |= 1 &<< UInt64(truncatingIfNeeded: number)
    body(number)
  }
}

private func turnOff(
  _ bits: inout ContiguousArray<UInt64>, _ numbers: inout MutableSpan<UInt32>, from start: Int
) -> Int {
  let room = numbers.count - start
  precondition(room >= 0)
  let count = unsafe bits.withUnsafeMutableBufferPointer { bits in
    unsafe numbers.withUnsafeMutableBufferPointer { numbers in
      unsafe take_bits(
        vector_unit(), bits.baseAddress, bits.count, numbers.baseAddress?.advanced(by: start), room)
    }
  }
  precondition(count <= room, "more numbers than there is room for")
  return start + count
}

@inline(__always) private func turnOn(
  _ numbers: Span<UInt32>, _ bitArray: inout ContiguousArray<UInt64>,
  _ wordArray: inout ContiguousArray<UInt64>, _ blockArray: inout ContiguousArray<UInt64>,
  _ body: (Int) -> Void
) {
  var bits = bitArray.mutableSpan
  for index in numbers.indices {
    let number = unsafe Int(numbers[unchecked: index])
    let before = bits[number >> 6]
    if before == 0 {
      wordArray[number >> 12] |= 1 &<< UInt64(truncatingIfNeeded: number >> 6)
      blockArray[number >> 18] |= 1 &<< UInt64(truncatingIfNeeded: number >> 12)
    }
    bits[number >> 6] = before | 1 &<< UInt64(truncatingIfNeeded: number)
    body(number)
  }
}

@inline(__always) private func turnOff(
  _ bitArray: inout ContiguousArray<UInt64>, _ wordArray: inout ContiguousArray<UInt64>,
  _ blockArray: inout ContiguousArray<UInt64>, _ numbers: inout MutableSpan<UInt32>, from start: Int
) -> Int {
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
          numbers[place] = UInt32(truncatingIfNeeded: index << 6 | bit)
          place += 1
        }
      }
    }
  }
  return place
}

/// The number of the lowest bit that is on, which is turned off.
@inline(__always) private func removeLowestBit(_ word: inout UInt64) -> Int? {
  if word == 0 { return nil }
  let bit = word.trailingZeroBitCount
  word &= word &- 1
  return bit
}
