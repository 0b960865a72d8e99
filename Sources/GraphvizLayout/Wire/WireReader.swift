/// Takes the bytes apart that a ``WireWriter`` built.
///
/// Trusts nothing: whatever is wrong throws ``Malformed``.
struct WireReader {
  struct Malformed: Error {}

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Bytes not yet read.
  var remaining: Int { bytes.count - position }

  mutating func read<Value: FixedWidthInteger>(_: Value.Type = Value.self) throws(Malformed) -> Value {
    let size = Value.bitWidth / 8
    guard remaining >= size else { throw Malformed() }
    var value: Value = 0
    for offset in 0..<size {
      value |= Value(truncatingIfNeeded: bytes[position + offset]) << Value(8 * offset)
    }
    position += size
    return value
  }

  mutating func readDouble() throws(Malformed) -> Double { Double(bitPattern: try read(UInt64.self)) }

  /// A double that is a number.
  mutating func readFinite() throws(Malformed) -> Double {
    let value = try readDouble()
    guard value.isFinite else { throw Malformed() }
    return value
  }

  mutating func readPoint() throws(Malformed) -> Layout.Point {
    Layout.Point(x: try readFinite(), y: try readFinite())
  }

  mutating func readText() throws(Malformed) -> String {
    let count = try readCount(elementSize: 1)
    defer { position += count }
    return String(decoding: bytes[position..<(position + count)], as: UTF8.self)
  }

  /// The number of elements that follow, each of at least `elementSize` bytes: never more than there are bytes for.
  mutating func readCount(elementSize: Int) throws(Malformed) -> Int {
    let count = Int(try read(UInt32.self))
    guard count <= remaining / elementSize else { throw Malformed() }
    return count
  }

  /// One of a fixed list, by its number.
  mutating func readChoice<Choice>(of choices: [Choice]) throws(Malformed) -> Choice {
    let number = Int(try read(UInt8.self))
    guard choices.indices.contains(number) else { throw Malformed() }
    return choices[number]
  }

  /// Every byte has been read.
  func finish() throws(Malformed) {
    guard remaining == 0 else { throw Malformed() }
  }
}
