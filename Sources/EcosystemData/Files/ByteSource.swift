/// Where bytes come from, block by block: a file, standard input, memory, later an archive.
protocol ByteSource: AnyObject {
  /// Number of bytes, where known beforehand.
  var expectedSize: Int? { get }

  /// Share of the input that is done once so many bytes have been read; nil where that is unknown.
  func share(afterReading count: Int) -> Double?

  /// Fills `buffer[range]` and returns the number of bytes read: fewer than asked for only at the end.
  func read(into buffer: inout ContiguousArray<UInt8>, range: Range<Int>) throws(DatasetReadingError) -> Int
}

extension ByteSource {
  func share(afterReading count: Int) -> Double? {
    expectedSize.flatMap { $0 > 0 ? min(1, Double(count) / Double($0)) : nil }
  }
}

/// Bytes in memory.
final class MemorySource: ByteSource {
  private let bytes: ContiguousArray<UInt8>
  private var position = 0

  init(_ bytes: some Sequence<UInt8>) { self.bytes = ContiguousArray(bytes) }

  var expectedSize: Int? { bytes.count }

  func read(into buffer: inout ContiguousArray<UInt8>, range: Range<Int>) -> Int {
    let count = min(range.count, bytes.count - position)
    buffer.replaceSubrange(
      range.lowerBound..<range.lowerBound + count, with: bytes[position..<position + count])
    position += count
    return count
  }
}
