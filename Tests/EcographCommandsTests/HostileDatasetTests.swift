import EcographTestSupport
import Foundation
import Testing

/// Mutated and random datasets through the built tool: whatever comes, it ends with a documented code.
///
/// `ECOGRAPH_FUZZ_RUNS` sets how many; the continuous check runs 1,000.
@Suite struct HostileDatasetTests {
  private static let runs =
    ProcessInfo.processInfo.environment["ECOGRAPH_FUZZ_RUNS"].flatMap { Int($0) } ?? 40

  @Test func nothingCrashesOrHangs() throws {
    for seed in 0..<Self.runs {
      var generator = SeededGenerator(seed: UInt64(seed))
      let files = Self.files(using: &generator)
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent("fuzz-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      for (name, bytes) in files { try Data(bytes).write(to: folder.appendingPathComponent(name)) }
      let isFolder = files.count > 1
      let dataset = isFolder ? folder.path : folder.appendingPathComponent(files[0].name).path
      let map = folder.appendingPathComponent("map.svg")
      let keep = seed % 2 == 0 ? ["--leave-out-invalid-rows"] : []
      let commands: [[String]] = [
        ["check", dataset], ["measure", dataset, "--measures", "all", "--format", "csv"] + keep,
        ["map", dataset, "-o", map.path] + keep,
      ]
      for command in commands {
        let run = try ecograph(command, seconds: 120)
        #expect(
          [0, 2, 3, 4, 5].contains(run.status), "seed \(seed), \(command[0]): \(run.status)\n\(run.messages)")
        if run.status == 0, command[0] == "map" {
          let document = XMLParserResult(try Data(contentsOf: map))
          #expect(document.isWellFormed, "seed \(seed): the map is not well-formed XML")
        }
        if run.status != 0, command[0] == "map" {
          #expect(!FileManager.default.fileExists(atPath: map.path), "seed \(seed): a half-written map")
        }
      }
    }
  }

  private static func files(using generator: inout SeededGenerator) -> [(name: String, bytes: [UInt8])] {
    switch Int.random(in: 0..<4, using: &generator) {
    case 0:
      let bytes = (0..<Int.random(in: 0..<400, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      return [("ties.csv", bytes)]
    case 1:
      return [("ties.csv", mutated(Array(hostileEdges(using: &generator).utf8), using: &generator))]
    default:
      let folder = repository.appendingPathComponent("datasets/opsi-cross-border")
      return ["datapackage.json", "actors.csv", "ties.csv", "topics.csv", "sources.csv"].map { name in
        let bytes = (try? Data(contentsOf: folder.appendingPathComponent(name))).map { Array($0) } ?? []
        let isMutated = Int.random(in: 0..<3, using: &generator) == 0
        return (name, isMutated ? mutated(bytes, using: &generator) : bytes)
      }
    }
  }

  private static func hostileEdges(using generator: inout SeededGenerator) -> String {
    let names = [
      "a", "b", "c", "\"<script>alert(1)</script>\"", "\"]]>\"", "\"&amp;&#0;\"", "\u{202E}evil", "漢字", "👩‍👩‍👧‍👦",
      "-",
      "\"'; DROP TABLE actors; --\"", "=cmd()", "\u{7}bell", "\"two\nlines\"",
      String(repeating: "long ", count: 100),
      "\u{FFFE}", "العربية", "\"quote\"\"d\"", "NaN", "9999999999999999999", " ",
    ]
    var text = ["from,to", "source;target", "From\tTo", "to,from,mission,method,weight"].pick(
      using: &generator)
    let separator = text.contains(";") ? ";" : text.contains("\t") ? "\t" : ","
    let columns = text.contains("weight") ? 5 : 2
    for _ in 0..<Int.random(in: 0..<60, using: &generator) {
      let cells = (0..<columns).map { column in
        column == 4
          ? ["1", "0", "-1", "1e400", "0,5", ""].pick(using: &generator)
          : names.pick(using: &generator)
      }
      text += "\n" + cells.joined(separator: separator)
    }
    return text
  }

  private static func mutated(_ bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &generator) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.remove(at: place)
      case 2:
        bytes.insert(
          UInt8([0x22, 0x2C, 0x0A, 0x0D, 0x3B, 0x00].pick(using: &generator)), at: place)
      case 3: bytes.removeSubrange(place...)
      case 4:
        let end = min(bytes.count, place + Int.random(in: 1..<80, using: &generator))
        bytes.insert(contentsOf: bytes[place..<end], at: place)
      default:
        let end = min(bytes.count, place + Int.random(in: 1..<80, using: &generator))
        bytes.removeSubrange(place..<end)
      }
    }
    return bytes
  }
}

extension Array {
  /// One of the elements, of which there is at least one.
  fileprivate func pick(using generator: inout SeededGenerator) -> Element {
    self[Int.random(in: indices, using: &generator)]
  }
}
