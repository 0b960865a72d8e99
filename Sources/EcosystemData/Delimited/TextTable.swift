import CVectorKernels
import GraphCore

/// A hash table from texts to codes, in open addressing.
///
/// A text of up to twelve bytes stands in its slot, so that looking it up touches one line of memory; of a
/// longer one the slot has 64 bits of hash, and the text itself is compared where they agree.
struct TextTable: Sendable {
  fileprivate struct Slot {
    var head: UInt64
    var tail: UInt32
    var code: UInt32
  }

  private var slots: ContiguousArray<Slot>
  private var mask: Int
  private var count = 0
  /// Differs from run to run, so that nobody can prepare a file whose texts all collide; codes do not
  /// depend on it.
  let seed: UInt64

  init() {
    slots = ContiguousArray(repeating: Slot(head: 0, tail: 0, code: ByteInterner.none), count: 64)
    mask = 63
    seed = UInt64.random(in: 0...UInt64.max)
  }

  private init(seed: UInt64) {
    slots = []
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
      let slot = slots[place]
      if slot.code == ByteInterner.none { return slot.code }
      if slot.head == key.head, slot.tail == key.tail,
        key.isText || isEqual(slot.code, bytes, start, length, texts, offsets)
      {
        return slot.code
      }
      place = (place + 1) & mask
    }
  }

  /// A text on its way to be looked up: its key, and the first slot in which it may stand.
  struct Probe {
    fileprivate let head: UInt64
    fileprivate let tail: UInt32
    fileprivate let place: UInt32

    static let none = Probe(head: 0, tail: 0, place: 0)
  }

  /// Asks for the slot of a text that will be looked up soon.
  @inline(__always)
  func probe(_ key: TextKey) -> Probe {
    let place = home(of: key)
    let slots = slots.span
    // A place is masked, and there are mask + 1 slots; the address is not read.
    unsafe slots.withUnsafeBufferPointer { unsafe prefetch_line($0.baseAddress?.advanced(by: place)) }
    return Probe(head: key.head, tail: key.tail, place: UInt32(truncatingIfNeeded: place))
  }

  /// The code of a text that stands in one of the first two slots where it may stand; `absent` where one of them
  /// is empty, so that it is not in the table; else `none`.
  ///
  /// Both are looked at without a branch, so that the processor can go on to the next text meanwhile.
  @inline(__always)
  func firstGuess(
    _ probe: Probe, _ bytes: Span<UInt8>, _ start: Int, _ length: Int, texts: Span<UInt8>,
    _ offsets: Span<Int>
  ) -> UInt32 {
    let key = TextKey(head: probe.head, tail: probe.tail)
    let place = Int(probe.place) & mask
    let slots = slots.span
    // A place is masked, and there are mask + 1 slots.
    let first = unsafe slots[unchecked: place]
    let second = unsafe slots[unchecked: (place &+ 1) & mask]
    let isFirst = (first.head ^ key.head) | UInt64(first.tail ^ key.tail) == 0
    let isSecond = (second.head ^ key.head) | UInt64(second.tail ^ key.tail) == 0
    let isAbsent = first.code == ByteInterner.none || second.code == ByteInterner.none
    let other = isAbsent ? ByteInterner.absent : ByteInterner.none
    let code = isFirst ? first.code : isSecond ? second.code : other
    if key.isText || code >= ByteInterner.absent { return code }
    return isEqual(code, bytes, start, length, texts, offsets) ? code : ByteInterner.none
  }

  /// Adds a text that is not there.
  mutating func insert(_ key: TextKey, _ code: UInt32) {
    if 4 * (count + 1) > 3 * slots.count { grow() }
    var place = home(of: key)
    while slots[place].code != ByteInterner.none { place = (place + 1) & mask }
    slots[place] = Slot(head: key.head, tail: key.tail, code: code)
    count += 1
  }

  @inline(__always)
  private func home(of key: TextKey) -> Int { Int(truncatingIfNeeded: key.hash(seed) >> 16) & mask }

  private func isEqual(
    _ code: UInt32, _ bytes: Span<UInt8>, _ start: Int, _ length: Int, _ texts: Span<UInt8>,
    _ offsets: Span<Int>
  ) -> Bool {
    let first = offsets[Int(code)]
    guard offsets[Int(code) + 1] - first == length else { return false }
    let a = unsafe texts.bytes
    let b = unsafe bytes.bytes
    precondition(start >= 0 && start + length <= bytes.count && first + length <= texts.count)
    var i = 0
    while i + 8 <= length {
      let x = unsafe a.unsafeLoadUnaligned(fromByteOffset: first + i, as: UInt64.self)
      let y = unsafe b.unsafeLoadUnaligned(fromByteOffset: start + i, as: UInt64.self)
      if x != y { return false }
      i += 8
    }
    while i < length, texts[first + i] == bytes[start + i] { i += 1 }
    return i == length
  }

  private mutating func grow() {
    let old = slots
    mask = 2 * old.count - 1
    slots = ContiguousArray(onLargePages: Slot(head: 0, tail: 0, code: ByteInterner.none), count: mask + 1)
    for slot in old where slot.code != ByteInterner.none {
      var place = home(of: TextKey(head: slot.head, tail: slot.tail))
      while slots[place].code != ByteInterner.none { place = (place + 1) & mask }
      slots[place] = slot
    }
  }
}

/// A text as a slot holds it: up to twelve bytes of it, or else its length and a hash.
///
/// No text holds a zero byte but at its end, so that one padded with zeros is told from all others, and so is a
/// length in the upper bytes of the tail.
struct TextKey {
  fileprivate let head: UInt64
  fileprivate let tail: UInt32

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
