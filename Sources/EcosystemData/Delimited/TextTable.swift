import CVectorKernels
import GraphCore

/// A hash table from texts to codes, in open addressing by lines of four slots.
///
/// A text of up to twelve bytes stands in its slot, so that looking it up touches one line of memory; of a
/// longer one the slot has 64 bits of hash, and the text itself is compared where they agree. A line fills from
/// its first slot on, and what it has no room for stands in the next that has.
struct TextTable: Sendable {
  /// Four slots in one line of the processor's caches.
  fileprivate struct Line {
    /// Four heads, four tails, four codes; being one vector, it stands where a line of the caches begins.
    private var words = SIMD8<UInt64>(0, 0, 0, 0, .max, .max, .max, .max)

    var heads: SIMD4<UInt64> { words.lowHalf }
    var tails: SIMD4<UInt32> { unsafe unsafeBitCast(words.highHalf.lowHalf, to: SIMD4<UInt32>.self) }
    var codes: SIMD4<UInt32> { unsafe unsafeBitCast(words.highHalf.highHalf, to: SIMD4<UInt32>.self) }

    mutating func put(_ key: TextKey, _ code: UInt32, in slot: Int) {
      var (tails, codes) = (tails, codes)
      tails[slot] = key.tail
      codes[slot] = code
      words[slot] = key.head
      words.highHalf.lowHalf = unsafe unsafeBitCast(tails, to: SIMD2<UInt64>.self)
      words.highHalf.highHalf = unsafe unsafeBitCast(codes, to: SIMD2<UInt64>.self)
    }

    func key(in slot: Int) -> TextKey { TextKey(head: heads[slot], tail: tails[slot]) }
  }

  private var lines: ContiguousArray<Line>
  private var mask: Int
  private var count = 0
  /// Differs from run to run, so that nobody can prepare a file whose texts all collide; codes do not
  /// depend on it.
  let seed: UInt64

  init() {
    lines = ContiguousArray(repeating: Line(), count: 16)
    mask = 15
    seed = UInt64.random(in: 0...UInt64.max)
  }

  private init(seed: UInt64) {
    lines = []
    mask = 0
    self.seed = seed
  }

  /// What stands in for a table while it is moved elsewhere.
  static var vacant: TextTable { TextTable(seed: 0) }

  /// The code of a text; `none` where it is not there.
  ///
  /// - Parameters:
  ///   - texts: The texts with codes, one behind the other.
  ///   - offsets: Where each of them begins, and the last ends.
  func find(
    _ key: TextKey, _ bytes: Span<UInt8>, _ start: Int, _ length: Int, texts: Span<UInt8>,
    _ offsets: Span<Int>
  ) -> UInt32 {
    var place = home(of: key)
    while true {
      let line = lines[place]
      let (heads, tails, codes) = (line.heads, line.tails, line.codes)
      for slot in 0..<4 {
        let code = codes[slot]
        if code == ByteInterner.none { return code }
        if heads[slot] == key.head, tails[slot] == key.tail,
          key.isText || isEqual(code, bytes, start, length, texts, offsets)
        {
          return code
        }
      }
      place = (place + 1) & mask
    }
  }

  /// A text on its way to be looked up: its key, and the line in which it most likely stands.
  struct Probe {
    let key: TextKey
    fileprivate let place: UInt32
    /// The cell that holds it.
    let cell: UInt32

    static let none = Probe(key: .none, place: 0, cell: 0)
  }

  /// Asks for the line of a text that will be looked up soon.
  @inline(__always)
  func probe(_ key: TextKey, of cell: Int) -> Probe {
    let place = home(of: key)
    let lines = lines.span
    // A place is masked, and there are mask + 1 lines; the address is not read.
    unsafe lines.withUnsafeBufferPointer { unsafe prefetch_line($0.baseAddress?.advanced(by: place)) }
    return Probe(key: key, place: UInt32(truncatingIfNeeded: place), cell: UInt32(truncatingIfNeeded: cell))
  }

  /// The code at the key of a text in the first line where it may stand; `absent` where that line has room left, so
  /// that the text is not in the table; else `none`.
  ///
  /// Where the key is not the text itself, another text may have the code: see ``isEqual(_:_:_:_:_:_:)``. All
  /// slots are looked at without a branch, so that the processor can go on to the next text meanwhile.
  @inline(__always)
  func firstGuess(_ probe: Probe) -> UInt32 {
    let key = probe.key
    let lines = lines.span
    // A place is masked, and there are mask + 1 lines.
    let line = unsafe lines[unchecked: Int(probe.place) & mask]
    let (heads, tails, codes) = (line.heads, line.tails, line.codes)
    var code = codes[3] == ByteInterner.none ? ByteInterner.absent : ByteInterner.none
    for slot in 0..<4 {
      let differs = (heads[slot] ^ key.head) | UInt64(tails[slot] ^ key.tail)
      code = differs == 0 && codes[slot] != ByteInterner.none ? codes[slot] : code
    }
    return code
  }

  /// Adds a text that is not there.
  mutating func insert(_ key: TextKey, _ code: UInt32) {
    if count + 1 > 3 * lines.count { grow() }
    put(key, code)
    count += 1
  }

  private mutating func put(_ key: TextKey, _ code: UInt32) {
    var place = home(of: key)
    while true {
      let codes = lines[place].codes
      for slot in 0..<4 where codes[slot] == ByteInterner.none {
        lines[place].put(key, code, in: slot)
        return
      }
      place = (place + 1) & mask
    }
  }

  @inline(__always)
  private func home(of key: TextKey) -> Int { Int(truncatingIfNeeded: key.hash(seed) >> 16) & mask }

  /// Whether the text with a code is `bytes[start ..< start + length]`.
  func isEqual(
    _ code: UInt32, _ bytes: Span<UInt8>, _ start: Int, _ length: Int, _ texts: Span<UInt8>,
    _ offsets: Span<Int>
  ) -> Bool {
    let first = offsets[Int(code)]
    guard offsets[Int(code) + 1] - first == length else { return false }
    return areEqual(texts, first, bytes, start, length)
  }

  private mutating func grow() {
    let old = lines
    mask = 2 * old.count - 1
    lines = ContiguousArray(onLargePages: Line(), count: mask + 1)
    for line in old {
      let codes = line.codes
      for slot in 0..<4 where codes[slot] != ByteInterner.none { put(line.key(in: slot), codes[slot]) }
    }
  }
}

/// Whether two texts of one length are the same.
func areEqual(_ texts: Span<UInt8>, _ first: Int, _ others: Span<UInt8>, _ start: Int, _ length: Int) -> Bool
{
  let a = unsafe texts.bytes
  let b = unsafe others.bytes
  precondition(first >= 0 && first + length <= texts.count, "no such text")
  precondition(start >= 0 && start + length <= others.count, "no such text")
  var i = 0
  while i + 8 <= length {
    let x = unsafe a.unsafeLoadUnaligned(fromByteOffset: first + i, as: UInt64.self)
    let y = unsafe b.unsafeLoadUnaligned(fromByteOffset: start + i, as: UInt64.self)
    if x != y { return false }
    i += 8
  }
  while i < length, texts[first + i] == others[start + i] { i += 1 }
  return i == length
}

/// A text as a slot holds it: up to twelve bytes of it, or else its length and a hash.
///
/// No text holds a zero byte but at its end, so that one padded with zeros is told from all others, and so is a
/// length in the upper bytes of the tail.
struct TextKey: Equatable {
  fileprivate let head: UInt64
  fileprivate let tail: UInt32

  /// Of no text.
  static let none = TextKey(head: 0, tail: 0)

  fileprivate init(head: UInt64, tail: UInt32) {
    self.head = head
    self.tail = tail
  }

  @inline(__always)
  init(_ bytes: Span<UInt8>, _ start: Int, _ length: Int, _ seed: UInt64) {
    precondition(start >= 0 && length >= 0 && start + length <= bytes.count, "no such text")
    if length <= 12, start + 16 <= bytes.count {
      let raw = unsafe bytes.bytes
      let low = unsafe raw.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
      let high = unsafe raw.unsafeLoadUnaligned(fromByteOffset: start + 8, as: UInt32.self)
      // Shifts by the whole width or more give zero.
      self.init(
        head: UInt64(littleEndian: low) & ~(~0 << UInt64(8 * length)),
        tail: UInt32(littleEndian: high) & ~(~0 << UInt32(8 * max(0, length - 8))))
    } else {
      self.init(longOrLast: bytes, start, length, seed)
    }
  }

  /// Byte by byte near the end of the buffer; hashed, eight bytes at a time, where it is long.
  @inline(never)
  private init(longOrLast bytes: Span<UInt8>, _ start: Int, _ length: Int, _ seed: UInt64) {
    if length <= 12 {
      var head: UInt64 = 0
      var tail: UInt32 = 0
      for i in 0..<min(8, length) { head |= UInt64(bytes[start + i]) << UInt64(8 * i) }
      for i in 8..<max(8, length) { tail |= UInt32(bytes[start + i]) << UInt32(8 * (i - 8)) }
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
    self.init(head: state, tail: UInt32(max(1, length & 0x00FF_FFFF)) << 8)
  }

  /// Whether the text is in the key as a whole.
  @inline(__always)
  var isText: Bool { tail & 0xFF != 0 || tail == 0 }

  @inline(__always)
  fileprivate func hash(_ seed: UInt64) -> UInt64 {
    mixed(mixed(head ^ seed) ^ UInt64(tail))
  }
}

@inline(__always)
private func mixed(_ x: UInt64) -> UInt64 {
  let product = (x ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
  return product.high ^ product.low
}
