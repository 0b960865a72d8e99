/// Gives each distinct text a dense number, in order of first appearance, without making a `String`.
///
/// An open-addressing hash table over the bytes. Numbers written in decimal, the ids of most large edge
/// lists, are first looked up in an array indexed by the number itself, which is a cache of the table.
struct ByteInterner {
  /// High half: part of the hash; low half: the code; `empty` where free.
  private var slots: ContiguousArray<UInt64>
  private var mask: Int
  /// Text `c` is `arena[offsets[c] ..< offsets[c + 1]]`.
  private var offsets: ContiguousArray<Int> = [0]
  private var arena: ContiguousArray<UInt8> = []
  /// Code of each small number met so far.
  private var byNumber: ContiguousArray<UInt32> = []
  /// Differs from run to run, so that nobody can prepare a file whose texts all collide; codes do not
  /// depend on it.
  private let seed: UInt64

  static let none = UInt32.max
  private static let empty = UInt64.max

  init() {
    slots = ContiguousArray(repeating: Self.empty, count: 64)
    mask = 63
    seed = UInt64.random(in: 0...UInt64.max)
  }

  /// What stands in for an interner while it is moved elsewhere; it allocates nothing.
  static var vacant: ByteInterner { ByteInterner(seed: 0) }

  private init(seed: UInt64) {
    slots = []
    mask = 0
    offsets = []
    self.seed = seed
  }

  /// Number of distinct texts.
  var count: Int { offsets.count - 1 }

  /// The text with a code.
  func text(_ code: UInt32) -> String {
    let code = Int(code)
    return String(decoding: arena[offsets[code]..<offsets[code + 1]], as: UTF8.self)
  }

  /// All texts in the order of their codes.
  func texts() -> [String] { (0..<count).map { text(UInt32(truncatingIfNeeded: $0)) } }

  /// The codes of cells, in their order.
  ///
  /// Three passes: read the numbers, look all of them up, number what is new. The middle one is nothing but
  /// independent loads, many of which the processor keeps on the way at a time; one by one, each would wait
  /// for a table that no cache holds.
  mutating func intern(_ bytes: Span<UInt8>, _ cells: Span<Cell>, into codes: inout ContiguousArray<UInt32>) {
    codes.removeAll(keepingCapacity: true)
    codes.append(contentsOf: repeatElement(Self.none, count: cells.count))
    var span = codes.mutableSpan
    for index in cells.indices {
      let cell = cells[index]
      let number = smallNumber(bytes, start: Int(cell.start), length: cell.count)
      span[index] = UInt32(truncatingIfNeeded: number)
    }
    Self.lookUp(&span, in: byNumber)
    for index in span.indices where span[index] == Self.none {
      let cell = cells[index]
      span[index] = intern(bytes, start: Int(cell.start), length: cell.count)
    }
  }

  /// Replaces numbers by their codes, and by ``none`` where they have none yet.
  private static func lookUp(_ numbers: inout MutableSpan<UInt32>, in codes: ContiguousArray<UInt32>) {
    let codes = codes.span
    for index in numbers.indices {
      let number = Int(numbers[index])
      numbers[index] = number < codes.count ? codes[number] : none
    }
  }

  /// The code of `bytes[start ..< start + length]`, a new one where the text was not met before.
  mutating func intern(_ bytes: Span<UInt8>, start: Int, length: Int) -> UInt32 {
    let number = smallNumber(bytes, start: start, length: length)
    if number >= 0 {
      if number < byNumber.count {
        let code = byNumber[number]
        if code != Self.none { return code }
      }
      return internNumber(number, bytes, start: start, length: length)
    }
    return internText(bytes, start: start, length: length)
  }

  /// The code of a text; nil where it was not met before.
  func find(_ bytes: Span<UInt8>, start: Int, length: Int) -> UInt32? {
    let number = smallNumber(bytes, start: start, length: length)
    if number >= 0, number < byNumber.count, byNumber[number] != Self.none { return byNumber[number] }
    let slot = slots[self.slot(of: bytes, start: start, length: length, hash: hash(bytes, start, length))]
    return slot == Self.empty ? nil : UInt32(truncatingIfNeeded: slot)
  }

  /// The code of a text; nil where it was not met before.
  func find(_ text: String) -> UInt32? {
    let bytes = ContiguousArray(text.utf8)
    return find(bytes.span, start: 0, length: bytes.count)
  }

  @inline(never)
  private mutating func internNumber(
    _ number: Int, _ bytes: Span<UInt8>, start: Int, length: Int
  ) -> UInt32 {
    let code = internText(bytes, start: start, length: length)
    // The cache may not outgrow the texts: ids such as 900000001 would fill it with air.
    if number >= byNumber.count, number < max(1 << 16, 16 * count) {
      var size = max(1 << 10, byNumber.count)
      while size <= number { size *= 2 }
      byNumber.append(contentsOf: repeatElement(Self.none, count: size - byNumber.count))
    }
    if number < byNumber.count { byNumber[number] = code }
    return code
  }

  @inline(never)
  private mutating func internText(_ bytes: Span<UInt8>, start: Int, length: Int) -> UInt32 {
    let hash = hash(bytes, start, length)
    let place = slot(of: bytes, start: start, length: length, hash: hash)
    if slots[place] != Self.empty { return UInt32(truncatingIfNeeded: slots[place]) }
    let code = UInt32(truncatingIfNeeded: count)
    slots[place] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(code)
    for i in start..<start + length { arena.append(bytes[i]) }
    offsets.append(arena.count)
    if 2 * count > mask { grow() }
    return code
  }

  /// Where a text is in the table, or the free slot where it belongs.
  private func slot(of bytes: Span<UInt8>, start: Int, length: Int, hash: UInt64) -> Int {
    let tag = hash & 0xFFFF_FFFF_0000_0000
    var place = Int(truncatingIfNeeded: hash >> 16) & mask
    while true {
      let slot = slots[place]
      if slot == Self.empty { return place }
      if slot & 0xFFFF_FFFF_0000_0000 == tag {
        let code = Int(slot & 0xFFFF_FFFF)
        if offsets[code + 1] - offsets[code] == length {
          let first = offsets[code]
          var i = 0
          while i < length, arena[first + i] == bytes[start + i] { i += 1 }
          if i == length { return place }
        }
      }
      place = (place + 1) & mask
    }
  }

  private mutating func grow() {
    let size = 2 * (mask + 1)
    mask = size - 1
    slots = ContiguousArray(repeating: Self.empty, count: size)
    let arena = arena
    let texts = arena.span
    for code in 0..<count {
      let start = offsets[code]
      let hash = hash(texts, start, offsets[code + 1] - start)
      var place = Int(truncatingIfNeeded: hash >> 16) & mask
      while slots[place] != Self.empty { place = (place + 1) & mask }
      slots[place] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(code)
    }
  }

  /// Eight bytes at a time, each mixed in by a full-width multiplication.
  private func hash(_ bytes: Span<UInt8>, _ start: Int, _ length: Int) -> UInt64 {
    precondition(start >= 0 && length >= 0 && start + length <= bytes.count, "no such text")
    let raw = unsafe bytes.bytes
    var state = seed ^ UInt64(truncatingIfNeeded: length)
    var i = start
    let end = start + length
    while i + 8 <= end {
      state = unsafe mixed(state ^ raw.unsafeLoadUnaligned(fromByteOffset: i, as: UInt64.self))
      i += 8
    }
    var tail: UInt64 = 0
    while i < end {
      tail = tail << 8 | UInt64(bytes[i])
      i += 1
    }
    return mixed(mixed(state ^ tail))
  }
}

private func mixed(_ x: UInt64) -> UInt64 {
  let product = (x ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
  return product.high ^ product.low
}

/// The value of a text that is a number below 10⁹ as one would print it: no sign, no leading zero; else -1.
@inline(__always)
private func smallNumber(_ bytes: Span<UInt8>, start: Int, length: Int) -> Int {
  guard length >= 1, length <= 9 else { return -1 }
  precondition(start >= 0 && start + length <= bytes.count, "no such text")
  var value = Int(unsafe bytes[unchecked: start]) &- 48
  guard value >= 0, value <= 9, value > 0 || length == 1 else { return -1 }
  var i = start + 1
  while i < start + length {
    let digit = Int(unsafe bytes[unchecked: i]) &- 48
    if digit < 0 || digit > 9 { return -1 }
    value = value &* 10 &+ digit
    i += 1
  }
  return value
}
