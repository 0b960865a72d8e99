import GraphCore
import GraphMeasures

private let backbone =
  "R backbone, tests; Z. P. Neal, PLoS ONE 17 (2022) e0269137, doi:10.1371/journal.pone.0269137"
private let pairs = ["1-2", "1-3", "2-3"]

/// Three members of four groups: M = [1 0 1 1; 0 1 0 0; 1 0 0 1].
private func members() throws -> Graph {
  try Graph(vertexCount: 7, edges: [(0, 3), (0, 5), (0, 6), (1, 4), (2, 3), (2, 6)])
}

/// Upper or lower probabilities of all pairs, in order.
private func probabilities(
  _ model: BackboneModel, _ probability: @escaping @Sendable (CoMembershipTest) -> Double
) -> @Sendable () throws -> [Double?] {
  {
    let options = BackboneOptions(pairs: .all, tails: .refinedNormal)
    return try members().coMembershipTests(memberCount: 3, model: model, options).tests.map(probability)
  }
}

/// Null models of shared groups.
let twoModeTables: [PublishedTable] = [
  PublishedTable(
    "three members of four groups", "SDSM, upper", places: 3, source: backbone, pairs, [0.977, 0.549, 0.972],
    probabilities(.stochasticDegreeSequence) { $0.upper }),
  PublishedTable(
    "three members of four groups", "SDSM, lower", places: 3, source: backbone, pairs, [0.354, 0.844, 0.476],
    probabilities(.stochasticDegreeSequence) { $0.lower }),
  PublishedTable(
    "three members of four groups", "fixed row, upper", places: 3, source: backbone, pairs, [1, 0.5, 1],
    probabilities(.fixedRow) { $0.upper }),
  PublishedTable(
    "three members of four groups", "fixed column, upper", places: 3, source: backbone, pairs,
    [0.975, 0.114, 0.975], probabilities(.fixedColumn) { $0.upper }),
]
