import CVectorKernels
import GraphCore

/// A hash table from texts to codes, in open addressing by lines of three slots.
///
/// A text of up to sixteen bytes stands in its slot, so that looking it up touches one line of memory; a longer one
/// is compared where the table keeps it. A line fills from its first slot on, and what it has no room for stands in
/// the next that has.
struct TextTable: Sendable {
  private var lines: ContiguousArray<Line> = []
  /// One behind the other.
  private var longTexts: ContiguousArray<UInt8> = []
  private var count = 0

  /// Of no text.
  static let none = UInt32.max

  /// A slot, and whether the text was in it already.
  struct Place {
    fileprivate(set) var slot: Int
    let isKnown: Bool
  }

  var isVacant: Bool { lines.isEmpty }

  /// Whether one more text makes the table grow, which moves the others to other slots.
  var isFull: Bool { count >= 9 * lines.count / 4 }

  /// The code of a text; `none` where it is not there.
  func find(_ key: TextKey, hash: UInt32, _ bytes: Span<UInt8>) -> UInt32 {
    guard !lines.isEmpty else { return Self.none }
    let place = place(of: key, hash: hash, bytes)
    return place.isKnown ? self[place.slot] : Self.none
  }

  /// The code in a slot.
  subscript(slot: Int) -> UInt32 {
    get { lines[slot >> 2].code(slot & 3) }
    set { lines.setCode(newValue, in: slot) }
  }

  /// The slot of a text, which is given it with a code where it is not there.
  ///
  /// The table must not be full.
  @inline(__always)
  mutating func place(
    _ key: TextKey, hash: UInt32, _ bytes: Span<UInt8>, ifNew code: @autoclosure () -> UInt32
  ) -> Place {
    let place = place(of: key, hash: hash, bytes)
    if !place.isKnown { insert(key, bytes, code(), in: place.slot) }
    return place
  }

  /// Asks for the memory in which a text most likely stands.
  @inline(__always)
  func prefetch(hash: UInt32) {
    let line = home(of: hash)
    // The address is not read.
    unsafe lines.withUnsafeBufferPointer { unsafe prefetch_line($0.baseAddress?.advanced(by: line)) }
  }

  /// Asks for all the memory, line after line, if a core's cache can hold it and more than some lines will be read:
  /// that takes a third of the time that they would take one by one.
  func prefetch(forTexts count: Int) {
    unsafe lines.withUnsafeBytes {
      if $0.count <= 448 << 10, 2 * count > lines.count { unsafe prefetch_memory($0.baseAddress, $0.count) }
    }
  }

  /// The code of a text in the line where it most likely stands; `none` where it is not in that line, or too long.
  ///
  /// All slots are looked at without a branch, so that the processor can go on to the next text meanwhile.
  @inline(__always)
  func firstGuess(_ key: TextKey, hash: UInt32) -> UInt32 {
    let lines = lines.span
    // A home is below the number of lines.
    let code = unsafe lines[unchecked: home(of: hash)].code(of: key)
    return key.isLong ? Self.none : code
  }

  @inline(__always)
  private func home(of hash: UInt32) -> Int {
    Int(truncatingIfNeeded: (UInt64(hash) &* UInt64(truncatingIfNeeded: lines.count)) &>> 32)
  }

  private func place(of key: TextKey, hash: UInt32, _ bytes: Span<UInt8>) -> Place {
    var place = home(of: hash)
    let lines = lines.span
    let longTexts = longTexts.span
    while true {
      let line = lines[place]
      for slot in 0..<Line.slotCount {
        let other = line.key(slot)
        if other.isNone { return Place(slot: place << 2 | slot, isKnown: false) }
        if key.isSame(bytes, as: other, longTexts) { return Place(slot: place << 2 | slot, isKnown: true) }
      }
      place = place + 1 < lines.count ? place + 1 : 0
    }
  }

  private mutating func insert(_ key: TextKey, _ bytes: Span<UInt8>, _ code: UInt32, in slot: Int) {
    let key = key.isLong ? key.moved(from: bytes, to: &longTexts) : key
    lines.put(key, code, in: slot)
    count += 1
  }

  /// Makes room for more texts.
  ///
  /// - Parameters:
  ///   - seed: That of the hashes by which the texts were put.
  ///   - moved: Told the slot of each text, and its code.
  mutating func grow(seed: UInt64, moved: (_ slot: Int, _ code: UInt32) -> Void = { _, _ in }) {
    let old = lines
    lines = ContiguousArray(onLargePages: Line(), count: max(4, old.count + old.count / 2))
    for line in old {
      for slot in 0..<Line.slotCount where !line.key(slot).isNone {
        let (key, code) = (line.key(slot), line.code(slot))
        var place = home(of: key.hash(seed))
        while lines[place].filledCount == Line.slotCount { place = place + 1 < lines.count ? place + 1 : 0 }
        let free = place << 2 | lines[place].filledCount
        lines.put(key, code, in: free)
        moved(free, code)
      }
    }
  }
}

/// Three slots in one line of the processor's caches.
private struct Line {
  /// Three heads, three tails, three codes; being one vector, it stands where a line of the caches begins.
  private var words = SIMD8<UInt64>()

  static let slotCount = 3

  @inline(__always)
  func key(_ slot: Int) -> TextKey { TextKey(head: words[slot], tail: words[slot &+ 3]) }

  @inline(__always)
  func code(_ slot: Int) -> UInt32 {
    let word = words[6 &+ slot &>> 1]
    return UInt32(truncatingIfNeeded: slot & 1 == 0 ? word : word &>> 32)
  }

  /// The code of a short text; `none` where it is not here.
  @inline(__always)
  func code(of key: TextKey) -> UInt32 {
    var found = TextTable.none
    for slot in 0..<Self.slotCount {
      let differs = (words[slot] ^ key.head) | (words[slot &+ 3] ^ key.tail)
      found = differs == 0 ? code(slot) : found
    }
    return found
  }

  /// Number of slots that hold a text.
  var filledCount: Int { words[0] == 0 ? 0 : words[1] == 0 ? 1 : words[2] == 0 ? 2 : 3 }
}

extension ContiguousArray<Line> {
  // Words are written one by one: a line as a whole would be read, changed and written.

  fileprivate mutating func put(_ key: TextKey, _ code: UInt32, in slot: Int) {
    let first = MemoryLayout<Line>.stride * (slot >> 2) + 8 * (slot & 3)
    unsafe withUnsafeMutableBytes {
      unsafe $0.storeBytes(of: key.head, toByteOffset: first, as: UInt64.self)
      unsafe $0.storeBytes(of: key.tail, toByteOffset: first + 24, as: UInt64.self)
    }
    setCode(code, in: slot)
  }

  fileprivate mutating func setCode(_ code: UInt32, in slot: Int) {
    let place = MemoryLayout<Line>.stride * (slot >> 2) + 48 + 4 * (slot & 3)
    unsafe withUnsafeMutableBytes {
      unsafe $0.storeBytes(of: code.littleEndian, toByteOffset: place, as: UInt32.self)
    }
  }
}
