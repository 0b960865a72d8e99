import CVectorKernels
import GraphCore

/// Gives each distinct text a dense number, its code, in order of first appearance, one text after the other.
///
/// For columns of which each cell must be judged when the rows before it have been; see ``TextNumbering`` for all
/// others.
struct ByteInterner: Sendable {
  private var table: TextTable
  private var texts: [String] = []
  /// Differs from run to run, so that nobody can prepare a file whose texts all collide; codes do not depend on it.
  private let seed: UInt64

  init() {
    seed = UInt64.random(in: 0...UInt64.max)
    table = TextTable(seed: seed)
  }

  /// The code of what is no text.
  static let none = TextTable.none

  /// Number of distinct texts.
  var count: Int { texts.count }

  /// The text with a code.
  func text(_ code: UInt32) -> String { texts[Int(code)] }

  /// The code of `bytes[start ..< start + length]`, which is not blank; a new one where it was not met before.
  mutating func intern(_ bytes: Span<UInt8>, start: Int, length: Int) -> UInt32 {
    let key = TextKey(bytes, start, length, seed)
    if !isKnownUniquelyReferenced(&table) { table = TextTable(copying: table) }
    let count = UInt32(truncatingIfNeeded: texts.count)
    let code = table.add(key, hash: key.hash(seed), bytes, ifNew: count)
    if code == count { texts.append(String(bytes, start..<start + length)) }
    return code
  }

  /// The code of a text; nil where it was not met before.
  func find(_ bytes: Span<UInt8>, start: Int, length: Int) -> UInt32? {
    let key = TextKey(bytes, start, length, seed)
    return table.find(key, hash: key.hash(seed), bytes)
  }

  /// The code of a text; nil where it was not met before.
  func find(_ text: String) -> UInt32? {
    let bytes = ContiguousArray(text.utf8)
    return find(bytes.span, start: 0, length: bytes.count)
  }
}

extension String {
  /// The text that stands in some bytes, which are known to be UTF-8.
  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    self = unsafe bytes.extracting(range).withUnsafeBufferPointer {
      unsafe String(decoding: $0, as: UTF8.self)
    }
  }
}
