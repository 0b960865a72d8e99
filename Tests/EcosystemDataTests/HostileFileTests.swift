import Ecosystem
import EcosystemData
import Foundation
import Testing

/// Files that are not what they are called: a clear error, and soon.
@Suite struct HostileFileTests {
  @Test func sparseFileOfTwoGigabytes() throws {
    let folder = try TemporaryFolder()
    for head in ["", "from,to\na,b\n"] {
      let file = try folder.write("sparse.csv", Array(head.utf8))
      try #require(truncate(file, 2 << 30) == 0)
      let report = try DatasetReader.check(.edgeList(file))
      #expect(report.counts == [.binaryContent: 1])
      #expect(report.problems.first?.message.contains("offset \(head.utf8.count)") == true)
    }
  }

  @Test func folderInPlaceOfATable() throws {
    let folder = try TemporaryFolder()
    try folder.write("ties.csv/inner", [])
    #expect(throws: DatasetReadingError.self) { try DatasetReader.read(.edgeList(folder.path + "/ties.csv")) }
    #expect(try DatasetReader.check(.folder(folder.path)).counts == [.missingFile: 1])
  }

  @Test func unreadableFile() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("ties.csv", Array("from,to\n".utf8))
    try #require(chmod(file, 0) == 0)
    // Nothing is unreadable for the superuser.
    if geteuid() == 0 { return }
    let error = #expect(throws: DatasetReadingError.self) { try DatasetReader.read(.edgeList(file)) }
    #expect(error?.kind == .inputOutput && error?.message.contains("permission") == true)
  }

  @Test func pipeInPlaceOfATableDoesNotWaitForEver() throws {
    let folder = try TemporaryFolder()
    try #require(mkfifo(folder.path + "/ties.csv", 0o600) == 0)
    #expect(try DatasetReader.check(.folder(folder.path)).counts == [.missingFile: 1])
  }

  @Test(arguments: ["/dev/zero", "/dev/null"]) func devices(path: String) throws {
    let report = try DatasetReader.check(try DatasetLocation(path))
    #expect(report.counts == [path == "/dev/zero" ? .binaryContent : .emptyTable: 1])
  }

  @Test func otherEncodings() throws {
    let utf16 = Files(["ties.csv": ""])
    for bytes: [UInt8] in [[0xFF, 0xFE, 0x66, 0x00], [0xFE, 0xFF, 0x00, 0x66]] {
      var files = utf16
      files.contents["ties.csv"] = bytes
      let report = try files.check()
      #expect(report.counts == [.unreadableEncoding: 1])
      #expect(report.problems.first?.message.contains("UTF-16") == true)
    }
    var latin = Files.edges("from,to\nParis,Z\n")
    latin.contents["ties.csv"]?.append(contentsOf: Array("a,S".utf8) + [0xE3] + Array("o\n".utf8))
    let problem = try #require(try latin.check().problems.first)
    #expect(problem.line == 3 && problem.message == "the byte E3 at offset 19 is not UTF-8")
  }

  /// Every string that is not UTF-8 is refused, every one that is, accepted: the standard library agrees.
  @Test func onlyUTF8IsText() throws {
    var generator = SystemRandomNumberGenerator()
    let leads: [UInt8] = [
      0x41, 0x80, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF,
    ]
    for _ in 0..<3_000 {
      var bytes = (0..<Int.random(in: 1...4)).flatMap { _ in
        [leads.randomElement(using: &generator) ?? 0x41]
          + (0..<Int.random(in: 0...3)).map { _ in UInt8.random(in: 0x78...0xC8) }
      }
      bytes = bytes.filter { ![0x0A, 0x0D, 0x22, 0x2C].contains($0) }
      if bytes.isEmpty { continue }
      let padding = Array("from,to\nx".utf8) + [UInt8](repeating: 0x78, count: Int.random(in: 0...9))
      var files = Files([:])
      files.contents["ties.csv"] = padding + bytes + Array(",b\n".utf8)
      let isText = String(validating: bytes, as: UTF8.self) != nil
      #expect(try files.check().counts[.unreadableEncoding] == (isText ? nil : 1), "\(bytes)")
    }
  }

  @Test func quoteThatSwallowsTheFile() throws {
    let long = String(repeating: "x", count: 1_000)
    let rows = (0..<1_200).map { "a\($0),\(long)\n" }.joined()
    let report = try Files.edges("from,to\na,b\nc,\"d\n" + rows).check()
    #expect(report.counts == [.tooLong: 1])
    #expect(report.problems.first?.line == 3)
    let short = try Files.edges("from,to\na,\"x\ny\nz,\"\"w\n").check()
    #expect(short.counts == [.unterminatedQuote: 1] && short.problems.first?.line == 2)
  }

  @Test func longestCellsAreRead() throws {
    let note = String(repeating: "é", count: 1 << 19)
    let ties = try Files.edges("from,to,note\na,b,\(note)\nc,d,\"\(note)\"\n").read().dataset.ties
    #expect(ties.attributes[0].values[0] == note && ties.attributes[0].values[1] == note)
    #expect(try Files.edges("from,to,note\na,b,\(note)x\n").check().counts == [.tooLong: 1])
  }

  @Test func manyColumns() throws {
    let names = (0..<4_094).map { "c\($0)" }.joined(separator: ",")
    let cells = String(repeating: ",", count: 4_093) + "last"
    let ties = try Files.edges("from,to,\(names)\na,b,\(cells)\n").read().dataset.ties
    #expect(ties.attributes.count == 4_094 && ties.attributes[4_093].values[0] == "last")
    #expect(try Files.edges("from,to,\(names),x\na,b\n").check().counts == [.tooManyColumns: 1])
  }

  @Test(arguments: ["", "\n\n\n", "\u{FEFF}", "  \n", ",,,\n", "\"\"\n"]) func noHeader(text: String) throws {
    #expect(try Files.edges(text).check().counts == [.emptyTable: 1])
  }
}
