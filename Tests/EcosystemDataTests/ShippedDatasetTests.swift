import Ecosystem
import EcosystemData
import Foundation
import Testing

/// The datasets that ship are free of errors.
@Suite struct ShippedDatasetTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("datasets").path

  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []).filter {
      FileManager.default.fileExists(atPath: root + "/" + $0 + "/datapackage.json")
    }.sorted()

  @Test func thereAreSome() { #expect(Self.names.count >= 3) }

  @Test(arguments: names) func checkFindsNoError(name: String) throws {
    let report = try DatasetReader.check(.folder(Self.root + "/" + name))
    #expect(report.errorCount == 0, "\(report.problems)")
    #expect(report.files.count == 4 && report.files.allSatisfy { $0.rowsLeftOut == 0 })
    #expect(report.ties > 0)
  }

  /// Without their descriptors the folders are read the same way.
  @Test(arguments: names) func descriptorsAddNothingToTheRows(name: String) throws {
    let folder = Self.root + "/" + name
    var files = Files([:])
    for table in ["actors", "ties", "topics", "sources"] {
      files.contents[table + ".csv"] = Array(
        try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(table).csv")))
    }
    let bare = try files.read().dataset
    let described = try DatasetReader.read(.folder(folder)).dataset
    #expect(
      (0..<bare.ties.count).map { bare.ties[$0] } == (0..<described.ties.count).map { described.ties[$0] })
    #expect(
      (0..<bare.actors.count).map { bare.actors[$0] }
        == (0..<described.actors.count).map { described.actors[$0] })
  }
}

/// Real files as found, where the folder that holds them is known.
@Suite(.enabled(if: extraData != nil, "set ECOGRAPH_EXTRA_DATA to the folder with the extra data"))
struct ExtraDataTests {
  @Test func classicEdgeListsAreRead() throws {
    let folder = (extraData ?? "") + "/classic-networkdata/csv"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
      $0.hasSuffix(".edges.csv")
    }
    #expect(names.count > 30)
    for name in names.sorted() {
      let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
      let lines = text.split(whereSeparator: \.isNewline).count
      let report = try DatasetReader.check(.edgeList(folder + "/" + name))
      #expect(report.errorCount == 0 && report.ties == lines - 1, "\(name): \(report.problems)")
    }
  }

  @Test func sprintsAndTeams() throws {
    let file = (extraData ?? "") + "/us-opportunity-project/us_opportunity_project_ties.csv"
    let loaded = try DatasetReader.read(.edgeList(file))
    #expect(loaded.dataset.ties.attributes.map(\.name) == ["year"])
    #expect(loaded.dataset.ties.count == 972)
  }

  /// Registers are no edge lists: the error shows their header.
  @Test func registersAreRefusedClearly() throws {
    let file = (extraData ?? "") + "/uk-gov-org-register/government-organisation.tsv"
    let report = try DatasetReader.check(.edgeList(file))
    #expect(report.counts == [.unrecognizedHeader: 1])
    #expect(report.problems.first?.message.contains("`government-organisation`") == true)
  }
}

private let extraData = ProcessInfo.processInfo.environment["ECOGRAPH_EXTRA_DATA"]
