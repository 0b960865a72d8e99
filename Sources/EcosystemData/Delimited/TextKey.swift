import GraphCore

/// A text as a hash table holds it, in sixteen bytes: the text itself where it is no longer than that, or else 56
/// bits of hash and where the text stands.
///
/// Texts are not blank and do not begin with a zero byte, so that one padded with zeros is told from all others, a
/// long one by its lowest byte, and no text by a head of zero.
struct TextKey {
  let head: UInt64
  let tail: UInt64

  /// Of no text.
  static let none = TextKey(head: 0, tail: 0)

  init(head: UInt64, tail: UInt64) {
    self.head = head
    self.tail = tail
  }

  /// The key of `bytes[start ..< start + length]`.
  @inline(__always)
  init(_ bytes: Span<UInt8>, _ start: Int, _ length: Int, _ seed: UInt64) {
    precondition(start >= 0 && length >= 0 && start + length <= bytes.count, "no such text")
    if length > 0, length <= 16, start + 16 <= bytes.count {
      let raw = unsafe bytes.bytes
      let low = unsafe raw.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
      let high = unsafe raw.unsafeLoadUnaligned(fromByteOffset: start + 8, as: UInt64.self)
      // Bytes behind the text are cleared. Of the tail it may be all 64 bits, which takes two shifts.
      let excess = UInt64(truncatingIfNeeded: 64 &- 8 &* min(length, 8))
      let half = UInt64(truncatingIfNeeded: 64 &- 4 &* max(length, 8))
      self.init(
        head: UInt64(littleEndian: low) & (~0 &>> excess),
        tail: UInt64(littleEndian: high) & ((~0 &>> half) &>> half))
    } else {
      self.init(longOrLast: bytes, start, length, seed)
    }
  }

  /// Byte by byte near the end of the buffer; hashed, eight bytes at a time, where it is long.
  @inline(never)
  private init(longOrLast bytes: Span<UInt8>, _ start: Int, _ length: Int, _ seed: UInt64) {
    if length <= 16 {
      var head: UInt64 = 0
      var tail: UInt64 = 0
      for i in 0..<min(8, length) { head |= UInt64(bytes[start + i]) << UInt64(8 * i) }
      for i in 8..<max(8, length) { tail |= UInt64(bytes[start + i]) << UInt64(8 * (i - 8)) }
      self.init(head: head, tail: tail)
      return
    }
    let raw = unsafe bytes.bytes
    var state = seed ^ UInt64(truncatingIfNeeded: length)
    var i = start
    let end = start + length
    while i + 8 <= end {
      state = unsafe mixed(state ^ raw.unsafeLoadUnaligned(fromByteOffset: i, as: UInt64.self))
      i += 8
    }
    // The last eight bytes, some of them for a second time.
    state = unsafe mixed(state ^ raw.unsafeLoadUnaligned(fromByteOffset: end - 8, as: UInt64.self))
    self.init(head: max(1 << 8, state & ~0xFF), tail: UInt64(truncatingIfNeeded: start << 24 | length))
  }

  /// Puts a long text behind others, and gives the key of it there.
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
    return unsafe withUnsafeBytes(of: (head.littleEndian, tail.littleEndian)) {
      unsafe String(decoding: $0[..<length], as: UTF8.self)
    }
  }

  @inline(__always)
  var isNone: Bool { head == 0 }

  /// Whether the text is too long to be in the key.
  @inline(__always)
  var isLong: Bool { head & 0xFF == 0 }

  /// Where a long text stands.
  var range: Range<Int> {
    let start = Int(tail >> 24)
    return start..<start + Int(tail & 0xFF_FFFF)
  }

  /// A number spread evenly, never zero, by which the text is found; it depends on the text and the seed alone.
  @inline(__always)
  func hash(_ seed: UInt64) -> UInt32 {
    max(1, UInt32(truncatingIfNeeded: mixed(mixed(head ^ seed) ^ (isLong ? 0 : tail))))
  }

  /// Whether it is the key of the same text, either having its long texts in a memory of its own.
  @inline(__always)
  func isSame(_ bytes: Span<UInt8>, as other: TextKey, _ otherBytes: Span<UInt8>) -> Bool {
    guard head == other.head else { return false }
    return isLong ? areEqual(bytes, range, otherBytes, other.range) : tail == other.tail
  }
}

private func areEqual(
  _ bytes: Span<UInt8>, _ range: Range<Int>, _ otherBytes: Span<UInt8>, _ otherRange: Range<Int>
) -> Bool {
  guard range.count == otherRange.count else { return false }
  precondition(range.upperBound <= bytes.count && otherRange.upperBound <= otherBytes.count, "no such text")
  let a = unsafe bytes.bytes
  let b = unsafe otherBytes.bytes
  let (start, otherStart, length) = (range.lowerBound, otherRange.lowerBound, range.count)
  var i = 0
  while i + 8 <= length {
    let x = unsafe a.unsafeLoadUnaligned(fromByteOffset: start + i, as: UInt64.self)
    let y = unsafe b.unsafeLoadUnaligned(fromByteOffset: otherStart + i, as: UInt64.self)
    if x != y { return false }
    i += 8
  }
  while i < length, bytes[start + i] == otherBytes[otherStart + i] { i += 1 }
  return i == length
}

@inline(__always)
private func mixed(_ x: UInt64) -> UInt64 {
  let product = (x ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
  return product.high ^ product.low
}
