import CVectorKernels
import GraphCore

extension TextKey {
  /// Of no text.
  static var none: TextKey { TextKey(head: 0, tail: 0) }

  /// The key of `bytes[start ..< start + length]`, which is not blank.
  init(_ bytes: Span<UInt8>, _ start: Int, _ length: Int, _ seed: UInt64) {
    precondition(start >= 0 && length > 0 && start + length <= bytes.count, "no such text")
    self = unsafe bytes.withUnsafeBufferPointer {
      unsafe text_key($0.baseAddress, $0.count, start, length, seed)
    }
  }

  /// The key of the same long text, which is put behind others.
  func moved(from bytes: Span<UInt8>, to texts: inout ContiguousArray<UInt8>) -> TextKey {
    let start = texts.count
    unsafe bytes.extracting(range).withUnsafeBufferPointer { unsafe texts.append(contentsOf: $0) }
    return TextKey(head: head, tail: UInt64(truncatingIfNeeded: start << 24) | tail & 0xFF_FFFF)
  }

  /// The text itself.
  ///
  /// - Parameter longTexts: Where it stands if it is long.
  func text(_ longTexts: Span<UInt8>) -> String {
    if isLong { return String(longTexts, range) }
    let length = 16 - (tail == 0 ? 64 + head.leadingZeroBitCount : tail.leadingZeroBitCount) / 8
    // Texts of up to fifteen bytes are made where they stand, and byte by byte is faster than a call that copies some.
    return unsafe String(unsafeUninitializedCapacity: length) { buffer in
      var (head, tail) = (head, tail)
      for index in 0..<min(length, 8) {
        unsafe buffer[index] = UInt8(truncatingIfNeeded: head)
        head >>= 8
      }
      for index in min(length, 8)..<length {
        unsafe buffer[index] = UInt8(truncatingIfNeeded: tail)
        tail >>= 8
      }
      return length
    }
  }

  @inline(__always)
  var isNone: Bool { head == 0 }

  /// Whether the text is too long to be in the key.
  @inline(__always)
  var isLong: Bool { is_long_text(self) }

  /// Where a long text stands.
  var range: Range<Int> {
    let start = Int(tail >> 24)
    return start..<start + Int(tail & 0xFF_FFFF)
  }

  /// A number spread evenly by which the text is found; it depends on the text and the seed alone.
  @inline(__always)
  func hash(_ seed: UInt64) -> UInt32 { text_hash(self, seed) }

  /// Whether it is the key of the same text, either having its long texts in a memory of its own.
  @inline(__always)
  func isSame(_ bytes: Span<UInt8>, as other: TextKey, _ otherBytes: Span<UInt8>) -> Bool {
    if isLong, head == other.head {
      precondition(range.upperBound <= bytes.count, "no such text")
      precondition(other.range.upperBound <= otherBytes.count, "no such text")
    }
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe otherBytes.withUnsafeBufferPointer { otherBytes in
        unsafe is_same_text(self, bytes.baseAddress, other, otherBytes.baseAddress)
      }
    }
  }
}
