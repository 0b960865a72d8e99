import CVectorKernels

/// Whether a byte is among the first `count` others.
func holdsByte(_ byte: UInt8, _ bytes: ContiguousArray<UInt8>, count: Int) -> Bool {
  precondition(count >= 0 && count <= bytes.count, "no such bytes")
  return unsafe bytes.withUnsafeBufferPointer { unsafe holds_byte($0.baseAddress, count, byte) }
}

/// Where the bytes of a block may cut it: separators, quotation marks and line ends, a bit for each byte.
///
/// Found 64 bytes at a time, so that scanning jumps from mark to mark and never looks at the text between.
struct ByteMarks {
  /// A word for every 64 bytes.
  private(set) var words: ContiguousArray<UInt64> = []
  /// Whether all bytes are ASCII and none is zero.
  private(set) var isPlain = true
  /// Whether there may be spaces or tabs beside marks.
  private(set) var hasEdgeSpaces = true

  /// Marks `bytes[..<count]`.
  mutating func mark(_ bytes: Span<UInt8>, count: Int, separator: UInt8) {
    precondition(count >= 0 && count <= bytes.count, "no such bytes")
    let needed = (count + 63) / 64
    if words.count < needed {
      words.append(contentsOf: repeatElement(0, count: needed - words.count))
    }
    let flags = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe words.withUnsafeMutableBufferPointer { words -> UInt32 in
        guard let start = bytes.baseAddress, let first = words.baseAddress else { return 0 }
        return unsafe mark_bytes(start, count, separator, first)
      }
    }
    hasEdgeSpaces = flags & UInt32(BYTES_WITH_EDGE_SPACE) != 0
    isPlain = flags & UInt32(BYTES_BEYOND_ASCII | BYTES_WITH_ZERO) == 0
  }
}
