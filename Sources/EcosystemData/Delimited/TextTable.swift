import CVectorKernels
import GraphCore

/// A hash table from texts to codes, in open addressing by lines of six slots.
///
/// A text of up to sixteen bytes stands in its slot, so that looking it up touches one line; a longer one
/// is compared where the table keeps it. The table grows in place, without memory for both the old lines and the new;
/// see `TextLines`.
@safe final class TextTable: @unchecked Sendable {
  private let seed: UInt64
  private let store: LineStore
  private var segments: [LinePiece] = []
  private let origins: UnsafeMutablePointer<UInt>
  private var lineCount = 0
  private var count = 0
  /// The texts that are too long for their keys, one behind the other.
  private var longTexts: ContiguousArray<UInt8> = []

  /// - Parameters:
  ///   - seed: That of the hashes by which texts are found.
  ///   - store: Where its lines come from.
  init(seed: UInt64, store: LineStore = LineStore()) {
    (self.seed, self.store) = (seed, store)
    unsafe origins = .allocate(capacity: Int(TEXT_SEGMENTS))
    addLines(Int(FIRST_TEXT_LINES))
  }

  convenience init(copying other: TextTable) {
    self.init(seed: other.seed)
    while lineCount < other.lineCount { addLines(text_lines_to_add(lineCount)) }
    for (segment, original) in zip(segments, other.segments) {
      unsafe segment.memory.copyMemory(from: UnsafeRawBufferPointer(original.memory))
    }
    (count, longTexts) = (other.count, other.longTexts)
  }

  deinit { unsafe origins.deallocate() }

  /// Of no text.
  static let none = UInt32.max

  private var lines: TextLines { unsafe TextLines(origins: origins, count: lineCount) }

  /// Number of texts that can be added before the table has to grow.
  private var room: Int { 5 * lineCount - count }

  /// The code of a text; nil where it is not there.
  func find(_ key: TextKey, hash: UInt32, _ bytes: Span<UInt8>) -> UInt32? {
    let place = unsafe place(key, hash, bytes)
    return unsafe place.is_known ? code_place(place).pointee : nil
  }

  /// The code of a text, which is given this one if it has none.
  func add(_ key: TextKey, hash: UInt32, _ bytes: Span<UInt8>, ifNew code: UInt32) -> UInt32 {
    if room <= 0 { grow() }
    let place = unsafe place(key, hash, bytes)
    if unsafe place.is_known { return unsafe code_place(place).pointee }
    let key = key.isLong ? key.moved(from: bytes, to: &longTexts) : key
    count += 1
    unsafe put_text(place, key, code)
    return code
  }

  /// Puts codes in the place of the hashes of texts, and adds those that are new.
  ///
  /// - Parameters:
  ///   - bytes: Where texts stand that are too long for their keys.
  ///   - first: The code that a new text in cell 0 is given; in other cells, less by their numbers.
  ///   - news: Takes in those that are new.
  func code(
    _ keys: UnsafeBufferPointer<TextKey>, _ mentions: UnsafeMutableBufferPointer<TextMention>,
    _ bytes: Span<UInt8>, first: UInt32, _ news: inout NewTextList
  ) {
    precondition(keys.count == mentions.count)
    var (done, leftOut) = (0, 0)
    while done < keys.count {
      let coded = unsafe news.append(atMost: keys.count - done) { news in
        unsafe code_texts(
          lines, room, keys.baseAddress?.advanced(by: done), mentions.baseAddress?.advanced(by: done),
          keys.count - done, first, news)
      }
      done += coded.count
      leftOut += coded.left_out
      count += coded.added
      if done < keys.count { grow() }
    }
    if leftOut == 0 { return }
    for index in keys.indices where unsafe keys[index].isLong {
      let (hash, cellCode) = unsafe (mentions[index].hash_or_code, first - mentions[index].cell)
      let code = unsafe add(keys[index], hash: hash, bytes, ifNew: cellCode)
      if code == cellCode { news.append(NewText(hash: hash, cell_code: code, code: code)) }
      unsafe mentions[index].hash_or_code = code
    }
  }

  /// Gives new texts their codes.
  func settle(_ news: NewTextList) {
    unsafe news.withTexts { unsafe settle_texts(lines, $0.baseAddress, $0.count) }
  }

  /// Asks for all the memory, line after line, if a core's cache can hold it and more than some lines will be read:
  /// that takes a third of the time that they would take one by one.
  func prefetch(forTexts texts: Int) {
    if lineCount > 7 << 9 || texts < lineCount { return }
    for segment in segments { unsafe prefetch_memory(segment.memory.baseAddress, segment.memory.count) }
  }

  private func place(_ key: TextKey, _ hash: UInt32, _ bytes: Span<UInt8>) -> TextPlace {
    if !key.isLong { return unsafe text_place(lines, key, hash, nil, nil) }
    precondition(key.range.upperBound <= bytes.count, "no such text")
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe longTexts.withUnsafeBufferPointer { texts in
        unsafe text_place(lines, key, hash, bytes.baseAddress, texts.baseAddress)
      }
    }
  }

  private func grow() {
    let old = lineCount
    addLines(text_lines_to_add(old))
    unsafe spread_texts(lines, old, seed)
  }

  private func addLines(_ added: Int) {
    let lineLength = MemoryLayout<TextLine>.stride
    let segment = store.piece(LinePiece.lines(added * lineLength))
    // By the worker that will use them, as the system hands out new memory where it is first written.
    unsafe segment.memory.initializeMemory(as: UInt8.self, repeating: 0)
    let origin = unsafe UInt(bitPattern: segment.memory.baseAddress) &- UInt(lineCount * lineLength)
    for number in lineCount..<lineCount + added { unsafe origins[text_segment(number)] = origin }
    segments.append(segment)
    lineCount += added
  }
}
