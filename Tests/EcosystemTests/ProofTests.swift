import Ecosystem
import Foundation
import Testing

/// Every number can be traced to a definition, a source and a test.
@Suite struct ProofTests {
  private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func suite(_ name: String) throws -> String {
    for folder in ["GraphMeasuresTests", "GraphCoreTests", "EcosystemTests"] {
      let file = tests.appendingPathComponent(folder).appendingPathComponent(name + ".swift")
      if let text = try? String(contentsOf: file, encoding: .utf8) { return text }
    }
    return ""
  }

  @Test(arguments: MeasureID.allCases) func everyMeasureIsComparedWithItsDefinition(id: MeasureID) throws {
    let text = try Self.suite(id.proof)
    #expect(text.contains("@Test"), "\(id.rawValue) names no suite: \(id.proof)")
    #expect(text.contains("racle") || text.contains("efinition"), "\(id.proof) compares with no definition")
    #expect(id.passport.source.contains("doi:") || id.passport.source.contains("(19"), "\(id.rawValue)")
  }

  @Test(arguments: NetworkMeasureID.allCases) func everyNumberOfANetworkIsTested(id: NetworkMeasureID) throws
  {
    #expect(try Self.suite(id.proof).contains("@Test"), "\(id.rawValue) names no suite: \(id.proof)")
  }

  @Test func thereAreSixtyMeasuresAndMore() {
    #expect(MeasureID.allCases.count + NetworkMeasureID.allCases.count >= 90)
    #expect(
      Set(MeasureID.allCases.map(\.rawValue)).isDisjoint(with: NetworkMeasureID.allCases.map(\.rawValue)))
  }
}
