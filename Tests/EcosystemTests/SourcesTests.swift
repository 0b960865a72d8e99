import Ecosystem
import Foundation
import Testing

/// What a passport cites can be looked up: its DOIs are DOIs, and the table of sources has them.
@Suite struct SourcesTests {
  private static let table = try? String(
    contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Documentation/Sources.md"), encoding: .utf8)

  /// The first columns of the table, as they stand in it.
  private static func works() throws -> [(work: String, address: String)] {
    try #require(table).split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst().map { row in
      let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      return (cells[0], cells[1])
    }
  }

  private static let passports =
    MeasureID.allCases.map { (id: $0.rawValue, source: $0.passport.source) }
    + NetworkMeasureID.allCases.map { (id: $0.rawValue, source: $0.passport.source) }

  @Test func everyDOIOfAPassportStandsInTheTable() throws {
    let known = Set(try Self.works().map(\.address))
    for (id, source) in Self.passports {
      for part in source.components(separatedBy: "doi:").dropFirst() {
        let doi = String(part.prefix { $0 != " " && $0 != ";" && $0 != "," })
        #expect(doi.wholeMatch(of: /10\.\d{4,9}\/[!-~]*[0-9A-Za-z]/) != nil, "\(id): \(doi)")
        let stands = known.contains(doi)
        #expect(stands, "\(id): \(doi) is not in Documentation/Sources.md")
      }
    }
  }

  @Test func noWorkStandsInTheTableTwice() throws {
    let works = try Self.works()
    #expect(works.count > 100)
    let addresses = works.map(\.address).filter { $0 != "–" }
    #expect(Set(addresses).count == addresses.count)
    #expect(Set(works.map(\.work)).count == works.count)
  }
}
