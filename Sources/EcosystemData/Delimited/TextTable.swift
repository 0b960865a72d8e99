import CVectorKernels
import GraphCore

/// A hash table from texts to codes, in open addressing by lines of four slots.
///
/// A text of up to sixteen bytes stands in its slot, so that looking it up touches two lines of memory, both of
/// which can be asked for beforehand; a longer one is compared where the table keeps it. A line fills from its first
/// slot on, and what it has no room for stands in the next that has.
struct TextTable: Sendable {
  /// Four keys: heads, then tails. Being one vector, they stand where a line of the processor's caches begins.
  private typealias Line = SIMD8<UInt64>

  private var lines: ContiguousArray<Line> = []
  /// By slot.
  private var codes: ContiguousArray<UInt32> = []
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

  /// The code of a text; `none` where it is not there.
  func find(_ key: TextKey, hash: UInt64, _ bytes: Span<UInt8>) -> UInt32 {
    guard !lines.isEmpty else { return Self.none }
    let place = place(of: key, hash: hash, bytes)
    return place.isKnown ? codes[place.slot] : Self.none
  }

  /// The code in a slot.
  subscript(slot: Int) -> UInt32 {
    get { codes[slot] }
    set { codes[slot] = newValue }
  }

  var isVacant: Bool { lines.isEmpty }

  /// Whether one more text makes the table grow, which moves the others to other slots.
  var isFull: Bool { count >= 3 * lines.count }

  /// The slot of a text, which is given it with a code where it is not there.
  ///
  /// The table must not be full.
  @inline(__always)
  mutating func place(_ key: TextKey, hash: UInt64, _ bytes: Span<UInt8>, ifNew code: @autoclosure () -> UInt32)
    -> Place
  {
    let place = place(of: key, hash: hash, bytes)
    if !place.isKnown { insert(key, bytes, code(), in: place.slot) }
    return place
  }

  /// Asks for the memory in which a text most likely stands.
  @inline(__always)
  func prefetch(hash: UInt64) {
    let line = home(of: hash)
    // The addresses are not read.
    unsafe lines.withUnsafeBufferPointer { unsafe prefetch_line($0.baseAddress?.advanced(by: line)) }
    unsafe codes.withUnsafeBufferPointer { unsafe prefetch_line($0.baseAddress?.advanced(by: 4 &* line)) }
  }

  /// The code of a short text in the line where it most likely stands; `none` where it is not in that line.
  ///
  /// All slots are looked at without a branch, so that the processor can go on to the next text meanwhile.
  @inline(__always)
  func firstGuess(_ key: TextKey, hash: UInt64) -> UInt32 {
    let place = home(of: hash)
    let lines = lines.span
    let codes = codes.span
    // A place is masked, and there are as many lines, each with four codes.
    let line = unsafe lines[unchecked: place]
    var found = -1
    for slot in 0..<4 {
      let differs = (line[slot] ^ key.head) | (line[slot &+ 4] ^ key.tail)
      found = differs == 0 ? slot : found
    }
    return found < 0 ? Self.none : unsafe codes[unchecked: place &* 4 &+ found]
  }

  @inline(__always)
  private func home(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash &>> 8) & (lines.count &- 1) }

  private func place(of key: TextKey, hash: UInt64, _ bytes: Span<UInt8>) -> Place {
    var place = home(of: hash)
    let lines = lines.span
    let longTexts = longTexts.span
    while true {
      let line = lines[place]
      for slot in 0..<4 {
        let other = TextKey(line, slot)
        if other.isNone { return Place(slot: 4 * place + slot, isKnown: false) }
        if key.isSame(bytes, as: other, longTexts) { return Place(slot: 4 * place + slot, isKnown: true) }
      }
      place = (place + 1) & (lines.count - 1)
    }
  }

  private mutating func insert(_ key: TextKey, _ bytes: Span<UInt8>, _ code: UInt32, in slot: Int) {
    var key = key
    if key.isLong {
      let start = longTexts.count
      unsafe bytes.extracting(key.range).withUnsafeBufferPointer {
        unsafe longTexts.append(contentsOf: $0)
      }
      key = key.moved(to: start)
    }
    put(key, code, in: slot)
    count += 1
  }

  private mutating func put(_ key: TextKey, _ code: UInt32, in slot: Int) {
    lines[slot >> 2][slot & 3] = key.head
    lines[slot >> 2][slot & 3 + 4] = key.tail
    codes[slot] = code
  }

  /// Makes room for more texts.
  ///
  /// - Parameters:
  ///   - seed: That of the hashes by which the texts were put.
  ///   - moved: Told the slot of each text, and its code.
  mutating func grow(seed: UInt64, moved: (_ slot: Int, _ code: UInt32) -> Void = { _, _ in }) {
    let old = lines
    let oldCodes = codes
    let lineCount = max(4, 2 * old.count)
    lines = ContiguousArray(onLargePages: Line(), count: lineCount)
    codes = ContiguousArray(onLargePages: Self.none, count: 4 * lineCount)
    for (index, line) in old.enumerated() {
      for slot in 0..<4 {
        let key = TextKey(line, slot)
        if key.isNone { break }
        var place = home(of: key.hash(seed))
        var free = 0
        while free < 4, lines[place][free] != 0 {
          free += 1
          if free == 4 {
            free = 0
            place = (place + 1) & (lineCount - 1)
          }
        }
        let code = oldCodes[4 * index + slot]
        put(key, code, in: 4 * place + free)
        moved(4 * place + free, code)
      }
    }
  }
}

extension TextKey {
  fileprivate init(_ line: SIMD8<UInt64>, _ slot: Int) { self.init(head: line[slot], tail: line[slot + 4]) }
}
