import Ecosystem
import EcosystemData
import Foundation
import GraphCore
import Testing

/// A folder that is gone when the test is over.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "/ecograph-data-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = path + "/" + name
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  func write(_ files: Files) throws {
    for (name, bytes) in files.contents { try write(name, bytes) }
  }
}

@Suite struct LocationTests {
  @Test func argumentsAreUnderstood() throws {
    let folder = try TemporaryFolder()
    let csv = try folder.write("a.csv", [])
    let json = try folder.write("datapackage.json", [])
    let plain = try folder.write("edges", [])
    #expect(try DatasetLocation("-") == .standardInput)
    #expect(try DatasetLocation(folder.path) == .folder(folder.path))
    #expect(try DatasetLocation(csv) == .edgeList(csv))
    #expect(try DatasetLocation(json) == .descriptor(json))
    #expect(try DatasetLocation(plain) == .edgeList(plain))
  }

  @Test func whatIsNotThereIsNamedWithItsNeighbor() throws {
    let folder = try TemporaryFolder()
    try folder.write("innovation-networks.csv", [])
    let error = #expect(throws: DatasetReadingError.self) {
      try DatasetLocation(folder.path + "/inovation-networks.csv")
    }
    #expect(error?.kind == .inputOutput && error?.exitCode == 5)
    #expect(error?.message.contains("did you mean `\(folder.path)/innovation-networks.csv`?") == true)
  }

  @Test(arguments: ["x.xlsx", "x.csv.bz2", "x.xlsx.gz", "x.png"]) func otherKindsOfFilesAreRefused(
    name: String
  ) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(name, [1, 2, 3])
    #expect(throws: DatasetReadingError.self) { try DatasetLocation(file) }
  }

  @Test(arguments: ["", "a\0b"]) func namesThatNoFileHas(name: String) {
    #expect(throws: DatasetReadingError.self) { try DatasetLocation(name) }
  }

  @Test func foldersAndDescriptorsAreReadAlike() throws {
    let folder = try TemporaryFolder()
    try folder.write(Files.described(#"{"resources": [{"name": "ties", "path": "data/ties.csv"}]}"#))
    try folder.write("data/ties.csv", Array("from,to,relation\na,b,funds\n".utf8))
    let byFolder = try DatasetReader.read(.folder(folder.path))
    let byFile = try DatasetReader.read(.descriptor(folder.path + "/datapackage.json"))
    #expect(byFolder.dataset.ties.count == 1)
    #expect(byFolder.dataset.ties[0] == byFile.dataset.ties[0])
    #expect(byFolder.fingerprint == byFile.fingerprint)
    #expect(byFolder.dataset.description.name == byFile.dataset.description.name)
  }

  @Test func fingerprintOfALargeFileIsTakenFromTheFileThatWasRead() throws {
    let folder = try TemporaryFolder()
    let note = String(repeating: "n", count: 1 << 19)
    let text = "from,to,note\n" + (0..<10).map { "\($0),x,\(note)\n" }.joined()
    try #require(text.utf8.count > 5 << 20)
    let file = try folder.write("large.csv", Array(text.utf8))
    let loaded = try DatasetReader.read(.edgeList(file))
    #expect(loaded.dataset.ties.count == 10)
    #expect(loaded.fingerprint == SHA256.hexDigest(of: Array(text.utf8)))
    try folder.write("large.csv", Array("from,to\n".utf8))
    #expect(loaded.fingerprint.isEmpty)
  }

  @Test func progressRisesToOne() throws {
    let folder = try TemporaryFolder()
    let note = String(repeating: "n", count: 1 << 16)
    let text = "from,to,note\n" + (0..<20).map { "\($0),x,\(note)\n" }.joined()
    let file = try folder.write("edges.csv", Array(text.utf8))
    let shares = Shares()
    _ = try DatasetReader.read(.edgeList(file), execution: Execution(threads: 1) { shares.append($0) })
    let all = shares.all
    #expect(all.count > 3 && all.last == 1 && zip(all, all.dropFirst()).allSatisfy { $0 <= $1 })
  }
}

extension LocationTests {
  @Test(arguments: [1, 3]) func readingCanBeCancelled(threads: Int) throws {
    let folder = try TemporaryFolder()
    let text = "from,to\n" + (0..<300_000).map { "a\($0),b\n" }.joined()
    let file = try folder.write("edges.csv", Array(text.utf8))
    let execution = Execution(threads: threads, isCancelled: { true })
    let error = #expect(throws: DatasetReadingError.self) {
      try DatasetReader.read(.edgeList(file), execution: execution)
    }
    #expect(error?.kind == .cancelled && error?.exitCode == 130)
  }
}

/// What a progress closure was told.
private final class Shares: @unchecked Sendable {
  private let lock = NSLock()
  private var shares: [Double] = []

  func append(_ share: Double) { lock.withLock { shares.append(share) } }
  var all: [Double] { lock.withLock { shares } }
}
