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

  private static func hasOracle(_ suite: String) -> Bool {
    suite.contains(".tags(.oracle") || suite.contains("/// Oracle: ")
  }

  @Test(arguments: MeasureID.allCases) func everyMeasureIsComparedWithItsDefinition(id: MeasureID) throws {
    let text = try Self.suite(id.proof)
    #expect(text.contains("@Test"), "\(id.rawValue) names no suite: \(id.proof)")
    #expect(Self.hasOracle(text), "\(id.proof) compares with no definition")
    #expect(id.passport.source.contains("doi:") || id.passport.source.contains("(19"), "\(id.rawValue)")
  }

  /// The case under which `LawTests` has a measure: its own name, or that of the kernel where several share one.
  private static func lawfulName(_ id: MeasureID) -> String {
    switch id {
    case .outDegree: "degree"
    case .outStrength: "strength"
    case .missions, .methods: "activeLayers"
    case .participationMissions, .participationMethods, .participationTopics: "layerParticipation"
    default: "\(id)"
    }
  }

  @Test(arguments: MeasureID.allCases) func everyMeasureIsHeldToTheLaws(id: MeasureID) throws {
    let cases = try Self.suite("Measure").split(separator: "\n").map { $0.split { " ,".contains($0) } }
      .filter { $0.first == "case" }.joined()
    #expect(cases.contains { $0 == Self.lawfulName(id) }, "Measure.swift has no case for \(id.rawValue)")
  }

  @Test(arguments: NetworkMeasureID.allCases) func everyNumberOfANetworkIsTested(id: NetworkMeasureID) throws
  {
    let text = try Self.suite(id.proof)
    #expect(text.contains("@Test"), "\(id.rawValue) names no suite: \(id.proof)")
    #expect(Self.hasOracle(text), "\(id.proof) compares with no definition")
  }

  @Test func thereAreSixtyMeasuresAndMore() {
    #expect(MeasureID.allCases.count + NetworkMeasureID.allCases.count >= 90)
    #expect(
      Set(MeasureID.allCases.map(\.rawValue)).isDisjoint(with: NetworkMeasureID.allCases.map(\.rawValue)))
  }
}
