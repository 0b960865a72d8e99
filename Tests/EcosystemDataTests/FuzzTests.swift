import EcographTestSupport
import Ecosystem
import EcosystemData
import Testing

/// Whatever is done to the bytes of a dataset, reading it ends with a dataset or a report.
@Suite struct FuzzTests {
  private static let descriptor = """
    {"name": "x", "title": "X", "ecograph": {"venueKinds": ["city"]},
     "resources": [
      {"name": "actors", "path": "actors.csv", "schema": {"fields": [
        {"name": "id", "type": "string", "constraints": {"required": true, "unique": true, "pattern": "[a-z0-9-]+"}},
        {"name": "name"}, {"name": "kind", "categories": ["government", "network"]}, {"name": "country"}],
        "missingValues": ["", "-9"], "primaryKey": ["id"]}},
      {"name": "ties", "path": "ties.csv", "dialect": {"delimiter": ","}, "schema": {"foreignKeys": [
        {"fields": ["from"], "reference": {"resource": "actors", "fields": ["id"]}}]}},
      {"name": "topics", "path": "topics.csv"}, {"name": "sources", "path": "sources.csv"}]}
    """

  static let seeds: [Files] = [
    .package(), .described(descriptor),
    .package([
      "ties.csv":
        "id,from,to,relation,mission,method,directed,weight,start,end,stage,confidence,source,locator,quote\r\n"
        + "1,france,c40,member-of,climate,peer-learning,no,2.5,2020,2021-06,pilot,0.5,s1,p. 1,\"so \"\"it\"\" is,\r\nhere\"\r\n"
        + "2,c40,france,funds,,,yes,,9999-12-31,,,,s1;s1,,\r\n"
    ]),
    .edges("from;to;weight\na;b;0.5\nb;c;1\n\"d\"\"\";e;2\n"),
    .edges("source\ttarget\tmission\tmethod\n1\t2\tx\ty\n2\t3\tx\t\n"),
  ]

  static func mutate(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    guard !bytes.isEmpty else { return [UInt8.random(in: 0...255, using: &generator)] }
    var bytes = bytes
    let place = Int.random(in: 0..<bytes.count, using: &generator)
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case 1: bytes.removeSubrange(place...)
    case 2:
      var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      lines.swapAt(
        Int.random(in: 0..<lines.count, using: &generator), Int.random(in: 0..<lines.count, using: &generator)
      )
      bytes = Array(lines.joined(separator: [0x0A]))
    case 3: bytes[place] = UInt8.random(in: 0...255, using: &generator)
    case 4:
      let signs = Array("\",;\n\r\t|{}[]:-0.e\u{FEFF}é".utf8)
      bytes.insert(signs.randomElement(using: &generator) ?? 0x2C, at: place)
    case 5: bytes.remove(at: place)
    case 6:
      let end = Int.random(in: place..<min(bytes.count, place + 40), using: &generator)
      bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0..<bytes.count, using: &generator))
    default: bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }
    return bytes
  }

  @Test(arguments: 0..<10) func mutatedDatasetsNeverCrash(part: Int) throws {
    var generator = SeededGenerator(seed: UInt64(part))
    var outcomes = (read: 0, refused: 0)
    for round in 0..<400 {
      var files = Self.seeds[round % Self.seeds.count]
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        guard let name = files.contents.keys.sorted().randomElement(using: &generator) else { continue }
        files.contents[name] = Self.mutate(files.contents[name] ?? [], &generator)
      }
      if round % 7 == 0, let name = files.contents.keys.sorted().randomElement(using: &generator) {
        files.contents[name] = nil
      }
      var limits = DelimitedLimits.standard
      if round % 3 == 0 { limits.blockLength = Int.random(in: 4...64, using: &generator) }
      let report = try DatasetReader.check(inMemory: files.contents, limits: limits)
      for file in report.files { #expect(file.rowsIn >= file.rowsUsed) }
      #expect(report.problems.count <= 100 * ProblemCode.allCases.count)
      do {
        let loaded = try DatasetReader.read(inMemory: files.contents, limits: limits)
        outcomes.read += 1
        #expect(!loaded.report.hasErrors && !report.hasErrors)
        Self.visit(loaded.dataset)
      } catch {
        outcomes.refused += 1
        #expect(error.kind == .invalid && error.problems.contains { $0.severity == .error })
        #expect(report.hasErrors)
      }
      var options = ReadingOptions()
      options.invalidRows = .leaveOut
      if let loaded = try? DatasetReader.read(inMemory: files.contents, options: options, limits: limits) {
        Self.visit(loaded.dataset)
        #expect(loaded.report.files.last?.rowsUsed == loaded.dataset.ties.count)
      }
    }
    // Both roads have to be travelled for the test to mean anything.
    #expect(outcomes.read > 20 && outcomes.refused > 20)
  }

  /// Looks at every row, so that a column of the wrong length would be found.
  private static func visit(_ dataset: Dataset) {
    var total = 0
    for actor in 0..<dataset.actors.count { total += dataset.actors[actor].id.count }
    for tie in 0..<dataset.ties.count {
      let row = dataset.ties[tie]
      precondition(row.from < dataset.actors.count && row.to < dataset.actors.count)
      for topic in [row.mission, row.method].compactMap({ $0 }) { total += dataset.topics[topic].id.count }
      for attribute in dataset.ties.attributes { total += attribute.values[tie]?.count ?? 0 }
    }
    precondition(total >= 0)
  }
}
