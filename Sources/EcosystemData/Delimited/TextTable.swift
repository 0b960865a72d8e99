import CVectorKernels
import GraphCore

/// A hash table from texts to codes, in open addressing by lines of three slots.
///
/// A text of up to sixteen bytes stands in its slot, so that looking it up touches one line of memory; a longer one
/// is compared where the table keeps it. The table doubles without moving more than half of its texts, and without
/// memory for both the old lines and the new.
@safe final class TextTable: @unchecked Sendable {
  private let seed: UInt64
  private let store: TextLineStore
  private var segments: [TextSegment] = []
  /// By segment; see `TextLines`.
  private let origins: UnsafeMutablePointer<UInt>
  private var lineCount = 0
  private var count = 0
  /// The texts that are too long for their keys, one behind the other.
  private var longTexts: ContiguousArray<UInt8> = []

  /// - Parameters:
  ///   - seed: That of the hashes by which texts are found.
  ///   - store: Where its lines come from.
  init(seed: UInt64, store: TextLineStore = TextLineStore()) {
    (self.seed, self.store) = (seed, store)
    // A segment for each bit of a hash at most.
    unsafe origins = .allocate(capacity: UInt32.bitWidth)
    addSegment(Int(FIRST_TEXT_LINES))
  }

  convenience init(copying other: TextTable) {
    self.init(seed: other.seed)
    while lineCount < other.lineCount { addSegment(lineCount) }
    for index in segments.indices { segments[index].copy(other.segments[index]) }
    (count, longTexts) = (other.count, other.longTexts)
  }

  deinit { unsafe origins.deallocate() }

  /// Of no text.
  static let none = UInt32.max

  private var lines: TextLines { unsafe TextLines(origins: origins, count: lineCount) }

  /// Whether one more text makes the table grow.
  var isFull: Bool { count >= 9 * lineCount / 4 }

  /// The code of a text; nil where it is not there.
  func find(_ key: TextKey, hash: UInt32, _ bytes: Span<UInt8>) -> UInt32? {
    let place = unsafe place(key, hash, bytes)
    return unsafe place.is_known ? code_place(place).pointee : nil
  }

  /// The codes of texts; `TEXT_MISSING` of those that are not there, and `TEXT_UNCERTAIN` of those that are to be
  /// compared.
  func find(_ keys: Span<TextKey>, _ mentions: Span<TextMention>, _ codes: UnsafeMutablePointer<UInt32>) {
    precondition(keys.count == mentions.count)
    unsafe keys.withUnsafeBufferPointer { keys in
      unsafe mentions.withUnsafeBufferPointer { mentions in
        unsafe find_texts(lines, keys.baseAddress, mentions.baseAddress, keys.count, codes)
      }
    }
  }

  /// A text in the table.
  @safe struct Entry: @unchecked Sendable {
    fileprivate let place: UnsafeMutablePointer<UInt32>
    var code: UInt32

    fileprivate init(_ place: UnsafeMutablePointer<UInt32>) {
      unsafe (self.place, code) = (place, place.pointee)
    }
  }

  /// Gives a text a code if it has none; the table must not be full.
  func add(_ key: TextKey, hash: UInt32, _ bytes: Span<UInt8>, ifNew code: UInt32) -> Entry {
    let place = unsafe place(key, hash, bytes)
    if unsafe place.is_known { return unsafe Entry(code_place(place)) }
    let key = key.isLong ? key.moved(from: bytes, to: &longTexts) : key
    count += 1
    return unsafe Entry(put_text(place, key, code))
  }

  /// Gives texts other codes; the table must not have grown since they were added.
  func settle(_ entries: ContiguousArray<Entry>) {
    for entry in entries { unsafe entry.place.pointee = entry.code }
  }

  /// Asks for all the memory, line after line, if a core's cache can hold it and more than some lines will be read:
  /// that takes a third of the time that they would take one by one.
  func prefetch(forTexts texts: Int) {
    if lineCount > 7 << 10 || 2 * texts < lineCount { return }
    for segment in segments { segment.prefetch() }
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

  /// Makes room for twice as many texts.
  ///
  /// - Returns: The texts whose codes are not below `known`.
  func grow(known: UInt32 = .max) -> ContiguousArray<Entry> {
    let old = unsafe lines
    addSegment(lineCount)
    var keys = [TextKey](repeating: .none, count: count)
    var codes = [UInt32](repeating: Self.none, count: count)
    var places = unsafe [UnsafeMutablePointer<UInt32>?](repeating: nil, count: count)
    unsafe take_texts(old, &keys, &codes)
    unsafe put_texts(lines, seed, keys, codes, count, &places)
    var moved = ContiguousArray<Entry>()
    for index in codes.indices where codes[index] >= known {
      if let place = unsafe places[index] { unsafe moved.append(Entry(place)) }
    }
    return moved
  }

  private func addSegment(_ added: Int) {
    let segment = store.segment(added)
    unsafe origins[segments.count] = segment.address &- UInt(lineCount * MemoryLayout<TextLine>.stride)
    segments.append(segment)
    lineCount += added
  }
}
