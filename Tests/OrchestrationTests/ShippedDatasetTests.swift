import Ecosystem
import EcosystemData
import Foundation
import GraphCore
import Orchestration
import Testing

/// What a domain expert would expect of the shipped datasets.
@Suite struct ShippedDatasetTests {
  private func view(_ name: String) throws -> NetworkView {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appendingPathComponent("datasets/\(name)").path
    return try DatasetReader.read(DatasetLocation(folder)).dataset.view()
  }

  private func top(_ count: Int, _ candidates: CandidateSet, of view: NetworkView) throws -> Set<String> {
    let ranking = try view.orchestrators(
      RankingOptions(candidates: candidates), execution: Execution(threads: 2))
    return Set(ranking.rows.prefix(count).map { view.id(of: $0.vertex) })
  }

  @Test func expertsKnowTheOrchestratorsOfInnovationNetworks() throws {
    let view = try view("innovation-networks")
    #expect(try top(10, .venues, of: view).isSuperset(of: ["eu", "ogp", "c40", "cities-mission"]))
    #expect(try top(10, .members, of: view).isSuperset(of: ["france", "uk", "canada", "paris"]))
  }

  @Test func theMediciLeadFlorence() throws {
    #expect(try top(1, .all, of: view("florentine")) == ["medici"])
  }

  @Test func documentsAreNotRanked() throws {
    let view = try view("opsi-cross-border")
    let everybody = try top(.max, .all, of: view)
    #expect(!everybody.contains("report-surfacing"))
    #expect(everybody.contains("global-innovation-collaborative"))
  }

  /// Every actor that is ranked can be explained, and each of its ties leads to a source.
  @Test func everyRankIsBackedBySources() throws {
    let view = try view("opsi-cross-border")
    let criteria = try view.criteria()
    for row in try criteria.ranking(RankingOptions(candidates: .all)).rows {
      let explanation = try criteria.explanation(of: row.actor)
      #expect(!explanation.evidence.isEmpty)
      #expect(explanation.evidence.allSatisfy { !$0.sources.isEmpty && $0.locator != nil && $0.quote != nil })
    }
  }
}
