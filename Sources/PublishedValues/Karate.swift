import GraphCore
import GraphMeasures

private let zachary =
  "computed with NetworkX 3.6.1 by the definition; W. W. Zachary, JAR 33 (1977) 452-473"
private let bctpy = "computed with bctpy 0.6 conventions; W. W. Zachary, JAR 33 (1977) 452-473"

/// The side that each member took when the club split: 0 with the instructor, 1 with the president.
private let clubs: [Int?] = {
  let instructor: Set<Int> = [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 16, 17, 19, 21]
  return (0..<34).map { instructor.contains($0) ? 0 : 1 }
}()

private func roles(_ vertex: Int) throws -> [Double?] {
  let counts = try PublishedGraphs.karateClub().gouldFernandezBrokerage(groups: clubs).vertices[vertex]
  return BrokerageRole.allCases.map { role in counts.map { Double($0[role]) } }
}

private let roleNames = ["coordinator", "itinerant", "representative", "gatekeeper", "liaison"]

/// Zachary's karate club, by the sides that its members took.
let karateTables: [PublishedTable] = [
  PublishedTable(
    "karate club", "gf roles of member 0", places: 0, source: zachary, roleNames, [174, 0, 15, 15, 0]
  ) { try roles(0) },
  PublishedTable(
    "karate club", "gf roles of member 2", places: 0, source: zachary, roleNames, [10, 12, 23, 23, 0]
  ) { try roles(2) },
  PublishedTable(
    "karate club", "gf roles of member 33", places: 0, source: zachary, roleNames, [156, 6, 40, 40, 0]
  ) { try roles(33) },
  PublishedTable("karate club", "global-ei", places: 5, source: zachary, ["all"], [-0.71795]) {
    [try PublishedGraphs.karateClub().globalEIIndex(groups: clubs)]
  },
  PublishedTable(
    "karate club", "participation", places: 4, source: bctpy, ["0", "2", "9", "33"],
    [0.1172, 0.48, 0.5, 0.2907]
  ) {
    let values = try PublishedGraphs.karateClub().participation(groups: clubs)
    return [0, 2, 9, 33].map { values[$0] }
  },
  PublishedTable(
    "karate club", "within-module-z", places: 4, source: bctpy, ["0", "33"], [3.3465, 3.1363]
  ) {
    let values = try PublishedGraphs.karateClub().withinModuleZ(groups: clubs)
    return [0, 33].map { values[$0] }
  },
]
