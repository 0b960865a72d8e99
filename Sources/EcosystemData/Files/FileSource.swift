#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open file.
///
/// Read, not mapped: a file that another program cuts short while it is mapped would kill the process.
final class FileSource: ByteSource {
  private let descriptor: Int32
  private let ownsDescriptor: Bool
  private let name: String
  private(set) var hash: SHA256?
  let facts: FileFacts?

  /// Opens a file.
  init(path: String, name: String, hashing: Hashing = .whereSmall) throws(DatasetReadingError) {
    let opened = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else {
      throw DatasetReadingError(.inputOutput, "\(name) cannot be opened: \(FileSystem.reason(errno))")
    }
    descriptor = opened
    ownsDescriptor = true
    self.name = name
    facts = FileSystem.facts(ofDescriptor: opened)
    if let facts, facts.kind == .folder {
      throw DatasetReadingError(.inputOutput, "\(name) is a folder, not a file")
    }
    if hashing.applies(to: facts) { hash = SHA256() }
  }

  /// Standard input.
  init(standardInput name: String) {
    descriptor = 0
    ownsDescriptor = false
    self.name = name
    facts = nil
    hash = SHA256()
  }

  deinit {
    if ownsDescriptor { close(descriptor) }
  }

  var expectedSize: Int? { facts?.kind == .regular ? facts?.size : nil }

  func read(
    into buffer: inout ContiguousArray<UInt8>, range: Range<Int>
  ) throws(DatasetReadingError) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= buffer.count, "no room to read into")
    var count = 0
    while count < range.count {
      let start = range.lowerBound + count
      let wanted = range.count - count
      let source = descriptor
      let got = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe systemRead(source, UnsafeMutableRawBufferPointer(rebasing: bytes[start..<start + wanted]))
      }
      if got == 0 { break }
      if got > 0 {
        count += got
      } else if errno != EINTR {
        throw DatasetReadingError(.inputOutput, "\(name) cannot be read: \(FileSystem.reason(errno))")
      }
    }
    if hash != nil { hash?.update(buffer[range.lowerBound..<range.lowerBound + count]) }
    return count
  }
}

extension FileSource {
  /// Which files are hashed while they are read.
  enum Hashing {
    /// Those that take a few milliseconds, and those that cannot be read a second time.
    case whereSmall
    /// None.
    case never

    fileprivate func applies(to facts: FileFacts?) -> Bool {
      guard self == .whereSmall else { return false }
      guard let facts, facts.kind == .regular else { return true }
      return facts.size <= 4 << 20
    }
  }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  // One call must not ask for more than the system gives at a time.
  unsafe read(descriptor, buffer.baseAddress, min(buffer.count, 1 << 30))
}
