import Ecosystem
import EcosystemData
import Foundation
import GraphCore
import Testing

/// Packs bytes without compressing them: as blocks of deflate that are stored as they are (RFC 1951, 3.2.4).
enum Gzip {
  static func packed(_ text: String) -> [UInt8] { packed(Array(text.utf8)) }

  static func packed(_ bytes: [UInt8]) -> [UInt8] {
    var packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    var rest = bytes[...]
    repeat {
      let block = rest.prefix(65_535)
      rest = rest.dropFirst(block.count)
      packed.append(rest.isEmpty ? 1 : 0)
      packed += littleEndian(UInt16(block.count)) + littleEndian(~UInt16(block.count)) + block
    } while !rest.isEmpty
    return packed + littleEndian(checksum(bytes)) + littleEndian(UInt32(truncatingIfNeeded: bytes.count))
  }

  private static func littleEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var checksum = ~UInt32(0)
    for byte in bytes {
      checksum ^= UInt32(byte)
      for _ in 0..<8 { checksum = checksum >> 1 ^ (checksum & 1 == 0 ? 0 : 0xEDB8_8320) }
    }
    return ~checksum
  }
}

@Suite struct GzipTests {
  private func files(_ bytes: [UInt8], name: String = "ties.csv") -> Files {
    var files = Files([:])
    files.contents[name] = bytes
    return files
  }

  private static let text =
    "from,to,note\n" + (0..<9_000).map { "a\($0 % 70),b\($0),\"x, é\n\($0)\"\n" }.joined()

  @Test(arguments: [1, 2, 3, 8]) func packedIsReadAsPlain(threads: Int) throws {
    var limits = DelimitedLimits.standard
    limits.blockLength = 10_000
    let execution = Execution(threads: threads)
    let plain = try DatasetReader.read(
      inMemory: Files.edges(Self.text).contents, limits: limits, execution: execution)
    let packed = try DatasetReader.read(
      inMemory: files(Gzip.packed(Self.text), name: "ties.csv.gz").contents, limits: limits,
      execution: execution)
    #expect(packed.dataset.ties.count == 9_000)
    #expect(packed.report.files[0].bytes == plain.report.files[0].bytes)
    for tie in stride(from: 0, to: 9_000, by: 17) {
      #expect(packed.dataset.ties[tie] == plain.dataset.ties[tie])
      #expect(packed.dataset.ties.line(of: tie) == plain.dataset.ties.line(of: tie))
    }
  }

  /// Members may be cut anywhere, be empty, and be followed by zeros.
  @Test(arguments: [0, 1, 7, 500, 70_000]) func membersAreReadOneBehindTheOther(cut: Int) throws {
    let bytes = Array(Self.text.utf8)
    let packed =
      Gzip.packed(Array(bytes.prefix(cut))) + Gzip.packed([]) + Gzip.packed(Array(bytes.dropFirst(cut)))
      + [UInt8](repeating: 0, count: cut)
    let ties = try files(packed).read().dataset.ties
    #expect(ties.count == 9_000 && ties.attributes[0].values[8_999] == "x, é\n8999")
  }

  @Test func whatIsCutOffIsRefused() throws {
    let packed = Gzip.packed("from,to\na,b\nc,d\n")
    for length in 2..<packed.count {
      let report = try files(Array(packed.prefix(length))).check()
      #expect(report.counts == [.damagedArchive: 1], "\(length)")
    }
    let error = #expect(throws: DatasetReadingError.self) { try files(Array(packed.dropLast(3))).read() }
    #expect(error?.exitCode == 3 && error?.message.contains("ends before its end mark") == true)
  }

  @Test func whatIsDamagedIsRefused() throws {
    let packed = Gzip.packed("from,to\na,b\nc,d\n")
    // A reader may ignore time, extra flags and system, bytes 4 to 9, and what fills up the byte in which a
    // stored block begins, here byte 10.
    for place in packed.indices where place > 1 && !(4...10).contains(place) {
      var damaged = packed
      damaged[place] ^= 0x10
      // Some flags of the header announce fields that then swallow the rest.
      let report = try files(damaged).check()
      #expect(report.counts == [.damagedArchive: 1], "\(place)")
    }
    #expect(try files(packed + [0x66]).check().counts == [.damagedArchive: 1])
    #expect(try files([0x1F, 0x8B]).check().counts == [.damagedArchive: 1])
  }

  /// A file that unpacks to what no plain file may hold meets the same limits.
  @Test func limitsHoldForWhatItUnpacksTo() throws {
    let zeros = Gzip.packed([UInt8](repeating: 0, count: 300_000))
    #expect(try files(zeros).check().counts == [.binaryContent: 1])
    let long = Gzip.packed("from,to\na," + String(repeating: "x", count: 1 << 20 + 1))
    #expect(try files(long).check().counts == [.tooLong: 1])
    #expect(try files(Gzip.packed("")).check().counts == [.emptyTable: 1])
    // Packed twice is no text.
    #expect(try files(Gzip.packed(Gzip.packed("from,to\na,b\n"))).check().hasErrors)
  }

  @Test func packagesMayHoldPackedTables() throws {
    var files = Files.described(
      #"{"resources": [{"name": "actors", "path": "actors.csv.gz", "compression": "gz"}, "#
        + #"{"name": "ties", "path": "ties.tsv.gz"}]}"#)
    files.contents["actors.csv.gz"] = Gzip.packed("id,name,kind\nfrance,France,government\nc40,C40,network\n")
    files.contents["ties.tsv.gz"] = Gzip.packed("from\tto\trelation\nfrance\tc40\tmember-of\n")
    #expect(try files.read().dataset.ties.count == 1)
    let folder = try TemporaryFolder()
    try folder.write("ties.csv.gz", Gzip.packed("from,to\na,b\n"))
    #expect(try DatasetReader.read(.folder(folder.path)).dataset.ties.count == 1)
    let zipped = Files.described(
      #"{"resources": [{"name": "ties", "path": "ties.csv", "compression": "zip"}]}"#)
    #expect(try zipped.check().counts[.badDescriptorEntry] == 1)
  }

  @Test func edgeListsMayBePacked() throws {
    let folder = try TemporaryFolder()
    let packed = Gzip.packed("source\ttarget\na\tb\n")
    let file = try folder.write("edges.tsv.gz", packed)
    #expect(try DatasetLocation(file) == .edgeList(file))
    let loaded = try DatasetReader.read(try DatasetLocation(file))
    #expect(loaded.dataset.ties.count == 1 && loaded.dataset.description.name == "edges")
    #expect(loaded.report.notes.isEmpty || loaded.report.files[0].separator == .tab)
    // The hash is that of the file, as `sha256sum` prints it.
    #expect(loaded.fingerprint == SHA256.hexDigest(of: packed))
  }
}
