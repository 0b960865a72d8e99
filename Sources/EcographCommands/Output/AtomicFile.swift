#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes a file whole or not at all: into a neighbor first, which then takes its name.
enum AtomicFile {
  static func write(_ text: String, to path: String) throws {
    var template = (path + ".XXXXXX").utf8CString.map { $0 }
    let file = unsafe mkstemp(&template)
    guard file >= 0 else { throw failure("cannot create", path) }
    let temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    Interruption.willWrite(temporary)
    defer { Interruption.finished() }
    var text = text
    let isWritten = text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while unsafe !rest.isEmpty {
        let count = unsafe systemWrite(file, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return false }
        unsafe rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
      }
      return true
    }
    let mask = umask(0)
    umask(mask)
    fchmod(file, 0o666 & ~mask)
    let isClosed = close(file) == 0
    guard isWritten, isClosed, unsafe rename(temporary, path) == 0 else {
      let error = failure("cannot write", path)
      unsafe unlink(temporary)
      throw error
    }
  }

  private static func failure(_ what: String, _ path: String) -> Failure {
    Failure(.inputOutput, "\(what) \(path): " + (unsafe String(cString: strerror(errno))))
  }
}
