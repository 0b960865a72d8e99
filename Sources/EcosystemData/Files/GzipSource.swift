import CZlib

/// The bytes that a gzip file (RFC 1952) unpacks to, its members one behind the other.
///
/// Unpacked as far as somebody asks for bytes, so that a small file which unpacks to very many takes no more
/// memory than a plain file of that length, and meets the same limits.
@safe final class GzipSource: ByteSource {
  private let packed: any ByteSource
  private let name: String
  private var input: ContiguousArray<UInt8>
  /// Bytes of `input` that are not unpacked yet.
  private var pending: Range<Int>
  private var isInputAtEnd: Bool
  /// Bytes taken from the packed source.
  private var packedCount: Int
  private let stream: UnsafeMutablePointer<z_stream>
  private var phase = Phase.betweenMembers

  private enum Phase {
    /// At the beginning, or behind a member.
    case betweenMembers
    case withinMember
    case done
  }

  /// The two bytes that every member begins with; no text does.
  static let magic: [UInt8] = [0x1F, 0x8B]

  static func isPacked(_ bytes: some Sequence<UInt8>) -> Bool { bytes.starts(with: magic) }

  /// - Parameters:
  ///   - head: What was read of the packed source already.
  ///   - isAtEnd: Whether that is all it has.
  init(_ packed: any ByteSource, head: ContiguousArray<UInt8>, isAtEnd: Bool, name: String) {
    self.packed = packed
    self.name = name
    input = head
    pending = 0..<head.count
    packedCount = head.count
    isInputAtEnd = isAtEnd
    unsafe stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // A window of 32 KiB, and a gzip header.
    unsafe inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Unknown: the length that a member states of itself is the remainder by 2³², and no member knows of others.
  var expectedSize: Int? { nil }

  func share(afterReading count: Int) -> Double? {
    packed.share(afterReading: packedCount - pending.count)
  }

  func read(
    into buffer: inout ContiguousArray<UInt8>, range: Range<Int>
  ) throws(DatasetReadingError) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= buffer.count, "no room to read into")
    var count = 0
    while count < range.count, phase != .done {
      if pending.isEmpty, !isInputAtEnd { try refill() }
      switch phase {
      case .betweenMembers: try startMember()
      case .withinMember:
        count += try inflate(into: &buffer, from: range.lowerBound + count, upTo: range.upperBound)
      case .done: break
      }
    }
    return count
  }

  private func refill() throws(DatasetReadingError) {
    if input.count < 256 << 10 {
      input.append(contentsOf: repeatElement(0, count: 256 << 10 - input.count))
    }
    let count = try packed.read(into: &input, range: 0..<input.count)
    isInputAtEnd = count < input.count
    packedCount += count
    pending = 0..<count
  }

  private func startMember() throws(DatasetReadingError) {
    // Some programs pad what they write with zeros.
    while let first = pending.first, input[first] == 0, packedCount > pending.count { pending.removeFirst() }
    guard !pending.isEmpty else {
      if isInputAtEnd { phase = .done }
      return
    }
    unsafe inflateReset(stream)
    phase = .withinMember
  }

  private func inflate(
    into buffer: inout ContiguousArray<UInt8>, from start: Int, upTo end: Int
  ) throws(DatasetReadingError) -> Int {
    let (pending, stream) = unsafe (pending, stream)
    // zlib counts in 32 bits.
    let room = min(end - start, 1 << 30)
    let status = unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe buffer.withUnsafeMutableBufferPointer { buffer -> Int32 in
        guard let from = input.baseAddress, let to = buffer.baseAddress else { return Z_BUF_ERROR }
        unsafe stream.pointee.next_in = from + pending.lowerBound
        unsafe stream.pointee.avail_in = UInt32(pending.count)
        unsafe stream.pointee.next_out = to + start
        unsafe stream.pointee.avail_out = UInt32(room)
        return unsafe CZlib.inflate(stream, Z_NO_FLUSH)
      }
    }
    let rest = unsafe Int(stream.pointee.avail_in)
    let written = unsafe room - Int(stream.pointee.avail_out)
    self.pending = pending.upperBound - rest..<pending.upperBound
    switch status {
    case Z_OK: break
    case Z_STREAM_END: phase = .betweenMembers
    case Z_BUF_ERROR where isInputAtEnd && rest == 0:
      throw damage("the compressed file ends before its end mark", "it was cut off: copy it again")
    case Z_BUF_ERROR: break
    case Z_MEM_ERROR: throw DatasetReadingError(.inputOutput, "no memory to unpack \(name)")
    default:
      throw damage(
        "the compressed file is damaged near its byte \(packedCount - rest)",
        "`gzip -t` tells whether it can be unpacked at all")
    }
    return written
  }

  private func damage(_ what: String, _ remedy: String) -> DatasetReadingError {
    DatasetReadingError(.invalid, "\(what); \(remedy)")
  }
}
