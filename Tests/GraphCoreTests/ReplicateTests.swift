import GraphCore
import Testing

@Suite struct ReplicateTests {
  @Test func eachReplicateHasItsOwnNumbersWhateverTheThreads() throws {
    func draws(threads: Int, seed: UInt64) throws -> [UInt64] {
      try Execution(threads: threads).replicates(300, seed: seed) {
        0
      } _: { _, random, _ throws(GraphError) in
        random.next()
      }
    }
    let one = try draws(threads: 1, seed: 9)
    #expect(Set(one).count == 300)
    for threads in [2, 3, 8] { #expect(try draws(threads: threads, seed: 9) == one) }
    #expect(try draws(threads: 1, seed: 10) != one)
    #expect(Set(try draws(threads: 1, seed: 10)).isDisjoint(with: one))
  }

  @Test func scratchIsSharedWithinARunOnly() throws {
    let seen = try Execution(threads: 4).replicates(128, seed: 0) {
      [Int]()
    } _: { replicate, _, scratch throws(GraphError) in
      scratch.append(replicate)
      return scratch
    }
    for (replicate, scratch) in seen.enumerated() {
      #expect(scratch == Array((scratch.first ?? 0)...replicate))
    }
  }

  @Test func theFirstErrorIsThrown() {
    #expect(throws: GraphError(.badParameter, "replicate 17")) {
      try Execution(threads: 3).replicates(200, seed: 0) {
        ()
      } _: { replicate, _, _ throws(GraphError) in
        if replicate >= 17 { throw GraphError(.badParameter, "replicate \(replicate)") }
      }
    }
  }

  @Test func noReplicatesNoResults() throws {
    #expect(
      try Execution.serial.replicates(0, seed: 0) {
        0
      } _: { _, _, _ throws(GraphError) in
        1
      } == [])
  }

  @Test func bitsOfAStreamAreBalanced() {
    var random = RandomStream(seed: 1, stream: 0)
    var counts = [Int](repeating: 0, count: 64)
    for _ in 0..<4096 {
      let value = random.next()
      for bit in 0..<64 where value >> UInt64(bit) & 1 == 1 { counts[bit] += 1 }
    }
    // Six standard deviations of a fair coin.
    #expect(counts.allSatisfy { abs($0 - 2048) < 192 })
  }
}
