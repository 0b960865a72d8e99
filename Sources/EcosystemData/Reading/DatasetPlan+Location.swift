import Ecosystem

extension DatasetPlan {
  /// Finds the files of a dataset.
  ///
  /// - Throws: Where the descriptor, or the folder, cannot make a dataset; the problem is in the log.
  init(_ location: DatasetLocation, _ log: ProblemLog) throws(TableFailure) {
    switch location {
    case .standardInput: self.init(edgeList: "standard input", in: .standardInput)
    case .edgeList(let path):
      self.init(edgeList: FileSystem.lastComponent(path), in: .folder(FileSystem.folder(of: path)))
    case .descriptor(let path):
      let folder = FileSystem.folder(of: path)
      self.init(name: Self.name(ofFolder: folder), store: .folder(folder))
      try readDescriptor(FileSystem.lastComponent(path), log)
    case .folder(let folder): try self.init(folder: folder, store: .folder(folder), log)
    }
  }

  /// Finds the tables of a folder, or of files in memory.
  init(folder: String, store: FileStore, _ log: ProblemLog) throws(TableFailure) {
    self.init(name: Self.name(ofFolder: folder), store: store)
    if store.exists(DescriptorReader.fileName) {
      try readDescriptor(DescriptorReader.fileName, log)
    } else {
      try findTables(log)
    }
  }

  private init(name: String, store: FileStore) {
    self.init(description: Dataset.Description(name: name, title: name), store: store)
  }

  private init(edgeList name: String, in store: FileStore) {
    let plain = FileSystem.withoutCompression(name)
    let stem = plain.lastIndex(of: ".").map { String(plain[..<$0]) } ?? plain
    self.init(name: stem.isEmpty ? name : stem, store: store)
    isEdgeList = true
    tables[.ties] = TablePlan(kind: .ties, path: name, name: name)
  }

  private mutating func findTables(_ log: ProblemLog) throws(TableFailure) {
    for kind in TableKind.allCases {
      let names = [kind.fileName, kind.fileName + ".gz"]
      guard let name = names.first(where: { store.exists($0) }) else { continue }
      tables[kind] = TablePlan(kind: kind, path: name, name: name)
    }
    guard tables[.ties] != nil else {
      let names = store.names()
      log.add(.missingFile) {
        Problem(
          .missingFile, file: description.name,
          message: tables.isEmpty
            ? "the folder holds neither \(DescriptorReader.fileName) nor ties.csv"
            : "the folder holds no ties.csv",
          suggestions: suggestions(for: TableKind.ties.fileName, among: names, limit: 1))
      }
      throw .reported
    }
    // A slip in the name of a file must not turn a package into an edge list in silence.
    if tables[.actors] == nil {
      let near = suggestions(
        for: TableKind.actors.fileName,
        among: store.names().filter { $0.lowercased().hasSuffix(".csv") && $0 != TableKind.ties.fileName },
        limit: 1)
      if let found = near.first {
        notes.append("actors are inferred from the ties; `\(visible(found))` is not read")
      }
    }
    isEdgeList = tables[.actors] == nil
  }

  private mutating func readDescriptor(_ name: String, _ log: ProblemLog) throws(TableFailure) {
    let bytes: [UInt8]
    do { bytes = try Self.content(of: name, in: store) } catch { throw .inputOutput(error) }
    fingerprint.entries.append(Fingerprint.Entry(name: name, bytes: bytes))
    guard bytes.count <= Self.descriptorLimit else {
      log.add(.tooLong) {
        Problem(
          .tooLong, file: name, message: "the descriptor is longer than \(Self.descriptorLimit >> 20) MiB")
      }
      throw .reported
    }
    try DescriptorReader(file: name, store: store, log: log).read(bytes, into: &self)
  }

  private static let descriptorLimit = 16 << 20

  private static func content(of name: String, in store: FileStore) throws(DatasetReadingError) -> [UInt8] {
    let source = try store.open(name, shownAs: name)
    var content: [UInt8] = []
    var buffer = ContiguousArray<UInt8>(repeating: 0, count: 64 << 10)
    while content.count <= descriptorLimit {
      let count = try source.read(into: &buffer, range: 0..<buffer.count)
      content += buffer[..<count]
      if count < buffer.count { break }
    }
    return content
  }

  /// The name of a folder, also where it is given as `.` or `..`.
  private static func name(ofFolder folder: String) -> String {
    let last = FileSystem.lastComponent(folder)
    guard last == "." || last == ".." || last.isEmpty || last == "/" else { return last }
    return FileSystem.canonicalPath(folder).map { FileSystem.lastComponent($0) } ?? last
  }
}
