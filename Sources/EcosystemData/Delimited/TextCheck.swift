/// Checks that bytes are UTF-8 text, block by block.
///
/// After Unicode 16, table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF.
struct TextCheck {
  /// What keeps bytes from being text.
  enum Fault: Equatable {
    case zeroByte(offset: Int)
    case notUTF8(offset: Int)

    var offset: Int {
      switch self {
      case .zeroByte(let offset), .notUTF8(let offset): offset
      }
    }
  }

  /// Checks `bytes[start ..< end]`, which begins at a character.
  ///
  /// - Returns: Up to where the bytes are whole characters, or what is wrong. A character that the block cuts
  ///   off is left for the next call unless the input ends here.
  static func check(_ bytes: Span<UInt8>, from start: Int, to end: Int, isLast: Bool) -> (Int, Fault?) {
    var i = start
    while i < end {
      i = endOfPlainRun(bytes, from: i, to: end)
      guard i < end else { break }
      let lead = bytes[i]
      if lead == 0 { return (i, .zeroByte(offset: i)) }
      if lead < 0x80 {
        i += 1
        continue
      }
      let (count, second) = form(of: lead)
      guard count > 0 else { return (i, .notUTF8(offset: i)) }
      for k in 1..<count {
        guard i + k < end else { return (i, isLast ? .notUTF8(offset: i) : nil) }
        let allowed = k == 1 ? second : 0x80...0xBF
        guard allowed.contains(bytes[i + k]) else { return (i, .notUTF8(offset: i)) }
      }
      i += count
    }
    return (end, nil)
  }

  /// Skips eight ASCII bytes at a time, none of them zero.
  private static func endOfPlainRun(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    let raw = unsafe bytes.bytes
    var i = start
    while i + 8 <= end {
      let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: i, as: UInt64.self)
      // A byte below 1 borrows into its high bit; a byte of 0x80 or more has it.
      let flagged = (word &- 0x0101_0101_0101_0101) | word
      if flagged & 0x8080_8080_8080_8080 != 0 { break }
      i += 8
    }
    return i
  }

  /// Number of bytes of a character and the allowed range of its second, by its first.
  private static func form(of lead: UInt8) -> (count: Int, second: ClosedRange<UInt8>) {
    switch lead {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: (0, 0x80...0xBF)
    }
  }
}
