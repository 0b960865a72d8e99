/// Where the files of a dataset lie.
enum FileStore: Sendable {
  /// A folder of the file system.
  case folder(String)
  /// Files in memory, by name.
  case memory([String: [UInt8]])
  /// One nameless stream.
  case standardInput

  func exists(_ name: String) -> Bool {
    switch self {
    case .folder(let folder):
      // Anything but a plain file, say a pipe, could make reading wait for ever.
      FileSystem.facts(at: FileSystem.join(folder, name))?.kind == .regular
    case .memory(let files): files[name] != nil
    case .standardInput: true
    }
  }

  func names() -> [String] {
    switch self {
    case .folder(let folder): FileSystem.names(in: folder)
    case .memory(let files): files.keys.sorted()
    case .standardInput: []
    }
  }

  func size(_ name: String) -> Int {
    switch self {
    case .folder(let folder): FileSystem.facts(at: FileSystem.join(folder, name))?.size ?? 0
    case .memory(let files): files[name]?.count ?? 0
    case .standardInput: 0
    }
  }

  func open(_ name: String, shownAs shown: String) throws(DatasetReadingError) -> any ByteSource {
    switch self {
    case .folder(let folder): return try FileSource(path: FileSystem.join(folder, name), name: shown)
    case .memory(let files): return MemorySource(files[name] ?? [])
    case .standardInput: return FileSource(standardInput: shown)
    }
  }
}
