import CVectorKernels
import EcographTestSupport
import Testing

@testable import GraphCore

/// Bits are taken out of words as asking one after the other takes them.
@Suite struct BitWordsTests {
  @Test(arguments: [0, 1, 3, 20, 64]) func everyCount(bitsOn: Int) {
    var generator = SeededGenerator(seed: UInt64(bitsOn))
    for count in [0, 1, 3, 4, 5, 63, 64, 65, 67, 128, 235, 300] {
      var words = [UInt64](repeating: 0, count: count)
      for word in words.indices where Int.random(in: 0..<4, using: &generator) == 0 {
        for _ in 0..<bitsOn { words[word] |= 1 << UInt64.random(in: 0..<64, using: &generator) }
      }
      let expected = words.indices.flatMap { word -> [UInt32] in
        (0..<64).filter { words[word] >> $0 & 1 == 1 }.map { UInt32(64 * word + $0) }
      }
      for unit in SortWordsTests.units {
        var left = words
        var numbers = [UInt32](repeating: 0xC0FF_EE00, count: expected.count + 8)
        let taken = take_bits(unit, &left, count, &numbers, expected.count)
        #expect(taken == expected.count)
        #expect(numbers == expected + [UInt32](repeating: 0xC0FF_EE00, count: 8))
        #expect(left.allSatisfy { $0 == 0 })
        checkSums(words, expected, unit)
      }
    }
  }

  private func checkSums(_ words: [UInt64], _ expected: [UInt32], _ unit: VectorUnit) {
    var left = words
    var sums = (0..<64 * words.count).map { 0.5 + Double($0) }
    var sumsLeft = sums
    for number in expected { sumsLeft[Int(number)] = 0 }
    var numbers = [UInt32](repeating: 0, count: expected.count)
    var taken = [Double](repeating: -1, count: expected.count + 8)
    #expect(take_sums(unit, &left, words.count, &numbers, &taken, expected.count, &sums) == expected.count)
    #expect(numbers == expected && left.allSatisfy { $0 == 0 } && sums == sumsLeft)
    #expect(taken == expected.map { 0.5 + Double($0) } + [Double](repeating: -1, count: 8))
  }

  /// Where there is no room, nothing is written behind it.
  @Test func tooLittleRoom() {
    let words: [UInt64] = [0, 7, 0, 1 << 63, 0, 0, 5]
    for unit in SortWordsTests.units {
      for room in 0..<6 {
        var left = words
        var numbers = [UInt32](repeating: 9_999, count: 8)
        #expect(take_bits(unit, &left, words.count, &numbers, room) == room + 1)
        #expect(numbers[room...].allSatisfy { $0 == 9_999 })
      }
    }
  }

  /// Flat and tall trees sort alike, at bounds around the one that parts them.
  @Test(arguments: [1, 64, 4_097, 32_767, 32_768, 32_769, 300_000]) func rowsAreSorted(bound: Int) {
    var generator = SeededGenerator(seed: UInt64(bound))
    var sorter = RowSorter(bound: bound)
    for count in [0, 1, 30, 200, 3_000] where count <= bound {
      var numbers: Set<UInt32> = []
      while numbers.count < count { numbers.insert(UInt32.random(in: 0..<UInt32(bound), using: &generator)) }
      var row = ContiguousArray(numbers)
      var span = row.mutableSpan
      sorter.sort(0..<count, of: &span)
      #expect(row == ContiguousArray(numbers.sorted()))
    }
  }
}
