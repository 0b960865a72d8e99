import CVectorKernels
import GraphCore

/// Gives each distinct text a dense number, its code, in order of first appearance, without making a `String`.
///
/// Numbers written in decimal, the ids of most large edge lists, are looked up in an array indexed by the number
/// itself; all other texts in an open-addressing hash table, whose slots hold texts of up to twelve bytes
/// themselves. A code never changes, so that many cells can be looked up on other threads, in a copy of the
/// interner as it is, and what was not found be added later: see ``lookUp(_:_:columns:)`` and ``adopt(_:)``.
struct ByteInterner: Sendable {
  private var table: TextTable
  /// Text `c` is `arena[offsets[c] ..< offsets[c + 1]]`.
  private var offsets: ContiguousArray<Int> = [0]
  private var arena: ContiguousArray<UInt8> = []
  /// Code of each small number met so far, but for those in the table.
  private var byNumber: ContiguousArray<UInt32> = []
  /// Numbers that are in the table, having been too large for the array when they were met.
  private var numbersInTable: ContiguousArray<(number: UInt32, code: UInt32)> = []

  static let none = UInt32.max
  /// What a look-up may say of a text of which it is certain that it was not met before.
  static let absent = UInt32.max - 1

  init() { table = TextTable() }

  /// What stands in for an interner while it is moved elsewhere; it allocates nothing.
  static var vacant: ByteInterner { ByteInterner(table: .vacant) }

  private init(table: TextTable) {
    self.table = table
    offsets = []
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
    if number >= 0 {
      if number < byNumber.count, byNumber[number] != Self.none { return byNumber[number] }
      if numbersInTable.isEmpty { return nil }
    }
    let key = TextKey(bytes, start, length, table.seed)
    let code = table.find(key, bytes, start, length, texts: arena.span, offsets.span)
    return code == Self.none ? nil : code
  }

  /// The code of a text; nil where it was not met before.
  func find(_ text: String) -> UInt32? {
    let bytes = ContiguousArray(text.utf8)
    return find(bytes.span, start: 0, length: bytes.count)
  }

  private mutating func internNumber(
    _ number: Int, _ bytes: Span<UInt8>, start: Int, length: Int
  ) -> UInt32 {
    if number >= byNumber.count { growArray(for: number) }
    if number >= byNumber.count {
      let before = count
      let code = internText(bytes, start: start, length: length)
      if count > before { numbersInTable.append((UInt32(truncatingIfNeeded: number), code)) }
      return code
    }
    if byNumber[number] == Self.none { byNumber[number] = append(bytes, start: start, length: length) }
    return byNumber[number]
  }

  /// Makes room for a number in the array, which may not outgrow the texts: ids such as 900000001 would fill
  /// it with air.
  private mutating func growArray(for number: Int) {
    guard number < max(1 << 16, 16 * count) else { return }
    var size = max(1 << 10, byNumber.count)
    while size <= number { size *= 2 }
    var larger = ContiguousArray(onLargePages: Self.none, count: size)
    for index in byNumber.indices { larger[index] = byNumber[index] }
    for (number, code) in numbersInTable where Int(number) < size { larger[Int(number)] = code }
    byNumber = larger
  }

  private mutating func internText(_ bytes: Span<UInt8>, start: Int, length: Int) -> UInt32 {
    let key = TextKey(bytes, start, length, table.seed)
    let known = table.find(key, bytes, start, length, texts: arena.span, offsets.span)
    if known != Self.none { return known }
    let code = append(bytes, start: start, length: length)
    table.insert(key, code)
    return code
  }

  private mutating func append(_ bytes: Span<UInt8>, start: Int, length: Int) -> UInt32 {
    let code = UInt32(truncatingIfNeeded: count)
    unsafe bytes.extracting(start..<start + length).withUnsafeBufferPointer {
      unsafe arena.append(contentsOf: $0)
    }
    offsets.append(arena.count)
    return code
  }
}

// MARK: - Many cells at a time

extension ByteInterner {
  /// The codes of some cells, as far as an interner knew them.
  struct Findings: Sendable {
    /// By cell: its code, that of a new text in `news`; ``none`` where the cell is blank.
    fileprivate(set) var codes: ContiguousArray<UInt32>
    /// The new texts, in order of first appearance; nil where there are none.
    fileprivate var news: ByteInterner?
    /// The cells that hold them.
    fileprivate var newsCells: ContiguousArray<UInt32> = []
  }

  /// Looks up the cells of some columns, column by column, and gathers the texts that are new, row by row.
  ///
  /// Passes rather than steps: the numbers, the texts, and last the few that are new. The first two are nothing
  /// but independent loads, many of which the processor keeps on the way at a time; one by one, each would wait
  /// for a table that no cache holds.
  func lookUp(_ bytes: Span<UInt8>, _ cells: Span<Cell>, columns: Int) -> Findings {
    var codes = ContiguousArray(repeating: Self.none, count: cells.count)
    var span = codes.mutableSpan
    if lookUpNumbers(bytes, cells, &span) == 0 { return Findings(codes: codes) }
    lookUpTexts(bytes, cells, &span)
    var news = ByteInterner.vacant
    var newsCells: ContiguousArray<UInt32> = []
    let rows = cells.count / columns
    for row in 0..<rows {
      for column in 0..<columns {
        let index = column * rows + row
        guard span[index] >= Self.absent, !cells[index].isBlank else { continue }
        let (start, length) = (Int(cells[index].start), cells[index].count)
        if span[index] == Self.none, let code = find(bytes, start: start, length: length) {
          span[index] = code
        } else {
          if news.offsets.isEmpty { news = ByteInterner() }
          span[index] = news.internText(bytes, start: start, length: length)
          newsCells.append(UInt32(truncatingIfNeeded: index))
        }
      }
    }
    return Findings(codes: codes, news: newsCells.isEmpty ? nil : news, newsCells: newsCells)
  }

  /// Puts down the codes of numbers in the array, and says of how many cells there is none.
  ///
  /// First the numbers, then their codes: in a loop of nothing but loads, more of them are on the way at a time.
  private func lookUpNumbers(
    _ bytes: Span<UInt8>, _ cells: Span<Cell>, _ codes: inout MutableSpan<UInt32>
  ) -> Int {
    if byNumber.isEmpty { return cells.count }
    for index in cells.indices {
      // As many codes as cells.
      let cell = unsafe cells[unchecked: index]
      let number = smallNumber(bytes, start: Int(cell.start), length: cell.count)
      unsafe codes[unchecked: index] = UInt32(truncatingIfNeeded: number)
    }
    let known = byNumber.span
    let limit = UInt32(truncatingIfNeeded: known.count)
    var missing = 0
    for index in codes.indices {
      let number = codes[index]
      let code = number < limit ? unsafe known[unchecked: Int(number)] : Self.none
      codes[index] = code
      missing &+= code == Self.none ? 1 : 0
    }
    return missing
  }

  /// Looks up the texts that are left where the table most likely has them.
  ///
  /// Some dozens at a time: first their lines are asked for, then read, so that no text waits for memory alone. A text
  /// that stands in the cell before as well, as in sorted tables, takes its code from there.
  private func lookUpTexts(_ bytes: Span<UInt8>, _ cells: Span<Cell>, _ codes: inout MutableSpan<UInt32>) {
    let table = table
    let seed = table.seed
    var probeStore = ContiguousArray(repeating: TextTable.Probe.none, count: Self.probesAtATime)
    var longStore = ContiguousArray(repeating: 0, count: Self.probesAtATime)
    var repeatStore = ContiguousArray(repeating: 0, count: Self.probesAtATime)
    var probes = probeStore.mutableSpan
    var longTexts = longStore.mutableSpan
    var repeats = repeatStore.mutableSpan
    var previous = TextKey.none
    var start = 0
    while start < cells.count {
      let end = min(cells.count, start + Self.probesAtATime)
      var (probeCount, longCount, repeatCount) = (0, 0, 0)
      for index in start..<end {
        let cell = cells[index]
        var key = TextKey.none
        if codes[index] == Self.none, !cell.isBlank {
          key = TextKey(bytes, Int(cell.start), cell.count, seed)
          if key == previous, key.isText || areSame(cell, cells[index - 1], bytes) {
            repeats[repeatCount] = index
            repeatCount += 1
          } else {
            probes[probeCount] = table.probe(key, of: index)
            probeCount += 1
          }
        }
        previous = key
      }
      for place in 0..<probeCount {
        let probe = probes[place]
        let index = Int(probe.cell)
        codes[index] = table.firstGuess(probe)
        longTexts[longCount] = index
        longCount += !probe.key.isText && codes[index] < Self.absent ? 1 : 0
      }
      if longCount > 0 { compare(longTexts.span.extracting(first: longCount), cells, bytes, &codes) }
      for place in 0..<repeatCount { codes[repeats[place]] = codes[repeats[place] - 1] }
      start = end
    }
  }

  /// Compares texts that do not stand in the table with those that have the codes it gave for them; takes back the
  /// codes of others.
  private func compare(
    _ longTexts: Span<Int>, _ cells: Span<Cell>, _ bytes: Span<UInt8>, _ codes: inout MutableSpan<UInt32>
  ) {
    let texts = arena.span
    let offsets = offsets.span
    for place in longTexts.indices { prefetch(offsets, Int(codes[longTexts[place]])) }
    for place in longTexts.indices { prefetch(texts, offsets[Int(codes[longTexts[place]])]) }
    for place in longTexts.indices {
      let index = longTexts[place]
      let (start, length) = (Int(cells[index].start), cells[index].count)
      if !table.isEqual(codes[index], bytes, start, length, texts, offsets) { codes[index] = Self.none }
    }
  }

  private static var probesAtATime: Int { 32 }

  /// Numbers the texts that were new in some findings, and gives the codes of all their cells.
  mutating func adopt(_ findings: consuming Findings) -> ContiguousArray<UInt32> {
    guard let news = findings.news else { return findings.codes }
    var final = ContiguousArray<UInt32>()
    final.reserveCapacity(news.count)
    let texts = news.arena.span
    for code in 0..<news.count {
      let ahead = code + Self.probesAtATime
      if ahead < news.count {
        let place = news.offsets[ahead]..<news.offsets[ahead + 1]
        _ = table.probe(TextKey(texts, place.lowerBound, place.count, table.seed), of: code)
      }
      let start = news.offsets[code]
      final.append(intern(texts, start: start, length: news.offsets[code + 1] - start))
    }
    var codes = findings.codes
    var span = codes.mutableSpan
    for cell in findings.newsCells { span[Int(cell)] = final[Int(span[Int(cell)])] }
    return codes
  }
}

/// The value of a text that is a number below 10⁹ as one would print it: no sign, no leading zero; else -1.
@inline(__always)
private func smallNumber(_ bytes: Span<UInt8>, start: Int, length: Int) -> Int {
  guard length >= 1, length <= 9 else { return -1 }
  precondition(start >= 0 && start + length <= bytes.count, "no such text")
  guard start + 8 <= bytes.count else { return smallNumberAtTheEnd(bytes, start: start, length: length) }
  // Eight digits at a time: the first is the lowest byte, those that are missing are zeros in front.
  let digitCount = min(length, 8)
  let shift = UInt64(truncatingIfNeeded: 64 &- 8 &* digitCount)
  var word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
  word = (UInt64(littleEndian: word) ^ 0x3030_3030_3030_3030) &<< shift
  // A byte above 9 has a high bit, or gets one from adding 6.
  guard ((word &+ 0x0606_0606_0606_0606) | word) & 0xF0F0_F0F0_F0F0_F0F0 == 0 else { return -1 }
  let leads = (word &>> shift) & 0xFF != 0
  word = (word &* 10) &+ (word &>> 8)
  let low = (word & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
  let high = ((word &>> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
  var value = Int(truncatingIfNeeded: (low &+ high) &>> 32)
  guard leads || length == 1 else { return -1 }
  if length == 9 {
    let digit = Int(unsafe bytes[unchecked: start + 8]) &- 48
    guard digit >= 0, digit <= 9 else { return -1 }
    value = value &* 10 &+ digit
  }
  return value
}

/// The same, byte by byte.
private func smallNumberAtTheEnd(_ bytes: Span<UInt8>, start: Int, length: Int) -> Int {
  var value = 0
  for i in start..<start + length {
    let digit = Int(bytes[i]) - 48
    guard digit >= 0, digit <= 9, i == start || value > 0 else { return -1 }
    value = value * 10 + digit
  }
  return value
}

/// Whether two cells hold the same text.
private func areSame(_ cell: Cell, _ other: Cell, _ bytes: Span<UInt8>) -> Bool {
  cell.count == other.count && areEqual(bytes, Int(other.start), bytes, Int(cell.start), cell.count)
}

/// Asks for the memory of an element that will be read soon.
@inline(__always)
private func prefetch<Element>(_ elements: Span<Element>, _ index: Int) {
  // The address is not read.
  unsafe elements.withUnsafeBufferPointer { unsafe prefetch_line($0.baseAddress?.advanced(by: index)) }
}
