/// The hashes of the files that a dataset was read from.
struct Fingerprint: Sendable {
  struct Entry: Sendable {
    let name: String
    private let content: Content

    private enum Content: Sendable {
      case known(String)
      /// A large file, to be hashed when somebody asks, provided that it is still the same.
      case deferred(path: String, facts: FileFacts)
    }

    init(name: String, bytes: some Collection<UInt8>) {
      self.name = name
      content = .known(SHA256.hexDigest(of: bytes))
    }

    init(name: String, store: FileStore, source: any ByteSource) {
      self.name = name
      if case .memory(let files) = store {
        content = .known(SHA256.hexDigest(of: files[name] ?? []))
      } else if let file = source as? FileSource, let hash = file.hash {
        content = .known(hash.hexDigest())
      } else if case .folder(let folder) = store, let facts = (source as? FileSource)?.facts {
        content = .deferred(path: FileSystem.join(folder, name), facts: facts)
      } else {
        content = .known(SHA256.hexDigest(of: []))
      }
    }

    func digest() throws(DatasetReadingError) -> String {
      switch content {
      case .known(let digest): return digest
      case .deferred(let path, let facts):
        let file = try FileSource(path: path, name: name, hashing: .never)
        guard file.facts == facts else {
          throw DatasetReadingError(.inputOutput, "\(name) has changed since it was read; run again")
        }
        var hash = SHA256()
        var buffer = ContiguousArray<UInt8>(repeating: 0, count: 1 << 20)
        while true {
          let count = try file.read(into: &buffer, range: 0..<buffer.count)
          hash.update(buffer[..<count])
          if count < buffer.count { return hash.hexDigest() }
        }
      }
    }
  }

  var entries: [Entry] = []

  /// The hash of the file where there is one; else of the list that `sha256sum` prints of the files, sorted
  /// by name.
  func digest() throws(DatasetReadingError) -> String {
    var lines: [(name: String, digest: String)] = []
    for entry in entries { lines.append((entry.name, try entry.digest())) }
    if lines.count == 1 { return lines[0].digest }
    lines.sort { $0.name < $1.name }
    let text = lines.map { "\($0.digest)  \($0.name)\n" }.joined()
    return SHA256.hexDigest(of: Array(text.utf8))
  }
}
