import GraphCore
import GraphMeasures

private let names = ["a1", "a2", "a3", "b1", "b2", "c1", "c2"]

/// A directed network of three groups in which each role occurs, and the roles can be counted by hand.
private func network() throws -> Graph {
  try Graph(
    vertexCount: 7, edges: [(0, 1), (1, 2), (1, 3), (3, 2), (3, 4), (3, 5), (5, 6), (6, 0)],
    direction: .directed)
}

private let groups: [Int?] = [0, 0, 0, 1, 1, 2, 2]

private func table(_ role: BrokerageRole, _ name: String, _ expected: [Double?]) -> PublishedTable {
  PublishedTable(
    "three groups", name, places: 0,
    source: "made here and counted by hand; roles of R. V. Gould, R. M. Fernandez, doi:10.2307/270949",
    names,
    expected
  ) {
    try network().gouldFernandezBrokerage(groups: groups).vertices.map { $0.map { Double($0[role]) } }
  }
}

/// Roles whose names tools confuse: a gatekeeper lets others in, a representative speaks to outsiders.
let brokerageTables: [PublishedTable] = [
  table(.coordinator, "gf-coordinator", [0, 1, 0, 0, 0, 0, 0]),
  table(.itinerant, "gf-itinerant", [0, 0, 0, 0, 0, 0, 0]),
  table(.representative, "gf-representative", [0, 1, 0, 0, 0, 0, 1]),
  table(.gatekeeper, "gf-gatekeeper", [1, 0, 0, 1, 0, 1, 0]),
  table(.liaison, "gf-liaison", [0, 0, 0, 1, 0, 0, 0]),
]
