import CVectorKernels
import Testing

/// Asking for pages changes nothing that is in them, wherever the memory begins and ends.
@Suite struct ReadyPagesTests {
  @Test(arguments: [0, 1, 4_095, 4_096, 4_097, 20_000, 100_001])
  func leavesMemoryAsItIs(count: Int) {
    let bytes = (0..<count + 8_192).map { UInt8(truncatingIfNeeded: $0 * 31) }
    for start in [0, 1, 4_095, 4_096, 8_191] {
      var memory = bytes
      memory.withUnsafeMutableBytes {
        let part = UnsafeMutableRawBufferPointer(rebasing: $0[start..<start + count])
        ready_pages(part.baseAddress, part.count)
      }
      #expect(memory == bytes)
    }
  }

  @Test func noMemory() {
    ready_pages(nil, 0)
  }
}
