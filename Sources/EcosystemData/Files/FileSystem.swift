#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What stands at a path.
struct FileFacts: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case regular, folder, other
  }

  let kind: Kind
  let size: Int
  /// Together with the size they tell whether a file is still the same.
  let device: UInt64
  let inode: UInt64
  let modifiedSeconds: Int
  let modifiedNanoseconds: Int
}

/// The few questions to the file system that reading a dataset asks.
enum FileSystem {
  /// What stands at a path, links followed; nil where nothing does.
  static func facts(at path: String) -> FileFacts? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return FileFacts(status)
  }

  /// What an open file is.
  static func facts(ofDescriptor descriptor: Int32) -> FileFacts? {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { return nil }
    return FileFacts(status)
  }

  /// Names in a folder, sorted; hidden ones are left out.
  static func names(in folder: String) -> [String] {
    guard let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while names.count < 10_000, let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        unsafe tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) {
          unsafe String(cString: $0)
        }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// The path without links and dots, for the name of a dataset read from `.`.
  static func canonicalPath(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// Why the last call failed, in plain words.
  static func reason(_ code: Int32) -> String {
    switch code {
    case ENOENT: "no such file"
    case EACCES, EPERM: "permission denied"
    case EISDIR: "it is a folder"
    case ENOTDIR: "a part of the path is not a folder"
    case EMFILE, ENFILE: "too many open files"
    case EIO: "the device reports an error"
    case ENAMETOOLONG: "the name is too long"
    case ELOOP: "too many links"
    default: "error \(code) of the operating system"
    }
  }

  /// The last part of a path.
  static func lastComponent(_ path: String) -> String {
    path.split(separator: "/").last.map { String($0) } ?? path
  }

  /// A name without the ending `.gz`.
  static func withoutCompression(_ name: String) -> String {
    name.lowercased().hasSuffix(".gz") ? String(name.dropLast(3)) : name
  }

  /// The folder that a path is in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A path below a folder.
  static func join(_ folder: String, _ name: String) -> String {
    folder == "." ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}

extension FileFacts {
  fileprivate init(_ status: stat) {
    let format = status.st_mode & S_IFMT
    kind = format == S_IFREG ? .regular : format == S_IFDIR ? .folder : .other
    size = Int(status.st_size)
    device = UInt64(truncatingIfNeeded: status.st_dev)
    inode = UInt64(truncatingIfNeeded: status.st_ino)
    #if canImport(Darwin)
      modifiedSeconds = status.st_mtimespec.tv_sec
      modifiedNanoseconds = status.st_mtimespec.tv_nsec
    #else
      modifiedSeconds = status.st_mtim.tv_sec
      modifiedNanoseconds = status.st_mtim.tv_nsec
    #endif
  }
}
