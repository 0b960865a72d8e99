import Ecosystem
import EcosystemData
import Foundation
import GraphCore

/// Reading tables: an edge list of 20,000 rows with names, and the same with missions and methods.
func addReading() {
  let files = Result { try SampleTables() }
  measure("Reading/edge list/20k rows") {
    try DatasetReader.read(.edgeList(files.get().plain)).dataset.ties.count
  }
  measure("Reading/edge list with topics/20k rows") {
    try DatasetReader.read(.edgeList(files.get().withTopics)).dataset.ties.count
  }
  measure("Reading/edge list to graph/20k rows") {
    try DatasetReader.read(.edgeList(files.get().plain)).dataset.view().graph()
  }
}

/// Tables in the temporary folder, written anew on every run.
private struct SampleTables {
  let plain: String
  let withTopics: String

  init() throws {
    var random = SplitMix(state: 3)
    var (plain, withTopics) = ("from,to\n", "from,to,mission,method\n")
    for _ in 0..<20_000 {
      let ends = (0..<2).map { _ in "actor-\(Int.random(in: 0..<8_000, using: &random))" }.joined(
        separator: ",")
      plain += ends + "\n"
      let (mission, method) = (Int.random(in: 0..<9, using: &random), Int.random(in: 0..<5, using: &random))
      withTopics += "\(ends),mission-\(mission),\"method \(method)\"\n"
    }
    let folder = FileManager.default.temporaryDirectory
    self.plain = folder.appending(path: "ecograph-bench-plain.csv").path
    self.withTopics = folder.appending(path: "ecograph-bench-topics.csv").path
    try plain.write(toFile: self.plain, atomically: true, encoding: .utf8)
    try withTopics.write(toFile: self.withTopics, atomically: true, encoding: .utf8)
  }
}
